import type { Seniority, VisaStatus, Workplace } from '#shared/facts.ts'
import { type Company, content, type Language, need, type TitleSet } from './content.ts'
import { type Pay, writePay } from './pay.ts'
import { countryOf, type Whereabouts } from './places.ts'
import type { Random } from './random.ts'
import { worksWithPictures, writeTitle } from './titles.ts'

/** One opening before it is written: who hires whom, where, and what the posting will say. */
export interface Opening {
  readonly language: Language
  readonly company: Company
  readonly titleKey: string
  readonly set: TitleSet
  readonly seniority: Seniority
  /** The level the text is written for, where it is another one than the title says: jobs I and II share their text. */
  readonly textSeniority?: Seniority
  readonly title: string
  readonly stack: readonly string[]
  readonly place: Whereabouts
  readonly visa: VisaStatus
  readonly pay: Pay | null
  readonly paySpot: 'field' | 'text' | 'both'
  readonly employmentType: string | null
  readonly postedHoursAgo: number
}

type Shares<T extends string> = readonly (readonly [value: T, weight: number])[]

const ROLE_COUNTS: Shares<string> = [
  ['research', 10],
  ['embedded', 3],
  ['ios', 1],
  ['android', 1],
  ['mobile', 2],
  ['security', 4],
  ['qa', 5],
  ['product_manager', 18],
  ['fullstack', 18],
  ['frontend', 14],
  ['frontend_other', 6],
  ['devops_sre', 24],
  ['data_analyst', 24],
  ['ml_engineer', 27],
  ['data_scientist', 27],
  ['data_engineer', 30],
  ['backend', 34],
]

const SENIORITY_SHARES: Shares<Seniority> = [
  ['unknown', 34],
  ['senior', 26],
  ['junior', 9],
  ['intern', 7],
  ['lead', 7],
  ['mid', 6],
  ['principal', 5],
  ['manager', 3],
  ['director', 3],
]
const WORKPLACE_SHARES: Shares<Workplace> = [
  ['unknown', 38],
  ['hybrid', 34],
  ['remote', 18],
  ['onsite', 10],
]
const VISA_SHARES: Shares<VisaStatus> = [
  ['unstated', 49],
  ['offers', 26],
  ['refuses', 15],
  ['conditional', 10],
]
const PAY_SHARES: Shares<'yes' | 'no'> = [
  ['yes', 47],
  ['no', 53],
]
const GERMAN_SHARES: Shares<Language> = [
  ['de', 57],
  ['en', 43],
]

/** Exactly the wanted shares, in random order. */
function deckOf<T extends string>(shares: Shares<T>, { count, random }: { count: number; random: Random }): T[] {
  const total = shares.reduce((sum, [, weight]) => sum + weight, 0)
  const deck = shares.flatMap(([value, weight]) =>
    Array.from({ length: Math.ceil((weight / total) * count) }, () => value),
  )
  return random.shuffle(deck)
}

const taken = <T>(deck: T[]): T => {
  const card = deck.pop()
  if (card === undefined) throw new Error('a deck ran out before all openings were planned')
  return card
}

/** Takes the last card that may be used; null when none fits. */
function takeFitting<T>(deck: T[], isFitting: (card: T) => boolean): T | null {
  const index = deck.findLastIndex(isFitting)
  return index === -1 ? null : (deck.splice(index, 1)[0] as T)
}

interface Seat {
  readonly titleKey: string
  readonly set: TitleSet
  readonly company: Company
}

/** Spreads the roles over the companies: everybody hires, nobody advertises one kind of role twice. */
function seatCompanies(random: Random): Seat[] {
  const places = [
    ...content.companies,
    ...content.companies,
    ...random.shuffle(content.dach),
    ...random.shuffle(content.dach).slice(0, 10),
    ...random.shuffle(content.europe).slice(0, 12),
  ]
  const openSeats = new Map<Company, number>()
  for (const company of random.shuffle(places)) openSeats.set(company, (openSeats.get(company) ?? 0) + 1)
  const seats: Seat[] = []
  for (const [titleKey, count] of ROLE_COUNTS) {
    const set = need(content.titles, titleKey)
    for (let index = 0; index < count; index += 1) {
      const isFree = (company: Company) =>
        (set.onlyAt?.includes(company.domain) ?? true) &&
        !seats.some((seat) => seat.company === company && seat.set.family === set.family)
      const free = random.shuffle([...openSeats]).filter(([company, left]) => left > 0 && isFree(company))
      // Whoever hires most goes first, otherwise the last roles would find only companies that already have them.
      const [company, left] = free.toSorted(([, one], [, other]) => other - one)[0] ?? []
      if (!company || left === undefined) throw new Error(`no company left for ${titleKey}`)
      openSeats.set(company, left - 1)
      seats.push({ titleKey, set, company })
    }
  }
  return random.shuffle(seats)
}

function mayHave(seniority: Seniority, { company, titleKey, set }: Seat): boolean {
  if (seniority === 'manager')
    return !company.small && !['product_manager', 'research'].includes(titleKey) && set.family !== 'other'
  if (seniority === 'director')
    return !company.small && set.family !== 'other' && !['frontend', 'fullstack'].includes(set.family)
  if (seniority === 'mid') return titleKey !== 'product_manager'
  if (seniority === 'lead') return titleKey !== 'research'
  return true
}

function placeFor({
  company,
  workplace,
  random,
}: {
  company: Company
  workplace: Workplace
  random: Random
}): Whereabouts {
  const isAnywhere = company.remoteFirst || (workplace === 'remote' && random.chance(0.12))
  const withOther = company.otherCity !== undefined && workplace !== 'onsite' && random.chance(0.5)
  return {
    cities: withOther && company.otherCity ? [company.city, company.otherCity] : [company.city],
    country: countryOf(company.city),
    scope: isAnywhere ? 'eu' : 'country',
    isCityNamed: workplace !== 'remote' || (!isAnywhere && random.chance(0.45)),
    workplace: company.remoteFirst ? 'remote' : workplace,
  }
}

const EMPLOYMENT_EN = ['Full-time', 'Full time', 'Permanent', 'FULL_TIME', 'Full-time, permanent'] as const
const EMPLOYMENT_DE = ['Vollzeit', 'Festanstellung', 'Vollzeit, unbefristet', 'Vollzeit/Teilzeit'] as const

export function employmentFor(request: {
  seniority: Seniority
  title: string
  language: Language
  random: Random
}): string | null {
  const { seniority, title, language, random } = request
  if (seniority === 'intern') {
    if (/Werkstudent/.test(title)) return 'Werkstudent'
    if (/Working Student/.test(title)) return 'Working student'
    return language === 'de' ? 'Praktikum' : 'Internship'
  }
  if (random.chance(0.22)) return null
  if (random.chance(0.05)) return language === 'de' ? 'Teilzeit' : 'Part-time'
  return language === 'de' ? random.pick(EMPLOYMENT_DE) : random.pick(EMPLOYMENT_EN)
}

/** Hours since publication, 0 to 40 days, many young postings and few old ones. */
export const drawAge = (random: Random): number => Math.floor(960 * random.next() ** 2.1)

/** All openings that are written from templates, before look-alikes and duplicates. */
export function planOpenings(random: Random): Opening[] {
  const seats = seatCompanies(random)
  const options = { count: seats.length, random }
  const seniorities = deckOf(SENIORITY_SHARES, options)
  const workplaces = deckOf(WORKPLACE_SHARES, options)
  const visas = deckOf(VISA_SHARES, options)
  const paid = deckOf(PAY_SHARES, options)
  const languages = deckOf(GERMAN_SHARES, options)
  return seats.map((seat, index) => {
    const { company, set, titleKey } = seat
    const language = company.de ? taken(languages) : 'en'
    const seniority = takeFitting(seniorities, (card) => mayHave(card, seat)) ?? 'unknown'
    const stack = random.deal(
      `stack.${titleKey}`,
      set.stacks,
      (candidate) => worksWithPictures(company) || !candidate.includes('OpenCV'),
    )
    const place = placeFor({ company, workplace: taken(workplaces), random })
    const title = writeTitle({ titleKey, set, seniority, language, company, stack }, random)
    const isContract = index % 60 === 7 && seniority === 'unknown'
    const wantsPay = taken(paid) === 'yes' || isContract
    const request = { country: place.country, language, seniority, titleKey, isContract }
    return {
      ...seat,
      language,
      seniority,
      title,
      stack,
      place,
      visa: taken(visas),
      pay: wantsPay ? writePay(request, random) : null,
      paySpot: random.pick(['field', 'field', 'field', 'text', 'text', 'both'] as const),
      employmentType: isContract ? 'Freelance' : employmentFor({ seniority, title, language, random }),
      postedHoursAgo: drawAge(random),
    }
  })
}
