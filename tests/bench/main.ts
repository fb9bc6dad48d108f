import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { runArrivalsBench } from './arrivals.bench.ts'
import { runBackfillBench } from './backfill.bench.ts'
import { runBoardBench } from './board.bench.ts'
import { type Corpus, corpusOf } from './corpus.ts'
import { runDedupBench } from './dedup.bench.ts'
import { runDiscoverBench } from './discover.bench.ts'
import { runReadersBench } from './readers.bench.ts'
import { runRecommendBench } from './recommend.bench.ts'
import { runRenderBench } from './render.bench.ts'
import { runScrollBench } from './scroll.bench.ts'
import { runSearchHostBench } from './search-host.bench.ts'
import { runSearchBench } from './search.bench.ts'
import { runSponsorsBench } from './sponsors.bench.ts'
import { createStored, type Stored } from './stored.ts'
import { runTypingBench } from './typing.bench.ts'

interface Bench {
  readonly root: string
  readonly dir: string
  readonly count: number
  readonly corpus: Corpus
  readonly stored: Stored
  readonly print: (line: string) => void
  readonly queriesPath: string | null
}

/** In the order in which they run. Those at the end write into the profile. */
const TOPICS: Readonly<Record<string, (bench: Bench) => Promise<void> | void>> = {
  ingest: async ({ stored }) => void (await stored.database()),
  search: async ({ dir, stored, print, queriesPath }) =>
    await runSearchBench({ db: await stored.database(), dir, print, queriesPath }),
  'search-host': async ({ root, dir, stored, print, queriesPath }) => {
    await stored.database()
    stored.close()
    await runSearchHostBench({ root, profileDir: dir, queriesPath, print })
  },
  scroll: async ({ dir, stored, print }) => {
    await stored.database()
    stored.close()
    await runScrollBench({ profileDir: dir, print })
  },
  board: runBoardBench,
  typing: runTypingBench,
  recommend: async ({ stored, print }) => await runRecommendBench({ database: await stored.database(), print }),
  readers: runReadersBench,
  render: runRenderBench,
  dedup: runDedupBench,
  sponsors: runSponsorsBench,
  arrivals: async (bench) => await runArrivalsBench({ ...bench, database: await bench.stored.database() }),
  backfill: async ({ stored, print }) => await runBackfillBench({ database: await stored.database(), print }),
  discover: async ({ root, dir, stored, print }) => {
    await stored.database()
    stored.close()
    await runDiscoverBench({ root, profileDir: dir, print })
  },
}

/** Measures the topics that are named, or all, over a profile that `count` postings went into. `keep` is the folder of a profile that
 *  stays; `queries` a file of questions for the search. Prints figures; judges nothing. */
export async function runBench(options: {
  root: string
  count: number
  topics: readonly string[]
  keep: string | null
  queries: string | null
}): Promise<void> {
  const { root, count, topics, keep, queries } = options
  const queriesPath = queries === null ? null : resolve(queries)
  const unknown = topics.filter((topic) => TOPICS[topic] === undefined)
  if (unknown.length > 0)
    throw new Error(`No such topic: ${unknown.join(', ')}. There are ${Object.keys(TOPICS).join(', ')}`)
  const dir = keep === null ? mkdtempSync(join(tmpdir(), 'career-copilot-bench-')) : resolve(keep)
  mkdirSync(dir, { recursive: true })
  const print = (line: string) => process.stdout.write(`${line}\n`)
  print(
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 1024 ** 3)} GB, Node ${process.versions.node}`,
  )
  const corpus = corpusOf(root, { count, dir })
  const stored = createStored({ dir, corpus, count, print })
  try {
    for (const [topic, run] of Object.entries(TOPICS)) {
      if (topics.length === 0 || topics.includes(topic))
        await run({ root, dir, count, corpus, stored, print, queriesPath })
    }
  } finally {
    stored.close()
    if (keep === null) rmSync(dir, { recursive: true, force: true })
  }
}
