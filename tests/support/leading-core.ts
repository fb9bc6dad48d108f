import { onTestFinished } from 'vitest'
import type { Core } from '#main/core.ts'
import type { FakeClock } from '../fakes/fake-clock.ts'
import { applicationsWorld, type ApplicationsWorld } from './applications-world.ts'

const MINUTE_MS = 60_000

/** A core that leads, under a clock that the test moves. */
export function leading(world: ApplicationsWorld): {
  /** Tick by tick. */
  pass: (ms: number) => Promise<void>
  /** As after a sleep, with a minute awake at its end. */
  later: (ms: number) => Promise<void>
  told: () => Promise<string[]>
} {
  const { core, clock } = world
  core.start()
  onTestFinished(async () => {
    await stop(core, clock)
  })
  return {
    pass: (ms) => clock.advance(ms),
    later: async (ms) => {
      clock.jump(ms - MINUTE_MS)
      await clock.advance(MINUTE_MS)
    },
    told: async () => {
      const { notifications } = await core.client.notifications.inbox({ limit: 200 })
      return notifications.map(({ type, title }) => `${type}: ${title}`).toReversed()
    },
  }
}

async function stop(core: Core, clock: FakeClock): Promise<void> {
  await Promise.all([core.stop(), clock.advance(10_000)])
}

/** In UTC, with nothing that comes by itself at a time of day. */
export async function quietWorld(jobs: Parameters<typeof applicationsWorld>[0] = []): Promise<ApplicationsWorld> {
  const world = applicationsWorld(jobs)
  await world.client.settings.update({
    timeZone: 'UTC',
    isScheduleOn: false,
    isDailyBriefingOn: false,
    isEveningSummaryOn: false,
    isWeeklySummaryOn: false,
    isAchievementsOn: false,
  })
  return world
}
