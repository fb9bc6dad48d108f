import type { DocumentsService } from '../domains/documents/documents.service.ts'
import { createWritingService, type WritingKnown } from '../domains/documents/writing/writing.service.ts'
import type { Ground } from './ground.ts'
import type { Part } from './part.ts'

/** For the contacts in them. Who has more wrote those of today into the newest. */
const DOCUMENTS_READ = 100

export type KnownOfWriting = Pick<WritingKnown, 'jobs' | 'career' | 'profile' | 'gateway' | 'prompts' | 'calls'> & {
  readonly documents: Pick<DocumentsService, 'get' | 'list' | 'findings'>
}

/** Résumés, letters and interview questions out of a language model, held against the career. */
export function createWritingPart({ clock, zone }: Ground, { documents, ...known }: KnownOfWriting) {
  const writing = createWritingService({
    ...known,
    clock,
    zone,
    contentOf: (documentId) => documents.get(documentId).content,
    ownDocuments: () =>
      documents
        .list({})
        .slice(0, DOCUMENTS_READ)
        .map(({ id }) => documents.get(id).content),
    findings: documents.findings,
  })
  const services = { writing }
  return { services, handlers: [] } satisfies Part<typeof services>
}
