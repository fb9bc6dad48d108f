import { createClusters } from '#main/domains/jobs/dedup/clusters/clusters.ts'
import { readFacts } from '#main/domains/jobs/enrich/enrich.ts'
import type { ReadPosting } from '#main/domains/jobs/posting.ts'
import { postingOfRow, type PostingRow } from '#main/domains/jobs/rows/posting-row.ts'
import type { Verdict } from './facts.eval.ts'
import type { Pair } from './rows.ts'
import { figure } from './score.ts'

const NOW = Date.UTC(2026, 10, 28)

/** Each pair alone, in both orders: a pair counts as merged when either order merges it. */
export function judgePairs(pairs: readonly Pair[]): Verdict {
  const misses: string[] = []
  let [right, merged, same] = [0, 0, 0]
  for (const { id, a, b, same: isSame, hard } of pairs) {
    const [one, other] = [readOf(a), readOf(b)]
    const orders = [areOne(one, other), areOne(other, one)]
    const isMerged = orders.includes(true)
    same += isSame ? 1 : 0
    merged += isMerged ? 1 : 0
    right += isSame && isMerged ? 1 : 0
    if (isSame !== isMerged)
      misses.push(`${id} pair: ${isSame ? 'one opening kept apart' : 'two openings merged'} (${hard})`)
    else if (orders[0] !== orders[1]) misses.push(`${id} pair: merged in one order only (${hard})`)
  }
  if (pairs.length === 0) return { lines: [], misses }
  const [precision, recall] = [right / merged, right / same]
  const f1 = (2 * precision * recall) / (precision + recall)
  return {
    lines: [
      `  pairs: precision ${figure(precision)}  recall ${figure(recall)}  F1 ${figure(f1)}`,
      `    of ${same} pairs of one opening ${right} merged, of ${pairs.length - same} look-alikes ${merged - right}`,
    ],
    misses,
  }
}

function readOf(row: PostingRow): ReadPosting {
  const posting = postingOfRow(row, NOW)
  return { posting, facts: readFacts(posting) }
}

function areOne(first: ReadPosting, second: ReadPosting): boolean {
  const clusters = createClusters(NOW)
  clusters.add({ id: 'first', read: first })
  return clusters.add({ id: 'second', read: second }).clusterId === 'first'
}
