import type { ComparedOffer } from '#shared/application-parts.ts'
import type { PermitReport } from '#shared/permits.ts'
import { formatIn, formatQuantity, regionName } from '../../../ui/format.ts'
import { formatPayFull, PERMIT_VERDICT_WORDS } from '../../jobs/index.ts'
import { type Here, isoDayWords, momentWords } from '../detail/time/when-words.ts'

/** `mark` is what makes it the best of its row, in a word; null for all others. */
export interface OfferCell {
  readonly lines: readonly string[]
  readonly mark: string | null
}

export interface OfferRow {
  readonly name: string
  readonly cells: readonly OfferCell[]
}

interface Question {
  readonly name: string
  readonly lines: (offer: ComparedOffer) => readonly (string | null)[]
  /** What is compared; the highest is the best. Null: nothing to compare. */
  readonly worth?: (offer: ComparedOffer) => number | null
  readonly best?: string
}

/** Offers question by question, the best of each row marked in a word. A row without any difference has none. Pure. */
export function offerRows(offers: readonly ComparedOffer[], here: Here): OfferRow[] {
  return questions(here).map(({ name, lines, worth, best }) => {
    const bestOf = worth && best !== undefined ? bestIndexes(offers.map(worth)) : new Set<number>()
    const cells = offers.map((offer, index) => ({
      lines: lines(offer).flatMap((line) => (line === null || line === '' ? [] : [line])),
      mark: bestOf.has(index) ? (best ?? null) : null,
    }))
    return { name, cells }
  })
}

/** Where the highest figure stands; nowhere when fewer than two are known or all are alike. */
function bestIndexes(figures: readonly (number | null)[]): Set<number> {
  const known = figures.filter((figure) => figure !== null)
  const most = Math.max(...known)
  if (known.length < 2 || known.every((figure) => figure === most)) return new Set()
  return new Set(figures.flatMap((figure, index) => (figure === most ? [index] : [])))
}

function questions(here: Here): Question[] {
  const { locale } = here
  return [
    { name: 'Pay as told', lines: ({ pay }) => [pay && payWords(pay, here)] },
    {
      name: 'A year in EUR',
      lines: ({ yearEur, ratesAsOf, pay }) => [
        yearEur === null ? null : yearWords(yearEur, here),
        ratesAsOf === null || pay?.currency === 'EUR' ? null : `at rates of ${isoDayWords(ratesAsOf, locale)}`,
      ],
      worth: ({ yearEur }) => yearEur,
      best: 'highest',
    },
    {
      name: 'Against expected',
      lines: (offer) => [againstWords(offer, here)],
      worth: againstShare,
      best: 'best',
    },
    { name: 'Bonus', lines: ({ bonus }) => [bonus] },
    {
      name: 'Work permit',
      lines: ({ permits }) => permitWords(permits),
      worth: ({ permits }) => permitWorth(permits),
      best: 'reaches it',
    },
    {
      name: 'Notice',
      lines: ({ noticeWeeks }) => [noticeWeeks === null ? null : quantity(noticeWeeks, ['week', 'weeks'], here)],
      worth: ({ noticeWeeks }) => (noticeWeeks === null ? null : -noticeWeeks),
      best: 'shortest',
    },
    {
      name: 'Remote days a week',
      lines: ({ remoteDays }) => [remoteDays === null ? null : quantity(remoteDays, ['day', 'days'], here)],
      worth: ({ remoteDays }) => remoteDays,
      best: 'most',
    },
    {
      name: 'Vacation a year',
      lines: ({ vacationDays }) => [vacationDays === null ? null : quantity(vacationDays, ['day', 'days'], here)],
      worth: ({ vacationDays }) => vacationDays,
      best: 'most',
    },
    {
      name: 'Start',
      lines: ({ startsOn }) => [startsOn === null ? null : isoDayWords(startsOn, locale)],
      worth: ({ startsOn }) => (startsOn === null ? null : -Date.parse(startsOn)),
      best: 'earliest',
    },
    {
      name: 'Answer by',
      lines: ({ answerBy }) => (answerBy === null ? [] : [momentWords(answerBy, here), leftWords(answerBy, here.now)]),
      worth: ({ answerBy }) => answerBy,
      best: 'most time',
    },
    { name: 'Notes', lines: ({ notes }) => [notes.trim()] },
  ]
}

function quantity(count: number, words: readonly [one: string, many: string], { locale }: Here): string {
  return formatQuantity(count, words, locale)
}

function payWords({ amount, currency, period }: NonNullable<ComparedOffer['pay']>, { locale }: Here): string | null {
  return formatPayFull({ min: amount, max: amount, currency, period }, locale)
}

function yearWords(yearEur: number, { locale }: Here): string {
  const amount = Math.round(yearEur)
  return formatPayFull({ min: amount, max: amount, currency: 'EUR', period: 'year' }, locale) ?? String(amount)
}

function againstShare({ yearEur, expectedYearEur }: ComparedOffer): number | null {
  return yearEur === null || expectedYearEur === null || expectedYearEur === 0 ? null : yearEur / expectedYearEur - 1
}

function againstWords(offer: ComparedOffer, here: Here): string | null {
  const share = againstShare(offer)
  if (share === null || offer.expectedYearEur === null) return null
  const hoped = yearWords(offer.expectedYearEur, here)
  const percent = new Intl.NumberFormat(here.locale, { style: 'percent', maximumFractionDigits: 0 }).format(
    Math.abs(share),
  )
  if (Math.abs(share) < 0.005) return `as hoped for (${hoped})`
  return `${percent} ${share > 0 ? 'above' : 'below'} the ${hoped} you hoped for`
}

function permitWords(permits: PermitReport | null): string[] {
  if (permits === null) return []
  if (permits.checks.length === 0) return ['none is asked for']
  return permits.checks.map(({ permit, countryCode, region, verdict }) => {
    const country = region === null ? regionName(countryCode) : `${region}, ${regionName(countryCode)}`
    return `${permit} (${country}): ${PERMIT_VERDICT_WORDS[verdict].toLowerCase()}`
  })
}

/** One permit that the pay reaches is enough. */
function permitWorth(permits: PermitReport | null): number | null {
  if (permits === null || permits.checks.length === 0) return null
  return permits.checks.some(({ verdict }) => verdict === 'meets') ? 1 : 0
}

/** 'in 3 d', or that it is over. Pure. */
export function leftWords(answerBy: number, now: number): string {
  return answerBy < now ? 'the time is over' : formatIn(answerBy, now)
}
