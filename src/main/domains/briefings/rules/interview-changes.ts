import type { ApplicationEventData } from '#shared/applications.ts'
import type { Happening } from '../../applications/history.service.ts'

/** Changes of one interview that follow each other this closely are one: what is undone in the moment after was none. Longer than Undo is
 *  offered. */
const ONE_CHANGE_MS = 15_000

type InterviewEvent = Extract<ApplicationEventData, { type: 'interview' }>
export interface InterviewHappening extends Happening {
  readonly data: InterviewEvent
}

/** Several events of one interview, close together: how it stood before `firstId`, and how after `last`. */
interface InterviewChange {
  readonly firstId: number
  readonly last: InterviewHappening
}

/** The changes that are over, and when the first that may still go on is (null: none). The same ones whenever one looks. Pure. */
export function interviewChanges(
  happenings: readonly Happening[],
  now: number,
): { over: InterviewChange[]; going: InterviewChange[]; nextAt: number | null } {
  const changes: InterviewChange[] = []
  const byPart = Map.groupBy(happenings.filter(isOfInterview), ({ data }) => data.partId)
  for (const [first, ...rest] of byPart.values()) {
    if (first === undefined) continue
    let change: InterviewChange = { firstId: first.id, last: first }
    for (const event of rest) {
      if (event.at - change.last.at <= ONE_CHANGE_MS) {
        change = { ...change, last: event }
        continue
      }
      changes.push(change)
      change = { firstId: event.id, last: event }
    }
    changes.push(change)
  }
  const going = changes.filter(({ last }) => now - last.at <= ONE_CHANGE_MS)
  return {
    over: changes.filter((change) => !going.includes(change)).toSorted((left, right) => left.last.id - right.last.id),
    going,
    nextAt: going.length === 0 ? null : Math.min(...going.map(({ last }) => last.at)) + ONE_CHANGE_MS + 1,
  }
}

function isOfInterview(happening: Happening): happening is InterviewHappening {
  return happening.data.type === 'interview'
}
