import type { MatchJob } from '../../jobs/match/matching.service.ts'
import { type Factor, known, unknown } from './factor.ts'
import { euros } from './sentences.ts'

/** Pay that just reaches the least; the wish is 1. */
const LEAST_VALUE = 0.5
/** Pay just below the least. */
const BELOW_LEAST_VALUE = 0.25

/** The most a year in EUR that a job states it can pay; null where it states nothing that can be compared. Predicted pay is never
 *  used: there is none in the facts. Pure. */
export function statedReachEur({ facts }: Pick<MatchJob, 'facts'>): number | null {
  const pay = facts.salary?.yearEur
  return pay?.max ?? pay?.min ?? null
}

/** Stated yearly pay against the least and the wish. */
export const salaryFactor: Factor = ({ profile }, job) => {
  const { salaryMinEur: least, salaryWishEur: wish } = profile
  if (least === null && wish === null) return unknown('Your profile names no pay.')
  const reach = statedReachEur(job)
  if (reach === null) return unknown('The posting states no pay that can be compared.')
  const words = `${payWords(job, reach)}${job.facts.salary?.tax === 'net' ? ' net' : ''}`
  if (least !== null && reach < least) {
    return known((BELOW_LEAST_VALUE * reach) / least, `${words}, below your least of ${euros(least)}.`)
  }
  if (wish === null || reach >= wish) {
    return known(1, wish === null ? `${words}, above your least of ${euros(least ?? 0)}.` : `${words}, as you wish.`)
  }
  const from = least !== null && least < wish ? least : wish / 2
  const share = Math.max(0, (reach - from) / (wish - from))
  return known(
    LEAST_VALUE + (1 - LEAST_VALUE) * share - (reach < from ? LEAST_VALUE / 2 : 0),
    `${words}; you wish for ${euros(wish)}.`,
  )
}

function payWords({ facts }: MatchJob, reach: number): string {
  const least = facts.salary?.yearEur?.min ?? null
  const isRange = least !== null && Math.round(least) !== Math.round(reach)
  return `Pays ${isRange ? `${Math.round(least).toLocaleString('en')}–${euros(reach)}` : euros(reach)} a year`
}
