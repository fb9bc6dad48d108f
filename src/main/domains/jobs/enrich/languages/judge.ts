import type { AskedLanguage } from '#shared/facts.ts'
import { saidLater } from './clause.ts'
import { isConnecting, isJoint, type Mention } from './groups.ts'
import { type Context, readMention, type Said } from './mention.ts'
import { isNamed } from './names.ts'
import { isAnyOf, type Token } from './tokens.ts'

/** A language that is asked for; `start` and `end` span what the sentence says of it. */
export interface Ask extends Omit<AskedLanguage, 'evidence'> {
  readonly start: number
  readonly end: number
  readonly nameStart: number
  readonly nameEnd: number
}

/** The languages of a sentence that are asked of the candidate. Pure. */
export function judge(groups: readonly (readonly Mention[])[], context: Omit<Context, 'later' | 'isConjoined'>): Ask[] {
  const asks: Ask[] = []
  let askedLast: Token | undefined
  for (const group of groups) {
    const [first, last] = [group[0]?.token, group.at(-1)?.token]
    if (!first || !last) continue
    const later = saidLater({ tokens: context.tokens, language: last })
    const isConjoined = askedLast !== undefined && areConjoined(context.tokens, askedLast, first)
    const own = judgeGroup(group, { ...context, later, isConjoined })
    asks.push(...own)
    askedLast = own.some((ask) => ask.nameStart === last.start) ? last : undefined
  }
  return asks
}

/** What is said before the first and after the last of a group holds for all of it, unless one has its own; after a list of commas
 *  only a level does. */
function judgeGroup(group: readonly Mention[], context: Context): Ask[] {
  const said = group.map((mention) => readMention(mention, context))
  const [first, last] = [said[0], said.at(-1)]
  const isList = said.length > 1 && isEnumeration(group, context)
  if (
    !first ||
    !last ||
    first.isRefused ||
    (isList && last.isRefused && !first.isHouse) ||
    !said.some((own) => own.isAsked)
  )
    return []
  const shared = first.isAsked ? first : last
  const areNamed = isNamed(last.mention)
  return said
    .filter((own) => (own.isAsked || shared.isAsked) && !own.isRefused && (areNamed || isNamed(own.mention)))
    .map((own) => {
      const isApart = !isList && own.need !== first.need
      const level = own.isMeasured || isApart ? own.level : (first.levelBefore ?? (last.isMeasured ? last.level : null))
      const need = own.need ?? first.need ?? (isList ? last.need : null) ?? context.sectionNeed()
      const marks = marksOf(own.isAsked ? [own] : [own, shared])
      const { start: nameStart, end: nameEnd, name } = own.mention.token
      return { code: name?.code ?? '', level, need, ...spanOf(marks), nameStart, nameEnd }
    })
}

/** "English at B2 and, preferably, some Portuguese": nothing but what is said of languages stands between. */
function areConjoined(tokens: readonly Token[], last: Token, first: Token): boolean {
  const between = tokens.slice(tokens.indexOf(last) + 1, tokens.indexOf(first))
  return between.some(isJoint) && between.every((token) => token.plain !== ';' && !isOfElse(token))
}

function isOfElse(token: Token): boolean {
  return token.is === 'other' || isAnyOf(token, ['no', 'course', 'clientele', 'we', 'stop', 'but', 'apply', 'house'])
}

/** "English, French and German", not "English, German". */
function isEnumeration(group: readonly Mention[], { tokens }: Context): boolean {
  const last = group.at(-1)
  const [from, to] = [group.at(-2), last].map((mention) => (mention ? tokens.indexOf(mention.token) : 0))
  return tokens.slice(from, to).some(isConnecting)
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
