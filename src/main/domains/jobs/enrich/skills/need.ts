import type { Need } from '#shared/facts.ts'
import { isAfterWithout } from './beside.ts'
import { hasWord, type CueKind } from './cue-words.ts'
import type { Mention } from './find-mentions.ts'
import { countListed } from './lists.ts'
import { statementOf, type Reading } from './reading.ts'
import { countBelow, type Span } from './spans.ts'

const REACH = 220
const AFTER_REACH = 120
/** What ends the part of a sentence that a word such as "must" or "ideally" rules. */
const PART_END = /[;\n]|\s[–—-]\s/u
const STEP_END = /,\s|[.!?:]\s|\)\s*\S/

/** Whether the mention's skill must be there or may be: by what its clause says ("… is a plus", "ideally …"), else by the heading or
 *  label over it; null when nothing tells. What may be there under "nice to have" is no must because a sentence there says so. */
export function readNeed(reading: Reading, at: number): Need | null {
  const mention = reading.mentions[at]
  if (!mention) return null
  const { topic } = statementOf(reading, mention)
  const listed = topic === 'required' || topic === 'preferred' ? topic : null
  const said = readSaid(reading, at)
  if (said === null) return listed
  return said === 'required' && listed === 'preferred' ? 'preferred' : said
}

/** What the sentence says of the mention: what is said right of it counts most, what is said of the whole sentence least. */
function readSaid(reading: Reading, at: number): Need | null {
  const mention = reading.mentions[at]
  if (!mention) return null
  const after = saidAfter(reading, at)
  if (after !== null) return after
  if (isSaidInClause(reading, { mention, kind: 'preferredAnywhere' })) return 'preferred'
  const before = saidInAnswer(reading, mention) ?? saidBefore(reading, at)
  if (before !== null) return before
  // "Without SQL nothing goes": what is not wanted was left out before.
  const isMust = isAfterWithout(reading.text, mention) || isSaidInClause(reading, { mention, kind: 'requiredAnywhere' })
  return isMust ? 'required' : null
}

/** "It helps if you know …": said of all that stands between the same semicolons. */
function isSaidInClause(
  { text, cues, ...reading }: Reading,
  { mention, kind }: { mention: Mention; kind: CueKind },
): boolean {
  const { start, end } = statementOf({ text, cues, ...reading }, mention)
  const offset = start + text.slice(start, mention.start).lastIndexOf(';') + 1
  const semicolon = text.indexOf(';', mention.end)
  const to = semicolon === -1 ? end : Math.min(end, semicolon)
  return cues.after(kind, { offset, to }) !== null
}

/** "Kafka is a plus", "SQL (required)": said in the same step of the enumeration, or of a list that it closes. */
function saidAfter(reading: Reading, at: number): Need | null {
  const { text, mentions, cues } = reading
  const mention = mentions[at]
  if (!mention) return null
  const to = Math.min(statementOf(reading, mention).end, mention.end + AFTER_REACH)
  const required = cues.after('requiredAfter', { offset: mention.end, to })
  const preferred = cues.after('preferredAfter', { offset: mention.end, to })
  const isPreferred = preferred !== null && (required === null || preferred.start <= required.start)
  const cue = isPreferred ? preferred : required
  if (!cue) return null
  const inList = countListed(text, { mentions, from: at })
  const last = mentions.slice(at, at + inList + 1).findLast(({ end }) => end <= cue.start) ?? mention
  const between = text.slice(last.end, cue.start)
  if (PART_END.test(between) || STEP_END.test(between)) return null
  return isPreferred ? 'preferred' : 'required'
}

/** "You must know …", "ideally …": said of all that follows in the same part of the sentence. */
function saidBefore(reading: Reading, at: number): Need | null {
  const { text, mentions, cues } = reading
  const mention = mentions[at]
  if (!mention) return null
  const from = Math.max(statementOf(reading, mention).start, mention.start - REACH)
  const required = cues.before('requiredBefore', { from, offset: mention.start })
  const preferred = cues.before('preferredBefore', { from, offset: mention.start })
  const rules = (cue: Span | null): cue is Span =>
    cue !== null && !PART_END.test(text.slice(cue.end, mention.start)) && !closesStep(reading, { at, cue })
  // "Ideally you have experience with …" is one statement; "ideally Spark, but you must know Python" is two.
  const isTurned = preferred && required && hasWord('turns', text.slice(preferred.end, required.start))
  if (rules(preferred) && !isTurned) return 'preferred'
  return rules(required) ? 'required' : null
}

const SHORT_ANSWER = 70

/** "Do you know OpenShift? That would be a plus." */
function saidInAnswer({ text, statements, cues }: Reading, { start }: Span): Need | null {
  const next = countBelow(statements, 'start', start + 1)
  const [asked, answer] = [statements[next - 1], statements[next]]
  if (!asked || !answer || text.charAt(asked.end - 1) !== '?' || answer.lineStart !== asked.lineStart) return null
  const to = Math.min(answer.end, answer.start + SHORT_ANSWER)
  const kinds = ['preferredAfter', 'preferredAnywhere'] as const
  return kinds.some((kind) => cues.after(kind, { offset: answer.start, to }) !== null) ? 'preferred' : null
}

/** "PRINCE2 appréciée, bonne pratique de …": what was said of the step before is not said of the next one. */
function closesStep({ text, mentions, cues }: Reading, { at, cue }: { at: number; cue: Span }): boolean {
  const kinds = ['preferredAfter', 'requiredAfter'] as const
  if (!kinds.some((kind) => cues.after(kind, { offset: cue.start, to: cue.end })?.start === cue.start)) return false
  const earlier = mentions[Math.min(at, countBelow(mentions, 'end', cue.start + 1)) - 1]
  if (!earlier || cue.start - earlier.end >= AFTER_REACH) return false
  return !/[,.;:!?\n]/.test(text.slice(earlier.end, cue.start))
}
