import type { Seniority } from '#shared/facts.ts'
import { content } from './content.ts'
import type { Section } from './wording.ts'
import { writePay } from './pay.ts'
import { countryOf } from './places.ts'
import { employmentFor, type Opening } from './plan.ts'
import type { Random } from './random.ts'

/** An opening that reads much like another one and is still another job. */
interface Lookalike {
  readonly original: Opening
  readonly twin: Opening
  /** Turns the original's wording into the twin's: city, level or team differ, the rest stays. Null when the twin is
   *  written anew, as another company's posting is. */
  readonly reword: ((sections: readonly Section[]) => Section[]) | null
}

type Swap = readonly [from: string, to: string]

function swapWords(swaps: readonly Swap[]): (sections: readonly Section[]) => Section[] {
  const swap = (text: string) =>
    swaps.reduce((result, [from, to]) => (from === '' ? result : result.replaceAll(from, to)), text)
  return (sections) =>
    sections.map((section) => ({
      ...section,
      heading: section.heading === null ? null : swap(section.heading),
      lines: section.lines.map((line) => ({ ...line, text: swap(line.text) })),
    }))
}

const localName = (city: string) => content.places.cities[city]?.local ?? city

const COUNTS = { otherCity: 8, senior: 8, numbered: 4, team: 4 }
const TEAM_NAMES = {
  en: [
    ['Billing', 'Search'],
    ['Partner Integrations', 'Core'],
  ],
  de: [
    ['Team Abrechnung', 'Team Schnittstellen'],
    ['Team Nord', 'Team Süd'],
  ],
} as const

const isPlain = (opening: Opening) => opening.pay === null && !/[–(,]/.test(opening.title)
const hasOneCity = ({ place }: Opening) => place.cities.length === 1 && place.workplace !== 'remote'

function inOtherCity(original: Opening): Lookalike {
  const { company, place } = original
  const city = company.otherCity ?? company.city
  const twin = { ...original, place: { ...place, cities: [city], country: countryOf(city) }, pay: null }
  return {
    original,
    twin,
    reword: swapWords([
      [` ${localName(company.city)}`, ` ${localName(city)}`],
      [` ${company.city}`, ` ${city}`],
    ]),
  }
}

function withLevel(
  original: Opening,
  { title, seniority, random }: { title: string; seniority: Seniority; random: Random },
): Opening {
  const { language, place, titleKey } = original
  const request = { country: place.country, language, seniority, titleKey, isContract: false }
  const pay = original.pay ? writePay(request, random) : null
  return { ...original, title, seniority, pay, employmentType: employmentFor({ seniority, title, language, random }) }
}

function asSenior(original: Opening, random: Random): Lookalike {
  const title = `Senior ${original.title}`
  const twin = withLevel({ ...original, pay: null }, { title, seniority: 'senior', random })
  return {
    original,
    twin,
    reword: swapWords([
      [` ${original.title}`, ` ${title}`],
      [' a Senior', ' a Senior'],
      [' an Senior', ' a Senior'],
    ]),
  }
}

const SOUND_ALIKE = { from: 'lumenfeld', to: 'lumenfelder-analytik' }

/** The same title in the same city at a company that only sounds alike. */
function atSoundAlike(original: Opening, random: Random): Lookalike {
  const company = content.companies.find(({ domain }) => domain === SOUND_ALIKE.to)
  if (!company) throw new Error('the company that sounds alike is missing')
  return { original, twin: { ...withLevel(original, { ...original, random }), company }, reword: null }
}

/** Takes openings out of `pool` that satisfy `isFitting`, at most `count`. */
function takeSome(
  pool: Opening[],
  { count, isFitting }: { count: number; isFitting: (opening: Opening) => boolean },
): Opening[] {
  const chosen = pool.filter(isFitting).slice(0, count)
  for (const opening of chosen) pool.splice(pool.indexOf(opening), 1)
  return chosen
}

/** Pairs of different jobs that a careless comparison would merge. Originals may be re-titled (I beside II, two teams):
 *  the returned `original` then replaces the planned one. */
export function planLookalikes(
  openings: readonly Opening[],
  random: Random,
): { planned: Opening[]; lookalikes: Lookalike[] } {
  const pool = random.shuffle(openings)
  const replaced = new Map<Opening, Opening>()
  const lookalikes: Lookalike[] = []

  const cityPool = takeSome(pool, {
    count: COUNTS.otherCity,
    isFitting: (opening) =>
      opening.company.otherCity !== undefined &&
      hasOneCity(opening) &&
      opening.paySpot === 'field' &&
      opening.seniority !== 'intern',
  })
  lookalikes.push(...cityPool.map(inOtherCity))

  const atLumenfeld = takeSome(pool, { count: 2, isFitting: ({ company }) => company.domain === SOUND_ALIKE.from })
  lookalikes.push(...atLumenfeld.map((original) => atSoundAlike(original, random)))

  const plainTitles = takeSome(pool, {
    count: COUNTS.senior,
    isFitting: (opening) =>
      opening.seniority === 'unknown' &&
      isPlain(opening) &&
      !opening.title.includes(':in') &&
      opening.visa !== 'conditional',
  })
  lookalikes.push(...plainTitles.map((original) => asSenior(original, random)))

  const numbered = takeSome(pool, {
    count: COUNTS.numbered,
    isFitting: (opening) =>
      opening.seniority === 'unknown' &&
      isPlain(opening) &&
      ['backend', 'data_engineer', 'devops_sre'].includes(opening.titleKey) &&
      !opening.title.includes(':in'),
  })
  for (const planned of numbered) {
    const original: Opening = { ...planned, title: `${planned.title} I`, seniority: 'junior', textSeniority: 'unknown' }
    const twin: Opening = { ...planned, title: `${planned.title} II`, seniority: 'mid' }
    replaced.set(planned, original)
    lookalikes.push({ original, twin, reword: swapWords([[original.title, twin.title]]) })
  }

  const teams = takeSome(pool, {
    count: COUNTS.team,
    isFitting: (opening) =>
      ['senior', 'unknown'].includes(opening.seniority) && isPlain(opening) && opening.set.family === 'backend',
  })
  for (const [index, planned] of teams.entries()) {
    const names = TEAM_NAMES[planned.language][index % 2] ?? TEAM_NAMES[planned.language][0]
    const original: Opening = { ...planned, title: `${planned.title} – ${names[0]}` }
    const twin: Opening = { ...planned, title: `${planned.title} – ${names[1]}` }
    replaced.set(planned, original)
    lookalikes.push({ original, twin, reword: swapWords([[original.title, twin.title]]) })
  }
  return { planned: openings.map((opening) => replaced.get(opening) ?? opening), lookalikes }
}
