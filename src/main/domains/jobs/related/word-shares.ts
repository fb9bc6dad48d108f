import type { Database } from '#main/infra/db/driver.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { skillToken } from '../search/filter-tokens.ts'
import { quote } from '../search/rule.ts'
import { Statements } from '../search/statements.ts'

/** Counted among the jobs of so many of the newest postings: enough to tell rare from common, and cheap however many are stored. */
const SAMPLE_JOBS = 20_000
const COUNT = 'select count(*) from job'
/** How long a count holds before it is made anew. */
const HOLDS_MS = 6 * 3_600_000

/** Among the jobs of so many of the newest postings is looked: of half a million, the older ones are not worth the time. */
const LOOKED_THROUGH_MAX = 100_000

/** How common words are among the newest jobs, as shares of 0 to 1. */
export interface WordShares {
  /** Nothing older has to be looked at. */
  readonly lowestId: () => number
  readonly ofSkill: (name: string) => number
  readonly ofTitleWord: (word: string) => number
}

export function createWordShares(db: Database, clock: Clock): WordShares {
  const statements = new Statements(db)
  let kept = { from: 0, lookedFrom: 0, size: 1, shares: new Map<string, number>(), untilMs: -Infinity }

  function sampled(): typeof kept {
    if (clock.now() >= kept.untilMs) kept = { ...drawn(), shares: new Map(), untilMs: clock.now() + HOLDS_MS }
    return kept
  }

  function shareOf(match: string): number {
    const sample = sampled()
    const known = sample.shares.get(match)
    if (known !== undefined) return known
    const sql = 'select count(*) from job_fts where job_fts match ? and rowid >= ?'
    const share = (statements.number(sql, [match, sample.from]) ?? 0) / sample.size
    sample.shares.set(match, share)
    return share
  }

  /** Where the newest so many begin, stepping over the narrowest index there is. */
  function idAt(place: number): number | null {
    return statements.number('select job_id from posting order by job_id desc limit 1 offset ?', [place - 1])
  }

  function drawn(): { from: number; lookedFrom: number; size: number } {
    const from = idAt(SAMPLE_JOBS)
    if (from === null) return { from: 0, lookedFrom: 0, size: Math.max(1, statements.number(COUNT, []) ?? 0) }
    const size = statements.number(`${COUNT} where id >= ?`, [from]) ?? 1
    return { from, lookedFrom: idAt(LOOKED_THROUGH_MAX) ?? 0, size }
  }

  return {
    lowestId: () => sampled().lookedFrom,
    ofSkill: (name) => shareOf(quote(skillToken(name))),
    ofTitleWord: (word) => shareOf(`title : ${quote(word)}`),
  }
}
