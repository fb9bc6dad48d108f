import type { AskedLanguage } from '#shared/facts.ts'
import { isConnecting, type Mention } from './groups.ts'
import { bothWords } from './lexicon.ts'
import type { Token } from './tokens.ts'

type Level = AskedLanguage['level']

export interface SaidLevel {
  readonly level: Level
  /** What the words before the language say, which languages after it share. */
  readonly levelBefore: Level
  /** Whether a level, or a measure that is none ("good"), is said of this language itself. */
  readonly isMeasured: boolean
  readonly isLevel: boolean
}

const WORDS = ['native', 'fluent', 'basic'] as const
const CEFR = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const

/** How well a language must be known: a level of the European framework before words, words before the language before those after
 *  it; of a range the lowest. Pure. */
export function readLevel({ left, right }: Mention): SaidLevel {
  const own = untilOther(left)
  const cefr = cefrOf(right) ?? cefrOf(own)
  const before = wordOf(own)
  const word = before ?? wordOf(saidAfter(right))
  const level = cefr ?? word
  const isSome = [...left, ...untilComma(right)].some(({ kinds }) => kinds.includes('some'))
  return {
    level,
    levelBefore: cefrOf(own) ?? before,
    isMeasured: level !== null || isSome,
    isLevel: level !== null,
  }
}

/** The tokens up to the first comma that "both" or "each" does not follow. */
export function untilComma(tokens: readonly Token[]): readonly Token[] {
  const at = tokens.findIndex(({ plain }, index) => plain === ',' && !bothWords.has(tokens[index + 1]?.plain ?? ''))
  return at === -1 ? tokens : tokens.slice(0, at)
}

/** A level of the European framework by its name. */
export function cefrLevel(name: string | null): Level {
  return CEFR.find((level) => level === name) ?? null
}

/** "Basic Python and good English": beyond an "and", another's measure begins. */
function untilOther(left: readonly Token[]): readonly Token[] {
  const measure = left.findIndex(({ kinds }) => kinds.includes('some'))
  const joint = left.findIndex((token, at) => measure !== -1 && at > measure && isConnecting(token))
  return joint === -1 ? left : left.slice(0, joint)
}

function cefrOf(tokens: readonly Token[]): Level {
  const levels = tokens.flatMap(({ cefr }) => cefrLevel(cefr) ?? [])
  return levels.slice(0, 2).toSorted()[0] ?? null
}

function wordOf(tokens: readonly Token[]): Level {
  for (const { kinds } of tokens) {
    const word = WORDS.find((level) => kinds.includes(level))
    if (word) return word
  }
  return null
}

/** After a comma a word says something of this language only where nothing else follows it ("English, spoken fluently"). */
function saidAfter(right: readonly Token[]): readonly Token[] {
  return untilComma(right).length === right.length || right.at(-1)?.is !== 'sign' ? right : untilComma(right)
}
