import type { JobFilter } from '#shared/jobs.ts'

const VALUES_TOLD_MAX = 3
const TEXT_TOLD_MAX = 40
const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' })
const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })
const euros = (amount: number): string => `${amount.toLocaleString('en')} EUR`

/** One filter that is on: in words, and what the whole becomes without it. */
export interface FilterPart {
  readonly kind: keyof JobFilter
  readonly words: string
  readonly without: JobFilter
}

/** Every filter that is on, those that leave the fewest jobs as a rule first. Of skills that are all wanted each is one. Pure. */
export function partsOf(filter: JobFilter): FilterPart[] {
  const parts: FilterPart[] = []
  const add = (kind: keyof JobFilter, words: string, off: Partial<JobFilter>): void => {
    parts.push({ kind, words, without: { ...filter, ...off } })
  }
  const addList = (kind: ListKind, [one, more]: readonly [string, string], nameOf = plainWord): void => {
    const values = filter[kind]
    if (values.length > 0) add(kind, `${values.length === 1 ? one : more} ${listed(values, nameOf)}`, { [kind]: [] })
  }
  addList('cities', ['the city', 'the cities'], (name) => name)
  for (const skill of filter.skills) {
    add('skills', `the skill ${skill}`, { skills: filter.skills.filter((other) => other !== skill) })
  }
  addList('skillsAny', ['the skill', 'the skills'], (name) => name)
  if (filter.salaryMinEur !== null)
    add('salaryMinEur', `the pay from ${euros(filter.salaryMinEur)}`, { salaryMinEur: null })
  if (filter.salaryMaxEur !== null)
    add('salaryMaxEur', `the pay up to ${euros(filter.salaryMaxEur)}`, { salaryMaxEur: null })
  if (filter.text.trim() !== '') add('text', `the text “${shortened(filter.text.trim())}”`, { text: '' })
  addList('countries', ['the country', 'the countries'], countryName)
  addList('workplaces', ['the workplace', 'the workplaces'])
  addList('visa', ['the visa filter', 'the visa filters'])
  if (filter.isSponsorListed) add('isSponsorListed', 'the sponsor register', { isSponsorListed: false })
  if (filter.reachesPermit) add('reachesPermit', 'the permit’s threshold', { reachesPermit: false })
  addList('seniorities', ['the level', 'the levels'])
  addList('roleFamilies', ['the role', 'the roles'])
  addList('employmentTypes', ['the employment', 'the employments'])
  addList('languages', ['the posting’s language', 'the posting’s languages'], languageName)
  addList('speaks', ['the language you speak,', 'the languages you speak,'], languageName)
  const { postedWithinDays: days } = filter
  if (days !== null)
    add('postedWithinDays', days === 1 ? 'the last day' : `the last ${days} days`, { postedWithinDays: null })
  addList('sources', ['the source', 'the sources'], (name) => name)
  if (filter.openings === 'closed') add('openings', 'the limit to closed jobs', { openings: 'all' })
  if (filter.mark !== 'visible')
    add('mark', `the limit to ${filter.mark === 'applied' ? 'jobs you applied for' : `${filter.mark} jobs`}`, {
      mark: 'visible',
    })
  return parts
}

type ListKind = { [K in keyof JobFilter]: JobFilter[K] extends readonly string[] ? K : never }[keyof JobFilter]

function listed(values: readonly string[], nameOf: (value: string) => string): string {
  const told = values.slice(0, VALUES_TOLD_MAX).map(nameOf)
  const more = values.length - told.length
  return more === 0 ? told.join(', ') : `${told.join(', ')} and ${more} more`
}

function plainWord(value: string): string {
  return value.replaceAll('_', ' ')
}

/** 'DE' → 'Germany'; what is no code stays as it is. Pure. */
export function countryName(code: string): string {
  return /^[a-z]{2}$/i.test(code) ? (countryNames.of(code.toUpperCase()) ?? code) : code
}

function languageName(code: string): string {
  return /^[a-z]{2}$/i.test(code) ? (languageNames.of(code.toLowerCase()) ?? code) : code
}

function shortened(text: string): string {
  const letters = Array.from(text.replaceAll(/\s+/g, ' '))
  return letters.length <= TEXT_TOLD_MAX ? letters.join('') : `${letters.slice(0, TEXT_TOLD_MAX).join('')}…`
}
