import names from '#resources/claim-names.json' with { type: 'json' }
import tables from '#resources/claim-words.json' with { type: 'json' }
import { foldLetters } from '#main/infra/text/fold.ts'
import { countFunctionWords } from '../../../../jobs/enrich/reading-words.service.ts'
import type { FindingKind } from '#shared/claims.ts'
import type { Ground } from '../../ground.ts'
import { isForeignAuthority } from './authorities.ts'
import { isBareName } from './bare-names.ts'
import { isGermanName, isOfNationalName, standsLikeNoun } from './german-names.ts'
import { isNoun } from './german-nouns.ts'
import { isBankName, isLowerBrand, KNOWN, phraseAt, WELL_KNOWN } from './known-names.ts'
import { hasCognate, isBacked, isBackedBy, isCarriedOver, isOfSchool } from './name-backing.ts'
import { isPlacedEmployer, PLACED } from './placed-employers.ts'
import { cityOf, countryOf, regionsIn } from '../places-said.ts'
import { isChangeOfPost } from './own-employers.ts'
import { isLongFor } from './short-names.ts'
import { isGlossed, isOfLanguage, withoutArticles } from './language-names.ts'
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
  /** Of the sentence; by default English or German. */
  readonly language?: string
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
/** Names of employers, schools, products, people and places that the facts do not bear. In German, where every noun has a capital, a word
 *  counts when it neither looks like a noun nor stands like one. Pure. */
export function readNames(reading: NameReading): NameSaid[] {
  const { text } = reading
  const words = withoutArticles(readWords(text), reading.language)
  const isTitleCase = inTitleCase(words, reading.isGerman || isGlossed(reading.language))
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
  if (isOfLanguage(word, { ...reading, isFact: (plain) => reading.ground.words.has(plain) })) return false
  if (isChangeOfPost(reading, position)) return false
  if (isForeignEmployer(reading, word) || isBeforeLegal(reading, position)) return true
  if (reading.isGerman && isOfNationalName(reading, position)) return true
  if (isSchoolWord(reading, position))
    return (
      !isOfSchool(word, reading.ground) &&
      !(isInstituteWord(position) && (isBackedBy(word, reading.ground.words) || hasCognate(word, reading.ground.words)))
    )
  if (isBacked(word, reading.ground) || isMaker(reading, position) || isCarriedOver(reading, word)) return false
  const region = regionAt(reading, word)
  if (region !== null) return !reading.ground.regions.has(region)
  if (isForeignAuthority(position, reading.ground)) return true
  if (isLowerName(reading, position) || isFunder(reading, position) || isOfPhrase(reading, position)) return true
  if (isOneLetter(reading.text, word)) return false
  if (isOddlyWritten(word.text)) return !isPlain(word)
  if (!/^\p{Lu}/u.test(word.text) || isPlain(word)) return false
  if (isWellKnown(reading, position)) return true
  if (isLongFor(reading, position)) return false
  if (LEGAL.has(word.plain) || SCHOOLISH.has(word.plain)) return false
  if (position.isTitleCase) return false
  if (reading.isGerman) return !word.isFirst && word.text.length > 2 && isGermanName(reading.text, position)
  return word.isFirst ? isFirstOfName(reading, position) : true
}

/** "M.Sc." is as plain as its parts. */
function isPlain({ text, plain }: Word): boolean {
  // "ING" is a bank, "Ing." a degree.
  if (WELL_KNOWN.has(plain) && /^\p{Lu}+$/u.test(text)) return false
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
  if (!word || !/^\p{Ll}/u.test(word.text)) return false
  if (isPlacedEmployer({ text, words, at, isGerman })) return true
  const isBehind = before !== undefined && text.slice(before.end, word.start) === ' '
  if (isLowerBrand({ word: word.plain, before: isBehind ? before.plain : null, isGerman })) return true
  const isLast = /^\s*(?:[,.;:)]|$)/.test(text.slice(word.end, word.end + 2))
  const bare = { word: word.plain, before: before?.plain ?? '', one: words[at - 2]?.plain ?? '' }
  return isBehind && isLast && isBareName(bare, isGerman)
}

/** "goldman sachs": names of several words, of which the facts bear none. */
function isOfPhrase({ ground }: NameReading, { words, at }: Position): boolean {
  const phrase = phraseAt(words, at)
  return phrase !== null && !phrase.some((word) => isBackedBy(word, ground.words))
}

const FUNDED_BY = new Set(names.fundedBy.split(' '))

/** "Shell-finanzierte Studien": who paid is named before the hyphen, be it the first word. */
function isFunder({ text }: NameReading, { words, at }: Position): boolean {
  const [word, next] = [words[at], words[at + 1]]
  if (!word || !next || !/^\p{Lu}/u.test(word.text) || !(KNOWN.has(word.plain) || PLACED.has(word.plain))) return false
  return FUNDED_BY.has(next.plain) && text.slice(word.end, next.start) === '-'
}

/** "Google OR-Tools", "Microsoft Excel": the maker in front of what the facts name; not behind "at". */
function isMaker({ text, isTaken, ground }: NameReading, { words, at }: Position): boolean {
  const [word, next] = [words[at], words[at + 1]]
  if (!word || !next || !WELL_KNOWN.has(word.plain) || isAtEmployer(words, at)) return false
  if (text.slice(word.end, next.start) !== ' ' || !/^\p{Lu}/u.test(next.text)) return false
  return isTaken(next.start) || (isOddlyWritten(next.text) && isBacked(next, ground))
}
const AT = new Set(['at', 'for', 'bei', 'fur', 'joined', 'join'])

/** "bei der ING", "at Google" */
function isAtEmployer(words: readonly Word[], at: number): boolean {
  const [before, one] = [words[at - 1]?.plain ?? '', words[at - 2]?.plain ?? '']
  return AT.has(before) || (['der', 'die', 'dem', 'den', 'the'].includes(before) && AT.has(one))
}

/** Names that are also everyday words ("Flink") do not count at the start, where every word has a capital. */
function isWellKnown({ text, isGerman }: NameReading, { words, at }: Position): boolean {
  const word = words[at]
  if (!word) return false
  if ((word.isFirst ? WELL_KNOWN : KNOWN).has(word.plain) || isBankName(word.plain) || countryOf(word.text) !== null)
    return true
  if (word.isFirst || cityOf(word.text) === null) return false
  // "beim Essen"
  return !(isGerman && isNoun(word.plain) && standsLikeNoun(text, { words, at }))
}

/** The region that a word belongs to the name of ("Lower Saxony"). */
function regionAt({ text }: NameReading, word: Word): string | null {
  if (REGION_WORDS.has(word.plain)) return null
  return regionsIn(text).find(({ start, end }) => start <= word.start && end >= word.end)?.code ?? null
}

/** Money, and what people do in water. */
const REGION_WORDS = new Set(['franken', 'baden'])

/** A capital at the start says nothing alone; before the form of a company, which has a capital ("AS", not "as"), it is a name. */
function isFirstOfName(reading: NameReading, { words, at }: Position): boolean {
  const next = words[at + 1]
  return next !== undefined && LEGAL.has(next.plain) && /\p{Lu}/u.test(next.text) && !isBacked(next, reading.ground)
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
