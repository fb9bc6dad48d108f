import type { SourceId } from '#shared/ids.ts'
import { SPONSOR_REGISTERS, type SponsorRegister } from '#shared/sponsors.ts'

/** A public list of employers that may bring people into a country. */
export interface Register {
  readonly id: SponsorRegister
  readonly countryCode: string
  readonly name: string
  readonly homepage: string
  readonly terms: string
}

/** The registers that there are: no other country of Europe publishes one. Addresses and terms as read in November 2026. */
export const REGISTERS: Readonly<Record<SponsorRegister, Register>> = {
  uk: {
    id: 'uk',
    countryCode: 'GB',
    name: 'UK register of licensed sponsors',
    homepage: 'https://www.gov.uk/government/publications/register-of-licensed-sponsors-workers',
    terms: 'Open Government Licence v3.0.',
  },
  nl: {
    id: 'nl',
    countryCode: 'NL',
    name: 'Dutch public register of recognised sponsors',
    homepage: 'https://ind.nl/en/public-register-recognised-sponsors/public-register-work',
    terms: 'Public; the IND names no licence.',
  },
  ie: {
    id: 'ie',
    countryCode: 'IE',
    name: 'Irish employment permits by company',
    homepage: 'https://enterprise.gov.ie/en/what-we-do/workplace-and-skills/employment-permits/statistics/',
    terms: 'Published as public sector information.',
  },
  dk: {
    id: 'dk',
    countryCode: 'DK',
    name: 'Danish list of certified companies',
    homepage: 'https://nyidanmark.dk/en-GB/Words-and-concepts/SIRI/Certified-companies',
    terms: 'Public; SIRI names no licence.',
  },
  pt: {
    id: 'pt',
    countryCode: 'PT',
    name: 'Portuguese Tech Visa companies',
    homepage: 'https://www.iapmei.pt/pt/saber-mais/empreendedorismo-e-inovacao/empreendedorismo/tech-visa/',
    terms: 'Public; IAPMEI names no licence.',
  },
}

const BY_COUNTRY: ReadonlyMap<string, Register> = new Map(
  SPONSOR_REGISTERS.map((id) => [REGISTERS[id].countryCode, REGISTERS[id]]),
)

/** By which name another address for a register's host is given, as for a source. */
export function registerHostId(register: SponsorRegister): SourceId {
  return `sponsors-${register}`
}

/** The register of a country; null for one that publishes none. */
export function registerOf(countryCode: string): Register | null {
  return BY_COUNTRY.get(countryCode) ?? null
}
