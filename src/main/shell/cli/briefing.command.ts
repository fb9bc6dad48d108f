import type { BriefingKind } from '#shared/briefings.ts'
import { letterOf, wordsOf } from '../../domains/briefings/letters/message.ts'
import { EXIT } from './exit.ts'
import { printJson, printLine } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

export interface BriefingFlags extends GlobalFlags {
  readonly json?: boolean
}

/** Prints what the briefing would tell now; nothing is kept or sent. */
export function briefingCommand(kind: BriefingKind, flags: BriefingFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const briefing = await core.client.briefings.now({ kind })
    if (flags.json === true) {
      printJson(briefing)
      return EXIT.ok
    }
    const { title, body } = wordsOf(briefing.content, { now: briefing.madeAt, zone: briefing.zone })
    printLine(title)
    printLine(body)
    for (const { heading, lines } of letterOf(briefing).sections) {
      printLine('')
      printLine(heading)
      for (const { text, note } of lines) printLine(`  ${note === '' ? text : `${text} (${note})`}`)
    }
    return EXIT.ok
  })
}
