import type { JobFacts } from '#shared/facts.ts'
import type { JobId } from '#shared/ids.ts'
import type { DEDUP_LAYERS } from '#shared/jobs.ts'
import type { Database } from '../../../infra/db/driver.ts'
import { parseFacts } from '../facts-json.ts'
import { NO_FIELDS, type NormalisedPosting } from '../posting.ts'
import { htmlToPlainText } from './html-to-plain-text.ts'
import { type StoredPosting, storedPostingOf } from './stored-posting.ts'

export type Layer = (typeof DEDUP_LAYERS)[number]

export interface KnownPosting {
  readonly id: number
  readonly jobId: JobId
  readonly contentHash: string
  readonly layer: Layer
  readonly firstSeenAt: number
  readonly closedAt: number | null
}

export interface NewLink {
  readonly jobId: JobId
  readonly layer: Layer
  readonly reason: string
  readonly posting: NormalisedPosting
  /** Null for the posting that opens the job. */
  readonly facts: JobFacts | null
  /** The full list that it stands on; null on a source without full lists. */
  readonly scope: string | null
  readonly now: number
}

/** A posting that joined a job, and what it states. */
export interface MergedFacts {
  readonly postingId: number
  readonly facts: JobFacts
}

interface RestoredRow {
  sourceId: string
  sourcePostingId: string
  url: string
  canonicalUrl: string
  title: string
  company: string
  requisitionId: string | null
  contentHash: string
  location: string | null
  layer: Layer
  said: string | null
  jobHtml: string
  jobText: string
}

/** The tables posting and posting_said. Every method that writes belongs into a write transaction. */
export function createPostingTables(database: Database) {
  const { raw } = database
  const find = raw.prepare<[string, string], KnownPosting>(
    `select id, job_id as jobId, content_hash as contentHash, layer, first_seen_at as firstSeenAt,
       closed_at as closedAt from posting
     where source_id = ? and source_posting_id = ?`,
  )
  const insert = raw.prepare(
    `insert into posting (job_id, source_id, source_posting_id, url, canonical_url, title, company, location, requisition_id,
       content_hash, layer, reason, facts, scope, first_seen_at, last_seen_at)
     values (@jobId, @sourceId, @sourcePostingId, @url, @canonicalUrl, @title, @company, @location, @requisitionId,
       @contentHash, @layer, @reason, @facts, @scope, @now, @now)`,
  )
  const update = raw.prepare(
    `update posting set url = @url, canonical_url = @canonicalUrl, title = @title, company = @company, location = @location,
       requisition_id = @requisitionId, content_hash = @contentHash, facts = @facts where id = @id`,
  )
  const say = raw.prepare<[number, string]>(
    'insert into posting_said (posting_id, said) values (?, ?) on conflict (posting_id) do update set said = excluded.said',
  )
  const move = raw.prepare<[number, Layer, string, number]>(
    'update posting set job_id = ?, layer = ?, reason = ? where id = ?',
  )
  const writeFacts = raw.prepare<[string, number]>('update posting set facts = ? where id = ?')
  const merged = raw.prepare<[number], { id: number; facts: string }>(
    'select id, facts from posting where job_id = ? and facts is not null order by id',
  )
  const touch = raw.prepare<[number, string | null, number]>(
    'update posting set last_seen_at = ?, scope = coalesce(?, scope), closed_at = null where id = ?',
  )
  const first = raw
    .prepare<[number], number>(`select id from posting where job_id = ? order by layer = 'first' desc, id limit 1`)
    .pluck()
  const restored = raw.prepare<[number], RestoredRow>(
    `select p.source_id as sourceId, p.source_posting_id as sourcePostingId, p.url, p.canonical_url as canonicalUrl, p.title,
       p.company, p.requisition_id as requisitionId, p.content_hash as contentHash, p.location, p.layer, s.said,
       t.description_html as jobHtml, t.description_text as jobText
     from posting p join job_text t on t.job_id = p.job_id left join posting_said s on s.posting_id = p.id where p.id = ?`,
  )

  return {
    find: (sourceId: string, sourcePostingId: string): KnownPosting | null =>
      find.get(sourceId, sourcePostingId) ?? null,
    insert: (link: NewLink): number => {
      const { jobId, layer, reason, scope, now } = link
      const id = Number(insert.run({ ...rowOf(link), jobId, layer, reason, scope, now }).lastInsertRowid)
      say.run(id, JSON.stringify(storedPostingOf(link.posting, { isFirst: layer === 'first' })))
      return id
    },
    update: (id: number, said: Pick<NewLink, 'posting' | 'facts' | 'layer'>): void => {
      update.run({ ...rowOf(said), id })
      say.run(id, JSON.stringify(storedPostingOf(said.posting, { isFirst: said.layer === 'first' })))
    },
    /** What the postings that joined a job state, in the order in which they joined. */
    mergedFacts: (jobId: JobId): MergedFacts[] =>
      merged.all(jobId).map(({ id, facts }) => ({ postingId: id, facts: parseFacts(facts) })),
    writeFacts: (postingId: number, facts: JobFacts): void => {
      writeFacts.run(JSON.stringify(facts), postingId)
    },
    /** The posting is there now; seen without its list, it stays on it. */
    touch: (seen: { postingId: number; scope: string | null; now: number }): void => {
      touch.run(seen.now, seen.scope, seen.postingId)
    },
    /** The posting that opened a job. */
    firstOf: (jobId: JobId): number | null => first.get(jobId) ?? null,
    /** Gives a posting to another job; what it says stays as it is. */
    move: (postingId: number, to: Pick<NewLink, 'jobId' | 'layer' | 'reason'>): void => {
      move.run(to.jobId, to.layer, to.reason, postingId)
    },
    /** A posting as it was when it was stored; null when too little of it was kept (a joined posting of an older version). */
    restore: (postingId: number): RestoredPosting | null => {
      const row = restored.get(postingId)
      return row === undefined ? null : restoredPosting(row)
    },
  }
}

export type PostingTables = ReturnType<typeof createPostingTables>

/** `isWhole` is false for one of which only the texts were kept: what its source said in fields is lost. */
export interface RestoredPosting {
  readonly posting: NormalisedPosting
  readonly isWhole: boolean
}

function restoredPosting(row: RestoredRow): RestoredPosting | null {
  const { said, jobHtml, jobText, location, layer, ...own } = row
  const isFirst = layer === 'first'
  if (said === null && !isFirst) return null
  const locations = location === null ? [] : location.split('; ')
  const stored: StoredPosting =
    said === null ? { ...NOTHING_SAID, locations } : { ...NOTHING_SAID, ...(JSON.parse(said) as StoredPosting) }
  const { descriptionHtml, ...fields } = stored
  const html = descriptionHtml ?? jobHtml
  const descriptionText = descriptionHtml === null ? jobText : htmlToPlainText(html).trimEnd()
  return { posting: { ...own, ...fields, descriptionHtml: html, descriptionText }, isWhole: said !== null }
}

const NOTHING_SAID: StoredPosting = { ...NO_FIELDS, locations: [], descriptionHtml: null }

function rowOf({ posting, facts }: Pick<NewLink, 'posting' | 'facts'>) {
  const { sourceId, sourcePostingId, url, canonicalUrl, title, company, requisitionId, contentHash } = posting
  const location = posting.locations.length > 0 ? posting.locations.join('; ') : null
  return {
    sourceId,
    sourcePostingId,
    url,
    canonicalUrl,
    title,
    company,
    requisitionId,
    contentHash,
    location,
    facts: facts === null ? null : JSON.stringify(facts),
  }
}
