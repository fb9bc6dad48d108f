import type { FactorPart, MatchFactor } from '#shared/recommendations.ts'
import type { Locale } from '../../ui/format.ts'

/** What the product calls each factor, and what it looks at. */
export const FACTOR_WORDS: Readonly<Record<MatchFactor, string>> = {
  skills: 'Skills',
  place: 'Place',
  experience: 'Experience',
  salary: 'Pay',
  culture: 'Culture',
  growth: 'Growth',
  recency: 'Freshness',
}
export const FACTOR_NOTES: Readonly<Record<MatchFactor, string>> = {
  skills: 'What the posting asks for against what you know',
  place: 'Country, city and workplace',
  experience: 'Level and years',
  salary: 'Stated pay against what you hope for',
  culture: 'What you wish of an employer',
  growth: 'Room to learn and to rise',
  recency: 'How new the posting is',
}

/** Points with one decimal, always: '36.0'. Pure. */
export function formatPoints(points: number, locale?: Locale): string {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(points)
}

/** A number that was written with a hyphen, with a minus sign in its place: it is as wide as the plus. Pure. */
export function withMinus(number: string): string {
  return number.replace('-', '−')
}

/** Points with their sign: '+1.5', '−2.0'; '0.0' has none. Pure. */
export function formatShift(points: number, locale?: Locale): string {
  const sign = { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const
  return withMinus(new Intl.NumberFormat(locale, sign).format(points))
}

/** The points of all parts, added in tenths so that what is on screen adds up to the last digit. Pure. */
export function sumOfPoints(parts: readonly Pick<FactorPart, 'points'>[]): number {
  return parts.reduce((sum, { points }) => sum + Math.round(points * 10), 0) / 10
}

/** The parts that speak most for a job: known ones that bring points, most first. Pure. */
export function strongestReasons(parts: readonly FactorPart[], limit: number): FactorPart[] {
  return parts
    .filter((part) => part.isKnown && part.points > 0)
    .toSorted((a, b) => b.points - a.points)
    .slice(0, limit)
}

export type Fit = 'strong' | 'fair' | 'weak'

/** The band that colour and word of a score follow. Pure. */
export function fitOf(score: number): Fit {
  if (score >= 70) return 'strong'
  return score >= 50 ? 'fair' : 'weak'
}

export const FIT_WORDS: Readonly<Record<Fit, string>> = {
  strong: 'Strong match',
  fair: 'Fair match',
  weak: 'Weak match',
}
