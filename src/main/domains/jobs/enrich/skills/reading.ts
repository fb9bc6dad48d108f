import type { Cues } from './cue-words.ts'
import type { Mention } from './find-mentions.ts'
import type { Statement } from './layout.ts'
import { holding } from './spans.ts'

/** A posting's text with everything that was found in it: what the skills reader decides on. */
export interface Reading {
  readonly text: string
  readonly mentions: readonly Mention[]
  readonly cues: Cues
  readonly statements: readonly Statement[]
  /** ISO 639-1; null when nobody can tell. */
  readonly language: string | null
}

/** The statement a mention stands in; a mention between statements stands in one of its own. */
export function statementOf({ statements }: Reading, mention: Mention): Statement {
  const found = holding(statements, mention.start)
  if (found) return found
  const { start, end } = mention
  return { start, end, topic: null, bodyStart: start, lineStart: start, lineEnd: end, isItem: false, isTitle: false }
}

/** As `isAskedFor`, where the words are part of the list itself and no sentence that follows its label. */
export function isListedAsAsked(reading: Reading, mention: Mention): boolean {
  const { isItem, start, bodyStart, lineStart } = statementOf(reading, mention)
  return isAskedFor(reading, mention) && (isItem || bodyStart > Math.max(start, lineStart))
}

/** True in a list of what must be there, what may, or what is worked with. */
export function isAskedFor(reading: Reading, mention: Mention): boolean {
  const { topic } = statementOf(reading, mention)
  return topic === 'required' || topic === 'preferred' || topic === 'stack'
}
