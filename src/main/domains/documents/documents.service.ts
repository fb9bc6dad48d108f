import {
  type Document,
  type DocumentContent,
  type DocumentHead,
  type DocumentKind,
  type DocumentStyle,
  documentStyleSchema,
  type VersionHead,
} from '#shared/documents.ts'
import { AppError } from '#shared/errors.ts'
import type { JobId } from '#shared/ids.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Log } from '#main/infra/log/log.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { type Attached, type AttachKnown, type AttachWish, createAttach } from './attach.ts'
import { createDocumentRows, type DocumentRow, noDocument } from './document-rows.ts'
import { createReview, type Review, type ReviewKnown } from './review.ts'
import { beginContent, type Start } from './start-content.ts'
import { createVersions, isSame, type NewVersion, type VersionOrigin, type VersionWhole } from './versions.ts'
import type { DocumentWorker } from './worker/document-worker.ts'

/** Résumés and letters. What throws, and with what, is in the contract. */
export interface DocumentsService extends Review {
  readonly list: (filter: DocumentFilter) => DocumentHead[]
  readonly get: (id: number) => Document
  readonly create: (wish: NewDocument) => Document
  readonly save: (copy: WorkingCopy) => Document
  readonly update: (change: DocumentChange) => DocumentHead
  readonly remove: (id: number) => DocumentHead
  readonly restore: (id: number) => DocumentHead
  readonly versions: (id: number) => VersionHead[]
  readonly version: (versionId: number) => VersionWhole
  readonly keepVersion: (wish: { id: number; name: string; origin: VersionOrigin }) => VersionHead
  readonly restoreVersion: (versionId: number) => Document
  readonly attach: (wish: AttachWish) => Promise<Attached>
}

export interface DocumentFilter {
  readonly kind?: DocumentKind | undefined
  readonly jobId?: JobId | undefined
  readonly isRemoved?: boolean | undefined
}

export interface Documents {
  readonly service: DocumentsService
  /** Inside the transaction in which a job becomes part of another one: what is written for it follows. False: nothing is. */
  readonly jobJoined: (from: JobId, into: JobId) => boolean
  /** Lets go for good of what was removed before the instant (UTC ms), and never went to an application. */
  readonly purge: (removedBefore: number) => void
}

export interface NewDocument {
  readonly kind: DocumentKind
  readonly name: string
  readonly start: Start
  readonly style?: DocumentStyle | undefined
  readonly jobId: JobId | null
}

export interface WorkingCopy {
  readonly id: number
  readonly revision: number
  readonly content: DocumentContent
  readonly style: DocumentStyle
}

export interface DocumentChange {
  readonly id: number
  readonly name?: string | undefined
  readonly isLocked?: boolean | undefined
  readonly isMaster?: boolean | undefined
}

export interface DocumentsOptions extends ReviewKnown, AttachKnown {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly worker: Pick<DocumentWorker, 'draw'>
  /** After a commit that changed documents. */
  readonly onChange: () => void
}

/** How the version is called that keeps what a document began as, by whose hand that was. */
const FIRST_NAMES: Readonly<Record<VersionOrigin, string>> = {
  user: 'As it began',
  composer: 'As it was composed',
  ai: 'As the model wrote it',
  import: 'As it was imported',
  restore: 'As it was restored',
  sent: 'As it was sent',
}

export function createDocuments(options: DocumentsOptions): Documents {
  const { database, clock, log, jobs, career, profile, onChange } = options
  const { raw } = database
  const rows = createDocumentRows(database, log)
  const versions = createVersions(database, log)
  const review = createReview(options)
  const attach = createAttach({ ...options, rows, versions, findings: review.findings })

  const insert = raw.prepare(
    `insert into document (kind, name, job_id, job_title, job_company, style, content, created_at, updated_at)
     values (:kind, :name, :jobId, :jobTitle, :jobCompany, :style, :content, :now, :now)`,
  )
  const writeCopy = raw.prepare<{ id: number; content: string; style: string; now: number }>(
    'update document set content = :content, style = :style, revision = revision + 1, updated_at = :now where id = :id',
  )
  const setName = raw.prepare<[string, number, number]>('update document set name = ?, updated_at = ? where id = ?')
  const setLocked = raw.prepare<[number, number]>('update document set is_locked = ? where id = ?')
  // Also of removed ones: what comes back must not make two.
  const setMaster = raw.prepare<{ id: number; kind: DocumentKind }>(
    'update document set is_master = (id = :id) where kind = :kind',
  )
  const unsetMaster = raw.prepare<[number]>('update document set is_master = 0 where id = ?')
  const setRemoved = raw.prepare<[number | null, number]>('update document set removed_at = ? where id = ?')
  const followJob = raw.prepare<[number, number]>('update document set job_id = ? where job_id = ?')
  // What went out stays told, and can be looked up, for as long as its application is there.
  const purge = raw.prepare<[number]>(
    `delete from document where removed_at < ? and not exists (
       select 1 from document_sent join document_version on document_version.id = version_id
       where document_id = document.id)`,
  )

  /** One transaction; tells everybody when `work` says that something is different. */
  function changing(work: () => boolean): void {
    if (database.write(work)) onChange()
  }

  function requireOpen({ document: { id, isLocked } }: DocumentRow): void {
    if (isLocked) throw new AppError('DOCUMENT_LOCKED', { id })
  }

  function keep(documentId: number, version: Omit<NewVersion, 'documentId' | 'createdAt'>): number {
    return versions.keep({ documentId, createdAt: clock.now(), ...version })
  }

  function write({ document, stored, isMended }: DocumentRow, next: Pick<WorkingCopy, 'content' | 'style'>): void {
    const { id } = document
    // What could not be read in full is not written over for good.
    if (isMended) keep(id, { ...stored, name: 'As it was stored, in part unreadable', origin: 'restore' })
    writeCopy.run({ id, ...jsonOf(next), now: clock.now() })
  }

  function setRemovedAt(id: number, removedAt: number | null): DocumentHead {
    changing(() => {
      if (rows.isRemoved(id) === (removedAt !== null)) return false
      setRemoved.run(removedAt, id)
      return true
    })
    return rows.head(id)
  }

  function create({ kind, name, start, style: wished, jobId }: NewDocument): Document {
    let id = 0
    changing(() => {
      const source = start.from === 'document' ? rows.live(start.id).document : null
      const job = jobId === null ? null : jobs.get(jobId)
      const style = wished ?? source?.style ?? documentStyleSchema.parse({})
      const known = { career: career.get().career, profile: profile.get().profile, language: style.language }
      const json = jsonOf({ content: beginContent({ kind, start, source: source?.content ?? null }, known), style })
      const about = { kind, name, jobId, jobTitle: job?.title ?? null, jobCompany: job?.company ?? null }
      id = Number(insert.run({ ...about, ...json, now: clock.now() }).lastInsertRowid)
      if (start.from === 'content') keep(id, { ...json, name: FIRST_NAMES[start.origin], origin: start.origin })
      return true
    })
    return rows.live(id).document
  }

  function save({ id, revision, content, style }: WorkingCopy): Document {
    changing(() => {
      const row = rows.live(id)
      const { document } = row
      if (content.kind !== document.kind) throw noDocument(id)
      requireOpen(row)
      if (revision !== document.revision) throw new AppError('STALE', { id, version: document.revision })
      if (!row.isMended && isSame(document, { content, style })) return false
      write(row, { content, style })
      return true
    })
    return rows.live(id).document
  }

  function update({ id, name, isLocked, isMaster }: DocumentChange): DocumentHead {
    changing(() => {
      const { document } = rows.live(id)
      const isRenamed = name !== undefined && name !== document.name
      const isOtherLock = isLocked !== undefined && isLocked !== document.isLocked
      const isOtherMaster = isMaster !== undefined && isMaster !== document.isMaster
      if (isRenamed) setName.run(name, clock.now(), id)
      if (isOtherLock) setLocked.run(isLocked ? 1 : 0, id)
      if (isOtherMaster && isMaster) setMaster.run({ id, kind: document.kind })
      if (isOtherMaster && !isMaster) unsetMaster.run(id)
      return isRenamed || isOtherLock || isOtherMaster
    })
    return rows.head(id)
  }

  function keepVersion({ id, name, origin }: { id: number; name: string; origin: VersionOrigin }): VersionHead {
    let versionId = 0
    changing(() => {
      const { document } = rows.live(id)
      const newest = versions.newest(id)
      // A click too many.
      const isThere = newest?.name === name && newest.origin === origin && isSame(newest, document)
      versionId = isThere ? newest.id : keep(id, { ...jsonOf(document), name, origin })
      return !isThere
    })
    return versions.head(versionId)
  }

  function restoreVersion(versionId: number): Document {
    const { documentId } = versions.head(versionId)
    changing(() => {
      const version = versions.whole(versionId)
      const row = rows.live(documentId)
      requireOpen(row)
      if (!row.isMended && isSame(row.document, version)) return false
      const newest = versions.newest(documentId)
      if (!row.isMended && (newest === null || !isSame(newest, row.document))) {
        keep(documentId, { ...row.stored, name: `Before version ${version.number} was restored`, origin: 'restore' })
      }
      write(row, version)
      return true
    })
    return rows.live(documentId).document
  }

  return {
    jobJoined: (from, into) => followJob.run(into, from).changes > 0,
    purge: (removedBefore) => void database.write(() => purge.run(removedBefore)),
    service: {
      list: ({ kind = null, jobId = null, isRemoved = false }) => rows.heads({ kind, jobId, isRemoved }),
      get: (id) => rows.live(id).document,
      create,
      save,
      update,
      remove: (id) => setRemovedAt(id, clock.now()),
      restore: (id) => setRemovedAt(id, null),
      versions: (id) => versions.of(rows.live(id).document.id),
      version: versions.whole,
      keepVersion,
      restoreVersion,
      ...review,
      attach: async (wish) => {
        const attached = await attach(wish)
        onChange()
        return attached
      },
    },
  }
}

function jsonOf({ content, style }: Pick<WorkingCopy, 'content' | 'style'>): { content: string; style: string } {
  return { content: JSON.stringify(content), style: JSON.stringify(style) }
}
