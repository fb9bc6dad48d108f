import type { Mention } from './groups.ts'
import { isAnyOf } from './tokens.ts'

/** German "des Polnischen", "im Französischen" */
const NOUN_ARTICLES = new Set(['des', 'im', 'dem', 'das', 'vom', 'zum'])

/** "German customers": an adjective of something else. Pure. */
export function isAttribute({ token: { name }, after }: Mention): boolean {
  const isOfClientele = isAnyOf(after, ['clientele'])
  return name?.isEnglish === true ? after?.is === 'other' || isOfClientele : name?.isSpeaker === true && isOfClientele
}

/** An adjective names the language beside a word for it, or as a noun, only. Pure. */
export function isNamed({ token: { name }, before, after }: Mention): boolean {
  if (name?.isAdjective !== true) return true
  if (name.isCapital && NOUN_ARTICLES.has(before?.plain ?? '') && after?.is !== 'other') return true
  return [before, after].some((beside) => isAnyOf(beside, ['tongue', 'native']))
}
