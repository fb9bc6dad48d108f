import { foldLetters } from '#main/infra/text/fold.ts'
import table from './role-words.json' with { type: 'json' }

const FAMILIES = Object.entries(table.families).map(([name, family]) => ({
  name,
  near: new Set<string>(family.near),
  phrases: family.phrases.map((phrase) => phrase.split(' ')),
}))
const SAME_WORD = new Map(
  Object.entries(table.words).flatMap(([word, others]) => others.map((other) => [other, word] as const)),
)
/** Ends of compound words ("Softwareentwickler"); shorter ones end too many other words. */
const HEADS = [...SAME_WORD.keys(), ...Object.keys(table.words)].filter((word) => word.length >= 7)
const MERGED = Object.entries(table.merged).map(([from, to]) => [` ${from} `, ` ${to} `] as const)
const ROLE_NOUNS = new Set(table.roleNouns)
const IGNORED = new Set(table.ignored)
const FIELDS = table.otherTrades.fields.map((phrase) => phrase.split(' '))
const PERSONS = new Set(table.otherTrades.persons)

const MAX_TITLE_CHARS = 300
const GENDER_ENDINGS = /(?<=\p{L})(?:[*:_·/]-?|\(-?)(?:innen|in|e|euse|rice)\b\)?/gu
const WORDS = /c\+\+|c#|\.net(?![a-z])|[a-z0-9]+/g

/** Whether a posting's title fits one of the roles: generous between kinds of the same technical work and between languages,
 *  strict towards other trades. No roles means that every title fits. Pure; the words are in role-words.json. */
export function createRoleFit(roles: readonly string[]): (title: string) => boolean {
  const wanted = roles.map((role) => {
    const words = wordsOf(role)
    return { words: new Set(words.filter((word) => !IGNORED.has(word))), families: familiesNamed(words) }
  })
  const families = new Set(wanted.flatMap((role) => [...role.families]))
  const otherRoles = wanted.filter((role) => role.families.size === 0 && role.words.size > 0).map((role) => role.words)
  if (families.size === 0 && otherRoles.length === 0) return () => true
  return (title) => {
    const words = wordsOf(title)
    return fitsFamilies(words, families) || otherRoles.some((role) => [...role].every((word) => words.includes(word)))
  }
}

/** The role families that a role's own name belongs to; empty for one that no family knows. Pure. */
export function roleFamiliesOf(role: string): ReadonlySet<string> {
  return familiesNamed(wordsOf(role))
}

/** The words of a title or role: lower case, without accents and gender endings, compounds taken apart, words that mean the same
 *  replaced by one of them. Pure. */
function wordsOf(title: string): readonly string[] {
  const plain = foldLetters(title.slice(0, MAX_TITLE_CHARS)).replace(GENDER_ENDINGS, '')
  const spaced = ` ${(plain.match(WORDS) ?? []).join(' ')} `
  const merged = MERGED.reduce((current, [from, to]) => current.replaceAll(from, to), spaced)
  return merged.trim().split(' ').flatMap(canonical)
}

function canonical(word: string): readonly string[] {
  const same = SAME_WORD.get(word)
  if (same !== undefined) return [same]
  const head = HEADS.find((end) => word.endsWith(end) && word.length >= end.length + 3)
  if (head === undefined) return [word]
  const modifier = word.slice(0, -head.length)
  const known = SAME_WORD.get(modifier) ?? SAME_WORD.get(modifier.replace(/s$/, '')) ?? modifier
  return [known, SAME_WORD.get(head) ?? head]
}

function familiesNamed(words: readonly string[]): ReadonlySet<string> {
  const named = FAMILIES.filter((family) => family.phrases.some((phrase) => holds(words, phrase)))
  return new Set(named.map((family) => family.name))
}

function fitsFamilies(words: readonly string[], wanted: ReadonlySet<string>): boolean {
  const close = FAMILIES.filter(
    (family) =>
      wanted.has(family.name) || FAMILIES.some((other) => wanted.has(other.name) && other.near.has(family.name)),
  )
  const phrases = close.flatMap((family) => family.phrases)
  const outright = Math.min(...phrases.map((phrase) => outrightAt(words, phrase)))
  const person = words.findIndex((word) => PERSONS.has(word))
  if (outright !== Infinity) return person === -1 || person > outright
  if (person !== -1 || FIELDS.some((field) => startOf(words, field) !== -1)) return false
  return phrases.some((phrase) => holds(words, phrase))
}

/** Where the title names the phrase outright: its words next to each other and, for a single word, with the noun of a role after
 *  it ("React developer"). Infinity when it does not. */
function outrightAt(words: readonly string[], phrase: readonly string[]): number {
  const start = startOf(words, phrase)
  if (start === -1) return Infinity
  const isOutright = phrase.length > 1 || ROLE_NOUNS.has(words[start + 1] ?? '')
  return isOutright ? start : Infinity
}

function startOf(words: readonly string[], phrase: readonly string[]): number {
  return words.findIndex((_, start) => phrase.every((word, offset) => words[start + offset] === word))
}

function holds(words: readonly string[], phrase: readonly string[]): boolean {
  return phrase.every((word) => words.includes(word))
}
