import { languageName, regionName, type Locale } from '../../../ui/format.ts'
import { formatEurShort } from '../facts/salary.ts'
import type { JobsView } from '../view/jobs-url.ts'
import { cityWord } from '../facts/place.ts'
import { POSTED_CHOICES, ROLE_WORDS, SENIORITY_WORDS, TYPE_WORDS, VISA_WORDS, WORKPLACE_WORDS } from '../facts/words.ts'

/** One filter that is on, as a removable word; `without` is what the view changes to when it is taken off. */
export interface Chip<View = JobsView> {
  readonly key: string
  readonly kind: string
  readonly word: string
  readonly without: Partial<View>
}

/** Every filter that is on, in the order of the filter bar. Pure. */
export function chipsOf(view: JobsView, sourceNames: ReadonlyMap<string, string>, locale?: Locale): Chip[] {
  const chips: Chip[] = []
  const each = <T extends string>(options: {
    readonly field: keyof JobsView
    readonly kind: string
    readonly values: readonly T[]
    readonly word: (value: T) => string
  }) => {
    for (const value of options.values) {
      chips.push({
        key: `${options.field}:${value}`,
        kind: options.kind,
        word: options.word(value),
        without: { [options.field]: options.values.filter((other) => other !== value) },
      })
    }
  }
  if (view.text !== '') chips.push({ key: 'text', kind: 'Text', word: view.text, without: { text: '' } })
  each({ field: 'countries', kind: 'Country', values: view.countries, word: regionName })
  each({ field: 'cities', kind: 'City', values: view.cities, word: cityWord })
  each({ field: 'visa', kind: 'Visa', values: view.visa, word: (value) => visaChipWord(VISA_WORDS[value]) })
  each({ field: 'workplaces', kind: 'Workplace', values: view.workplaces, word: (value) => WORKPLACE_WORDS[value] })
  if (view.salaryMinEur !== null) {
    const word = `from ${formatEurShort(view.salaryMinEur, locale)}`
    chips.push({ key: 'salary', kind: 'Salary', word, without: { salaryMinEur: null } })
  }
  if (view.salaryMaxEur !== null) {
    const word = `up to ${formatEurShort(view.salaryMaxEur, locale)}`
    chips.push({ key: 'salary-max', kind: 'Salary', word, without: { salaryMaxEur: null } })
  }
  each({ field: 'skills', kind: 'Skill', values: view.skills, word: (value) => value })
  each({ field: 'skillsAny', kind: 'Any skill', values: view.skillsAny, word: (value) => value })
  each({ field: 'seniorities', kind: 'Level', values: view.seniorities, word: (value) => SENIORITY_WORDS[value] })
  each({ field: 'roleFamilies', kind: 'Role', values: view.roleFamilies, word: (value) => ROLE_WORDS[value] })
  if (view.postedWithinDays !== null) {
    const word = postedWord(view.postedWithinDays)
    chips.push({ key: 'posted', kind: 'Posted', word, without: { postedWithinDays: null } })
  }
  each({ field: 'sources', kind: 'Source', values: view.sources, word: (value) => sourceNames.get(value) ?? value })
  each({ field: 'employmentTypes', kind: 'Type', values: view.employmentTypes, word: (value) => TYPE_WORDS[value] })
  if (view.reachesPermit) {
    chips.push({ key: 'permit', kind: 'Permit', word: 'Pay reaches it', without: { reachesPermit: false } })
  }
  if (view.isSponsorListed) {
    chips.push({ key: 'sponsor', kind: 'Sponsor register', word: 'Listed', without: { isSponsorListed: false } })
  }
  if (view.openings !== 'open') {
    const word = view.openings === 'closed' ? 'Closed only' : 'With closed ones'
    chips.push({ key: 'openings', kind: 'Openings', word, without: { openings: 'open' } })
  }
  each({ field: 'languages', kind: 'Language', values: view.languages, word: languageName })
  each({ field: 'speaks', kind: 'You speak', values: view.speaks, word: languageName })
  return chips
}

function visaChipWord(word: string): string {
  return word === 'Visa' ? 'Offered' : word
}

export function postedWord(days: number): string {
  const choice = POSTED_CHOICES.find(([value]) => value === days)
  return choice ? choice[1] : `Last ${days} days`
}
