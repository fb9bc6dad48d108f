import { foldLetters, plainLetters } from '#main/infra/text/fold.ts'
import { isCountryCode } from '#shared/countries.ts'
import { DOCUMENT_LANGUAGES } from '#shared/documents.ts'
import { findCities, findRegions } from '../../../jobs/enrich/reading-words.service.ts'
import { remembered } from '../remembered.ts'
import { readWords } from './words.ts'

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

/** The code of the region in which the largest city of a name lies ("DE.06"); null for any other word. Pure. */
export function regionOfCity(written: string): string | null {
  const [city] = findCities(written)
  return city && city.people >= LEAST_PEOPLE ? `${city.countryCode}.${city.region}` : null
}

/** The common English name of a city that is known under this one; null for any other word. Pure. */
export function cityOf(written: string): string | null {
  const [city] = findCities(written)
  if (!city || city.people < LEAST_PEOPLE || plainLetters(written).length < 4) return null
  return city.name
}

/** A region named in a text, by the codes of its country and of its division ("DE.06"). */
interface RegionSaid {
  readonly country: string
  readonly code: string
  readonly start: number
  readonly end: number
}

/** "North Rhine-Westphalia" */
const MOST_REGION_WORDS = 3
/** Codes of regions ("NI", "CT") are other words more often; but not this. */
const LONG_CODES = new Set(['NRW'])

/** The regions that a text names in any language, the longest names first found. Pure. */
export const regionsIn = remembered((text: string): RegionSaid[] => {
  const words = readWords(text)
  const found: RegionSaid[] = []
  for (let at = 0; at < words.length; at++) {
    const first = words[at]
    if (!first || !/^\p{Lu}/u.test(first.text)) continue
    for (let last = Math.min(at + MOST_REGION_WORDS, words.length) - 1; last >= at; last--) {
      const end = words[last]?.end ?? first.end
      const region = regionOf(text.slice(first.start, end))
      if (region === null) continue
      found.push({ ...region, start: first.start, end })
      at = last
      break
    }
  }
  return found
})

function regionOf(written: string): Pick<RegionSaid, 'country' | 'code'> | null {
  const name = written.replace(/['’]s$/, '')
  if (name.length < 4 && !LONG_CODES.has(name)) return null
  const [region] = findRegions(name)
  return region ? { country: region.countryCode, code: `${region.countryCode}.${region.region}` } : null
}
