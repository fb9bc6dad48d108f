import { DOCUMENT_KINDS, type DocumentKind } from '#shared/documents.ts'

/** The search part of the address of the list: whether the dialog for a new one is open, and of which kind. */
interface DocumentsSearch {
  readonly add?: DocumentKind
}

/** Reads any address; what does not fit is as good as absent. Never throws. Pure. */
export function readDocumentsSearch(raw: Readonly<Record<string, unknown>>): DocumentsSearch {
  const kind = DOCUMENT_KINDS.find((known) => known === raw['add'])
  return kind === undefined ? {} : { add: kind }
}
