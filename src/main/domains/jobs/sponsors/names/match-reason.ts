import type { NameDistance } from './compare-names.ts'
import type { EntryName } from './entry-names.ts'
import type { NamePart, PartKind } from './lexicon.ts'

/** What a match rests on. `town`: the one that decided between several. */
export type MatchGround =
  | { readonly role: 'brand' | 'trade' | 'letters' }
  | { readonly role: EntryName['role']; readonly between: NameDistance; readonly town: string | null }

const BASIS: Readonly<Record<MatchGround['role'], string>> = {
  name: 'It has the same name',
  trading: 'It trades under this name',
  former: 'It had this name before',
  also: 'The register gives it this name, too',
  short: 'Its name begins with this one and a description',
  bare: 'It has the same name behind its initials',
  brand: 'It is the company behind this name, by our list of employers',
  trade: 'It is the only one whose name begins with this one, and the rest says what it does or where',
  letters: 'The last letters stand for the last words of its name',
}
const WORDS: Readonly<Record<PartKind, string>> = {
  country: 'its country',
  region: 'its region',
  group: '“Group”',
  holding: '“Holding”',
  role: 'its role in the group',
  branch: 'the word for a branch',
  hiring: 'a word for hiring',
  domain: 'the end of a web address',
  firm: '“Company”',
}

/** The reason of a match, as a sentence for a person. Pure. */
export function describeMatch(ground: MatchGround): string {
  const basis = BASIS[ground.role]
  if (!('between' in ground)) return `${basis}.`
  const { added, missing } = ground.between
  const differs = [
    ...(added.length === 0 ? [] : [`adds ${wordsFor(added)}`]),
    ...(missing.length === 0 ? [] : [`leaves out ${wordsFor(missing)}`]),
  ]
  const first = differs.length === 0 ? `${basis}.` : `${basis}; the register ${differs.join(' and ')}.`
  return ground.town === null ? first : `${first} Of several, it is the one in ${ground.town}.`
}

function wordsFor(parts: readonly NamePart[]): string {
  const words = [...new Set(parts.map(({ kind }) => WORDS[kind]))]
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
