import { enrichedRow, factsOfRow } from '../../domains/jobs/rows/enriched-row.ts'
import { postingRowSchema } from '../../domains/jobs/rows/posting-row.ts'
import { answerRows } from './answer-rows.ts'

interface EnrichFlags {
  readonly input: string
  /** Everything that was read, with its evidence. */
  readonly facts?: boolean
}

/** Prints what each posting of a JSON Lines file says; asks nobody and needs no profile. */
export function enrichCommand(flags: EnrichFlags): Promise<number> {
  const now = Date.now()
  return answerRows(flags.input, postingRowSchema, (row) => {
    const facts = factsOfRow(row, now)
    return flags.facts === true ? { id: row.id, ...facts } : enrichedRow(row.id, facts)
  })
}
