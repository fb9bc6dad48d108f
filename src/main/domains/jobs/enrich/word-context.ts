import { stripAccents } from '#main/infra/text/fold.ts'

const WORD = /[\p{L}\p{N}]+/gu
const CLAUSE_END = /[.;:!?\n()•|]/

/** The last words before a place in a text, folded, nearest first, as far as its clause goes back; `count` at most, out of `reach`
 *  characters. Pure. */
export function wordsBefore(text: string, at: number, { count, reach }: { count: number; reach: number }): string[] {
  const before = text.slice(Math.max(0, at - reach), at)
  const clause = before.slice(lastClauseEnd(before) + 1)
  return (stripAccents(clause).match(WORD) ?? []).toReversed().slice(0, count)
}

/** The next words after a place in a text, folded, as far as its clause goes. Pure. */
export function wordsAfter(text: string, at: number, { count, reach }: { count: number; reach: number }): string[] {
  const after = text.slice(at, at + reach)
  const end = after.search(CLAUSE_END)
  return (stripAccents(end === -1 ? after : after.slice(0, end)).match(WORD) ?? []).slice(0, count)
}

function lastClauseEnd(text: string): number {
  for (let at = text.length - 1; at >= 0; at--) if (CLAUSE_END.test(text.charAt(at))) return at
  return -1
}

/** Words of a text as written: from `start` to `end`, both moved out to whole words. Pure. */
export function wholeWords(text: string, start: number, end: number): string {
  let [from, to] = [start, end]
  while (from > 0 && isWordAt(text, from - 1)) from--
  while (to < text.length && isWordAt(text, to)) to++
  return text.slice(from, to)
}

function isWordAt(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at))
}
