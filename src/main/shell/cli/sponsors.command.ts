import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { ORPCError } from '@orpc/client'
import { z } from 'zod'
import { isCountryCode } from '#shared/countries.ts'
import type { ErrorData } from '#shared/errors.ts'
import { type RegisterView, SPONSOR_REGISTERS, type SponsorRegister, sponsorRegisterSchema } from '#shared/sponsors.ts'
import type { Core } from '../../core.ts'
import { findCountry } from '../../domains/jobs/enrich/place/gazetteer.ts'
import { FileProblem } from '../../domains/jobs/sponsors/files/register-refusal.ts'
import { matchCompany } from '../../domains/jobs/sponsors/names/match-company.ts'
import { type EntryLookup, indexEntries, type RegisterEntry } from '../../domains/jobs/sponsors/names/name-index.ts'
import { readRegister } from '../../domains/jobs/sponsors/files/read-register.ts'
import { registerOf, REGISTERS } from '../../domains/jobs/sponsors/registers.ts'
import { answerRows } from './answer-rows.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

interface RegistersFlags extends GlobalFlags {
  readonly json?: boolean
}

export function listRegistersCommand(flags: RegistersFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const registers = await core.client.sponsors.list()
    if (flags.json === true) printJson(registers)
    else printTable([['register', 'date', 'rows', 'age', 'note', 'origin'], ...registers.map(rowOf)])
    return EXIT.ok
  })
}

interface ImportFlags extends RegistersFlags {
  readonly file?: string
  readonly acceptSmaller?: boolean
}

/** Exit code 1 when the file is refused or cannot be fetched, with the reason on standard error. */
export async function importRegisterCommand(name: string, flags: ImportFlags): Promise<number> {
  const register = registerNamed(name)
  const bytes = flags.file === undefined ? null : await readBytes(flags.file)
  return withCore(flags, async (core) => {
    const stored =
      bytes === null
        ? await fetched(core, register)
        : await imported(core, {
            register,
            bytes,
            fileName: flags.file ?? '',
            acceptsSmaller: flags.acceptSmaller === true,
          })
    if (flags.json === true) printJson(stored)
    else printLine(describe(stored))
    return EXIT.ok
  })
}

const LOOK_EVERY_MS = 200

/** Waits for the end of the refresh, wherever it is carried out. */
async function fetched(core: Core, register: SponsorRegister): Promise<RegisterView> {
  // This process ends with what it was asked for: the schedule is for those that stay.
  core.start({ withSchedule: false })
  const begunAt = Date.now()
  for (let view = await core.client.sponsors.refresh({ register }); ;) {
    if (!view.isRefreshing) {
      if (view.problem !== null && view.problem.at >= begunAt) throw new CliFailure(view.problem.message)
      return view
    }
    await delay(LOOK_EVERY_MS)
    view = (await core.client.sponsors.list()).find((other) => other.register === register) ?? view
  }
}

async function imported(
  core: Core,
  { bytes, ...file }: { register: SponsorRegister; bytes: Buffer; fileName: string; acceptsSmaller: boolean },
): Promise<RegisterView> {
  try {
    return await core.client.sponsors.import({ ...file, base64: bytes.toString('base64') })
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'REGISTER_REFUSED') throw error
    const { reason } = error.data as ErrorData<'REGISTER_REFUSED'>
    throw new CliFailure(reason)
  }
}

const companyRowSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  company: z.string(),
  country: z.string().nullish(),
  town: z.string().nullish(),
})

interface MatchFlags extends GlobalFlags {
  readonly input: string
  readonly register: Readonly<Record<string, string>>
}

/** Prints `{id, register, row, name, reason}` for each row of a JSON Lines file, in order; nulls where nothing matches. */
export async function matchCompaniesCommand(flags: MatchFlags): Promise<number> {
  const given = Object.entries(flags.register)
  if (given.length === 0) return matchWithStored(flags)
  const lookups = new Map<string, EntryLookup<RegisterEntry>>()
  for (const [name, path] of given) {
    const register = registerNamed(name)
    lookups.set(REGISTERS[register].countryCode, await lookupIn(register, path))
  }
  return answerRows(flags.input, companyRowSchema, ({ id, company, country, town }) => {
    const countryCode = countryCodeOf(country)
    const lookup = lookups.get(countryCode)
    const { match } = lookup === undefined ? NOBODY : matchCompany({ company, countryCode, town: town ?? null }, lookup)
    if (match === null) return nobody(id)
    const { row, name } = match.entry
    return { id, register: registerOf(countryCode)?.id ?? null, row, name, reason: match.reason }
  })
}

const NOBODY = { match: null } as const
const nobody = (id: string) => ({ id, register: null, row: null, name: null, reason: null })

function matchWithStored(flags: MatchFlags): Promise<number> {
  return withCore(flags, (core) =>
    answerRows(flags.input, companyRowSchema, async ({ id, company, country, town }) => {
      const countryCode = countryCodeOf(country)
      if (company.trim() === '' || registerOf(countryCode) === null) return nobody(id)
      const query = { company: company.slice(0, 300), countryCode, town: town ?? null }
      const match = await core.client.sponsors.match(query)
      if (match === null) return nobody(id)
      const { register, row, name, reason } = match
      return { id, register, row, name, reason }
    }),
  )
}

async function lookupIn(register: SponsorRegister, path: string): Promise<EntryLookup<RegisterEntry>> {
  const bytes = await readBytes(path)
  try {
    const { organisations } = await readRegister({ register, bytes, fileName: path })
    return indexEntries(organisations, REGISTERS[register].countryCode)
  } catch (error) {
    throw error instanceof FileProblem ? new CliFailure(`${path}: ${error.message}`, EXIT.usage) : error
  }
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null
    if (code === null) throw error
    throw new CliFailure(`The file ${path} cannot be read (${code}).`, EXIT.usage)
  }
}

/** A code, or a name as people write it: "UK", "Netherlands". '' for what is no country. */
function countryCodeOf(country: string | null | undefined): string {
  const written = country?.trim() ?? ''
  const code = written.toUpperCase()
  return isCountryCode(code) ? code : (findCountry(written) ?? findCountry(code) ?? '')
}

function registerNamed(name: string): SponsorRegister {
  const register = sponsorRegisterSchema.safeParse(name.toLowerCase())
  if (register.success) return register.data
  throw new CliFailure(`There is no register "${name}"; there are ${SPONSOR_REGISTERS.join(', ')}.`, EXIT.usage)
}

function rowOf({ register, active, isRefreshing, problem }: RegisterView): string[] {
  const note = isRefreshing ? 'is being fetched' : (problem?.message ?? '')
  if (active === null) return [register, '', '', '', note === '' ? 'not stored' : note, '']
  const { publishedOn, rows, importedAt, origin } = active
  return [register, publishedOn ?? '', String(rows), ageOf(importedAt), note, origin]
}

const DAY_MS = 86_400_000

function ageOf(importedAt: number): string {
  const days = Math.floor((Date.now() - importedAt) / DAY_MS)
  return days < 1 ? 'today' : `${days} ${days === 1 ? 'day' : 'days'}`
}

function describe({ name, active }: RegisterView): string {
  if (active === null) return `${name}: nothing is stored.`
  const { publishedOn, rows, organisations, origin } = active
  const day = publishedOn === null ? '' : `, as of ${publishedOn}`
  return `${name}: ${organisations} organisations in ${rows} rows${day}, from ${origin}.`
}
