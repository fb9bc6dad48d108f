import names from '#resources/claim-names.json' with { type: 'json' }
import tables from '#resources/claim-words.json' with { type: 'json' }
import { foldLetters } from '#main/infra/text/fold.ts'

const HEADS = names.germanHeads.split(' ')
/** Words that are nouns, folded. */
export const NOUNS: ReadonlySet<string> = new Set(
  [
    ...tables.germanNouns,
    ...tables.ledPeople,
    ...Object.values(tables.counted).flat(),
    ...HEADS,
    ...names.germanWords.split(' '),
    ...Object.keys({ ...tables.units.bytes, ...tables.units.seconds, ...tables.units.months }),
  ].map(foldLetters),
)
/** What long nouns end with. */
const ENDINGS: ReadonlySet<string> = new Set([
  ...tables.germanEndings,
  ...[...HEADS, ...tables.germanNouns].filter((head) => head.length > 3),
])
const LONGEST_ENDING = Math.max(...[...ENDINGS].map(({ length }) => length))
/** German endings of case, number and gender. */
export const INFLECTION = /(?:innen|in|en|es|n|s|e)$/
/** "das Portieren", "die Kundinnen" */
const VERBAL = /(?:ier|el|ig)en$|[^aeiou]ern$|innen$/
const LEAST_VERBAL = 7
/** "Logging", "Hosting" */
const LEAST_LOAN = 7

/** Whether a folded German word looks like a noun rather than a name: it is one, ends as one, or is a verb used as one. Pure. */
export function looksLikeNoun(plain: string): boolean {
  const bare = plain.replace(INFLECTION, '')
  if (NOUNS.has(plain) || NOUNS.has(bare)) return true
  if (plain.length >= LEAST_LOAN && plain.endsWith('ing')) return true
  return hasEnding(plain) || (bare !== plain && hasEnding(bare)) || (plain.length >= LEAST_VERBAL && VERBAL.test(plain))
}

function hasEnding(plain: string): boolean {
  if (ENDINGS.has(plain)) return true
  for (let size = 2; size <= LONGEST_ENDING && size + 1 < plain.length; size++)
    if (ENDINGS.has(plain.slice(-size))) return true
  return false
}
