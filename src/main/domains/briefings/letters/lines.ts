import type { CalendarEntry } from '#shared/applications.ts'
import { applicationPath, ENTRY_WORDS, momentIn, named } from '../content/words.ts'
import type { LetterLine, LetterSection, WordsContext } from './briefing-words.ts'

/** More of a kind are told by their number. */
const LINES_SHOWN = 10

/** A section of at most ten lines; a last one says how many more there are. Pure. */
export function section(heading: string, lines: readonly LetterLine[], path: string | null = null): LetterSection {
  const more = lines.length - LINES_SHOWN
  const shown = lines.slice(0, LINES_SHOWN)
  return {
    heading,
    lines: more > 0 ? [...shown, { text: `And ${more} more`, note: '', path }] : shown,
  }
}

/** "14:00 Interview: Data Engineer at Acme". Pure. */
export function entryLine(entry: CalendarEntry, context: WordsContext): LetterLine {
  return {
    text: `${momentIn(entry.at, context)} ${ENTRY_WORDS[entry.kind]}: ${named(entry)}`,
    note: entry.note,
    path: applicationPath(entry),
  }
}

/** Pure. */
export function applicationLine(
  application: { applicationId: number; title: string; company: string },
  note = '',
): LetterLine {
  return { text: named(application), note, path: applicationPath(application) }
}
