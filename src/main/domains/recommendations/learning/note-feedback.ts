import type { Database } from '../../../infra/db/driver.ts'
import type { JobMark, MatchingService } from '../../jobs/match/matching.service.ts'
import { candidateOf, type Comparing, readingFor } from '../shortlist.ts'
import type { Feedback, FeedbackKind, FeedbackRepo } from './feedback.repo.ts'

type Act = Omit<Feedback, 'values'>

export interface NoteFeedbackOptions {
  readonly database: Database
  readonly matching: MatchingService
  readonly feedback: FeedbackRepo
}

/** Brings the notes in line with what is saved, applied for and hidden now, whoever marked it: a new mark is noted with how well its job fits at this
 *  moment, a mark that was taken back is forgotten. Marks from before `since` are left alone. True when something changed. */
export function createFeedbackNoter({ database, matching, feedback }: NoteFeedbackOptions) {
  return ({ since, comparing }: { since: number; comparing: Comparing }): boolean => {
    const known = new Map(feedback.all().map((row) => [keyOf(row), row]))
    const acts = new Map(matching.marks().flatMap((mark) => actsOf(mark).map((act) => [keyOf(act), act] as const)))
    const gone = [...known].filter(([key]) => !acts.has(key))
    const fresh = [...acts.values()].filter(
      (act) => act.happenedAt > since && isNews(act, { before: known.get(keyOf(act)), since }),
    )
    if (gone.length === 0 && fresh.length === 0) return false
    const values = new Map(
      matching
        .read(
          fresh.map(({ jobId }) => jobId),
          readingFor(comparing.seeker),
        )
        .map((job) => [job.id, candidateOf(job, comparing).values]),
    )
    return database.write(() => {
      for (const [, row] of gone) feedback.remove(row)
      for (const act of fresh) {
        const found = values.get(act.jobId)
        if (found === undefined) continue
        if (isForgotten(known.get(keyOf(act)), since)) feedback.remove(act)
        feedback.add({ ...act, values: found })
      }
      return true
    })
  }
}

function actsOf({ jobId, savedAt, appliedAt, hiddenAt, hideReason }: JobMark): Act[] {
  return [
    ...(savedAt === null ? [] : [{ jobId, kind: 'saved' as const, reason: null, happenedAt: savedAt }]),
    ...(appliedAt === null ? [] : [{ jobId, kind: 'applied' as const, reason: null, happenedAt: appliedAt }]),
    ...(hiddenAt === null ? [] : [{ jobId, kind: 'hidden' as const, reason: hideReason, happenedAt: hiddenAt }]),
  ]
}

function isNews(act: Act, { before, since }: { before: Feedback | undefined; since: number }): boolean {
  return before === undefined || before.reason !== act.reason || isForgotten(before, since)
}

function isForgotten(before: Feedback | undefined, since: number): boolean {
  return before !== undefined && before.happenedAt <= since
}

function keyOf({ jobId, kind }: { jobId: number; kind: FeedbackKind }): string {
  return `${kind} ${jobId}`
}
