import { parseArgs } from 'node:util'
import { companySlugs } from './content.ts'
import { startFakes } from './job-boards.ts'
import { MODES } from './modes.ts'

const HOUR_MS = 3_600_000
const USAGE = 'npm run fakes -- [--port 4711] [--count 72] [--revision 1]'

/** The fake boards for hands: prints how to point the app at them and serves until Ctrl+C. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, count: { type: 'string' }, revision: { type: 'string' } },
  })
  const [port, count, revision] = [values.port ?? '0', values.count ?? '72', values.revision ?? '1'].map(Number)
  if (![port, count, revision].every((number) => Number.isInteger(number) && Number(number) >= 0))
    throw new TypeError('a number is needed')
  const asOf = Math.floor(Date.now() / HOUR_MS) * HOUR_MS
  const fakes = await startFakes({ port: port ?? 0, content: { count: count ?? 72, revision: revision ?? 1, asOf } })
  for (const [id, url] of Object.entries(fakes.urls)) console.log(`--base-url ${id}=${url}`)
  console.log(`Boards of employers: ${companySlugs().join(', ')}`)
  console.log(`Feed: ${fakes.urls['rss']}/feed.xml`)
  console.log(`Modes: ${MODES.join(' ')}`)
  console.log(
    `curl -d '{"source":"arbeitnow","mode":"hang"}' ${fakes.urls['arbeitnow']}/_control    (or {"revision":2})`,
  )
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve)
    process.once('SIGTERM', resolve)
  })
  await fakes.close()
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
  process.exitCode = 2
}
