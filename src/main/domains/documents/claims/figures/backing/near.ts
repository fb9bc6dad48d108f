import type { NumberSaid } from '../number-said.ts'

/** "Gut" and "just over" go so far above what is said. */
export const MOST_SHARE_OF_WELL = 1.2
const ABOUT_SHARE = 0.1
const LEAST_SHARE_OF_OVER = 0.5

/** A value that was worked out, and how far an exact one may be from it. Pure. */
export function isNear(
  { value, bound }: Pick<NumberSaid, 'value' | 'bound'>,
  known: number,
  { share, slack }: { share: number; slack: number },
): boolean {
  const off = (most: number) => Math.abs(known - value) <= Math.max(value * most, slack)
  switch (bound) {
    case 'over':
    case 'atLeast':
      return known >= value && known * LEAST_SHARE_OF_OVER <= value
    case 'well':
      return known >= value && known <= value * MOST_SHARE_OF_WELL
    case 'among':
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
  return off(share)
}
