import type { FactNumber } from './match-number.ts'
import type { NumberSaid } from './numbers.ts'

/** How far a change that is worked out may be from the one that is said, as a share of it. */
const SHARE = 0.02
const ABOUT_SHARE = 0.1
const PERCENT_SLACK = 0.6
const LEAST_SHARE_OF_OVER = 0.5

/** Whether a fact that tells from where to where something went makes a stated change true: 55 % to 82 % is 27 percentage points, 18
 *  minutes to 6 is two thirds less, a third, or three times as fast. Pure. */
export function isChangeOfFacts(said: NumberSaid, facts: readonly FactNumber[]): boolean {
  return facts.some((from, at) => {
    const to = facts[at + 1]
    if (to === undefined || to.line !== from.line || to.is !== from.is) return false
    if (said.is === 'points')
      return from.is === 'percent' && Math.abs(Math.abs(to.value - from.value) - said.value) < 1e-6
    if (said.preposition === 'from' || from.is === 'percent') return false
    return from.preposition === 'from' && from.value > 0 && to.value > 0 && isRatio(said, to.value / from.value)
  })
}

function isRatio(said: NumberSaid, ratio: number): boolean {
  const trend = ratio > 1 ? 'up' : 'down'
  if (said.is === 'percent')
    return (said.trend === null || said.trend === trend) && isNear(said, Math.abs(1 - ratio) * 100, PERCENT_SLACK)
  if (said.is !== 'times') return false
  return isNear(said, said.value < 1 ? ratio : Math.max(ratio, 1 / ratio), 0)
}

function isNear({ value, bound }: NumberSaid, known: number, slack: number): boolean {
  const off = (share: number) => Math.abs(known - value) <= Math.max(value * share, slack)
  switch (bound) {
    case 'over':
    case 'atLeast':
      return known >= value && known * LEAST_SHARE_OF_OVER <= value
    case 'under':
      return known < value && known >= value * LEAST_SHARE_OF_OVER
    case 'about':
      return off(ABOUT_SHARE)
    case 'nearly':
      return known <= value && off(ABOUT_SHARE)
    case 'exact':
    case 'upTo':
      break
  }
  return off(SHARE)
}
