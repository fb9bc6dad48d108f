import { parseArgs } from 'node:util'
import { buildIfNeeded, root } from './lib/build-if-needed.ts'
import { runBuilt } from './lib/run-built.ts'

const USAGE = `Usage: npm run bench -- [topic …] [--count 100000] [--keep <folder>] [--queries <file>]
  Topics: ingest, search, search-host, scroll, board, typing, recommend, readers, render, dedup, sponsors, arrivals, backfill, discover; all of them when none is named.
  --keep leaves the filled profile in the folder, and takes it from there the next time.
  --queries names a file of questions for the topic search; without it a built-in list is asked.
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '100000' },
    keep: { type: 'string' },
    queries: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
const count = Number(values.count)
if (values.help === true) process.stdout.write(USAGE)
else if (!Number.isInteger(count) || count < 1) {
  process.stderr.write('--count must be a whole number above 0\n')
  process.exitCode = 2
} else {
  buildIfNeeded()
  await runBuilt('/tests/bench/main.ts', 'runBench', {
    root,
    count,
    topics: positionals,
    keep: values.keep ?? null,
    queries: values.queries ?? null,
  })
}
