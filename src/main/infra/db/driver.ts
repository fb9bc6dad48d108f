import Sqlite from 'better-sqlite3'

export type SqliteConnection = Sqlite.Database
export type SqliteStatement<Params extends unknown[], Row> = Sqlite.Statement<Params, Row>

/** The database as domains see it: prepared statements through `raw`, writes through `write`. */
export interface Database {
  readonly raw: SqliteConnection
  readonly path: string
  /** Runs `work` in one immediate transaction: it takes the write lock at once, so it never fails half way for being second. */
  readonly write: <T>(work: () => T) => T
  /** The same for work that is done again when it is missing (what a run collects, what is read again): the disk is not waited for.
   *  A crash of the app loses nothing of it; a power cut may lose the latest of these transactions, each whole, and none before an
   *  acknowledged `write`. */
  readonly writeRepeatable: <T>(work: () => T) => T
  readonly close: () => void
}

/** Each pragma with its reason. Runs on every connection. */
const PRAGMAS = [
  // Readers never wait for the writer, and several processes may share one profile.
  'journal_mode = WAL',
  // An acknowledged write survives a power cut; measured at 0.34 ms a commit.
  'synchronous = FULL',
  // A second process waits for its turn and does not report "busy".
  'busy_timeout = 15000',
  // Links between tables hold, always.
  'foreign_keys = ON',
  // 64 MB of page cache: the index pages of a large profile stay in memory.
  'cache_size = -65536',
  // Reads of a large file come through the page cache of the system without a copy.
  'mmap_size = 268435456',
  // Sorting and temporary tables stay off the disk.
  'temp_store = MEMORY',
  // The log file does not stay large after one large run.
  'journal_size_limit = 67108864',
  // SQL in a damaged or hostile file cannot call out of the database.
  'trusted_schema = OFF',
]

/** Opens a connection and sets its pragmas. The file is created when it is not there. */
export function connect(path: string): Database {
  const raw = new Sqlite(path)
  try {
    for (const pragma of PRAGMAS) raw.pragma(pragma)
  } catch (error) {
    raw.close()
    throw error
  }
  const transaction = raw.transaction((work: () => unknown) => work())
  const write = <T>(work: () => T): T => transaction.immediate(work) as T
  return {
    raw,
    path,
    write,
    writeRepeatable: (work) => {
      // What is part of a larger transaction is as safe as that one.
      if (raw.inTransaction) return write(work)
      raw.pragma('synchronous = NORMAL')
      try {
        return write(work)
      } finally {
        raw.pragma('synchronous = FULL')
      }
    },
    close: () => {
      if (!raw.open) return
      raw.pragma('optimize')
      raw.pragma('wal_checkpoint(TRUNCATE)')
      raw.close()
    },
  }
}
