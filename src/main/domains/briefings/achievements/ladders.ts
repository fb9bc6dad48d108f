import { STAGES, type Stage } from '#shared/stages.ts'
import type { Happening } from '../../applications/history.service.ts'
import { stepsMade } from '../content/steps-made.ts'
import { actsOf, streaksOf } from '../content/streak.ts'

export const LADDERS = ['applications', 'interviews', 'offers', 'accepted', 'streak', 'followUps'] as const
export type Ladder = (typeof LADDERS)[number]

/** When each step of each ladder was reached, in order: `applications[9]` is the instant of the tenth. UTC ms. */
export type Steps = Readonly<Record<Ladder, readonly number[]>>

const NOT_SENT: ReadonlySet<Stage> = new Set(['saved', 'withdrawn'])
const OFFERED: readonly Stage[] = ['offered', 'accepted', 'declined']

/** How far one has come, by everything that happened and was not taken back or put right, in order. What lies ahead of `now` is not counted. Pure. */
export function stepsOf(happened: readonly Happening[], { now, zone }: { now: number; zone: string }): Steps {
  const happenings = stepsMade(happened)
  const offers = new Map([...offersAdded(happenings), ...firstIn(happenings, OFFERED)])
  return {
    applications: ordered(
      firstIn(
        happenings,
        STAGES.filter((stage) => !NOT_SENT.has(stage)),
      ).values(),
    ),
    interviews: interviewsOf(happenings, now),
    offers: ordered(offers.values()),
    accepted: ordered(firstIn(happenings, ['accepted']).values()),
    streak: streaksOf(actsOf(happenings), { now, zone }).reachedAt,
    followUps: followUpsOf(happenings),
  }
}

/** When each application first stood in one of the stages. */
function firstIn(happenings: readonly Happening[], stages: readonly Stage[]): Map<number, number> {
  const first = new Map<number, number>()
  for (const { applicationId, at, data } of happenings) {
    const stage = data.type === 'created' ? data.stage : data.type === 'moved' ? data.to : null
    if (stage !== null && stages.includes(stage) && !first.has(applicationId)) first.set(applicationId, at)
  }
  return first
}

function offersAdded(happenings: readonly Happening[]): Map<number, number> {
  const found = new Map<number, { readonly at: number; readonly applicationId: number; isThere: boolean }>()
  for (const { applicationId, at, data } of happenings) {
    if (data.type !== 'offer') continue
    const offer = found.get(data.partId) ?? { at, applicationId, isThere: true }
    offer.isThere = data.change !== 'removed'
    found.set(data.partId, offer)
  }
  return new Map(
    [...found.values()].filter(({ isThere }) => isThere).map(({ applicationId, at }) => [applicationId, at]),
  )
}

/** Those that took place; of an application that got to interviews without a date, one. */
function interviewsOf(happenings: readonly Happening[], now: number): number[] {
  const last = new Map<number, { applicationId: number; at: number; isHeld: boolean }>()
  for (const { applicationId, at, data } of happenings) {
    if (data.type !== 'interview') continue
    const isHeld = data.change !== 'removed' && data.outcome !== 'cancelled' && data.startsAt <= now
    const knownAt = last.get(data.partId)?.at ?? at
    last.set(data.partId, { applicationId, at: Math.max(knownAt, Math.min(data.startsAt, now)), isHeld })
  }
  const held = [...last.values()].filter(({ isHeld }) => isHeld)
  const withDate = new Set(held.map(({ applicationId }) => applicationId))
  const invited = [...firstIn(happenings, ['interviewing'])].filter(([applicationId]) => !withDate.has(applicationId))
  return ordered([...held.map(({ at }) => at), ...invited.map(([, at]) => at)])
}

function followUpsOf(happenings: readonly Happening[]): number[] {
  const doneAt = new Map<number, number>()
  for (const { at, data } of happenings) {
    if (data.type !== 'reminder' || data.kind !== 'follow_up') continue
    if (data.change === 'done') doneAt.set(data.partId, at)
    if (data.change === 'reopened') doneAt.delete(data.partId)
  }
  return ordered(doneAt.values())
}

function ordered(instants: Iterable<number>): number[] {
  return [...instants].toSorted((left, right) => left - right)
}
