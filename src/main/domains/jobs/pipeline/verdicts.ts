import { type JobId, jobIdSchema } from '#shared/ids.ts'
import type { Database } from '../../../infra/db/driver.ts'

/** A posting by its source and the source's id of it: what it is called even when its row is gone. */
export interface PostingName {
  readonly sourceId: string
  readonly sourcePostingId: string
}

type Verdict = 'different' | 'same'

/** What the user said about a posting, as far as the other side is stored now. */
export interface SaidOfPosting {
  /** The job that it belongs to whatever the rules say; null when the user named none. */
  readonly joins: JobId | null
  /** Jobs with a posting that it must never be merged with. */
  readonly apart: ReadonlySet<JobId>
}

/** What the user said about pairs of postings. It outlives the rows it was said about. Every method that writes belongs into a write
 *  transaction. */
export function createVerdicts(database: Database) {
  const { raw } = database
  const of = raw.prepare<[string, string], { other: string; verdict: Verdict }>(
    `select b_key as other, verdict from dedup_verdict where a_key = ?
     union all select a_key, verdict from dedup_verdict where b_key = ?`,
  )
  const jobOf = raw
    .prepare<[string, string], number>('select job_id from posting where source_id = ? and source_posting_id = ?')
    .pluck()
  const say = raw.prepare<[string, string, Verdict, number]>(
    `insert into dedup_verdict (a_key, b_key, verdict, decided_at) values (?, ?, ?, ?)
     on conflict (a_key, b_key) do update set verdict = excluded.verdict, decided_at = excluded.decided_at`,
  )
  const forget = raw.prepare<[string, string]>('delete from dedup_verdict where a_key = ? and b_key = ?')

  function jobsSaid(name: PostingName, verdict: Verdict): JobId[] {
    const key = keyOf(name)
    return of.all(key, key).flatMap((row) => {
      if (row.verdict !== verdict) return []
      const jobId = jobOf.get(...partsOf(row.other))
      return jobId === undefined ? [] : [jobIdSchema.parse(jobId)]
    })
  }

  /** "Different" outweighs "same" where one job has postings of both. */
  function ofAll(names: readonly PostingName[]): SaidOfPosting {
    const apart = new Set(names.flatMap((name) => jobsSaid(name, 'different')))
    const joins = names.flatMap((name) => jobsSaid(name, 'same'))
    return { joins: joins.find((jobId) => !apart.has(jobId)) ?? null, apart }
  }

  return {
    of: (name: PostingName): SaidOfPosting => ofAll([name]),
    /** Of the postings of one job together. */
    ofAll,
    say: (pair: readonly [PostingName, PostingName], verdict: Verdict, now: number): void => {
      say.run(...ordered(pair), verdict, now)
    },
    forget: (pair: readonly [PostingName, PostingName]): void => {
      forget.run(...ordered(pair))
    },
  }
}

/** A source's id has no line end. */
function keyOf({ sourceId, sourcePostingId }: PostingName): string {
  return `${sourceId}\n${sourcePostingId}`
}

function partsOf(key: string): [sourceId: string, sourcePostingId: string] {
  const at = key.indexOf('\n')
  return [key.slice(0, at), key.slice(at + 1)]
}

function ordered([one, other]: readonly [PostingName, PostingName]): [string, string] {
  const [a, b] = [keyOf(one), keyOf(other)]
  return a < b ? [a, b] : [b, a]
}
