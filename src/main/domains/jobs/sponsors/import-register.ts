import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SponsorRegister } from '#shared/sponsors.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import { readRegister } from './files/read-register.ts'
import { FileProblem } from './files/register-refusal.ts'
import { REGISTERS } from './registers.ts'
import type { SponsorsRepo, StoredFile } from './sponsors.repo.ts'

/** Organisations written in one transaction: some 10 ms. */
const AT_ONCE = 250
/** What is smaller is a part of a register. */
const MIN_ROWS = 50
/** A register does not lose more of its rows than this from one file to the next. */
const MAX_LOSS = 0.3
/** An import that was cut short is no longer under way after so long. */
const LEFTOVER_MS = 10 * 60_000

export interface ImportDeps {
  readonly database: Database
  readonly clock: Clock
  readonly repo: SponsorsRepo
}

export interface RegisterImport {
  readonly register: SponsorRegister
  readonly bytes: Uint8Array
  /** Its address, or the name of the user's file. */
  readonly origin: string
  readonly publishedOn: string | null
  readonly acceptsSmaller: boolean
  /** Called between two transactions, and in each: throws when the import has to stop. */
  readonly check: () => void
}

/** Reads a file and stores it beside the one that counts, in transactions of a few organisations; only when it is whole does it count,
 *  and the one before it becomes the previous one. An import that is cut short leaves the one that counted; what it stored is cleared
 *  away later. False when the same file counts already. Throws FileProblem. */
export async function importRegister(deps: ImportDeps, file: RegisterImport): Promise<boolean> {
  const { database, clock, repo } = deps
  const { register, bytes, origin, check } = file
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const before = repo.active(register)
  if (before?.sha256 === sha256) return false
  const reading = await readRegister({ register, bytes, fileName: origin })
  refuseParts(reading.rows, { before, acceptsSmaller: file.acceptsSmaller })
  await clearLeftovers(deps, check)
  const { organisations, rows: rowCount } = reading
  const write = (work: () => void) => {
    database.write(() => {
      check()
      work()
    })
  }
  const fileId = database.write(() => {
    check()
    const publishedOn = reading.publishedOn ?? file.publishedOn
    const organisationCount = organisations.length
    return repo.begin({ register, origin, sha256, publishedOn, rowCount, organisationCount, now: clock.now() })
  })
  const { countryCode } = REGISTERS[register]
  for (let at = 0; at < organisations.length; at += AT_ONCE) {
    write(() => repo.add(fileId, { organisations: organisations.slice(at, at + AT_ONCE), countryCode }))
    await nextTurn()
  }
  write(() => repo.activate(fileId, { register, now: clock.now() }))
  await dropOlder(deps, register)
  return true
}

function refuseParts(rows: number, against: { before: StoredFile | null; acceptsSmaller: boolean }): void {
  if (rows < MIN_ROWS) {
    throw new FileProblem(
      'too_small',
      `The file has only ${rows} ${rows === 1 ? 'row' : 'rows'}: no register is that small. Download it again, whole.`,
    )
  }
  const { before, acceptsSmaller } = against
  if (before === null || acceptsSmaller || rows >= before.rowCount * (1 - MAX_LOSS)) return
  const loss = Math.round((1 - rows / before.rowCount) * 100)
  throw new FileProblem(
    'shrunk',
    `The file has ${rows} rows, ${loss} % fewer than the ${before.rowCount} of the stored one, which is kept. ` +
      'If the register really became smaller, import the file by hand and accept that.',
  )
}

/** What imports left that never came to their end. */
export async function clearLeftovers(deps: ImportDeps, check: () => void = () => undefined): Promise<void> {
  const { repo, clock } = deps
  for (const { id, state, importedAt } of repo.files()) {
    if (state !== 'loading' || clock.now() - importedAt < LEFTOVER_MS) continue
    check()
    await drop(deps, id)
  }
}

/** The file that counts and the one before it are kept. */
async function dropOlder(deps: ImportDeps, register: SponsorRegister): Promise<void> {
  const previous = deps.repo.files().filter((file) => file.register === register && file.state === 'previous')
  for (const { id } of previous.slice(1)) await drop(deps, id)
}

async function drop({ database, repo }: ImportDeps, fileId: number): Promise<void> {
  while (database.write(() => repo.dropSome(fileId, AT_ONCE))) await nextTurn()
  database.write(() => repo.dropFile(fileId))
}
