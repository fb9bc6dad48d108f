import { type Comparison, type Experiment, LEAST_OUTCOMES, LEAST_SHOWN, type Variant } from '#shared/experiments.ts'
import { formatCount, formatQuantity, formatShare, type Locale } from '../../ui/format.ts'
import { formatShift } from '../recommendations/index.ts'

export const VARIANT_WORDS: Readonly<Record<Variant, string>> = { a: 'A', b: 'B' }

type Measure = Comparison['measure']

const HIT_WORDS: Readonly<Record<Measure, string>> = { clicks: 'opened', applications: 'applied for' }

/** '12.5%'; '–' of nothing. Pure. */
export function formatRate(rate: number | null, locale?: Locale): string {
  if (rate === null) return '–'
  return new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
    rate,
  )
}

/** A difference of rates in points: '+6.0', '−1.2'. Pure. */
export function formatDifference(difference: number, locale?: Locale): string {
  return formatShift(difference * 100, locale)
}

/** Points without a sign: '5', '3.4'. Pure. */
function formatDistance(difference: number, locale?: Locale): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(difference * 100)
}

/** 'p = 0.031', 'p < 0.001'. Pure. */
export function formatChance(pValue: number, locale?: Locale): string {
  if (pValue < 0.001) return 'p < 0.001'
  return `p = ${new Intl.NumberFormat(locale, { maximumFractionDigits: 3, minimumFractionDigits: 3 }).format(pValue)}`
}

/** How often the one that was shown less was shown. Pure. */
export function leastShown({ a, b }: Pick<Experiment, 'a' | 'b'>): number {
  return Math.min(a.shown, b.shown)
}

/** What the comparison says so far, and how far it can be relied on; no more than the figures do. Pure. */
export function verdictWords(experiment: Experiment, comparison: Comparison, locale?: Locale): string {
  const { neededShown, verdict } = comparison
  const isStopped = experiment.stoppedAt !== null
  const planned = neededShown === null ? null : `about ${formatCount(neededShown, locale)} shown each`
  if (verdict === 'not_enough_data') return notEnoughWords(experiment, comparison, locale)
  if (verdict === 'no_difference_seen') {
    const finer = comparison.detectableNow
    const hidden =
      finer === null ? '' : ` One of less than ${formatDistance(finer, locale)} points could be there and not show.`
    return planned === null
      ? `No difference seen.${hidden}`
      : `No difference seen${isStopped ? '' : ' so far'}: ${formatCount(leastShown(experiment), locale)} of ${planned}.${hidden}`
  }
  const better = verdict === 'b_better' ? 'b' : 'a'
  const other = better === 'b' ? 'a' : 'b'
  const rates = `${formatRate(rateOf(experiment, better, comparison.measure), locale)} against ${formatRate(
    rateOf(experiment, other, comparison.measure),
    locale,
  )}`
  const said = `Jobs of ${VARIANT_WORDS[better]} are ${HIT_WORDS[comparison.measure]} more often`
  if (planned === null) return `${said}: ${rates}.`
  return `${said}${isStopped ? '' : ' so far'}: ${rates}. It was planned for ${planned}; ${
    isStopped ? 'stopping' : 'looking'
  } before that makes differences look larger and surer than they are.`
}

function notEnoughWords(experiment: Experiment, { measure, neededShown }: Comparison, locale?: Locale): string {
  const shown = formatCount(leastShown(experiment), locale)
  const start = experiment.stoppedAt === null ? 'Not enough data yet' : 'Not enough data'
  const figures = experiment.share === 0.5 ? `${shown} of about` : `of the set with fewer lists ${shown} of about`
  if (neededShown !== null) {
    const each = experiment.share === 0.5 ? ' shown each' : ' shown'
    return `${start}: ${figures} ${formatCount(neededShown, locale)}${each}.`
  }
  return `${start}: fewer than ${LEAST_OUTCOMES} jobs of a set were ${HIT_WORDS[measure]}, or fewer than ${LEAST_OUTCOMES} were not.`
}

/** The difference with how sure it is; null where nothing can be said. Pure. */
export function differenceWords(comparison: Comparison, locale?: Locale): string | null {
  const { difference, low, high, pValue } = comparison
  if (difference === null || low === null || high === null || pValue === null) return null
  const interval = `${formatDifference(low, locale)} to ${formatDifference(high, locale)}`
  return `B less A: ${formatDifference(difference, locale)} points, ${formatShare(95, 100, locale)} interval ${interval}, ${formatChance(pValue, locale)}`
}

/** What so much as was shown can tell, and what it would take. Pure. */
export function powerWords(comparison: Comparison, locale?: Locale): string | null {
  const { detectable, detectableNow, neededShown, neededForObserved } = comparison
  const parts: string[] = []
  if (detectableNow !== null && comparison.verdict !== 'no_difference_seen')
    parts.push(
      `So much as was shown tells a difference of ${formatDistance(detectableNow, locale)} points or more in four of five cases.`,
    )
  if (neededShown !== null && detectable !== null)
    parts.push(
      `About ${formatCount(neededShown, locale)} shown each would tell one of ${formatDistance(detectable, locale)} points.`,
    )
  if (neededForObserved !== null && comparison.verdict === 'no_difference_seen')
    parts.push(
      neededForObserved > MOST_COUNTED
        ? 'The difference that is seen is too small ever to be told apart from chance.'
        : `The difference that is seen, if it is true, would need about ${formatCount(neededForObserved, locale)} shown each.`,
    )
  return parts.length === 0 ? null : parts.join(' ')
}

const MOST_COUNTED = 100_000

/** The set whose jobs are opened more often, unless applications say the opposite. Null while neither is. Pure. */
export function winnerOf({ comparisons }: Pick<Experiment, 'comparisons'>): Variant | null {
  const verdicts = new Map(comparisons.map(({ measure, verdict }) => [measure, winnerIn(verdict)]))
  const clicks = verdicts.get('clicks') ?? null
  const applications = verdicts.get('applications') ?? null
  if (clicks !== null && applications !== null && clicks !== applications) return null
  return clicks ?? applications
}

function winnerIn(verdict: Comparison['verdict']): Variant | null {
  if (verdict === 'a_better') return 'a'
  return verdict === 'b_better' ? 'b' : null
}

function rateOf(experiment: Experiment, variant: Variant, measure: Measure): number | null {
  return measure === 'clicks' ? experiment[variant].clickRate : experiment[variant].applyRate
}

/** The rule of the verdicts and how they come about, a sentence each. Pure. */
export function methodWords({ share }: Pick<Experiment, 'share'>, locale?: Locale): string[] {
  const part = formatShare(share, 1, locale)
  return [
    `All lists of one day (UTC) use the same set, drawn by chance: B on ${part} of the days. What is learned from you is left out of them.`,
    'A job counts as shown once a day, when half of its row stood on screen for a second; as opened when it stayed open for three seconds or was saved.',
    `A verdict is given when each set has at least ${formatQuantity(LEAST_SHOWN, ['job', 'jobs'], locale)} shown, ${LEAST_OUTCOMES} of them opened and ${LEAST_OUTCOMES} not.`,
    `It is a two-proportion z test at ${formatShare(5, 100, locale)}; the intervals are Wilson’s for each set and Newcombe’s for the difference.`,
    'The number to be shown is planned so that a difference of 5 points is found in four of five cases. Looking every day and stopping at the first difference finds differences where there are none: wait for the number.',
    'Jobs of one day are not independent of each other, so the truth is somewhat less sure than the figures.',
  ]
}
