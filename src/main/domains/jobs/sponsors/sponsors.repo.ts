import { type SponsorDetails, sponsorDetailsSchema, type SponsorRegister } from '#shared/sponsors.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { RegisterOrganisation } from './files/read-register.ts'
import { type EntryLookup, NAMES_VERSION, type RegisterEntry, stemsOf } from './names/name-index.ts'

export interface StoredFile {
  readonly id: number
  readonly register: SponsorRegister
  readonly state: 'loading' | 'active' | 'previous'
  readonly origin: string
  readonly sha256: string
  readonly publishedOn: string | null
  readonly rowCount: number
  readonly organisationCount: number
  readonly importedAt: number
  readonly namesVersion: number
  readonly keyedAt: number
}

/** A file as it is begun, before its organisations are in. */
export type NewFile = Pick<
  StoredFile,
  'register' | 'origin' | 'sha256' | 'publishedOn' | 'rowCount' | 'organisationCount'
> & { readonly now: number }

export interface StoredEntry extends RegisterEntry {
  readonly id: number
}

const FILE = `id, register, state, origin, sha256, published_on as publishedOn, row_count as rowCount,
  organisation_count as organisationCount, imported_at as importedAt, names_version as namesVersion, keyed_at as keyedAt`
const ENTRY = 'e.id, e.row, e.name, e.town'
/** Behind every text that begins with the one before it. */
const LAST = '\u{10ffff}'

/** The stored registers, and nothing but them. Writes run in the caller's transaction. Instants are UTC epoch ms. */
export function createSponsorsRepo(database: Database) {
  const { raw } = database
  const files = raw.prepare<[], StoredFile>(`select ${FILE} from sponsor_file order by id desc`)
  const active = raw.prepare<[string], StoredFile>(
    `select ${FILE} from sponsor_file where register = ? and state = 'active'`,
  )
  const addFile = raw.prepare(
    `insert into sponsor_file (register, state, origin, sha256, published_on, row_count, organisation_count, imported_at,
       names_version, keyed_at)
     values (:register, 'loading', :origin, :sha256, :publishedOn, :rowCount, :organisationCount, :now, ${NAMES_VERSION}, :now)`,
  )
  const addEntry = raw.prepare<[number, number, string, string, string | null, string]>(
    'insert into sponsor_entity (file_id, row, name, name_key, town, details) values (?, ?, ?, ?, ?, ?)',
  )
  const addAlias = raw.prepare<[number, string, number]>(
    'insert or ignore into sponsor_alias (entity_id, name_key, file_id) values (?, ?, ?)',
  )
  const setState = raw.prepare<[string, number]>('update sponsor_file set state = ? where id = ?')
  const setImported = raw.prepare<[number, number, number]>(
    'update sponsor_file set imported_at = ?, keyed_at = ? where id = ?',
  )
  const setKeyed = raw.prepare<[number, number, number]>(
    'update sponsor_file set names_version = ?, keyed_at = ? where id = ?',
  )
  const someEntries = raw.prepare<[number, number, number], StoredEntry>(
    `select ${ENTRY} from sponsor_entity e where file_id = ? and id > ? order by id limit ?`,
  )
  const setKey = raw.prepare<[string, number]>('update sponsor_entity set name_key = ? where id = ?')
  const dropAliases = raw.prepare<[number]>('delete from sponsor_alias where entity_id = ?')
  const dropSome = raw.prepare<[number, number]>(
    'delete from sponsor_entity where id in (select id from sponsor_entity where file_id = ? limit ?)',
  )
  const dropFile = raw.prepare<[number]>('delete from sponsor_file where id = ?')
  const called = raw.prepare<{ file: number; key: string; atMost: number }, StoredEntry>(
    `select * from (select ${ENTRY} from sponsor_entity e where e.file_id = :file and e.name_key = :key limit :atMost)
     union
     select * from (select ${ENTRY} from sponsor_alias a join sponsor_entity e on e.id = a.entity_id
       where a.file_id = :file and a.name_key = :key limit :atMost)
     order by row limit :atMost`,
  )
  const beginning = raw.prepare<{ file: number; from: string; to: string; atMost: number }, StoredEntry>(
    `select * from (select ${ENTRY} from sponsor_entity e
       where e.file_id = :file and e.name_key >= :from and e.name_key < :to order by e.name_key limit :atMost)
     union
     select * from (select ${ENTRY} from sponsor_alias a join sponsor_entity e on e.id = a.entity_id
       where a.file_id = :file and a.name_key >= :from and a.name_key < :to order by a.name_key limit :atMost)
     limit :atMost`,
  )
  const entry = raw.prepare<[number], StoredEntry>(`select ${ENTRY} from sponsor_entity e where id = ?`)
  const details = raw.prepare<[number], string>('select details from sponsor_entity where id = ?').pluck()

  function insertKeys(entryId: number, how: { fileId: number; stems: readonly string[] }): void {
    for (const stem of how.stems.slice(1)) addAlias.run(entryId, stem, how.fileId)
  }

  return {
    files: (): StoredFile[] => files.all(),
    active: (register: SponsorRegister): StoredFile | null => active.get(register) ?? null,
    /** A file that counts for nothing until it is activated. */
    begin: (file: NewFile): number => Number(addFile.run(file).lastInsertRowid),
    add: (fileId: number, what: { organisations: readonly RegisterOrganisation[]; countryCode: string }): void => {
      for (const { row, name, town, details: said } of what.organisations) {
        const stems = stemsOf(name, what.countryCode)
        const entry = addEntry.run(fileId, row, name, stems[0] ?? '', town, JSON.stringify(said))
        insertKeys(Number(entry.lastInsertRowid), { fileId, stems })
      }
    },
    /** Makes a whole file the one that counts; the one that did is kept as the previous one. */
    activate: (fileId: number, how: { register: SponsorRegister; now: number }): void => {
      const before = active.get(how.register)
      if (before !== undefined) setState.run('previous', before.id)
      setImported.run(how.now, how.now, fileId)
      setState.run('active', fileId)
    },
    /** Takes away at most so many organisations of a file; false when there are none left. */
    dropSome: (fileId: number, atMost: number): boolean => dropSome.run(fileId, atMost).changes > 0,
    dropFile: (fileId: number): void => {
      dropFile.run(fileId)
    },
    entriesAfter: (fileId: number, position: { id: number; atMost: number }): StoredEntry[] =>
      someEntries.all(fileId, position.id, position.atMost),
    /** Makes the keys of entries anew, by today's rules. */
    keyAgain: (entries: readonly StoredEntry[], how: { fileId: number; countryCode: string }): void => {
      for (const { id, name } of entries) {
        const stems = stemsOf(name, how.countryCode)
        dropAliases.run(id)
        setKey.run(stems[0] ?? '', id)
        insertKeys(id, { fileId: how.fileId, stems })
      }
    },
    setKeyed: (fileId: number, now: number): void => {
      setKeyed.run(NAMES_VERSION, now, fileId)
    },
    entry: (entryId: number): StoredEntry | null => entry.get(entryId) ?? null,
    detailsOf: (entryId: number): SponsorDetails => {
      const text = details.get(entryId)
      return text === undefined ? {} : sponsorDetailsSchema.parse(JSON.parse(text))
    },
    lookup: (fileId: number): EntryLookup<StoredEntry> => ({
      called: (key, atMost) => called.all({ file: fileId, key, atMost }),
      beginningWith: (from, atMost) => beginning.all({ file: fileId, from, to: from + LAST, atMost }),
    }),
  }
}

export type SponsorsRepo = ReturnType<typeof createSponsorsRepo>
