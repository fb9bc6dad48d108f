import type { AskedLanguage, Need } from '#shared/facts.ts'
import type { Mention } from './groups.ts'
import { isJoint } from './groups.ts'
import { type AskKind, titleWith } from './lexicon.ts'
import { readLevel, type SaidLevel, untilComma } from './levels.ts'
import type { Token } from './tokens.ts'

/** A language that is asked for; `start` and `end` span what the sentence says of it. */
export interface Ask extends Omit<AskedLanguage, 'evidence'> {
  readonly start: number
  readonly end: number
  readonly nameStart: number
  readonly nameEnd: number
}

interface Context {
  readonly tokens: readonly Token[]
  readonly isTitle: boolean
  /** What the heading over the sentence says. */
  readonly sectionNeed: () => Need | null
}

interface Said extends SaidLevel {
  readonly mention: Mention
  readonly isAsked: boolean
  readonly isRefused: boolean
  readonly need: Need | null
}

const ASKING: readonly AskKind[] = ['native', 'fluent', 'basic', 'know']
const OPENING: readonly AskKind[] = ['opens', 'native', 'fluent', 'some', 'require', 'prefer']
/** "Deutschkenntnisse", "norskkunnskaper" */
const COMPOUND = /kenntnis|kunskap|kunnskap|kundskab/
const NEAR = 2

/** The languages of a group that are asked of the candidate. What is said before the first and after the last of a group holds for
 *  all of it, unless one has its own. Pure. */
export function judge(group: readonly Mention[], context: Context): Ask[] {
  const said = group.map((mention) => readMention(mention, context))
  const [first, last] = [said[0], said.at(-1)]
  if (!first || !last || first.isRefused || last.isRefused || !said.some((own) => own.isAsked)) return []
  const shared = first.isAsked ? first : last
  const areNamed = isNamed(last.mention)
  return said
    .filter((own) => (own.isAsked || shared.isAsked) && !own.isRefused && (areNamed || isNamed(own.mention)))
    .map((own) => {
      const level = own.isMeasured ? own.level : (first.levelBefore ?? (last.isMeasured ? last.level : null))
      const need = own.need ?? first.need ?? last.need ?? context.sectionNeed()
      const marks = marksOf(own.isAsked ? [own] : [own, shared])
      const { start: nameStart, end: nameEnd, name } = own.mention.token
      return { code: name?.code ?? '', level, need, ...spanOf(marks), nameStart, nameEnd }
    })
}

function marksOf(said: readonly Said[]): Token[] {
  return said.flatMap(({ mention: { token, left, right } }) => [
    token,
    ...[...left, ...right].filter(({ is }) => is === 'says'),
  ])
}

function spanOf(tokens: readonly Token[]): { start: number; end: number } {
  return { start: Math.min(...tokens.map(({ start }) => start)), end: Math.max(...tokens.map(({ end }) => end)) }
}

function readMention(mention: Mention, context: Context): Said {
  const { token, left, right } = mention
  const level = readLevel(mention)
  const need = needOf(mention)
  const near = [...left, ...untilComma(right)]
  const isKnown = COMPOUND.test(token.plain) || near.some((word) => isAnyOf(word, ASKING)) || level.isLevel
  const isSpoken = near.some((word) => isAnyOf(word, ['speak']))
  const asks = [isKnown, isSpoken, need !== null, isAdjacent(mention), isTalk(mention, context)]
  const isAsked = asks.includes(true) || isListed(mention, context) || (context.isTitle && isTitleItem(mention))
  const isElse = isAttribute(mention) || (!isKnown && near.some((word) => isAnyOf(word, ['house'])))
  const isRefused = isDenied(mention, need) || isTaught(mention) || isOfOthers(near)
  return { ...level, mention, need, isAsked: isAsked && !isElse, isRefused }
}

function needOf({ left, right }: Mention): Need | null {
  const around = [...left, ...right]
  if (around.some((word) => isAnyOf(word, ['prefer']))) return 'preferred'
  return around.some((word) => isAnyOf(word, ['require'])) ? 'required' : null
}

/** "No German needed"; "German is not required, but a plus" is asked for after all. */
function isDenied({ token, left, right }: Mention, need: Need | null): boolean {
  if (need === 'preferred') return false
  // Portuguese "no inglês" is "in English".
  const isDenial = (word: Token, at: number): boolean =>
    isAnyOf(word, ['no']) && !(word.plain === 'no' && at === 0 && token.name?.isEnglish === false)
  return left.some(isDenial) || right.some((word) => isAnyOf(word, ['no']))
}

function isTaught({ left, right }: Mention): boolean {
  const isCourse = (word: Token): boolean => isAnyOf(word, ['course'])
  return left.some(isCourse) || words(right).slice(0, NEAR).some(isCourse)
}

/** "We speak English in the office"; "we expect you to speak English" is the candidate's. */
function isOfOthers(near: readonly Token[]): boolean {
  const has = (kind: AskKind): boolean => near.some((word) => isAnyOf(word, [kind]))
  return has('we') && has('speak') && !has('require')
}

/** "Good English", "English (written and spoken)", "your English is good". */
function isAdjacent({ left, right }: Mention): boolean {
  const [before, after] = [left[0], words(right)[0]]
  if ([before, after].some((word) => word !== undefined && isAnyOf(word, ['some', 'oral']))) return true
  return words(untilComma(right))
    .slice(0, NEAR)
    .some((word) => isAnyOf(word, ['some']))
}

/** A person of that tongue who is sought, not one who is served. */
function isTalk({ left, right }: Mention, { isTitle, tokens }: Context): boolean {
  const talk = right.find(({ plain }) => plain !== '-')
  if (!talk || !isAnyOf(talk, ['talk'])) return false
  const next = tokens[tokens.indexOf(talk) + 1]
  if (next !== undefined && isAnyOf(next, ['clientele'])) return false
  return isTitle || left.some((word) => isAnyOf(word, OPENING))
}

/** "Languages: English, German", or a requirement that is the name alone. */
function isListed({ left }: Mention, { tokens, sectionNeed }: Context): boolean {
  if (left.some((word) => isAnyOf(word, ['header']))) {
    return left.some(({ plain }) => plain === ':') || tokens[0]?.kinds.includes('header') === true
  }
  return tokens.every((token) => token.is === 'language' || isJoint(token)) && sectionNeed() !== null
}

/** "Data Analyst (German)", "Consultant with French". */
function isTitleItem({ before, after }: Mention): boolean {
  const isEnd = after === undefined || after.is === 'sign'
  return isEnd && before !== undefined && (before.plain === '(' || before.plain === '-' || titleWith.has(before.plain))
}

/** "German customers": an adjective of something else. */
function isAttribute({ token, after }: Mention): boolean {
  return (
    token.name?.isEnglish === true && (after?.is === 'other' || (after !== undefined && isAnyOf(after, ['clientele'])))
  )
}

/** An adjective names the language beside a word for it only. */
function isNamed({ token, before, after }: Mention): boolean {
  if (token.name?.isAdjective !== true) return true
  return [before, after].some((beside) => beside !== undefined && isAnyOf(beside, ['tongue', 'native']))
}

function words(tokens: readonly Token[]): Token[] {
  return tokens.filter(({ is }) => is !== 'sign')
}

function isAnyOf(token: Token, kinds: readonly AskKind[]): boolean {
  return kinds.some((kind) => token.kinds.includes(kind))
}
