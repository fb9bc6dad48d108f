import { spawnSync } from 'node:child_process'
import { createReadStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import feed from '#resources/sample-feed.json' with { type: 'json' }
import type { RawPosting } from '#main/domains/jobs/posting.ts'

/** A generator of synthetic postings that may lie beside the checkout; the bench does without it, on the sample feed. */
const GENERATOR = join('..', 'shared', 'bench', 'generate-corpus.mjs')

interface CorpusRow {
  readonly id: string
  readonly source: string
  readonly url: string
  readonly title: string
  readonly company: string
  readonly location: string
  readonly country: string
  readonly description: string
  readonly postedAt: string
  /** The same for postings of one opening. */
  readonly goldCluster: string
}

export interface CorpusPosting {
  readonly sourceId: string
  readonly raw: RawPosting
  /** Which opening it is: the same for postings of one. */
  readonly opening: string
}

export interface Corpus {
  readonly name: string
  readonly postings: () => AsyncGenerator<CorpusPosting>
}

/** `count` postings from the `start`-th on: from the generator where it is there, else the sample feed over and over with other names. */
export function corpusOf(root: string, options: { count: number; start?: number; dir: string }): Corpus {
  const { count, start = 0 } = options
  const generator = join(root, GENERATOR)
  if (!existsSync(generator)) return { name: 'multiplied sample feed', postings: () => multiplied(start, count) }
  const file = join(options.dir, `corpus-${start}-${count}.jsonl`)
  if (!existsSync(file)) {
    const args = [generator, '--start', String(start), '--count', String(count), '--out', file]
    const made = spawnSync(process.execPath, args, { stdio: 'inherit' })
    if (made.status !== 0) throw new Error('The corpus generator failed')
  }
  return { name: 'generated corpus', postings: () => generated(file) }
}

async function* generated(file: string): AsyncGenerator<CorpusPosting> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    const row = JSON.parse(line) as CorpusRow
    yield {
      sourceId: row.source,
      opening: row.goldCluster,
      raw: {
        ...SILENT,
        sourcePostingId: row.id,
        title: row.title,
        company: row.company,
        url: row.url,
        locations: [row.location],
        countryCode: row.country,
        descriptionHtml: row.description,
        postedAt: Date.parse(row.postedAt),
      },
    }
  }
}

async function* multiplied(start: number, count: number): AsyncGenerator<CorpusPosting> {
  for (let index = start; index < start + count; index += 1) {
    const posting = feed.postings[index % feed.postings.length]
    if (posting === undefined) return
    const round = Math.floor(index / feed.postings.length)
    yield {
      sourceId: posting.board,
      opening: `${posting.truth.opening}-${round}`,
      raw: {
        ...SILENT,
        sourcePostingId: `${posting.id}-${round}`,
        title: posting.title,
        company: `${posting.company} ${round}`,
        url: `${posting.url}?id=${round}`,
        locations: [posting.location],
        countryCode: null,
        descriptionHtml: `${posting.descriptionHtml}<p>Reference ${round}.</p>`,
        postedAt: Date.now() - posting.postedHoursAgo * 3_600_000 - round * 60_000,
        salaryText: posting.salary,
      },
    }
  }
}

const SILENT = {
  closesAt: null,
  statedSalary: null,
  salaryText: null,
  workplace: null,
  employmentType: null,
  requisitionId: null,
} as const
