import type { Achievement } from '#shared/briefings.ts'
import { formatCount, type Locale } from '../../../ui/format.ts'

/** '3 of 10'; null for what is noted as reached, or is a single step that is yet to come. What was just reached is noted a minute later, as
 *  it may be taken back. Pure. */
export function progressWords({ count, goal, earnedAt }: Achievement, locale?: Locale): string | null {
  if (earnedAt !== null) return null
  if (count >= goal) return 'Reached just now'
  return goal <= 1 ? null : `${formatCount(count, locale)} of ${formatCount(goal, locale)}`
}

/** Those that are reached, the latest first, then the others, the nearest first. Pure. */
export function inOrder(achievements: readonly Achievement[]): Achievement[] {
  const share = ({ count, goal }: Achievement) => (goal === 0 ? 0 : count / goal)
  return achievements.toSorted((one, other) => {
    if (one.earnedAt !== null || other.earnedAt !== null) return (other.earnedAt ?? -1) - (one.earnedAt ?? -1)
    return share(other) - share(one)
  })
}
