import type { ApplicationEventData } from '#shared/applications.ts'
import type { Stage } from '#shared/stages.ts'
import type { Happening } from '../../applications/history.service.ts'

/** What happened to an application, told in short: `[application, at, data]`. Instants are written without a zone and are UTC. */
export function happeningsOf(told: readonly [number, string, ApplicationEventData][]): Happening[] {
  return told.map(([applicationId, at, data], index) => ({
    id: index + 1,
    applicationId,
    at: Date.parse(`${at}Z`),
    data,
    title: `Job ${applicationId}`,
    company: 'Acme',
  }))
}

export function created(stage: Stage, from: 'job' | 'hand' | 'import' = 'hand'): ApplicationEventData {
  return { type: 'created', stage, from }
}

export function moved(from: Stage, to: Stage, by: 'user' | 'app' = 'user'): ApplicationEventData {
  return { type: 'moved', from, to, fromColumn: null, toColumn: null, by }
}

type ReminderChange = Extract<ApplicationEventData, { type: 'reminder' }>['change']
export function reminded(partId: number, change: ReminderChange): ApplicationEventData {
  return { type: 'reminder', partId, change, kind: 'follow_up', dueAt: 0 }
}
