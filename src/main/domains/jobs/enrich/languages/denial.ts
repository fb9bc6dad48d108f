import type { Need } from '#shared/facts.ts'
import { type Clause, isExcepted, isNegated, isWithout } from './clause.ts'
import type { Mention } from './groups.ts'
import { untilComma } from './levels.ts'
import { isAnyOf, type Token } from './tokens.ts'

const NEAR = 2

/** Whether what is said of a language asks nobody for it: "no German needed", a course, what the employer speaks, what applications
 *  are written in. "German is not required, but a plus" is asked for after all. Pure. */
export function isRefused(mention: Mention, said: { clause: Clause; need: Need | null; isOurs: boolean }): boolean {
  const near = [...mention.left, ...untilComma(mention.right)]
  const isDeniable = said.need !== 'preferred' && !isWithout(said.clause) && !isExcepted(said.clause)
  if (isDeniable && (isDenied(mention) || isNegated(said.clause))) return true
  return isTaught(mention) || (said.isOurs && isOfUs(near)) || near.some((word) => isAnyOf(word, ['apply']))
}

function isDenied({ token, left, right }: Mention): boolean {
  // Portuguese "no inglês" is "in English".
  const isDenial = (word: Token, at: number): boolean =>
    isAnyOf(word, ['no']) && !(word.plain === 'no' && at === 0 && token.name?.isEnglish === false)
  return left.some(isDenial) || right.some((word) => isAnyOf(word, ['no']))
}

function isTaught({ left, right }: Mention): boolean {
  const isCourse = (word: Token): boolean => isAnyOf(word, ['course'])
  const after = right.filter(({ is }) => is !== 'sign').slice(0, NEAR)
  return left.some(isCourse) || after.some(isCourse)
}

/** "We speak English in the office"; "we expect you to speak English" is the candidate's. */
function isOfUs(near: readonly Token[]): boolean {
  const has = (kind: 'we' | 'speak' | 'require'): boolean => near.some((word) => isAnyOf(word, [kind]))
  return has('we') && has('speak') && !has('require')
}
