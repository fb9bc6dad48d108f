import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readRegister } from '#main/domains/jobs/sponsors/files/read-register.ts'
import { matchCompany } from '#main/domains/jobs/sponsors/names/match-company.ts'
import { type EntryLookup, indexEntries, type RegisterEntry } from '#main/domains/jobs/sponsors/names/name-index.ts'
import { REGISTERS } from '#main/domains/jobs/sponsors/registers.ts'
import type { SponsorRegister } from '#shared/sponsors.ts'
import type { Verdict } from './facts.eval.ts'
import { readCompanies } from './rows.ts'
import { figure } from './score.ts'

const REGISTERS_DIR = join(import.meta.dirname, 'sets', 'sponsors')
const FILES: readonly (readonly [SponsorRegister, string])[] = [
  ['uk', 'uk.csv'],
  ['nl', 'nl.html'],
  ['ie', 'ie.csv'],
  ['dk', 'dk.html'],
]

/** The companies of a folder against the register files of the development set; null when it holds none. A match counts when it names a row of the right
 *  organisation. */
export async function judgeSponsors(dir: string): Promise<Verdict | null> {
  const companies = readCompanies(join(dir, 'companies.jsonl'))
  if (companies.length === 0) return null
  const lookups = await lookupsIn(REGISTERS_DIR)
  const misses: string[] = []
  let [right, given, listed] = [0, 0, 0]
  for (const { id, company, country, town, expect, hard } of companies) {
    const lookup = lookups.get(country)
    const match = lookup && matchCompany({ company, countryCode: country, town: town ?? null }, lookup).match
    const isRight = match ? (expect.rows ?? [expect.row]).includes(match.entry.row) : expect.row === null
    given += match ? 1 : 0
    listed += expect.row === null ? 0 : 1
    right += match && isRight ? 1 : 0
    const [truth, read] = [expect.name ?? 'nobody', match?.entry.name ?? 'nobody']
    if (!isRight) misses.push(`${id} sponsor: ${company} (${country}): ${truth} read as ${read} (${hard})`)
  }
  const line = `  ${companies.length} companies: precision ${figure(right / given)}  recall ${figure(right / listed)}`
  return { lines: [line], misses }
}

async function lookupsIn(dir: string): Promise<Map<string, EntryLookup<RegisterEntry>>> {
  const lookups = new Map<string, EntryLookup<RegisterEntry>>()
  for (const [register, fileName] of FILES) {
    const path = join(dir, fileName)
    const { organisations } = await readRegister({ register, bytes: readFileSync(path), fileName })
    const { countryCode } = REGISTERS[register]
    lookups.set(countryCode, indexEntries(organisations, countryCode))
  }
  return lookups
}
