import type { EveningSummary } from '../content/facts.ts'
import { counted, joined, sentence } from '../content/words.ts'
import { applicationLine, entryLine, section } from './lines.ts'
import type { BriefingWords, WordsContext } from './briefing-words.ts'
import { STAGE_WORDS } from './stage-words.ts'

/** Pure. */
export function eveningWords(summary: EveningSummary, context: WordsContext): BriefingWords {
  const { done, open, tomorrow } = summary
  const did = [
    ...(done.applied.length > 0 ? [`${done.applied.length} applied`] : []),
    ...(done.interviews.length > 0 ? [counted(done.interviews.length, 'interview')] : []),
    ...(done.moved.length > 0 ? [`${done.moved.length} moved`] : []),
    ...(done.saved > 0 ? [`${done.saved} saved`] : []),
    ...(done.remindersDone > 0 ? [`${counted(done.remindersDone, 'reminder')} done`] : []),
  ]
  return {
    title: did.length > 0 ? `Today: ${joined(did)}` : idleTitle(summary),
    body: bodyOf(summary, { context, isIdle: did.length === 0 }),
    sections: [
      section(
        'Applied today',
        done.applied.map((line) => applicationLine(line)),
      ),
      section(
        'Moved today',
        done.moved.map((line) => applicationLine(line, `now ${STAGE_WORDS[line.to]}`)),
      ),
      section(
        'Interviews today',
        done.interviews.map((entry) => entryLine(entry, context)),
      ),
      section(
        'Still open',
        open.map((entry) => entryLine(entry, context)),
      ),
      section(
        'Tomorrow',
        tomorrow.map((entry) => entryLine(entry, context)),
      ),
    ],
  }
}

function idleTitle({ open, tomorrow }: EveningSummary): string {
  if (open.length > 0) return `${open.length} still open`
  return tomorrow.length > 0 ? `Tomorrow: ${counted(tomorrow.length, 'thing')} to do` : 'A quiet day'
}

function bodyOf({ open, tomorrow }: EveningSummary, told: { context: WordsContext; isIdle: boolean }): string {
  const first = tomorrow[0]
  const lines = [
    ...(open.length > 0 ? [`${open.length} still open.`] : []),
    ...(first === undefined ? [] : [sentence(`next: ${entryLine(first, told.context).text}.`)]),
  ]
  if (lines.length > 0) return lines.join(' ')
  return told.isIdle ? 'Nothing happened, and nothing is planned for tomorrow.' : 'Nothing is planned for tomorrow.'
}
