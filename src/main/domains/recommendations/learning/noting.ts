import type { ProfileView } from '#shared/profile.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { MatchingService } from '../../jobs/match/matching.service.ts'
import type { Comparing } from '../shortlist.ts'
import type { MatchSettings } from '../weights.ts'
import type { FeedbackRepo } from './feedback.repo.ts'
import { createFeedbackNoter } from './note-feedback.ts'

const FORGOTTEN_KEPT_MS = 24 * 60 * 60_000

export interface NotingOptions {
  readonly database: Database
  readonly matching: MatchingService
  readonly feedback: FeedbackRepo
  readonly settings: () => MatchSettings
  readonly profile: () => Pick<ProfileView, 'isEmpty'>
  readonly comparing: () => Comparing
  /** What is known of the user's acts is other than before. */
  readonly onNews: () => void
}

export interface Noting {
  /** Notes what was saved, applied for and hidden since the last time. */
  readonly noteMarks: () => void
  /** Drops what was forgotten so long ago that nobody takes it back. */
  readonly dropForgotten: (now: number) => void
}

export function createNoting(options: NotingOptions): Noting {
  const { database, matching, feedback, settings } = options
  const note = createFeedbackNoter({ database, matching, feedback })
  let notedMarks: string | null = null
  return {
    noteMarks: () => {
      const { isMatchLearningOn, matchLearnsFrom } = settings()
      if (!isMatchLearningOn || options.profile().isEmpty) return
      const marks = `${matchLearnsFrom} ${matching.marksVersion()}`
      if (marks === notedMarks) return
      const isChanged = note({ since: matchLearnsFrom, comparing: options.comparing() })
      notedMarks = marks
      if (isChanged) options.onNews()
    },
    dropForgotten: (now) => {
      const { matchLearnsFrom } = settings()
      if (now - matchLearnsFrom < FORGOTTEN_KEPT_MS || !feedback.hasUntil(matchLearnsFrom)) return
      database.write(() => feedback.dropUntil(matchLearnsFrom))
    },
  }
}
