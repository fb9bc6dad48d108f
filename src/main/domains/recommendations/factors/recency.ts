import { type Factor, known, unknown } from './factor.ts'

const DAY_MS = 86_400_000
/** After so many days a posting is worth half: most openings are filled within a few weeks. */
const HALF_LIFE_DAYS = 14

/** How new the posting is, by the date it names; nothing is left of one that is past its closing date. */
export const recencyFactor: Factor = (_seeker, { postedAt, facts: { closesAt } }, { nowMs }) => {
  if (closesAt !== null && closesAt < nowMs) return known(0, 'Its closing date is over.')
  if (postedAt === null) return unknown('The posting has no date.')
  const days = Math.max(0, (nowMs - postedAt) / DAY_MS)
  const whole = Math.floor(days)
  const when = whole === 0 ? 'today' : whole === 1 ? 'yesterday' : `${whole} days ago`
  return known(0.5 ** (days / HALF_LIFE_DAYS), `Posted ${when}.`)
}
