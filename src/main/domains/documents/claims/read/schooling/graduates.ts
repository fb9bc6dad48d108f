import type { Ground } from '../../ground.ts'
import type { Unbacked } from '../../unbacked.ts'
import { readFields } from '../degrees-said.ts'
import type { Token } from '../tokens.ts'

const GRADUATE =
  /^(?:\p{L}*(?:informatik|mathematik|physik|chemik)er(?:in)?|\p{L}*olog(?:e|in)|physicist|mathematician|chemist|biologist|geologist|meteorologist)$/u
const BEFORE = /^(?:als|as|an?|eine?|bin|am|studierter?|promovierter?)$/
/** A description of somebody begins with it. */
const FIRST_WORDS = 3
const ROOT = 6
const LONGEST_SIMPLE = 11
const ENDING = /(?:er|erin|e|in)$/

/** "Medieninformatikerin aus Halle", "Physicist with …": whoever calls themselves so has studied it, or learnt it as a trade. Finds the
 *  first such word that no study and no other word of the career bears. Pure. */
export function graduateClaims(tokens: readonly Token[], ground: Ground): Unbacked[] {
  const said = tokens.find(
    ({ plain }, at) =>
      GRADUATE.test(plain) && (at < FIRST_WORDS || BEFORE.test(tokens[at - 1]?.plain ?? '')) && !isOfOthers(tokens, at),
  )
  return said === undefined || isGraduate(said, ground) ? [] : [{ kind: 'degree', words: said.text }]
}

function isGraduate(said: Token, { career, fields, words }: Ground): boolean {
  if (readFields([said]).some(({ name }) => career.fields.has(name) || fields.has(name))) return true
  const root = said.plain.replace(ENDING, '')
  // "physicist" and "Physik"; a compound says more than its first part.
  const start = root.length > LONGEST_SIMPLE ? root : root.slice(0, ROOT)
  const isKin = (word: string) => word.startsWith(start) || word.includes(root)
  return [...career.words, ...words].some(isKin)
}

/** "Mit einem Physiker" */
function isOfOthers(tokens: readonly Token[], at: number): boolean {
  return tokens
    .slice(Math.max(0, at - 2), at)
    .some(({ plain }) => ['mit', 'with', 'von', 'by', 'fur', 'for'].includes(plain))
}
