import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Database } from '#main/infra/db/driver.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import type { Corpus } from './corpus.ts'
import { BATCH_SIZE } from '#main/domains/jobs/runs/collect-source.ts'
import { fill } from './ingest.bench.ts'

/** The profile that is measured: filled when it is first asked for. */
export interface Stored {
  readonly database: () => Promise<Database>
  readonly close: () => void
}

const noteSchema = z.object({ corpus: z.string(), count: z.number(), figures: z.array(z.string()) })

export function createStored(options: {
  dir: string
  corpus: Corpus
  count: number
  print: (line: string) => void
}): Stored {
  const { dir, corpus, count, print } = options
  const notePath = join(dir, 'bench.json')
  let database: Database | null = null

  function noted(): readonly string[] | null {
    if (!existsSync(notePath)) return null
    const note = noteSchema.parse(JSON.parse(readFileSync(notePath, 'utf8')))
    if (note.count === count && note.corpus === corpus.name) return note.figures
    throw new Error(
      `${dir} holds ${note.count} postings of the ${note.corpus}: name another folder, or --count ${note.count}`,
    )
  }

  async function filled(): Promise<Database> {
    const opened = openDatabase({ path: join(dir, 'career-copilot.db'), now: Date.now() })
    print(`ingest: ${count} postings, ${corpus.name}`)
    const before = noted()
    if (before !== null) {
      for (const line of before) print(`${line} (when the profile was filled)`)
      return opened
    }
    const onProgress = (done: number, perSecond: number) =>
      print(`    ${done} stored, the last 10,000 at ${perSecond.toFixed(0)}/s`)
    const done = await fill({ database: opened, postings: corpus.postings(), onProgress })
    const figures = [
      `  ${Math.round(done.postings / done.seconds)} postings/s end to end in ${done.seconds.toFixed(1)} s, of which reading ${done.prepareSeconds.toFixed(1)} s`,
      `  a batch of ${BATCH_SIZE} stores in p50 ${done.commitP50Ms.toFixed(1)} / p95 ${done.commitP95Ms.toFixed(1)} ms`,
      `  ${done.jobs} jobs, ${done.duplicates} duplicates, ${done.rejected} rejected`,
    ]
    for (const line of figures) print(line)
    writeFileSync(notePath, JSON.stringify({ corpus: corpus.name, count, figures }))
    return opened
  }

  return {
    database: async () => {
      database ??= await filled()
      return database
    },
    close: () => {
      database?.close()
      database = null
    },
  }
}
