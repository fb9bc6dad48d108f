import type { RecommendationList, SkillGap, WeightsView } from '#shared/recommendations.ts'
import { formatAgo, formatCount, formatQuantity, type Locale } from '../../ui/format.ts'
import { withMinus } from './points.ts'

/** 'Best of 12,340 open jobs, worked out 3 min ago'. Pure. */
export function stateWords(list: Pick<RecommendationList, 'considered' | 'computedAt'>, now: number): string {
  const age = formatAgo(list.computedAt, now)
  return `Best of ${formatQuantity(list.considered, ['open job', 'open jobs'])}, worked out ${age}`
}

/** 'From 12 saved, 3 applied and 5 hidden jobs'; says so when there is nothing to learn from. Pure. */
export function learnedFromWords({ saved, applied, hidden }: WeightsView['from']): string {
  if (saved + applied + hidden === 0) return 'Nothing yet: save, apply to or hide some jobs, and it shows here.'
  return `From ${formatCount(saved)} saved, ${formatCount(applied)} applied and ${formatCount(hidden)} hidden jobs.`
}

/** What the skills to learn have in common; there may be no good match yet to ask for them. Pure. */
export function gapsWords({ goodMatches }: { readonly goodMatches: number }): string {
  if (goodMatches === 0) return 'Not in your profile: with them more jobs would be good matches'
  const asking = goodMatches === 1 ? 'good match asks' : 'good matches ask'
  return `Not in your profile: your ${formatCount(goodMatches)} ${asking} for them, or they would make good matches of more jobs`
}

const money = new Map<string, Intl.NumberFormat>()

function euros(locale: Locale, sign: 'auto' | 'exceptZero'): Intl.NumberFormat {
  const key = `${locale} ${sign}`
  const known =
    money.get(key) ??
    new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0, signDisplay: sign })
  money.set(key, known)
  return known
}

/** '€72,000' for a median; an en dash where too few state their pay. Pure. */
export function medianWords({ medianPayEur }: Pick<SkillGap, 'medianPayEur'>, locale?: Locale): string {
  return medianPayEur === null ? '–' : euros(locale, 'auto').format(roundedHundred(medianPayEur))
}

/** '+€4,200', '−€1,200'. Pure. */
export function differenceWords(payDifferenceEur: number, locale?: Locale): string {
  return withMinus(euros(locale, 'exceptZero').format(roundedHundred(payDifferenceEur)))
}

/** What the pay of a skill rests on, or why nothing can be said about it. Pure. */
export function payBasisWords({ payDifferenceEur, payFrom }: Pick<SkillGap, 'payDifferenceEur' | 'payFrom'>): string {
  if (payDifferenceEur !== null) return `from ${formatQuantity(payFrom, ['job', 'jobs'])}`
  return payFrom === 0 ? 'no pay stated' : `too few: ${formatQuantity(payFrom, ['job', 'jobs'])}`
}

function roundedHundred(value: number): number {
  const rounded = Math.round(value / 100) * 100
  return rounded === 0 ? 0 : rounded
}
