import type { Need } from '#shared/facts.ts'
import { isDoneIn, isExcepted, isHouseLanguage, isWelcomeCondition, isWishAtStart, type Later } from './clause.ts'
import { isRefused } from './denial.ts'
import { isJoint, type Mention } from './groups.ts'
import { type AskKind, candidateWords, possessives, titleWith } from './lexicon.ts'
import { cefrLevel, readLevel, type SaidLevel, untilComma } from './levels.ts'
import { isAttribute } from './names.ts'
import { isAnyOf, type Token } from './tokens.ts'

export interface Context {
  readonly tokens: readonly Token[]
  readonly isTitle: boolean
  /** What the heading over the sentence says. */
  readonly sectionNeed: () => Need | null
  /** What the rest of the sentence says of its last languages. */
  readonly later: Later
  /** Whether the languages are named in one breath with some that are asked for. */
  readonly isConjoined: boolean
}

/** What a sentence says of one of its languages. */
export interface Said extends SaidLevel {
  readonly mention: Mention
  readonly isAsked: boolean
  readonly isRefused: boolean
  /** Whether it is the language of the work. */
  readonly isHouse: boolean
  readonly need: Need | null
}

const ASKING: readonly AskKind[] = ['native', 'fluent', 'basic', 'know']
const OPENING: readonly AskKind[] = ['opens', 'native', 'fluent', 'some', 'require', 'prefer']
/** "Deutschkenntnisse", "norskkunnskaper" */
const COMPOUND = /kenntnis|kunskap|kunnskap|kundskab|niveau/
const NEAR = 2
/** Farthest subject of a verb. */
const CLAUSE = 12

/** Whether a language is asked of the candidate, how well, and whether it must be. Pure. */
export function readMention(mention: Mention, context: Context): Said {
  const clause = { tokens: context.tokens, language: mention.token }
  const isWish = isWelcomeCondition(clause) || isWishAtStart(context.tokens)
  const need = needOf(mention) ?? (isWish ? 'preferred' : null)
  const isHouse = isHouseLanguage(clause)
  const level = withLater(readLevel(mention), context.later)
  const cues = [
    level.isLevel,
    need !== null,
    isHouse,
    context.isConjoined,
    context.later.isAsked,
    isDoneIn(clause),
    isExcepted(clause),
  ]
  const isAsked = cues.includes(true) || isKnown(mention, context) || isSought(mention, context)
  return {
    ...level,
    mention,
    isHouse,
    need: need ?? (isHouse ? 'required' : null),
    isAsked: isAsked && !isAttribute(mention),
    isRefused: isRefused(mention, { clause, need, isOurs: !isHouse && !context.later.isAsked }),
  }
}

/** A level of the European framework that comes later in the sentence is the language's where none is said beside it. */
function withLater(said: SaidLevel, later: Later): SaidLevel {
  const level = said.level === null ? cefrLevel(later.cefr) : null
  return level === null ? said : { ...said, level, isMeasured: true }
}

function needOf({ left, right }: Mention): Need | null {
  const around = [...left, ...right]
  const but = right.findIndex((word) => isAnyOf(word, ['but']))
  const isPraised = but !== -1 && right.slice(but).some((word) => isAnyOf(word, ['glad', 'helps']))
  // "ideally B2" wishes for the level.
  const isWish = (word: Token) => isAnyOf(word, ['prefer']) && !isLevelAfter(right, word)
  if (isPraised || around.some(isWish)) return 'preferred'
  // "Ukrainian helps", "Ukrainian would make you a hero"
  if (isAnyOf(right[0], ['helps'])) return 'preferred'
  if (around.some((word) => isAnyOf(word, ['require']))) return 'required'
  return isAnyOf(right[0], ['soft']) ? 'preferred' : null
}

function isLevelAfter(right: readonly Token[], word: Token): boolean {
  const at = right.indexOf(word)
  const next = at === -1 ? undefined : right[at + 1]
  return next?.cefr !== undefined && (next.cefr !== null || isAnyOf(next, ['native', 'fluent']))
}

/** What the candidate knows, says or has of it. */
function isKnown(mention: Mention, context: Context): boolean {
  const { token, left, right } = mention
  const near = [...left, ...untilComma(right)]
  if (COMPOUND.test(token.plain) || near.some((word) => isAnyOf(word, ASKING))) return true
  const isSpoken = (word: Token) =>
    isAnyOf(word, ['speak']) || (isAnyOf(word, ['speaks']) && isOfCandidate(mention, context))
  return near.some(isSpoken) || isMeasured(mention) || left.slice(0, NEAR).some(({ plain }) => possessives.has(plain))
}

/** Those that are sought as people of that tongue, in a list or in a title. */
function isSought(mention: Mention, context: Context): boolean {
  return (
    isTalk(mention, context) ||
    isListed(mention, context) ||
    isLastOfList(mention, context) ||
    (context.isTitle && isTitleItem(mention))
  )
}

/** "You understand German", "someone who speaks German", "Speaks German", not "our models understand German". */
function isOfCandidate({ token, left }: Mention, { tokens }: Context): boolean {
  const at = tokens.indexOf(token)
  const before = tokens.slice(Math.max(0, at - CLAUSE), at)
  const areOthers = before.some((word) => isAnyOf(word, ['clientele', 'we']) || word.is === 'other')
  return before.some((word) => candidateWords.has(word.plain)) || (!areOthers && left.length === before.length)
}

/** "Good English", "English (written and spoken)", "your English is good". */
function isMeasured({ left, right }: Mention): boolean {
  if ([left[0], words(right)[0]].some((word) => isAnyOf(word, ['some', 'oral']))) return true
  return untilComma(right)
    .filter(({ is }) => is === 'says')
    .slice(0, NEAR)
    .some((word) => isAnyOf(word, ['some']))
}

/** A person of that tongue who is sought, not one who is served. */
function isTalk({ token, left, right }: Mention, { isTitle, tokens }: Context): boolean {
  const beside = right.find(({ plain }) => plain !== '-')
  const talk = token.name?.isSpeaker === true ? token : beside
  if (!talk || (talk !== token && !isAnyOf(talk, ['talk']))) return false
  if (isAnyOf(tokens[tokens.indexOf(talk) + 1], ['clientele'])) return false
  return isTitle || left.some((word) => isAnyOf(word, OPENING))
}

/** "Languages: English, German", or a requirement that begins with the name. */
function isListed({ token, left }: Mention, { tokens, sectionNeed }: Context): boolean {
  if (left.some((word) => isAnyOf(word, ['header']))) {
    return left.some(({ plain }) => plain === ':') || tokens[0]?.kinds.includes('header') === true
  }
  return (tokens[0] === token || tokens.every(isOfList)) && sectionNeed() !== null
}

/** "Five years of experience, SQL, plus Dutch or English." */
function isLastOfList({ token, before }: Mention, { tokens }: Context): boolean {
  const at = tokens.indexOf(token)
  const isLast = tokens.slice(at + 1).every((word) => word.is === 'language' || isJoint(word))
  const isItem = before !== undefined && (isJoint(before) || before.plain === 'plus')
  return isLast && isItem && tokens.slice(0, at).some((word) => isAnyOf(word, ['demand']))
}

/** "język litewski" */
function isOfList(token: Token): boolean {
  return token.is === 'language' || isJoint(token) || isAnyOf(token, ['tongue', 'oral'])
}

/** "Data Analyst (German)", "Consultant with French". */
function isTitleItem({ before, after }: Mention): boolean {
  const isEnd = after === undefined || after.is === 'sign'
  return isEnd && before !== undefined && (before.plain === '(' || before.plain === '-' || titleWith.has(before.plain))
}

function words(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ is }) => is !== 'sign')
}
