import { CULTURE_WISHES, type CultureWish } from '#shared/profile.ts'
import { type MatchJob, OPPOSITE_WISHES } from '../../jobs/match/matching.service.ts'
import type { Seeker } from '../seeker.ts'
import { type Factor, known, NEUTRAL, unknown } from './factor.ts'
import { listed } from './sentences.ts'

const WISH_WORDS: Readonly<Record<CultureWish, string>> = {
  flexible_hours: 'flexible hours',
  remote_culture: 'remote culture',
  learning_budget: 'learning budget',
  family_friendly: 'family friendly',
  diversity: 'diversity',
  sustainability: 'sustainability',
  startup: 'startup',
  established: 'established',
  open_source: 'open source',
  international_team: 'international team',
}
const LIKED_VALUE = 1
const UNWELCOME_VALUE = 0
const SHOWN = 3

/** What the posting says of the wishes, in its own words; an employer that is liked, or of which a job was hidden for being its own. */
export const cultureFactor: Factor = (seeker, job, { unwelcomeCompanies }) => {
  if (unwelcomeCompanies.has(job.companyKey)) {
    return known(UNWELCOME_VALUE, 'You have hidden a job of this employer because of the employer.')
  }
  if (job.companyKey !== '' && seeker.liked.has(job.companyKey)) return known(LIKED_VALUE, 'An employer you like.')
  const { wishes } = seeker
  if (wishes.length === 0) return unknown('Your profile names no wishes of an employer.')
  const said = wishes.filter((wish) => isSaid(wish, job))
  const against = wishes.filter((wish) => !said.includes(wish) && isContradicted(wish, seeker, job))
  if (said.length === 0 && against.length === 0)
    return unknown('The posting says nothing of what you wish of an employer.')
  const quotes = said.map((wish) => quoted(wish, job))
  const sentence = [
    ...(quotes.length === 0 ? [] : [`says ${listed(quotes, SHOWN)}`]),
    ...against.map((wish) => againstWords(wish, job)),
  ].join('; ')
  return known(
    NEUTRAL + ((1 - NEUTRAL) * (said.length - against.length)) / wishes.length,
    `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`,
  )
}

function isSaid(wish: CultureWish, { words, facts }: MatchJob): boolean {
  if (words[wish] !== undefined) return true
  return wish === 'remote_culture' && facts.workplace === 'remote'
}

function isContradicted(wish: CultureWish, { wishes }: Seeker, { words, facts }: MatchJob): boolean {
  if (wish === 'remote_culture') return facts.workplace === 'onsite'
  const opposite = oppositeOf(wish)
  return opposite !== null && !wishes.includes(opposite) && words[opposite] !== undefined
}

function againstWords(wish: CultureWish, { words }: MatchJob): string {
  const opposite = oppositeOf(wish)
  if (opposite === null) return `works on site, you wish for ${WISH_WORDS[wish]}`
  return `says ${WISH_WORDS[opposite]} (“${words[opposite] ?? ''}”), you wish for ${WISH_WORDS[wish]}`
}

function oppositeOf(wish: CultureWish): CultureWish | null {
  const other = OPPOSITE_WISHES.find((pair) => pair.includes(wish))?.find((one) => one !== wish)
  return CULTURE_WISHES.find((one) => one === other) ?? null
}

function quoted(wish: CultureWish, { words }: MatchJob): string {
  const quote = words[wish]
  return quote === undefined ? WISH_WORDS[wish] : `${WISH_WORDS[wish]} (“${quote}”)`
}
