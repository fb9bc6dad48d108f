import type { AppEvent } from '#shared/events.ts'
import type { TaskHandler } from '../infra/tasks/task.ts'

/** One topic of the core: its services, and what the core has to do for it. A part starts nothing while it is made. */
export interface Part<Services> {
  /** What the router answers with. */
  readonly services: Services
  readonly handlers: readonly TaskHandler[]
  /** Called at every tick of the process that leads, while the schedule is on. Quick; throws nothing. */
  readonly tick?: (now: number) => void
  /** The same in a process that does not lead. */
  readonly followerTick?: (now: number) => void
  /** Told everything that the event bus is told. */
  readonly listen?: (event: AppEvent) => void
  /** Begins what is to be at hand soon, in a process that stays. */
  readonly prepare?: () => void
  /** Ends what the part does beside its tasks, while they may still run. */
  readonly stop?: () => Promise<void>
  /** Lets go of what its tasks used; none runs any more. */
  readonly close?: () => Promise<void>
}
