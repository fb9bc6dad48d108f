import { foldLetters, plainLetters } from '#main/infra/text/fold.ts'
import { isCountryCode } from '#shared/countries.ts'
import { DOCUMENT_LANGUAGES } from '#shared/documents.ts'
import { findCities } from '../../../jobs/enrich/reading-words.service.ts'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
let countries: ReadonlyMap<string, string> | null = null

/** The code of a country by its name in a language of documents; null for any other word. Pure. */
export function countryOf(written: string): string | null {
  countries ??= countryNames()
  return countries.get(foldLetters(written)) ?? null
}

function countryNames(): ReadonlyMap<string, string> {
  const codes = Array.from(LETTERS)
    .flatMap((first) => Array.from(LETTERS, (second) => first + second))
    .filter(isCountryCode)
  const names = new Map<string, string>()
  for (const language of DOCUMENT_LANGUAGES) {
    const namesOf = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of codes) {
      const name = namesOf.of(code)
      if (name !== undefined && name !== code) names.set(foldLetters(name), code)
    }
  }
  return names
}

/** Smaller places share their names with too much else. */
const LEAST_PEOPLE = 100_000

/** The code of the country of the largest city of a name; null for any other word. Pure. */
export function countryOfCity(written: string): string | null {
  const [city] = findCities(written)
  return city && city.people >= LEAST_PEOPLE ? city.countryCode : null
}

/** The common English name of a city that is known under this one; null for any other word. Pure. */
export function cityOf(written: string): string | null {
  const [city] = findCities(written)
  if (!city || city.people < LEAST_PEOPLE || plainLetters(written).length < 4) return null
  return city.name
}
