import { parseArgs } from 'node:util'
import { createServer } from 'vite'
import { buildIfNeeded, root } from './lib/build-if-needed.ts'

const { values } = parseArgs({ options: { count: { type: 'string', default: '100000' } } })
const count = Number(values.count)
if (!Number.isInteger(count) || count < 1) {
  process.stderr.write('--count must be a whole number above 0\n')
  process.exit(2)
}
buildIfNeeded()
// The server stays open while the bench runs: the core loads its heavy parts when it first needs them.
const server = await createServer({
  root,
  configFile: false,
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, watch: null },
})
try {
  const module = (await server.ssrLoadModule('/tests/bench/main.ts')) as {
    runBench: (options: { root: string; count: number }) => Promise<void>
  }
  await module.runBench({ root, count })
} finally {
  await server.close()
}
