import type { Career } from '#shared/career.ts'
import type { DocumentHeader, DocumentLanguage } from '#shared/documents.ts'
import type { Profile } from '#shared/profile.ts'
import type { TailoringOptions } from '#shared/tailoring.ts'
import type { AskedPosting } from './asked-posting.ts'

export interface LetterInput {
  readonly posting: AskedPosting
  readonly career: Career
  readonly profile: Profile
  /** The lines on top; the person's own where there is no document. */
  readonly header: DocumentHeader
  readonly options: TailoringOptions
  readonly language: DocumentLanguage
  /** UTC epoch ms, and the IANA zone of the user: for the date of the letter. */
  readonly now: number
  readonly zone: string
}
