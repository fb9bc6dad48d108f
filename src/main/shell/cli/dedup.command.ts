import { createClusters } from '../../domains/jobs/dedup/clusters/clusters.ts'
import { readComparedFacts } from '../../domains/jobs/enrich/basics.ts'
import { postingOfRow, postingRowSchema } from '../../domains/jobs/rows/posting-row.ts'
import { answerRows } from './answer-rows.ts'

/** Groups the postings of a JSON Lines file by the rules that a run stores them by and prints `{id, clusterId, reason}` for each;
 *  asks nobody and needs no profile. */
export function dedupCommand(flags: { readonly input: string }): Promise<number> {
  const now = Date.now()
  const clusters = createClusters(now)
  return answerRows(flags.input, postingRowSchema, (row) => {
    const posting = postingOfRow(row, now)
    const { clusterId, reason } = clusters.add({ id: row.id, read: { posting, facts: readComparedFacts(posting) } })
    return { id: row.id, clusterId, reason }
  })
}
