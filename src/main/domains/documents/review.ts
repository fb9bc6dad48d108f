import type { AtsMatch } from '#shared/ats.ts'
import type { Finding } from '#shared/claims.ts'
import type { DocumentContent, DocumentStyle, ExportCheck, FitReport } from '#shared/documents.ts'
import type { JobId } from '#shared/ids.ts'
import { AppError } from '#shared/errors.ts'
import type { JobDetail } from '#shared/jobs.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import type { JobsService } from '../jobs/jobs.service.ts'
import type { CareerService } from '../profile/career/career.service.ts'
import type { ProfileService } from '../profile/profile.service.ts'
import { matchAts } from './ats/match-ats.ts'
import type { ClaimContext } from './claims/claim-context.ts'
import { findClaims } from './claims/find-claims.ts'
import { askedPosting } from './compose/asked-posting.ts'
import type { DocumentWorker, Drawing } from './worker/document-worker.ts'

/** Against what documents are held. */
export interface ReviewKnown {
  readonly jobs: Pick<JobsService, 'get'>
  readonly career: Pick<CareerService, 'get'>
  readonly profile: Pick<ProfileService, 'get'>
}

export interface Rendered {
  readonly fileName: string
  readonly mediaType: string
  readonly base64: string
  readonly check: ExportCheck
  readonly fit: FitReport
}

export interface Matching {
  readonly content: DocumentContent
  readonly style: DocumentStyle
  readonly jobId: JobId
}

export interface Reviewed {
  readonly content: DocumentContent
  readonly jobId: JobId | null
  /** What it is written for, where the job itself is gone or was never stored. */
  readonly named?: { readonly title: string; readonly company: string } | undefined
}

/** What a document looks like, what in it is not backed, and how it fits a posting. Stores nothing. What asks for pages waits for its turn,
 *  and throws WORK_ENDED when they cannot be drawn; aborted, it rejects with an AbortError at once. */
export interface Review {
  readonly render: (asked: Drawing, signal?: AbortSignal) => Promise<Rendered>
  readonly findings: (asked: Reviewed) => Finding[]
  /** Throws NOT_FOUND of the job. */
  readonly match: (asked: Matching, signal?: AbortSignal) => Promise<AtsMatch>
}

export interface ReviewOptions extends ReviewKnown {
  readonly clock: Clock
  readonly worker: Pick<DocumentWorker, 'draw'>
}

export function createReview({ clock, jobs, career, profile, worker }: ReviewOptions): Review {
  return {
    render: async (asked, signal) => {
      const { bytes, mediaType, fileName, check, fit } = await worker.draw(asked, signal)
      return { fileName, mediaType, base64: Buffer.from(bytes).toString('base64'), check, fit }
    },
    findings: ({ content, jobId, named }) => {
      const job = jobId === null ? null : jobOf(jobs, jobId)
      return findClaims(content, {
        career: career.get().career,
        profile: profile.get().profile,
        now: clock.now(),
        context: job === null ? named : contextOf(job),
      })
    },
    match: async ({ content, style, jobId }, signal) => {
      const posting = askedPosting(jobs.get(jobId))
      const { text, check } = await worker.draw({ content, style, format: 'pdf' }, signal)
      return matchAts({
        posting,
        text,
        content,
        style,
        check,
        career: career.get().career,
        profile: profile.get().profile,
      })
    },
  }
}

function jobOf(jobs: Pick<JobsService, 'get'>, jobId: JobId): JobDetail | null {
  try {
    return jobs.get(jobId)
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return null
    throw error
  }
}

function contextOf(job: JobDetail): ClaimContext {
  const { company, title, city, descriptionText } = askedPosting(job)
  return { company, title, city, text: descriptionText }
}
