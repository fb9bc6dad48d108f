import tables from '#resources/claim-words.json' with { type: 'json' }
import type { Ground } from '../../ground.ts'
import { INFLECTION } from './german-nouns.ts'
import { cityOf, countryOf } from '../places-said.ts'
import { isImplied } from '../skills/implied.ts'
import { isShortFor, isShortForWords } from './short-names.ts'
import type { Word } from '../words.ts'

const SCHOOLISH = new Set(tables.institutions)
const LEAST_INFLECTED = 5
const FORMS = ['', 'e', 'er', 'en', 'es']
const MORE = ['s', 'n', 'en', 'e']
/** "Linearer", too. */
const INFLECTED = new RegExp(`(?:er|em)$|${INFLECTION.source}`)
/** "CTs" */
const PLURAL_CAPITALS = /^\p{Lu}{2,}s$/u

/** Whether the facts bear a name: by its word, a form or a short form of it, or under its name in another language. Pure. */
export function isBacked(word: Word, ground: Ground): boolean {
  if (isBackedBy(word, ground.words) || (SCHOOLISH.has(word.plain) && ground.schoolWords.has(word.plain))) return true
  if (isShortFor(word.text, ground.nameParts) || isShortForWords(word.text, ground.lines)) return true
  const single = PLURAL_CAPITALS.test(word.text) ? word.plain.slice(0, -1) : word.plain
  if (ground.words.has(single) || isImplied(single, ground.words) || hasSameRoot(single, ground.words)) return true
  const bare = word.text.replace(/['’]s$/, '')
  const country = countryOf(bare)
  if (country !== null && ground.countries.has(country)) return true
  const city = cityOf(bare)
  return city !== null && ground.cities.has(city)
}

/** "Vieles aus CT und MRT lässt sich übertragen": what is carried over may come from any post of the career. Pure. */
export function isCarriedOver({ text, ground }: { text: string; ground: Ground }, { plain }: Word): boolean {
  const { words } = ground.career
  return CARRIES.test(text) && (words.has(plain) || isImplied(plain, words))
}
const CARRIES = /übertragen|übertrag(?:bar|e)|transfers?(?!\p{L})|carr(?:y|ies) over/iu

/** Whether a word or a form of it is among some. Pure. */
export function isBackedBy({ plain }: Word, known: ReadonlySet<string>): boolean {
  if (known.has(plain)) return true
  // "die Kölner Zählstellen"
  if (plain.endsWith('er') && known.has(plain.slice(0, -2))) return true
  if (plain.length >= LEAST_INFLECTED && MORE.some((ending) => known.has(plain + ending))) return true
  const bare = plain.length > LEAST_INFLECTED ? plain.replace(INFLECTED, '') : plain
  if (bare !== plain && FORMS.some((ending) => known.has(bare + ending))) return true
  const parts = plain.split(/[&.'+]/).filter((part) => part !== '')
  return parts.length > 1 && parts.every((part) => known.has(part))
}

/** A school may be named by a city that has another name in another language. Pure. */
export function isOfSchool(word: Word, ground: Ground): boolean {
  if (isBackedBy(word, ground.schoolWords)) return true
  const city = cityOf(word.text)
  return city !== null && ground.schoolCities.has(city)
}

const LEAST_ROOT = 6
const roots = new WeakMap<ReadonlySet<string>, ReadonlySet<string>>()

/** "Instances" of "Instanzen", "Radiology" of "Radiologie": one word in both languages but for how it is spelled and ends. Pure but for what
 *  it keeps of the words, which must not change. */
function hasSameRoot(plain: string, known: ReadonlySet<string>): boolean {
  const root = rootOf(plain)
  if (root.length < LEAST_ROOT) return false
  const kept = roots.get(known) ?? new Set(Array.from(known, rootOf))
  roots.set(known, kept)
  return kept.has(root)
}

function rootOf(plain: string): string {
  return plain
    .replace(/(?<=.{5})(?:en|es|s|e)$/, '')
    .replace(/ies?$|y$/, 'i')
    .replace(/(?:isch|ic)$/, 'ik')
    .replace(/tat$/, 't')
    .replace(/ti$/, 't')
    .replaceAll('z', 'c')
    .replaceAll('c', 'k')
    .replaceAll('ph', 'f')
}

const LEAST_STEM = 5
const LONGEST_ENDING = 3

/** "Radiologie" where the facts say "Radiology": what an institute is for, in the other language. Pure. */
export function hasCognate({ plain }: Word, known: ReadonlySet<string>): boolean {
  const stem = plain.slice(0, Math.max(LEAST_STEM, plain.length - LONGEST_ENDING))
  return (
    stem.length >= LEAST_STEM &&
    [...known].some((word) => word.startsWith(stem) && word.length <= plain.length + LONGEST_ENDING)
  )
}
