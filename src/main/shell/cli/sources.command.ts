import { EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

interface SourcesFlags extends GlobalFlags {
  readonly json?: boolean
}

export function listSourcesCommand(flags: SourcesFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const sources = await core.client.discovery.sources()
    if (flags.json === true) {
      printJson(sources)
      return EXIT.ok
    }
    const rows = sources.map((source) => [
      source.id,
      source.isEnabled ? 'on' : 'off',
      source.needsKey ? 'key' : 'no key',
      source.isConfigured ? (source.lastRun?.state ?? 'never run') : 'not set up',
      source.coverage,
    ])
    printTable([['source', 'switch', 'key', 'state', 'coverage'], ...rows])
    return EXIT.ok
  })
}

/** Exit code 0 when the source answers (also with nothing), 1 when it does not. */
export function testSourceCommand(sourceId: string, flags: SourcesFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const result = await core.client.discovery.testSource({ sourceId })
    if (flags.json === true) printJson(result)
    else printLine(`${sourceId}: ${result.state} in ${Math.round(result.tookMs)} ms. ${result.message}`)
    return result.state === 'ok' || result.state === 'empty' ? EXIT.ok : EXIT.failed
  })
}
