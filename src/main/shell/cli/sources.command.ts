import { readFileSync } from 'node:fs'
import type { Source } from '#shared/discovery.ts'
import { findSourceNamed, sources } from '../../domains/jobs/sources/registry.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { payloadContext } from './payload-context.ts'
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
    const head = ['source', 'switch', 'key', 'quota', 'state', 'coverage']
    printTable([head, ...sources.map((source) => rowOf(source))])
    const on = sources.filter((source) => source.isEnabled).length
    printLine('')
    printLine(`${sources.length} sources, ${on} switched on.`)
    return EXIT.ok
  })
}

function rowOf(source: Source): string[] {
  return [
    source.id,
    source.isEnabled ? 'on' : 'off',
    keyWord(source),
    source.quotas.map(({ limit, per }) => `${limit}/${per}`).join(' ') || 'none',
    source.isConfigured ? (source.lastRun?.state ?? 'never run') : 'not set up',
    source.coverage,
  ]
}

function keyWord(source: Source): string {
  if (source.keys.length === 0) return 'no key'
  if (source.hasKeys) return 'key set'
  return source.needsKey ? 'key needed' : 'key optional'
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

export interface ParseFlags {
  readonly input: string
  readonly status: number
  readonly context: Readonly<Record<string, string>>
}

/** What one answer of a source is read as; asks nobody and needs no profile. Prints one line of JSON. */
export async function parseSourceCommand(name: string, flags: ParseFlags): Promise<number> {
  const source = findSourceNamed(name)
  if (source === undefined) {
    const known = sources.map(({ manifest }) => manifest.id).join(', ')
    throw new CliFailure(`There is no source called "${name}"; there are ${known}.`, EXIT.usage)
  }
  const context = payloadContext(flags.context)
  const body = readInput(flags.input)
  const { parsePayload } = await import('../../domains/jobs/sources/parse-payload.ts')
  const url = context['url'] ?? source.manifest.hosts?.main.replaceAll('{slug}', context['slug'] ?? 'x') ?? ''
  const parsed = await parsePayload(source, { body, status: flags.status, url, context, now: Date.now() })
  printLine(JSON.stringify(parsed))
  return EXIT.ok
}

function readInput(path: string): Uint8Array {
  try {
    return readFileSync(path === '-' ? 0 : path)
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
    throw new CliFailure(`The payload ${path} cannot be read (${reason}).`, EXIT.usage)
  }
}
