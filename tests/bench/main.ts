import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#main/infra/db/open.ts'
import { corpusOf } from './corpus.ts'
import { runDedupBench } from './dedup.bench.ts'
import { runDiscoverBench } from './discover.bench.ts'
import { BATCH, runIngestBench } from './ingest.bench.ts'
import { runSearchBench } from './search.bench.ts'
import { runSponsorsBench } from './sponsors.bench.ts'

/** Fills a profile with `count` postings through the pipeline, then searches it. Prints figures; judges nothing. */
export async function runBench(options: { root: string; count: number }): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'career-copilot-bench-'))
  const print = (line: string) => process.stdout.write(`${line}\n`)
  try {
    print(
      `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 1024 ** 3)} GB, Node ${process.versions.node}`,
    )
    const database = openDatabase({ path: join(dir, 'career-copilot.db'), now: Date.now() })
    const corpus = corpusOf(options.root, { count: options.count, dir })
    print(`ingest: ${options.count} postings, ${corpus.name}`)
    const figures = await runIngestBench({
      database,
      corpus,
      onProgress: (done) => process.stderr.write(`  ${done}\r`),
    })
    print(
      `  ${Math.round(figures.postings / figures.seconds)} postings/s end to end in ${figures.seconds.toFixed(1)} s`,
    )
    print(
      `  of which reading ${figures.prepareSeconds.toFixed(1)} s; a batch of ${BATCH} stores in p50 ${figures.commitP50Ms.toFixed(1)} / p95 ${figures.commitP95Ms.toFixed(1)} ms`,
    )
    print(`  ${figures.jobs} jobs, ${figures.duplicates} duplicates, ${figures.rejected} rejected`)
    print('search:')
    runSearchBench({ db: database, print })
    database.close()
    await runDedupBench({ root: options.root, dir, corpus, count: options.count, print })
    await runDiscoverBench({ root: options.root, profileDir: dir, print })
    await runSponsorsBench({ dir, print })
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}
