/** Some out of many: `hits` of `shown`. */
export interface Counted {
  readonly shown: number
  readonly hits: number
}

export interface Interval {
  readonly low: number
  readonly high: number
}

/** Two-sided 5 %, and 80 % power: quantiles of the standard normal distribution. */
const Z_TWO_SIDED = 1.959963984540054
const Z_POWER = 0.8416212335729143

/** Probability that a standard normal variable is at most `z`; absolute error below 1e-15.
 *  G. Marsaglia, Evaluating the Normal Distribution, Journal of Statistical Software 11(4), 2004. Pure. */
export function normalCdf(z: number): number {
  if (z < -8) return 0
  if (z > 8) return 1
  let sum = z
  let term = z
  for (let odd = 3; sum + term !== sum; odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
}

/** z of B against A with the pooled rate as its variance, and the two-sided p value. Null where there is nothing to tell apart: nothing
 *  shown on a side, or the same outcome everywhere. A. Agresti, Categorical Data Analysis, section 3.2. Pure. */
export function pooledZTest(a: Counted, b: Counted): { readonly z: number; readonly pValue: number } | null {
  if (a.shown === 0 || b.shown === 0) return null
  const pooled = (a.hits + b.hits) / (a.shown + b.shown)
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / a.shown + 1 / b.shown))
  if (deviation === 0) return null
  const z = (rateOf(b) - rateOf(a)) / deviation
  return { z, pValue: 2 * normalCdf(-Math.abs(z)) }
}

/** 95 % score interval of one rate (Wilson 1927). Null of nothing. Pure. */
export function wilsonInterval({ shown, hits }: Counted): Interval | null {
  if (shown === 0) return null
  const squared = Z_TWO_SIDED ** 2
  const centre = 2 * hits + squared
  const half = Z_TWO_SIDED * Math.sqrt(squared + 4 * hits * (1 - hits / shown))
  const whole = 2 * (shown + squared)
  return { low: Math.max(0, (centre - half) / whole), high: Math.min(1, (centre + half) / whole) }
}

/** 95 % interval of the rate of B less that of A, out of the score intervals of both: it holds for small counts and rates near 0, where
 *  Wald's does not. R. G. Newcombe, Statistics in Medicine 17 (1998), 873–890, method 10. Null of nothing. Pure. */
export function differenceInterval(a: Counted, b: Counted): Interval | null {
  const ofA = wilsonInterval(a)
  const ofB = wilsonInterval(b)
  if (ofA === null || ofB === null) return null
  const difference = rateOf(b) - rateOf(a)
  return {
    low: difference - Math.hypot(rateOf(b) - ofB.low, ofA.high - rateOf(a)),
    high: difference + Math.hypot(ofB.high - rateOf(b), rateOf(a) - ofA.low),
  }
}

/** Shown that the smaller side needs to tell `difference` (above 0) with 80 % power at 5 %, when the other has `ratio` times as much
 *  and the rate of both together is `pooled`. J. L. Fleiss, Statistical Methods for Rates and Proportions, section 3.2, without its
 *  correction for continuity. Pure. */
export function neededShown(plan: { pooled: number; difference: number; ratio: number }): number {
  const { difference, ratio } = plan
  const { larger, smaller } = ratesAround(plan)
  const pooled = (ratio * larger + smaller) / (ratio + 1)
  const ofChance = Z_TWO_SIDED * Math.sqrt(pooled * (1 - pooled) * (1 + 1 / ratio))
  const ofPower = Z_POWER * Math.sqrt((larger * (1 - larger)) / ratio + smaller * (1 - smaller))
  return Math.ceil(((ofChance + ofPower) / difference) ** 2)
}

/** The least difference that so much shown tells with 80 % power, about the rate of both together; to a ten thousandth. Null when even
 *  the largest that there can be would not be told. Pure. */
export function detectableDifference(plan: { pooled: number; ratio: number; smaller: number }): number | null {
  const isTold = (difference: number) => neededShown({ ...plan, difference }) <= plan.smaller
  let low = 0
  let high = 10_000
  if (!isTold(1)) return null
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (isTold(middle / 10_000)) high = middle
    else low = middle
  }
  return high / 10_000
}

/** Two rates that lie `difference` apart about the pooled one, moved together until both are rates. */
function ratesAround(plan: { pooled: number; difference: number; ratio: number }) {
  const { pooled, difference, ratio } = plan
  const larger = Math.min(1 - difference, Math.max(0, pooled - difference / (ratio + 1)))
  return { larger, smaller: larger + difference }
}

export function rateOf({ shown, hits }: Counted): number {
  return shown === 0 ? 0 : hits / shown
}
