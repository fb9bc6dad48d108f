import brands from '#resources/brands.json' with { type: 'json' }
import tables from '#resources/claim-words.json' with { type: 'json' }
import employers from '#resources/employers.json' with { type: 'json' }
import { foldLetters } from '#main/infra/text/fold.ts'
import type { FindingKind } from '#shared/claims.ts'
import type { Ground } from '../ground.ts'
import { cityOf, countryOf } from './places-said.ts'
import { readWords, type Word } from './words.ts'

/** A name that no fact bears. */
export interface NameSaid {
  readonly written: string
  readonly kind: Extract<FindingKind, 'name' | 'employer' | 'institution'>
}

export interface NameReading {
  readonly text: string
  readonly ground: Ground
  readonly isGerman: boolean
  /** Offsets that another reader answers for: dates, skills, languages, posts. */
  readonly isTaken: (at: number) => boolean
  /** Folded words that may always stand there: the company addressed, the job. */
  readonly allowed: ReadonlySet<string>
}

/** Degrees and fields of study have a reader of their own. */
const STUDIES = [...Object.values(tables.fields), ...Object.values(tables.degrees)]
  .flat()
  .flatMap((phrase) => phrase.split(/[ .-]/))
const PLAIN = new Set(
  [...tables.plainCapitals, ...tables.titleCase, ...Object.keys(tables.units.money), ...STUDIES].map(foldLetters),
)
const NOUNS = new Set(
  [...tables.germanNouns, ...tables.ledPeople, ...Object.values(tables.counted).flat()].map(foldLetters),
)
const ENDINGS = [...tables.germanEndings].toSorted((one, other) => other.length - one.length)
const LEGAL = new Set(tables.legal)
const HEADS = new Set(tables.institutionHeads)
const SCHOOLISH = new Set(tables.institutions)
const EMPLOYER_BEFORE = new Set(tables.employerBefore)
const KNOWN = new Set(
  [
    ...employers.employers.map(({ name }) => name),
    ...brands.brands.flatMap(({ names, isWord }) => ('isWord' in brands && isWord ? [] : names)),
    ...tables.knownNames,
  ]
    .map((name) => foldLetters(name))
    .filter((name) => name.length > 2 && !name.includes(' ') && !NOUNS.has(name) && !PLAIN.has(name)),
)
const WELL_KNOWN = new Set(tables.knownNames)
/** German endings of case, number and gender. */
const INFLECTION = /(?:innen|in|en|es|n|s|e)$/
const LEAST_INFLECTED = 5
const ARTICLES =
  /^(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|mein\p{L}*|ihr\p{L}*|unser\p{L}*|kein\p{L}*|dies\p{L}*|jede\p{L}*|alle\p{L}*|beim|im|am|zum|zur|vom|ins|deren|dessen|\p{Ll}{3,}(?:en|er|es|em|te|ne|re|he|ge|le|se|de))$/u

/** Names of employers, schools, products, people and places that the facts do not bear. In German, where every noun has a capital, a word
 *  counts when it neither looks like a noun nor stands like one. Pure. */
export function readNames(reading: NameReading): NameSaid[] {
  const { text } = reading
  const words = readWords(text)
  const isTitleCase = inTitleCase(words)
  const unknown = words.map((_, at) => isUnknownName(reading, { words, at, isTitleCase }))
  const found: NameSaid[] = []
  for (let at = 0; at < words.length; at++) {
    if (!unknown[at]) continue
    let last = at
    while (
      unknown[last + 1] === true &&
      /^[\s-]+(?:of\s+)?$/.test(text.slice(words[last]?.end, words[last + 1]?.start))
    )
      last += 1
    const written = text.slice(words[at]?.start, words[last]?.end)
    found.push({ written, kind: kindOf(words, { at, last }) })
    at = last
  }
  return found
}

interface Position {
  readonly words: readonly Word[]
  readonly at: number
  readonly isTitleCase: boolean
}

function isUnknownName(reading: NameReading, position: Position): boolean {
  const { words, at } = position
  const word = words[at]
  if (!word || reading.isTaken(word.start) || reading.allowed.has(word.plain)) return false
  if (reading.isGerman && isNationalName(reading, position)) return true
  if (isSchoolWord(reading, position)) return !isBackedBy(word, reading.ground.schoolWords)
  if (isBacked(word, reading.ground)) return false
  if (isOddlyWritten(word.text)) return !PLAIN.has(word.plain)
  if (!/^\p{Lu}/u.test(word.text) || PLAIN.has(word.plain)) return false
  if (isWellKnown(word)) return true
  if (LEGAL.has(word.plain) || SCHOOLISH.has(word.plain)) return false
  if (position.isTitleCase) return false
  if (reading.isGerman)
    return !word.isFirst && word.text.length > 2 && !looksLikeNoun(word.plain) && !standsLikeNoun(words, at)
  return word.isFirst ? isFirstOfName(reading, position) : true
}

/** "PyTorch", "k8s", "IBM", "S3": no everyday word is written so. */
function isOddlyWritten(text: string): boolean {
  if (/^\d+(?:[.,'’]\d+)*(?:st|nd|rd|th|x|k|M|ms|s|h|GB|TB|MB|bn|m|er)?$/u.test(text)) return false
  if (/\p{L}\d|\d\p{L}/u.test(text)) return true
  if (/^\p{Lu}{2,}s?$/u.test(text)) return true
  return /\p{Ll}\p{Lu}/u.test(text) && !/(?:In|innen)$/.test(text)
}

function isBacked(word: Word, ground: Ground): boolean {
  if (isBackedBy(word, ground.words)) return true
  const country = countryOf(word.text)
  if (country !== null && ground.countries.has(country)) return true
  const city = cityOf(word.text)
  return city !== null && ground.cities.has(city)
}

function isBackedBy({ plain }: Word, known: ReadonlySet<string>): boolean {
  if (known.has(plain) || (plain.length > LEAST_INFLECTED && known.has(plain.replace(INFLECTION, '')))) return true
  const parts = plain.split(/[&.'+]/).filter((part) => part !== '')
  return parts.length > 1 && parts.every((part) => known.has(part))
}

/** Names that are also everyday words ("Flink") do not count at the start, where every word has a capital. */
function isWellKnown({ text, plain, isFirst }: Word): boolean {
  return (isFirst ? WELL_KNOWN : KNOWN).has(plain) || countryOf(text) !== null || (!isFirst && cityOf(text) !== null)
}

/** A capital at the start says nothing alone; before the form of a company, which has a capital ("AS", not "as"), it is a name. */
function isFirstOfName(reading: NameReading, { words, at }: Position): boolean {
  const next = words[at + 1]
  return next !== undefined && LEGAL.has(next.plain) && /\p{Lu}/u.test(next.text) && !isBacked(next, reading.ground)
}

/** "bei der Deutschen Bahn": inside a sentence only a name writes this adjective with a capital. */
function isNationalName({ text, ground }: NameReading, { words, at }: Position): boolean {
  const [word, next] = [words[at], words[at + 1]]
  if (!word || !next || word.isFirst || !NATIONAL.test(word.text)) return false
  const isBeforeNoun = /^\p{Lu}/u.test(next.text) && text.slice(word.end, next.start) === ' '
  return isBeforeNoun && !(isBackedBy(word, ground.words) && isBacked(next, ground))
}
const NATIONAL =
  /^(?:(?:Nord|Süd|Ost|West|Mittel)?[Dd]eutsche|Österreichische|Europäische|Französische|Italienische|Britische)[nrms]?$/u

function looksLikeNoun(plain: string): boolean {
  if (NOUNS.has(plain) || NOUNS.has(plain.replace(INFLECTION, ''))) return true
  return ENDINGS.some((ending) => plain.endsWith(ending) && (plain === ending || plain.length > ending.length + 1))
}

/** Behind an article or an adjective stands a noun, unless it bears the form of a company. */
function standsLikeNoun(words: readonly Word[], at: number): boolean {
  if (LEGAL.has(words[at + 1]?.plain ?? '')) return false
  return ARTICLES.test(words[at - 1]?.text.toLowerCase() ?? '') && !['bei', 'fur'].includes(words[at - 2]?.plain ?? '')
}

/** Right beside a word for a school: the name of the school, which only a school of the facts backs. */
function isSchoolWord({ ground }: NameReading, { words, at }: Position): boolean {
  const word = words[at]
  if (!word || !/^\p{Lu}/u.test(word.text) || SCHOOLISH.has(word.plain) || ['of', 'fur'].includes(word.plain))
    return false
  if (LEGAL.has(word.plain) || (PLAIN.has(word.plain) && ground.schoolWords.has(word.plain))) return false
  const [two, before, after] = [words[at - 2], words[at - 1], words[at + 1]]
  const isHead = (other: Word | undefined) =>
    other !== undefined && HEADS.has(other.plain) && /^\p{Lu}/u.test(other.text)
  const isOf = ['of', 'fur', 'de'].includes(before?.plain ?? '')
  if (isHead(after) && isBeside(word, after)) return true
  return isBeside(before, word) && (isHead(before) || (isOf && isHead(two)))
}

/** Nothing but a space or a hyphen stands between two words. */
function isBeside(one: Word | undefined, other: Word | undefined): boolean {
  return one !== undefined && other !== undefined && other.start - one.end <= 1
}

const MOSTLY = 0.7
const FEW_WORDS = 4

function inTitleCase(words: readonly Word[]): boolean {
  const long = words.filter(({ text }) => text.length > 3 && /^\p{L}/u.test(text))
  return long.length >= FEW_WORDS && long.filter(({ text }) => /^\p{Lu}/u.test(text)).length / long.length >= MOSTLY
}

function kindOf(words: readonly Word[], { at, last }: { at: number; last: number }): NameSaid['kind'] {
  const around = words.slice(Math.max(0, at - 2), last + 2).map(({ plain }) => plain)
  if (around.some((plain) => HEADS.has(plain))) return 'institution'
  const before = words[at - 1]?.plain ?? ''
  const beforeThat = words[at - 2]?.plain ?? ''
  if (
    LEGAL.has(words[last + 1]?.plain ?? '') ||
    EMPLOYER_BEFORE.has(before) ||
    (['der', 'the'].includes(before) && EMPLOYER_BEFORE.has(beforeThat))
  )
    return 'employer'
  return KNOWN.has(words[at]?.plain ?? '') ? 'employer' : 'name'
}
