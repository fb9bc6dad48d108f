import { anaphors, type AskKind, candidateWords, mediumWords } from './lexicon.ts'
import { isConnector } from './groups.ts'
import type { Token } from './tokens.ts'

/** Farthest place where a sentence takes a language up again. */
const LATER = 25
const NEAR = 2
/** Farthest word of a clause that still says something of a language. */
const REACH = 10
const NOT_DONE: readonly AskKind[] = ['we', 'clientele', 'apply', 'course']
const USED: readonly AskKind[] = ['speak', 'fluent', 'some', 'know']
const CLAUSE_SIGNS = new Set([',', ';', ':', '|'])

export interface Clause {
  readonly tokens: readonly Token[]
  readonly language: Token
}

/** Whether the clause around a language says "not" to needing or speaking it, whatever stands between ("Englisch brauchst du bei uns
 *  im Alltag nicht"). Pure. */
export function isNegated(clause: Clause): boolean {
  const before = wordsOf(clause, -1)
  const after = wordsOf(clause, 1)
  const denial = before.findIndex((word) => has(word, 'no'))
  if (
    denial !== -1 &&
    before.slice(0, denial).some(isOfNeed) &&
    (before[denial]?.plain !== 'no' || isOfNeedSoon(before, denial))
  )
    return true
  const late = after.findIndex((word) => has(word, 'no'))
  return late !== -1 && after.slice(0, late).some(isOfNeed)
}

/** "Without English you get nowhere" asks for it. Pure. */
export function isWithout(clause: Clause): boolean {
  const before = wordsOf(clause, -1)
  return before.some((word) => has(word, 'without')) && wordsOf(clause, 1).some((word) => has(word, 'no'))
}

/** "No language is needed except French". Pure. */
export function isExcepted({ tokens, language }: Clause): boolean {
  const at = tokens.indexOf(language)
  const isTakenOut = tokens.slice(Math.max(0, at - NEAR), at).some((word) => has(word, 'except'))
  return isTakenOut && tokens.some((word) => has(word, 'no'))
}

/** Whether the clause is a condition that would please, or comes on top of the rest: "if you also speak Turkish". Pure. */
export function isWelcomeCondition({ tokens, language }: Clause): boolean {
  const at = tokens.indexOf(language)
  const from = tokens.findLastIndex((word, index) => index < at && CLAUSE_SIGNS.has(word.plain)) + 1
  const isCondition = tokens.slice(from, at).some((word) => has(word, 'if'))
  return (
    isCondition &&
    tokens.some((word) => has(word, 'prefer') || has(word, 'glad') || has(word, 'helps') || has(word, 'also'))
  )
}

/** Whether the language is named as the one of the work. Pure. */
export function isHouseLanguage({ tokens, language }: Clause): boolean {
  const at = tokens.indexOf(language)
  return (
    isHouseNear(tokens.slice(Math.max(0, at - REACH), at).toReversed()) ||
    isHouseNear(tokens.slice(at + 1, at + 1 + REACH))
  )
}

function isHouseNear(words: readonly Token[]): boolean {
  const at = words.findIndex((word) => has(word, 'house'))
  const between = words.slice(0, Math.max(0, at))
  const isFar = between.some((word) => word.is === 'language' || word.plain === ';' || has(word, 'no'))
  const comma = between.findLastIndex(({ plain }) => plain === ',')
  return at !== -1 && !isFar && between.slice(comma + 1).every(({ is }) => comma === -1 || is !== 'other')
}

/** Whether the candidate does something in a language that takes knowing it: "you read contracts in Italian". Pure. */
export function isDoneIn(clause: Clause): boolean {
  const [before, after] = [wordsOf(clause, -1), wordsOf(clause, 1)]
  const around = [...before, ...after]
  const isMedium = mediumWords.has(before[0]?.plain.replace(/['’]$/, '') ?? '')
  const isVerb = around.some((word) => has(word, 'speak') || has(word, 'speaks'))
  const isElse = around.some((word) => NOT_DONE.some((kind) => has(word, kind)))
  const isOfCandidate = before.some((word) => has(word, 'require') || has(word, 'know'))
  const earlier = clause.tokens.slice(0, clause.tokens.indexOf(clause.language))
  return isMedium && isVerb && !isElse && (isOfCandidate || earlier.some(({ plain }) => candidateWords.has(plain)))
}

/** What the rest of a sentence says of its last language after other words. */
export interface Later {
  readonly cefr: string | null
  readonly isAsked: boolean
}

const NOTHING: Later = { cefr: null, isAsked: false }

/** "We work in English, so we ask for a B2", "so you must feel at ease in it". Pure. */
export function saidLater({ tokens, language }: Clause): Later {
  const all = tokens.slice(tokens.indexOf(language) + 1)
  const end = all.findIndex(({ plain }) => plain === ';')
  const rest = end === -1 ? all : all.slice(0, end)
  const clauseEnd = rest.findIndex(({ plain }) => CLAUSE_SIGNS.has(plain))
  if (clauseEnd === -1 || rest.some(({ is }) => is === 'language')) return NOTHING
  const later = rest.slice(clauseEnd + 1, clauseEnd + LATER)
  if (later.some((word) => has(word, 'no') || has(word, 'clientele') || has(word, 'course'))) return NOTHING
  const cefr = later.find((word) => word.cefr !== null)?.cefr ?? null
  const isTakenUp = later.some(({ plain }) => anaphors.has(plain))
  const isUsed = later.some((word) => USED.some((kind) => has(word, kind)))
  const isForCandidate = later.some((word) => candidateWords.has(word.plain) || has(word, 'require'))
  return { cefr, isAsked: cefr !== null || (isTakenUp && isUsed && isForCandidate) }
}

/** Whether the sentence opens with a wish: "Ideally, you also speak French". Pure. */
export function isWishAtStart([first, second]: readonly Token[]): boolean {
  return first !== undefined && has(first, 'prefer') && (second?.plain === ',' || second?.plain === ':')
}

/** The words from a language to the end of its clause, nearest first. */
function wordsOf({ tokens, language }: Clause, step: 1 | -1): Token[] {
  const words: Token[] = []
  for (let at = tokens.indexOf(language) + step; words.length < REACH; at += step) {
    const word = tokens[at]
    if (!word || word.is === 'language' || CLAUSE_SIGNS.has(word.plain) || isConnector(word)) break
    if (has(word, 'stop') || has(word, 'but')) break
    words.push(word)
  }
  return words
}

function isOfNeed(word: Token): boolean {
  return has(word, 'require') || has(word, 'speak') || has(word, 'know') || has(word, 'mind')
}

/** Portuguese "no" is "in the"; Spanish "no es necesario" is a "not". */
function isOfNeedSoon(before: readonly Token[], denial: number): boolean {
  return before.slice(Math.max(0, denial - 2), denial).some(isOfNeed)
}

function has(word: Token, kind: AskKind): boolean {
  return word.kinds.includes(kind)
}
