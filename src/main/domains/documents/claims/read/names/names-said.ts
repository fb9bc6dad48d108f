import names from '#resources/claim-names.json' with { type: 'json' }
import tables from '#resources/claim-words.json' with { type: 'json' }
import { foldLetters } from '#main/infra/text/fold.ts'
import { countFunctionWords } from '../../../../jobs/enrich/reading-words.service.ts'
import type { FindingKind } from '#shared/claims.ts'
import type { Ground } from '../../ground.ts'
import { INFLECTION, looksLikeNoun } from './german-nouns.ts'
import { isBankName, isLowerBrand, KNOWN, WELL_KNOWN } from './known-names.ts'
import { cityOf, countryOf } from '../places-said.ts'
import { isImplied } from '../implied.ts'
import { isChangeOfPost } from './own-employers.ts'
import { isLongFor, isShortFor } from './short-names.ts'
import { inTitleCase, isOddlyWritten } from './word-looks.ts'
import { readWords, type Word } from '../words.ts'

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
  [
    ...tables.plainCapitals,
    ...names.nationalities.split(' '),
    ...tables.titleCase,
    ...Object.keys(tables.units.money),
    ...STUDIES,
  ].map(foldLetters),
)
const LEGAL = new Set(tables.legal)
const HEADS = new Set(tables.institutionHeads)
const SCHOOLISH = new Set(tables.institutions)
const EMPLOYER_BEFORE = new Set(tables.employerBefore)
const LEAST_INFLECTED = 5
const ARTICLES =
  /^(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|mein\p{L}*|ihr\p{L}*|unser\p{L}*|kein\p{L}*|dies\p{L}*|jede\p{L}*|alle\p{L}*|beim|im|am|zum|zur|vom|ins|deren|dessen|\p{Ll}{3,}(?:en|er|es|em|te|ne|re|he|ge|le|se|de))$/u

/** Names of employers, schools, products, people and places that the facts do not bear. In German, where every noun has a capital, a word
 *  counts when it neither looks like a noun nor stands like one. Pure. */
export function readNames(reading: NameReading): NameSaid[] {
  const { text } = reading
  const words = readWords(text)
  const isTitleCase = inTitleCase(words, reading.isGerman)
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
  if (isChangeOfPost(reading, position)) return false
  if (isForeignEmployer(reading, word) || isBeforeLegal(reading, position)) return true
  if (reading.isGerman && isNationalName(reading, position)) return true
  if (isSchoolWord(reading, position))
    return !isOfSchool(word, reading.ground) && !(isInstituteWord(position) && isBackedBy(word, reading.ground.words))
  if (isBacked(word, reading.ground) || isMaker(reading, position)) return false
  if (isLowerName(reading, position)) return true
  if (isOneLetter(reading.text, word)) return false
  if (isOddlyWritten(word.text)) return !isPlain(word)
  if (!/^\p{Lu}/u.test(word.text) || isPlain(word)) return false
  if (isWellKnown(word)) return true
  if (isLongFor(reading, position)) return false
  if (LEGAL.has(word.plain) || SCHOOLISH.has(word.plain)) return false
  if (position.isTitleCase) return false
  if (reading.isGerman) return !word.isFirst && word.text.length > 2 && isGermanName(reading, position)
  return word.isFirst ? isFirstOfName(reading, position) : true
}

function isGermanName({ text }: NameReading, { words, at }: Position): boolean {
  const word = words[at]
  if (!word || looksLikeNoun(word.plain)) return false
  // "FHIR-Standard": the last part of such a word is a noun.
  const isLastPart = text.charAt(word.start - 1) === '-' && text.charAt(word.end) !== '-'
  return !isLastPart && !standsLikeNoun(text, words, at)
}

/** "M.Sc." is as plain as its parts. */
function isPlain({ plain }: Word): boolean {
  return PLAIN.has(plain) || (plain.includes('.') && plain.split('.').every((part) => PLAIN.has(part)))
}

/** "X-ray" */
function isOneLetter(text: string, { start, end }: Word): boolean {
  return end - start === 1 && text.charAt(end) === '-'
}

/** Where somebody else of this career worked, or this person at another time: no sentence of these facts may begin with it either. */
function isForeignEmployer({ ground }: NameReading, { plain, text }: Word): boolean {
  return ground.foreignEmployers.has(plain) && /^\p{Lu}/u.test(text)
}

const LONGEST_COMPANY = 6

/** "bei der Stadtwerke Ulm AG": what stands before the form of a company is its name, whatever words it is made of. */
function isBeforeLegal({ text, ground }: NameReading, { words, at }: Position): boolean {
  for (let next = at; next < at + LONGEST_COMPANY; next++) {
    const [word, after] = [words[next], words[next + 1]]
    if (!word || !after || !/^\p{Lu}/u.test(word.text) || !/^[ &-]+$/.test(text.slice(word.end, after.start)))
      return false
    if (!LEGAL.has(after.plain) || !/\p{Lu}/u.test(after.text)) continue
    const first = words[at]
    return first !== undefined && !isBacked(first, ground) && countFunctionWords(first.text).size === 0
  }
  return false
}

/** "for stripe", "zum Dienstleister synlab" */
function isLowerName({ text, isGerman }: NameReading, { words, at }: Position): boolean {
  const [before, word] = [words[at - 1], words[at]]
  if (!before || !word || !/^\p{Ll}/u.test(word.text) || text.slice(before.end, word.start) !== ' ') return false
  return isLowerBrand({ word: word.plain, before: before.plain, isGerman })
}

function isBacked(word: Word, ground: Ground): boolean {
  if (isBackedBy(word, ground.words) || (SCHOOLISH.has(word.plain) && ground.schoolWords.has(word.plain))) return true
  if (isShortFor(word.text, ground.nameParts)) return true
  if (isImplied(word.plain, ground.words)) return true
  const bare = word.text.replace(/['’]s$/, '')
  const country = countryOf(bare)
  if (country !== null && ground.countries.has(country)) return true
  const city = cityOf(bare)
  return city !== null && ground.cities.has(city)
}

function isBackedBy({ plain }: Word, known: ReadonlySet<string>): boolean {
  if (known.has(plain)) return true
  // "die Kölner Zählstellen"
  if (plain.endsWith('er') && known.has(plain.slice(0, -2))) return true
  if (plain.length >= LEAST_INFLECTED && MORE.some((ending) => known.has(plain + ending))) return true
  const bare = plain.length > LEAST_INFLECTED ? plain.replace(INFLECTED, '') : plain
  if (bare !== plain && FORMS.some((ending) => known.has(bare + ending))) return true
  const parts = plain.split(/[&.'+]/).filter((part) => part !== '')
  return parts.length > 1 && parts.every((part) => known.has(part))
}

const FORMS = ['', 'e', 'er', 'en', 'es']
const MORE = ['s', 'n', 'en']
/** "Linearer", too. */
const INFLECTED = new RegExp(`(?:er|em)$|${INFLECTION.source}`)

/** A school may be named by a city that has another name in another language. */
function isOfSchool(word: Word, ground: Ground): boolean {
  if (isBackedBy(word, ground.schoolWords)) return true
  const city = cityOf(word.text)
  return city !== null && ground.schoolCities.has(city)
}

/** "Google OR-Tools", "Microsoft Excel": the maker in front of what the facts name; not behind "at". */
function isMaker({ text, isTaken, ground }: NameReading, { words, at }: Position): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]]
  if (!word || !next || !WELL_KNOWN.has(word.plain) || PLACED.has(before?.plain ?? '')) return false
  if (text.slice(word.end, next.start) !== ' ' || !/^\p{Lu}/u.test(next.text)) return false
  return isTaken(next.start) || (isOddlyWritten(next.text) && isBacked(next, ground))
}
const PLACED = new Set(['at', 'for', 'bei', 'fur', 'joined', 'join'])

/** Names that are also everyday words ("Flink") do not count at the start, where every word has a capital. */
function isWellKnown({ text, plain, isFirst }: Word): boolean {
  return (
    (isFirst ? WELL_KNOWN : KNOWN).has(plain) ||
    isBankName(plain) ||
    countryOf(text) !== null ||
    (!isFirst && cityOf(text) !== null)
  )
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

/** Behind an article or an adjective stands a noun, unless it bears the form of a company. */
function standsLikeNoun(text: string, words: readonly Word[], at: number): boolean {
  const [word, next] = [words[at], words[at + 1]]
  if (LEGAL.has(next?.plain ?? '')) return false
  // "den Helios Kliniken": of two nouns in a row the first is a name, unless it measures the second ("zwei Dutzend Azubis").
  if (word && next && /^\p{Lu}/u.test(next.text) && text.slice(word.end, next.start) === ' ') return false
  const before = words[at - 1]?.text.toLowerCase() ?? ''
  // "für sicheres Radfahren": an adjective that no article stands before.
  if (/^\p{Ll}{3,}(?:ches|eres|ives|iges|ares|ales)$/u.test(before)) return true
  return ARTICLES.test(before) && !['bei', 'fur'].includes(words[at - 2]?.plain ?? '')
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

const INSTITUTES = new Set(['institut', 'institute'])

/** An institute may be a part of an employer. */
function isInstituteWord({ words, at }: Position): boolean {
  return words.slice(Math.max(0, at - 2), at + 2).some(({ plain }) => INSTITUTES.has(plain))
}

/** Nothing but a space or a hyphen stands between two words. */
function isBeside(one: Word | undefined, other: Word | undefined): boolean {
  return one !== undefined && other !== undefined && other.start - one.end <= 1
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
