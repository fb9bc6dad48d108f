import type { DocumentContent, DocumentStyle, VersionHead } from '#shared/documents.ts'
import { AppError } from '#shared/errors.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Log } from '#main/infra/log/log.ts'
import { readContent, readStyle } from './stored-content.ts'

export type VersionOrigin = VersionHead['origin']

export interface VersionWhole extends VersionHead {
  readonly content: DocumentContent
  readonly style: DocumentStyle
}

/** A version to be kept: what the document was, as JSON. */
export interface NewVersion {
  readonly documentId: number
  readonly name: string
  readonly origin: VersionOrigin
  readonly content: string
  readonly style: string
  readonly createdAt: number
}

export interface Versions {
  /** The newest first. */
  readonly of: (documentId: number) => VersionHead[]
  /** Throws NOT_FOUND. */
  readonly head: (id: number) => VersionHead
  /** Throws NOT_FOUND. */
  readonly whole: (id: number) => VersionWhole
  /** Null: the document has none. */
  readonly newest: (documentId: number) => VersionWhole | null
  /** Gives it the next number and returns its id. Belongs into a write transaction. */
  readonly keep: (version: NewVersion) => number
}

interface Row extends Omit<VersionHead, 'sentTo'> {
  readonly kind: 'resume' | 'letter'
}

interface WholeRow extends Row {
  readonly content: string
  readonly style: string
}

interface SentRow {
  readonly versionId: number
  readonly applicationId: number
  readonly title: string
  readonly company: string
  readonly fileName: string
}

const HEAD = `document_version.id, document_id as documentId, number, document_version.name, origin, kind,
  document_version.created_at as createdAt`
const FROM = 'from document_version join document on document.id = document_id'
const WHOLE = `${HEAD}, document_version.content, document_version.style`

export function createVersions({ raw }: Database, log: Log): Versions {
  const ofDocument = raw.prepare<[number], Row>(`select ${HEAD} ${FROM} where document_id = ? order by number desc`)
  const byId = raw.prepare<[number], WholeRow>(`select ${WHOLE} ${FROM} where document_version.id = ?`)
  const newest = raw.prepare<[number], WholeRow>(
    `select ${WHOLE} ${FROM} where document_id = ? order by number desc limit 1`,
  )
  // Also of applications that were removed: that they were sent something stays true.
  const sent = raw.prepare<[number], SentRow>(
    `select version_id as versionId, application_id as applicationId, title, company, file_name as fileName
     from document_sent join application on application.id = application_id
     where version_id in (select id from document_version where document_id = ?) order by sent_at, document_sent.id`,
  )
  const insert = raw.prepare<NewVersion>(
    `insert into document_version (document_id, number, name, origin, content, style, created_at)
     values (:documentId, (select coalesce(max(number), 0) + 1 from document_version where document_id = :documentId),
       :name, :origin, :content, :style, :createdAt)`,
  )

  function withSent(row: Row, sentRows = sent.all(row.documentId)): VersionHead {
    const { id, documentId, number, name, origin, createdAt } = row
    const sentTo = sentRows
      .filter(({ versionId }) => versionId === id)
      .map(({ applicationId, title, company, fileName }) => ({ applicationId, title, company, fileName }))
    return { id, documentId, number, name, origin, createdAt, sentTo }
  }

  function wholeOf(row: WholeRow): VersionWhole {
    const content = readContent(row.kind, row.content)
    const style = readStyle(row.style)
    const problems = [...content.problems, ...style.problems]
    if (problems.length > 0) log.warn({ versionId: row.id, problems }, 'a stored version does not fit its schema')
    return { ...withSent(row), content: content.value, style: style.value }
  }

  function require(id: number): WholeRow {
    const row = byId.get(id)
    if (row === undefined) throw new AppError('NOT_FOUND', { entity: 'version', id: String(id) })
    return row
  }

  return {
    of: (documentId) => {
      const sentRows = sent.all(documentId)
      return ofDocument.all(documentId).map((row) => withSent(row, sentRows))
    },
    head: (id) => withSent(require(id)),
    whole: (id) => wholeOf(require(id)),
    newest: (documentId) => {
      const row = newest.get(documentId)
      return row === undefined ? null : wholeOf(row)
    },
    keep: (version) => Number(insert.run(version).lastInsertRowid),
  }
}

/** Whether both would come out as the same pages. Pure. */
export function isSame(one: Written, other: Written): boolean {
  return (
    JSON.stringify(one.content) === JSON.stringify(other.content) &&
    JSON.stringify(one.style) === JSON.stringify(other.style)
  )
}

interface Written {
  readonly content: DocumentContent
  readonly style: DocumentStyle
}
