import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import { join } from 'node:path'
import { distance } from 'fastest-levenshtein'
import type { ComparedPosting } from '#main/domains/jobs/dedup/candidate.ts'
import { createClusters } from '#main/domains/jobs/dedup/clusters/clusters.ts'
import { readComparedFacts } from '#main/domains/jobs/enrich/basics.ts'
import { normalise } from '#main/domains/jobs/pipeline/normalise.ts'
import type { NormalisedPosting } from '#main/domains/jobs/posting.ts'
import { NODE_FLAGS } from '../../scripts/lib/node-flags.ts'
import type { Corpus, CorpusPosting } from './corpus.ts'
import { percentile } from './figures.ts'
import { peakMemoryOf } from './peak-memory.ts'

const DAY_MS = 86_400_000
const ALIKE = 0.85
const WINDOW_DAYS = 30
/** Enough to see the memory level off: a decision takes a microsecond more for ten times as many. */
const MAX_POSTINGS = 50_000
const TOGETHER = 500

/** Decides posting by posting which belong to one opening, by the product's rules and by a naive baseline (MD5 of title, company and
 *  place, then titles that are 85 % alike at one company within 30 days), and holds both against what the corpus says is one opening.
 *  The memory is that of `dedup` in a process of its own. Prints figures; judges nothing. */
export async function runDedupBench(options: {
  root: string
  dir: string
  corpus: Corpus
  count: number
  print: (line: string) => void
}): Promise<void> {
  const { root, dir, corpus, print } = options
  const count = Math.min(options.count, MAX_POSTINGS)
  const now = Date.now()
  const clusters = createClusters(now)
  const ours = createTally('rules')
  const naive = createTally('baseline')
  const baseline = createBaseline()
  const openings: string[] = []
  for await (const read of readTogether(corpus, count, now)) {
    const first = openings.length
    for (const [index, { posting, facts }] of read.entries()) {
      ours.time(() => clusters.add({ id: String(first + index), read: { posting, facts } }).clusterId)
    }
    for (const [index, { posting }] of read.entries()) naive.time(() => baseline(String(first + index), posting))
    openings.push(...read.map(({ opening }) => opening))
  }
  print(`dedup: ${openings.length} postings`)
  print(ours.line(openings))
  print(naive.line(openings))
  print(await commandLine({ root, file: await rowsFile(join(dir, 'dedup.jsonl'), corpus, count), count }))
}

interface Read extends ComparedPosting {
  readonly opening: string
}

/** The corpus, read some hundred postings at a time, so that reading does not stand between two decisions. */
async function* readTogether(corpus: Corpus, count: number, now: number): AsyncGenerator<readonly Read[]> {
  let taken = 0
  let together: Read[] = []
  for await (const { sourceId, raw, opening } of corpus.postings()) {
    if (taken === count) break
    taken += 1
    const read = normalise(raw, { sourceId, now })
    if (read.ok) together.push({ posting: read.posting, facts: readComparedFacts(read.posting), opening })
    if (together.length < TOGETHER) continue
    yield together
    together = []
  }
  yield together
}

/** A row is compared with every row before it of its company, as a program would that has a table and no more. */
function createBaseline(): (id: string, posting: NormalisedPosting) => string {
  const byHash = new Map<string, string>()
  const byCompany = new Map<string, { title: string; postedAt: number; cluster: string }[]>()
  return (id, { title, company, locations, postedAt }) => {
    const name = company.toLowerCase()
    const words = title.toLowerCase()
    const hash = createHash('md5')
      .update(`${words}|${name}|${locations.join(';').toLowerCase()}`)
      .digest('hex')
    const at = postedAt ?? 0
    const known = byCompany.get(name) ?? []
    const alike = known.find(
      (other) =>
        Math.abs(other.postedAt - at) <= WINDOW_DAYS * DAY_MS &&
        1 - distance(other.title, words) / Math.max(other.title.length, words.length) >= ALIKE,
    )
    const cluster = byHash.get(hash) ?? alike?.cluster ?? id
    byHash.set(hash, cluster)
    known.push({ title: words, postedAt: at, cluster })
    byCompany.set(name, known)
    return cluster
  }
}

function createTally(name: string) {
  const clusters: string[] = []
  const times: number[] = []
  return {
    time: (decide: () => string): void => {
      const begun = performance.now()
      clusters.push(decide())
      times.push(performance.now() - begun)
    },
    line: (openings: readonly string[]): string => {
      const seconds = times.reduce((sum, ms) => sum + ms, 0) / 1000
      const found = pairsWithin(clusters)
      const right = pairsWithin(clusters.map((cluster, index) => `${cluster}\n${openings[index] ?? ''}`))
      const precision = right / Math.max(1, found)
      const recall = right / Math.max(1, pairsWithin(openings))
      return (
        `  ${name}: ${Math.round(times.length / seconds)} decisions/s, ` +
        `p50 ${percentile(times, 50).toFixed(3)} / p95 ${percentile(times, 95).toFixed(3)} ms; ` +
        `pairs: precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`
      )
    },
  }
}

/** How many pairs of rows are in one group. */
function pairsWithin(groups: readonly string[]): number {
  const sizes = new Map<string, number>()
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0)
}

async function commandLine(options: { root: string; file: string; count: number }): Promise<string> {
  const cli = join(options.root, 'out', 'main', 'cli.js')
  const begun = performance.now()
  const child = spawn(process.execPath, [...NODE_FLAGS, cli, 'dedup', '--input', options.file], { stdio: 'ignore' })
  const peakMb = await peakMemoryOf(child)
  const seconds = (performance.now() - begun) / 1000
  return `  command line, reading included: ${Math.round(options.count / seconds)} rows/s, peak memory ${peakMb ?? '?'} MB`
}

async function rowsFile(path: string, corpus: Corpus, count: number): Promise<string> {
  const file = createWriteStream(path)
  let written = 0
  for await (const posting of corpus.postings()) {
    if (written === count) break
    written += 1
    file.write(`${JSON.stringify(rowOf(posting))}\n`)
  }
  file.end()
  await finished(file)
  return path
}

function rowOf({ sourceId, raw }: CorpusPosting): object {
  return {
    id: raw.sourcePostingId,
    source: sourceId,
    title: raw.title,
    company: raw.company,
    location: raw.locations,
    country: raw.countryCode,
    description: raw.descriptionHtml,
    url: raw.url,
    postedAt: raw.postedAt,
  }
}
