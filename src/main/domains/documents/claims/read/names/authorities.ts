import names from '#resources/claim-names.json' with { type: 'json' }
import type { Ground } from '../../ground.ts'
import type { Word } from '../words.ts'

/** Heads of the names of public bodies, and by which words of either language facts bear one of the kind. */
const KINDS = Object.entries(names.authorities).map(([heads, signs]) => ({
  head: new RegExp(`(?:${heads.replaceAll(' ', '|')})(?:e?s)?$`),
  signs: signs.split(' '),
}))
/** "Bundesinstitut": whatever such a word ends with that is a body. */
const STATE = new RegExp(`^(?:bundes|landes|stadt)(?:${names.stateBodies.replaceAll(' ', '|')})(?:e?s)?$`)
const STATE_SIGNS = names.stateSigns.split(' ')
const NO_AUTHORITY = new Set(names.noAuthorities.split(' '))
const LONGEST_NAME = 8

interface Place {
  readonly words: readonly Word[]
  readonly at: number
}

/** Whether a word is, or ends, the name of a public body that no fact bears by it, by its letters ("BSI") or in the other language: such
 *  names are made of everyday words. Pure. */
export function isForeignAuthority(place: Place, ground: Ground): boolean {
  const word = place.words[place.at]
  if (!word || NO_AUTHORITY.has(word.plain)) return false
  const signs = signsOf(word.plain)
  if (signs === null) return false
  const isSaid = [...ground.words].some((known) => signs.some((sign) => known.startsWith(sign)))
  return !isSaid && !isWrittenShort(place, ground)
}

function signsOf(plain: string): readonly string[] | null {
  const kind = KINDS.find(({ head }) => head.test(plain))
  if (kind) return kind.signs
  return STATE.test(plain) ? STATE_SIGNS : null
}

/** "Bundesamt für Sicherheit in der Informationstechnik" of "BSI" */
function isWrittenShort({ words, at }: Place, { lines }: Ground): boolean {
  const capitals = words
    .slice(at, at + LONGEST_NAME)
    .filter((word) => /^\p{Lu}/u.test(word.text))
    .map((word) => word.text.charAt(0))
  const said = new Set(
    lines.flatMap((line) => line.match(SHORT) ?? []).map((short) => short.replaceAll(/\P{Lu}/gu, '')),
  )
  return capitals.some((_, end) => end > 0 && said.has(capitals.slice(0, end + 1).join('')))
}
/** "BfArM" */
const SHORT = /(?<![\p{L}\d])\p{Lu}\p{L}{0,8}\p{Lu}(?![\p{L}\d])/gu
