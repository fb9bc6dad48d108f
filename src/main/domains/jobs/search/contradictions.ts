import type { JobFilter } from '#shared/jobs.ts'
import { foldLetters } from '#main/infra/text/fold.ts'
import { findCities } from '../enrich/place/gazetteer.ts'
import { countryName } from './filter-parts.ts'
import { filterRules } from './filter-rules.ts'
import { valueOfToken } from './filter-tokens.ts'
import { parseQuery } from './query.ts'
import type { Rule, Saying } from './rule.ts'

/** Why no job can fit a filter that has found nothing, each with what to do about it; only what is sure. Pure. */
export function contradictionsIn(filter: JobFilter): string[] {
  return [askedAndLeftOut(filter), payUpsideDown(filter), ...otherNames(filter), cityAbroad(filter)].filter(
    (hint) => hint !== null,
  )
}

function payUpsideDown({ salaryMinEur, salaryMaxEur }: JobFilter): string | null {
  if (salaryMinEur === null || salaryMaxEur === null || salaryMinEur <= salaryMaxEur) return null
  return 'The lowest pay you ask for is above the highest: change one of them.'
}

/** Cities go by their English names. */
function otherNames({ cities }: JobFilter): string[] {
  return cities.flatMap((city) => {
    const known = findCities(city)
    const [meant] = known
    if (meant === undefined || known.some(({ name }) => isSame(name, city))) return []
    return [`${city} is called ${meant.name} here: choose that name.`]
  })
}

function cityAbroad({ cities, countries }: JobFilter): string | null {
  if (cities.length === 0 || countries.length === 0) return null
  const wanted = new Set(countries.map((code) => code.toUpperCase()))
  const known = cities.map(findCities)
  const isSure = known.every((each) => each.length > 0 && each.every(({ countryCode }) => !wanted.has(countryCode)))
  if (!isSure) return null
  const chosen = [...wanted].map(countryName).join(' or ')
  const [meant] = known[0] ?? []
  if (meant === undefined || cities.length > 1) {
    return `None of the cities is in ${chosen}: take off the cities or the country.`
  }
  return `${meant.name} is in ${countryName(meant.countryCode)}, not in ${chosen}: take off the city or the country.`
}

function isSame(a: string, b: string): boolean {
  return a.normalize('NFKC').trim().toLowerCase() === b.normalize('NFKC').trim().toLowerCase()
}

function askedAndLeftOut(filter: JobFilter): string | null {
  const text = parseQuery(filter.text)
  for (const rule of [...text.required, ...filterRules(filter)]) {
    const name = ruledOut(rule, text.excluded)
    if (name !== null) return `“${name}” is both asked for and left out: take one of the two off.`
  }
  return null
}

/** What of a rule is left out, when it cannot hold because of that; null when it may hold. */
function ruledOut(rule: Rule, excluded: readonly Rule[]): string | null {
  switch (rule.kind) {
    case 'token':
    case 'words':
      return excluded.some((not) => rulesOut(not, rule)) ? nameOf(rule) : null
    case 'all':
      return firstOf(rule.of.map((part) => ruledOut(part, excluded)))
    case 'any': {
      const names = rule.of.map((part) => ruledOut(part, excluded))
      return names.includes(null) ? null : firstOf(names)
    }
    case 'but':
  }
  return ruledOut(rule.rule, [...excluded, ...rule.not])
}

/** Whether a job for which the second holds is one that the first leaves out. */
function rulesOut(not: Rule, rule: Extract<Rule, { kind: 'token' | 'words' }>): boolean {
  if (not.kind === 'any') return not.of.some((part) => rulesOut(part, rule))
  if (not.kind === 'token') return rule.kind === 'token' && rule.token === not.token
  return not.kind === 'words' && rule.kind === 'words' && isSaidIn(not, rule)
}

/** Whether whoever says the second says the first. */
function isSaidIn(part: Saying, whole: Saying): boolean {
  if (part.column !== null && part.column !== whole.column) return false
  const words = part.words.map(foldLetters)
  const among = whole.words.map(foldLetters)
  return among.some((_, from) =>
    words.every((word, index) => {
      const at = from + index
      const there = among[at] ?? ''
      const isOpenEnd = part.isStart && index === words.length - 1
      // What may go on is said for certain only by what may go on as well.
      if (whole.isStart && at === among.length - 1 && !isOpenEnd) return false
      return isOpenEnd ? there.startsWith(word) : there === word
    }),
  )
}

function nameOf(rule: Extract<Rule, { kind: 'token' | 'words' }>): string {
  if (rule.kind === 'token') return valueOfToken(rule.token)
  return `${rule.words.join(' ')}${rule.isStart ? '*' : ''}`
}

function firstOf(names: readonly (string | null)[]): string | null {
  return names.find((name) => name !== null) ?? null
}
