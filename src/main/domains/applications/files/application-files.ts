import { type ApplicationFile, FILE_MAX_BYTES } from '#shared/application-parts.ts'
import { AppError, type ErrorData } from '#shared/errors.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { type ByteStore, DamagedBytes } from '#main/infra/files/byte-store.ts'
import type { Log } from '#main/infra/log/log.ts'
import { createApplicationRows } from '../application-rows.ts'
import { createPartChanges, type PartChanges, type PartContext } from '../parts/part-changes.ts'
import { createPartRows, type PartRows } from '../parts/part-rows.ts'
import { endingOf, safeFileName } from './file-name.ts'
import { sniffFormat } from './sniff-format.ts'

export interface AddedFile {
  readonly applicationId: number
  readonly name: string
  readonly kind: ApplicationFile['kind']
  readonly base64: string
}

export interface ApplicationFiles extends Pick<PartChanges<ApplicationFile>, 'remove' | 'restore'> {
  /** Throws NOT_FOUND and FILE_REFUSED. The same bytes under the same name are added once. `alongside` is called in the transaction that
   *  adds the file, also when it is there already; what it throws undoes both. */
  readonly add: (file: AddedFile, alongside?: (file: ApplicationFile) => void) => Promise<ApplicationFile>
  /** Throws NOT_FOUND, also when the bytes are gone from the disk or damaged. */
  readonly read: (id: number) => Promise<{ file: ApplicationFile; base64: string }>
}

export function createFileRows(database: Database): PartRows<ApplicationFile> {
  return createPartRows<ApplicationFile, ApplicationFile>(database, {
    table: 'application_file',
    columns: 'name, kind, media_type as mediaType, bytes, sha256, added_at as addedAt',
    order: 'added_at, id',
    toPart: (row) => row,
  })
}

export interface FilesOptions extends PartContext {
  readonly store: ByteStore
  readonly log: Log
}

type Inserted = Omit<ApplicationFile, 'id'>

/** Files of applications: what they are called lies in the database, their bytes in the store. */
export function createApplicationFiles(options: FilesOptions): ApplicationFiles {
  const { database, clock, store, log } = options
  const rows = createFileRows(database)
  const applications = createApplicationRows(database)
  const insert = database.raw.prepare<Inserted>(
    `insert into application_file (application_id, name, kind, media_type, bytes, sha256, added_at)
     values (:applicationId, :name, :kind, :mediaType, :bytes, :sha256, :addedAt)`,
  )
  const same = database.raw
    .prepare<Inserted, number>(
      `select id from application_file where application_id = :applicationId and sha256 = :sha256 and name = :name
         and kind = :kind and removed_at is null`,
    )
    .pluck()
  const isRead = database.raw.prepare<[number], number>(
    'select 1 from application_file where id = ? and removed_at is null',
  )
  const changes = createPartChanges<ApplicationFile>(options, {
    entity: 'file',
    table: 'application_file',
    rows,
    eventOf: ({ id, name }, change) => ({ type: 'file', partId: id, change, name }),
  })

  /** Null: the bytes were swept between keeping them and writing the row. */
  function write(file: Inserted, alongside: (file: ApplicationFile) => void): ApplicationFile | null {
    try {
      return changes.add(file.applicationId, () => {
        if (!store.has(file.sha256)) throw new BytesGone()
        const known = same.get(file)
        const id = known ?? Number(insert.run(file).lastInsertRowid)
        alongside({ ...file, id })
        return (known === undefined ? null : rows.find(known)) ?? id
      })
    } catch (error) {
      if (error instanceof BytesGone) return null
      throw error
    }
  }

  return {
    add: async ({ applicationId, name, kind, base64 }, alongside = () => undefined) => {
      applications.live(applicationId)
      const bytes = bytesOf(base64)
      const { format, reason } = await sniffFormat(bytes, endingOf(name))
      if (format === null) throw refusal('type', reason)
      for (let tries = 0; tries < 2; tries += 1) {
        const sha256 = await keep(store, bytes)
        const about = { mediaType: format.mediaType, bytes: bytes.length, sha256, addedAt: clock.now() }
        const file = write({ ...about, applicationId, name: safeFileName(name, format), kind }, alongside)
        if (file !== null) return file
      }
      throw new BytesGone('Bytes that were just kept are gone.')
    },
    read: async (id) => {
      const file = isRead.get(id) === undefined ? null : rows.find(id)
      const bytes = file === null ? null : await readKept(file, { store, log })
      if (file === null || bytes === null) throw new AppError('NOT_FOUND', { entity: 'file', id: String(id) })
      return { file, base64: bytes.toString('base64') }
    },
    remove: changes.remove,
    restore: changes.restore,
  }
}

class BytesGone extends Error {
  override readonly name = 'BytesGone'
}

async function readKept(
  { id, sha256 }: ApplicationFile,
  { store, log }: Pick<FilesOptions, 'store' | 'log'>,
): Promise<Buffer | null> {
  try {
    const bytes = await store.read(sha256)
    if (bytes === null) log.error({ fileId: id, sha256 }, 'the bytes of a file are gone')
    return bytes
  } catch (error) {
    if (!(error instanceof DamagedBytes)) throw error
    log.error({ fileId: id, err: error }, 'the bytes of a file are damaged')
    return null
  }
}

function bytesOf(base64: string): Buffer {
  const bytes = Buffer.from(base64, 'base64')
  if (bytes.length > FILE_MAX_BYTES) {
    throw refusal('too_large', `It has more than ${FILE_MAX_BYTES / 1024 / 1024} MB. Add a smaller version of it.`)
  }
  // The decoder passes over what is no base64.
  if (bytes.toString('base64') !== base64) throw refusal('broken', 'It did not arrive whole. Add it once more.')
  if (bytes.length === 0) throw refusal('empty', 'There is nothing in it.')
  return bytes
}

const DISK_PROBLEMS: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full. Make room and add it once more.',
  EDQUOT: 'Your share of the disk is full. Make room and add it once more.',
  EROFS: 'The disk with the profile cannot be written to.',
  EACCES: 'The folder of the profile cannot be written to.',
  EPERM: 'The folder of the profile cannot be written to.',
}

async function keep(store: ByteStore, bytes: Buffer): Promise<string> {
  try {
    return await store.keep(bytes)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? DISK_PROBLEMS[String(error.code)] : undefined
    throw reason === undefined ? error : refusal('disk', reason)
  }
}

function refusal(problem: ErrorData<'FILE_REFUSED'>['problem'], reason: string): AppError<'FILE_REFUSED'> {
  return new AppError('FILE_REFUSED', { problem, reason })
}
