import { type Comparison, LEAST_OUTCOMES, LEAST_SHOWN } from '#shared/experiments.ts'
import {
  type Counted,
  detectableDifference,
  differenceInterval,
  neededShown,
  pooledZTest,
  rateOf,
} from './statistics.ts'

type Measure = Comparison['measure']

const SIGNIFICANT = 0.05

/** The difference that an experiment is planned for, and the rate that is taken until enough happened to know it. */
const PLANS: Readonly<Record<Measure, { readonly difference: number; readonly usualRate: number }>> = {
  clicks: { difference: 0.05, usualRate: 0.125 },
  applications: { difference: 0.02, usualRate: 0.02 },
}

/** What the counts of both variants say. The number that is planned for follows the rate of both together, never their difference: so
 *  it can be known better while the experiment goes on without favouring a side. `share` is the part of the lists that gets B. Pure. */
export function comparisonOf(
  measure: Measure,
  { a, b, share }: { readonly a: Counted; readonly b: Counted; readonly share: number },
): Comparison {
  const plan = PLANS[measure]
  const hits = a.hits + b.hits
  const pooled = hits < LEAST_OUTCOMES ? plan.usualRate : hits / (a.shown + b.shown)
  const least = Math.min(a.shown, b.shown)
  const ratio = Math.max(share, 1 - share) / Math.min(share, 1 - share)
  const needed = neededShown({ pooled, difference: plan.difference, ratio })
  const planned = {
    measure,
    detectable: plan.difference,
    neededShown: least >= needed ? null : needed,
    detectableNow:
      least === 0 ? null : detectableDifference({ pooled, smaller: least, ratio: Math.max(a.shown, b.shown) / least }),
  }
  const test = pooledZTest(a, b)
  const interval = differenceInterval(a, b)
  if (!isEnough(a) || !isEnough(b) || test === null || interval === null) {
    const unknown = { difference: null, low: null, high: null, pValue: null, neededForObserved: null }
    return { ...planned, ...unknown, verdict: 'not_enough_data' }
  }
  const difference = rateOf(b) - rateOf(a)
  return {
    ...planned,
    ...interval,
    difference,
    pValue: test.pValue,
    verdict: verdictOf(test),
    neededForObserved: difference === 0 ? null : neededShown({ pooled, difference: Math.abs(difference), ratio }),
  }
}

function isEnough({ shown, hits }: Counted): boolean {
  return shown >= LEAST_SHOWN && hits >= LEAST_OUTCOMES && shown - hits >= LEAST_OUTCOMES
}

function verdictOf({ z, pValue }: { readonly z: number; readonly pValue: number }): Comparison['verdict'] {
  if (pValue >= SIGNIFICANT) return 'no_difference_seen'
  return z > 0 ? 'b_better' : 'a_better'
}
