import type { Need } from '#shared/facts.ts'
import { countWords, hasWord } from './cue-words.ts'
import type { Mention } from './find-mentions.ts'
import { countListed } from './lists.ts'
import { statementOf, type Reading } from './reading.ts'
import { countBelow } from './spans.ts'

const WELCOME_KINDS = ['preferredAfter', 'preferredAnywhere'] as const
const CLAUSE_END = /[.!?;\n]/
const MAX_WORDS_BETWEEN = 3
const LIKEWISE_REACH = 70
const AFTER_REACH = 200

/** "We do not ask for TypeScript, but value it", "nie wymagamy Micronaut, choć będzie mile widziany": what comes after the turn makes
 *  it welcome, unless another is named first. */
export function isWelcomeAfterAll({ text, mentions, cues, ...reading }: Reading, mention: Mention): boolean {
  const to = statementOf({ text, mentions, cues, ...reading }, mention).end
  const end = Math.min(to, mention.end + AFTER_REACH)
  const span = { offset: mention.end, to: end }
  if (WELCOME_KINDS.every((kind) => cues.after(kind, span) === null)) return false
  const at = countBelow(mentions, 'start', mention.start)
  const last = mentions[at + countListed(text, { mentions, from: at })] ?? mention
  const next = mentions[countBelow(mentions, 'start', last.end)]
  return WELCOME_KINDS.some((kind) => {
    const cue = cues.after(kind, { offset: last.end, to: end })
    if (!cue || (next && next.start < cue.start)) return false
    return hasWord('butStill', text.slice(last.end, cue.start)) && !CLAUSE_END.test(text.slice(mention.end, cue.start))
  })
}

/** "Docker is welcome. The same is true of Helm.": the need of the technology before it, where it is said to be alike. */
export function carryNeeds(reading: Reading, needs: readonly (Need | null)[]): (Need | null)[] {
  const { text, mentions, cues } = reading
  const carried = [...needs]
  for (const [at, mention] of mentions.entries()) {
    const previous = carried[at - 1]
    const before = mentions[at - 1]
    if (!before || !previous || statementOf(reading, mention).topic !== null) continue
    const from = Math.max(before.end, mention.start - LIKEWISE_REACH)
    const cue = cues.before('likewise', { from, offset: mention.start })
    if (!cue) continue
    const between = text.slice(cue.end, mention.start)
    if (countWords(between) <= MAX_WORDS_BETWEEN && !CLAUSE_END.test(between)) carried[at] = previous
  }
  return carried
}
