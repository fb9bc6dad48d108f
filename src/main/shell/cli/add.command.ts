import { readFileSync } from 'node:fs'
import { ORPCError } from '@orpc/server'
import type { IntakeReading } from '#shared/intake.ts'
import type { ErrorData } from '#shared/errors.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

export interface AddFlags extends GlobalFlags {
  readonly json?: boolean
  readonly dryRun?: boolean
  readonly title?: string
  readonly company?: string
}

/** Reads one posting from an address, a file or standard input and stores it. With --dry-run it is only shown. */
export function addCommand(what: string, flags: AddFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const reading = await read(() => core.client.intake.read({ text: textOf(what) }))
    const draft = {
      ...reading.draft,
      title: flags.title ?? reading.draft.title,
      company: flags.company ?? reading.draft.company,
    }
    if (flags.dryRun === true) {
      if (flags.json === true) printJson({ ...reading, draft })
      else printReading({ ...reading, draft })
      return EXIT.ok
    }
    const added = await core.client.intake.add(draft)
    if (flags.json === true) printJson({ ...added, draft })
    else {
      printReading({ ...reading, draft })
      printLine(WORDS[added.outcome])
    }
    return EXIT.ok
  })
}

const WORDS = {
  new: 'Added as a new job.',
  updated: 'It was there already, and has changed since.',
  known: 'It was there already.',
} as const

function printReading({ draft, facts, way, others }: IntakeReading): void {
  const places = facts.places.map((place) => [place.city, place.countryCode].filter(Boolean).join(', '))
  printLine(`${draft.title}${draft.company === '' ? '' : ` at ${draft.company}`} (read from the ${way})`)
  printLine(`Place ${places.join('; ') || 'not said'}, workplace ${facts.workplace}, visa ${facts.visa.status}`)
  if (facts.visa.evidence !== null) printLine(`  "${facts.visa.evidence}"`)
  if (others > 0) printLine(`The page holds ${others} more; only the first is read.`)
}

async function read(ask: () => Promise<IntakeReading>): Promise<IntakeReading> {
  try {
    return await ask()
  } catch (error) {
    if (!(error instanceof ORPCError) || error.code !== 'NOT_A_POSTING') throw error
    throw new CliFailure(`No posting was recognised: ${(error.data as ErrorData<'NOT_A_POSTING'>).reason}`)
  }
}

/** An address as it is; a file's or standard input's content otherwise. */
function textOf(what: string): string {
  if (/^https?:\/\//i.test(what)) return what
  try {
    return readFileSync(what === '-' ? 0 : what, 'utf8')
  } catch (error) {
    if (/^[\w-]+(\.[\w-]+)+(\/|$)/.test(what)) return what
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
    throw new CliFailure(`${what} is no address, and no file that can be read (${reason}).`, EXIT.usage)
  }
}
