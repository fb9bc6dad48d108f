import type { DocumentsService } from '../domains/documents/documents.service.ts'
import { createWritingService, type WritingKnown } from '../domains/documents/writing/writing.service.ts'
import type { Ground } from './ground.ts'
import type { Part } from './part.ts'

export type KnownOfWriting = Pick<WritingKnown, 'jobs' | 'career' | 'profile' | 'gateway' | 'prompts' | 'calls'> & {
  readonly documents: Pick<DocumentsService, 'get' | 'findings'>
}

/** Résumés, letters and interview questions out of a language model, held against the career. */
export function createWritingPart({ clock, zone }: Ground, { documents, ...known }: KnownOfWriting) {
  const writing = createWritingService({
    ...known,
    clock,
    zone,
    contentOf: (documentId) => documents.get(documentId).content,
    findings: documents.findings,
  })
  const services = { writing }
  return { services, handlers: [] } satisfies Part<typeof services>
}
