import type { Career } from '#shared/career.ts'
import type { DocumentContent, DocumentStyle, ExportCheck } from '#shared/documents.ts'
import type { Profile } from '#shared/profile.ts'
import type { AskedPosting } from '../compose/asked-posting.ts'

export interface AtsInput {
  readonly posting: AskedPosting
  /** The text of the exported file, as another program reads it. */
  readonly text: string
  readonly content: DocumentContent
  readonly style: Pick<DocumentStyle, 'template' | 'language'>
  readonly check: ExportCheck
  readonly career: Career
  readonly profile: Profile
}
