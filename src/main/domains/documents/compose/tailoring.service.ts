import { AppError } from '#shared/errors.ts'
import { DOCUMENT_LANGUAGES, type DocumentContent, type DocumentLanguage } from '#shared/documents.ts'
import type { JobId } from '#shared/ids.ts'
import type { TailoringOptions, TailoringResult } from '#shared/tailoring.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import type { JobsService } from '../../jobs/jobs.service.ts'
import type { CareerService } from '../../profile/career/career.service.ts'
import type { ProfileService } from '../../profile/profile.service.ts'
import { resumeFromCareer } from '../resume-from-career.ts'
import { askedPosting } from './asked-posting.ts'
import { composeLetter } from './compose-letter.ts'
import { composeResume } from './compose-resume.ts'

export interface Composing {
  readonly jobId: JobId
  /** Where it starts from; null: from the career. */
  readonly documentId: number | null
  readonly options: TailoringOptions
}

export interface TailoringService {
  /** Throws NOT_FOUND of the job or the document. Stores nothing. */
  readonly compose: (asked: Composing) => TailoringResult
}

export interface TailoringKnown {
  readonly clock: Clock
  readonly zone: () => string
  readonly jobs: Pick<JobsService, 'get'>
  readonly career: Pick<CareerService, 'get'>
  readonly profile: Pick<ProfileService, 'get'>
  /** The working copy of a document. Throws NOT_FOUND. */
  readonly contentOf: (documentId: number) => DocumentContent
}

export function createTailoringService({
  clock,
  zone,
  jobs,
  career,
  profile,
  contentOf,
}: TailoringKnown): TailoringService {
  return {
    compose: ({ jobId, documentId, options }) => {
      const posting = askedPosting(jobs.get(jobId))
      const base = documentId === null ? null : contentOf(documentId)
      const language = options.language ?? postingLanguage(posting.facts.language)
      const known = { posting, career: career.get().career, profile: profile.get().profile, options, language }
      if (options.kind === 'letter') {
        const header = base?.header ?? { ...known.career.person, isPlaceShown: true }
        return composeLetter({ ...known, header, now: clock.now(), zone: zone() })
      }
      if (base !== null && base.kind !== 'resume')
        throw new AppError('NOT_FOUND', { entity: 'document', id: String(documentId) })
      return composeResume({ ...known, base: base ?? resumeFromCareer(known.career, known.profile, language) })
    },
  }
}

/** The posting's language where documents can be in it, else English. */
function postingLanguage(language: string | null): DocumentLanguage {
  return DOCUMENT_LANGUAGES.find((known) => known === language) ?? 'en'
}
