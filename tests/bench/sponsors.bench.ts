import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createCompanyMatches } from '#main/domains/jobs/sponsors/company-matches.ts'
import { importRegister } from '#main/domains/jobs/sponsors/import-register.ts'
import { createMatchesRepo } from '#main/domains/jobs/sponsors/matches.repo.ts'
import { matchCompany } from '#main/domains/jobs/sponsors/names/match-company.ts'
import { indexEntries } from '#main/domains/jobs/sponsors/names/name-index.ts'
import { createSponsorsRepo } from '#main/domains/jobs/sponsors/sponsors.repo.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { systemClock } from '#main/infra/time/clock.ts'
import { join } from 'node:path'
import { percentile } from './figures.ts'

/** As the largest register has. */
const ROWS = 150_000
const LOOKUPS = 5_000
const HEADS =
  'Alder Birch Crest Dunmore Elmar Fenwick Garnet Hollin Ivor Jasper Kestrel Lumen Marlow Nova Orion Penta'.split(' ')
const SYLLABLES = 'ka ri mo ten vo lu sha bri dor nel qui zar'.split(' ')
const TRADES = 'Care Homes Foods Systems Software Consulting Dental Logistics Engineering Nursery Bakery Energy'.split(
  ' ',
)
const FORMS = ['Ltd', 'Limited', 'LLP', '(UK) Limited', 'Group plc', 'Ltd T/A']

/** Indexes, searches and imports a register as large as the UK's. Prints figures; judges nothing. */
export async function runSponsorsBench(options: { dir: string; print: (line: string) => void }): Promise<void> {
  const { dir, print } = options
  const names = Array.from({ length: ROWS }, (_, index) => nameOf(index))
  const entries = names.map((name, index) => ({ row: index + 1, name, town: 'Leeds' }))
  print(`sponsors: ${ROWS} organisations`)
  const begun = performance.now()
  const lookup = indexEntries(entries, 'GB')
  print(`  index in memory in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  const companies = Array.from({ length: LOOKUPS }, (_, index) => companyOf(names[(index * 7919) % ROWS] ?? '', index))
  const query = (company: string) => ({ company, countryCode: 'GB', town: null })
  print(`  in memory: ${timesOf(companies, (company) => matchCompany(query(company), lookup))}`)

  const database = openDatabase({ path: join(dir, 'sponsors.db'), now: Date.now() })
  const repo = createSponsorsRepo(database)
  const csv = `Organisation Name,Town/City,County,Type & Rating,Route\r\n${names.map((name) => `"${name}","Leeds","West Yorkshire","Worker (A rating)","Skilled Worker"`).join('\r\n')}`
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const importBegun = performance.now()
  await importRegister(
    { database, clock: systemClock, repo },
    {
      register: 'uk',
      bytes: Buffer.from(csv),
      origin: 'bench.csv',
      publishedOn: null,
      acceptsSmaller: false,
      check: () => undefined,
    },
  )
  delay.disable()
  print(
    `  import of ${(csv.length / 1_000_000).toFixed(0)} MB in ${((performance.now() - importBegun) / 1000).toFixed(1)} s, ` +
      `event loop held p99 ${ms(delay.percentile(99))} / most ${ms(delay.max)} ms`,
  )
  const stored = createCompanyMatches({ database, repo, matches: createMatchesRepo(database) })
  const employer = (company: string) => ({ company, companyKey: '', countries: ['GB'], town: null })
  print(`  in the database: ${timesOf(companies, (company) => stored.matchOf(employer(company)))}`)
  database.close()
}

const ms = (nanoseconds: number): string => (nanoseconds / 1_000_000).toFixed(0)

function nameOf(index: number): string {
  const pick = (list: readonly string[], by: number) => list[Math.floor(index / by) % list.length] ?? ''
  const head = `${pick(HEADS, 1)}${pick(SYLLABLES, 16)}${pick(SYLLABLES, 192)}${pick(SYLLABLES, 2304)}`
  const form = pick(FORMS, 3)
  return `${head} ${pick(TRADES, 5)} ${form}${form.endsWith('T/A') ? ` ${head.slice(2)}` : ''}`
}

/** As a posting would write it, or one that is not in the register. */
function companyOf(name: string, index: number): string {
  const [first = '', second = ''] = name.split(' ')
  return (
    [name, `${first} ${second}`, first, `${first} ${second} International`, `Un${first.toLowerCase()}`][index % 5] ??
    name
  )
}

function timesOf(companies: readonly string[], match: (company: string) => unknown): string {
  const times = companies.map((company) => {
    const begun = performance.now()
    match(company)
    return performance.now() - begun
  })
  return `a match in p50 ${percentile(times, 50).toFixed(3)} / p95 ${percentile(times, 95).toFixed(3)} ms`
}
