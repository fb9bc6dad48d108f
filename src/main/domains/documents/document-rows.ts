import type { Document, DocumentHead, DocumentKind, DocumentStyle } from '#shared/documents.ts'
import { AppError } from '#shared/errors.ts'
import { type JobId, jobIdSchema } from '#shared/ids.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Log } from '#main/infra/log/log.ts'
import { readContent, readStyle } from './stored-content.ts'

/** A document as its row has it, read. `isMended`: its stored content or style did not fit any more, and stands in `stored` as it was. */
export interface DocumentRow {
  readonly document: Document
  readonly stored: { readonly content: string; readonly style: string }
  readonly isMended: boolean
}

/** Reads documents. What was removed is not there, unless it is asked for. */
export interface DocumentRows {
  /** Throws NOT_FOUND. */
  readonly live: (id: number) => DocumentRow
  /** Throws NOT_FOUND. Of one that may be removed. */
  readonly head: (id: number) => DocumentHead
  /** The last changed first. */
  readonly heads: (filter: HeadFilter) => DocumentHead[]
  readonly isRemoved: (id: number) => boolean
}

interface HeadFilter {
  readonly kind: DocumentKind | null
  readonly jobId: JobId | null
  readonly isRemoved: boolean
}

interface HeadRow {
  readonly id: number
  readonly kind: DocumentKind
  readonly name: string
  readonly isMaster: number
  readonly isLocked: number
  readonly jobId: number | null
  readonly jobTitle: string | null
  readonly jobCompany: string | null
  readonly style: string
  readonly versions: number
  readonly sent: number
  readonly createdAt: number
  readonly updatedAt: number
  readonly removedAt: number | null
}

interface WholeRow extends HeadRow {
  readonly content: string
  readonly revision: number
}

const HEAD = `document.id, kind, name, is_master as isMaster, is_locked as isLocked, job_id as jobId, job_title as jobTitle,
  job_company as jobCompany, style, created_at as createdAt, updated_at as updatedAt, removed_at as removedAt,
  (select count(*) from document_version where document_id = document.id) as versions,
  (select count(*) from document_sent join document_version on document_version.id = version_id
     where document_id = document.id) as sent`

export function createDocumentRows({ raw }: Database, log: Log): DocumentRows {
  const byId = raw.prepare<[number], WholeRow>(
    `select ${HEAD}, content, revision from document where id = ? and removed_at is null`,
  )
  const headById = raw.prepare<[number], HeadRow>(`select ${HEAD} from document where id = ?`)
  const listed = raw.prepare<{ kind: string | null; jobId: number | null; isRemoved: number }, HeadRow>(
    `select ${HEAD} from document
     where (removed_at is not null) = :isRemoved and (:kind is null or kind = :kind) and (:jobId is null or job_id = :jobId)
     order by updated_at desc, id desc`,
  )

  function headRow(id: number): HeadRow {
    const row = headById.get(id)
    if (row === undefined) throw noDocument(id)
    return row
  }

  return {
    live: (id) => {
      const row = byId.get(id)
      if (row === undefined) throw noDocument(id)
      const content = readContent(row.kind, row.content)
      const style = readStyle(row.style)
      const problems = [...content.problems, ...style.problems]
      if (problems.length > 0) log.warn({ documentId: id, problems }, 'a stored document does not fit its schema')
      return {
        document: { ...headOf(row, style.value), content: content.value, style: style.value, revision: row.revision },
        stored: { content: row.content, style: row.style },
        isMended: problems.length > 0,
      }
    },
    head: (id) => {
      const row = headRow(id)
      return headOf(row, readStyle(row.style).value)
    },
    heads: ({ isRemoved, ...filter }) =>
      listed.all({ ...filter, isRemoved: isRemoved ? 1 : 0 }).map((row) => headOf(row, readStyle(row.style).value)),
    isRemoved: (id) => headRow(id).removedAt !== null,
  }
}

function headOf(row: HeadRow, { language, template }: DocumentStyle): DocumentHead {
  const { id, kind, name, jobId, jobTitle, jobCompany, versions, sent, createdAt, updatedAt, removedAt } = row
  const job =
    jobTitle === null && jobCompany === null
      ? null
      : { id: jobId === null ? null : jobIdSchema.parse(jobId), title: jobTitle ?? '', company: jobCompany ?? '' }
  return {
    id,
    kind,
    name,
    isMaster: row.isMaster === 1,
    isLocked: row.isLocked === 1,
    job,
    language,
    template,
    versions,
    sent,
    createdAt,
    updatedAt,
    removedAt,
  }
}

export function noDocument(id: number): AppError<'NOT_FOUND'> {
  return new AppError('NOT_FOUND', { entity: 'document', id: String(id) })
}
