import names from '#resources/claim-names.json' with { type: 'json' }
import tables from '#resources/claim-words.json' with { type: 'json' }
import type { Ground } from '../../ground.ts'
import { isFirstPart, isNoun, nounLook } from './german-nouns.ts'
import { isBacked, isBackedBy } from './name-backing.ts'
import { NOUN_NAMES } from './noun-table.ts'
import { PLACED } from './placed-employers.ts'
import type { Word } from '../words.ts'

interface Place {
  readonly words: readonly Word[]
  readonly at: number
}

const LEGAL = new Set(tables.legal)
const ARTICLES =
  /^(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|mein\p{L}*|ihr\p{L}*|unser\p{L}*|kein\p{L}*|dies\p{L}*|jede\p{L}*|alle\p{L}*|beim|im|am|zum|zur|vom|ins|deren|dessen)$/u
const ADJECTIVE = /^\p{Ll}{3,}(?:en|er|es|em|te|ne|re|he|ge|le|se|de)$/u
/** "für sicheres Radfahren": no article stands before it. */
const STRONG_ADJECTIVE = /^\p{Ll}{3,}(?:ches|eres|ives|iges|ares|ales)$/u
const EVERYDAY = new Set(names.everydayBrands.split(' '))
/** Employers whose names are nouns, and which stand behind "für", too. */
const NOUN_EMPLOYERS = new Set(names.nounEmployers.split(' '))
const COMPANIES = new Set(names.companyNouns.split(' '))
const PRODUCTS = names.productNouns.split(' ')

/** Whether a capitalised word within a German sentence is a name: it neither looks like a noun nor stands like one, or is an employer's
 *  or a product's by its place ("bei Orange", "das Spiel „Mooslicht“"). Pure. */
export function isGermanName(text: string, place: Place): boolean {
  const word = place.words[place.at]
  if (!word) return false
  if (isNounEmployer(text, place) || isBesideCompany(text, place)) return true
  if (isQuoted(text, word)) return !isNoun(word.plain)
  // "Heizungs- und Lüftungsbau"
  if (text.startsWith('- ', word.end) && isFirstPart(word.plain)) return false
  const look = nounLook(word.plain)
  if (look === 'noun' || (look === 'made' && !isNamed(place))) return false
  // "FHIR-Standard": the last part of such a word is a noun.
  const isLastPart = text.charAt(word.start - 1) === '-' && text.charAt(word.end) !== '-'
  return !isLastPart && !standsLikeNoun(text, place)
}

interface Reading {
  readonly text: string
  readonly ground: Ground
}

/** "bei der Deutschen Bahn": inside a sentence only a name writes this adjective with a capital. Either word of the two. Pure. */
export function isOfNationalName(reading: Reading, { words, at }: Place): boolean {
  return isNationalName(reading, { words, at }) || (at > 0 && isNationalName(reading, { words, at: at - 1 }))
}

function isNationalName({ text, ground }: Reading, { words, at }: Place): boolean {
  const [word, next] = [words[at], words[at + 1]]
  if (!word || !next || word.isFirst) return false
  const isBody = BODIES.some((head) => next.plain.endsWith(head))
  if (!NATIONAL.test(word.text) && !(REGIONAL.test(word.text) && (isBody || isPlaced({ words, at })))) {
    // "Leipziger Volkszeitung"
    if (!/^\p{Lu}\p{Ll}+er$/u.test(word.text) || !PAPERS.some((head) => next.plain.endsWith(head))) return false
  }
  const isBeforeNoun = /^\p{Lu}/u.test(next.text) && text.slice(word.end, next.start) === ' '
  return isBeforeNoun && !(isBackedBy(word, ground.words) && isBacked(next, ground))
}

const NATIONAL =
  /^(?:(?:Nord|Süd|Ost|West|Mittel)?[Dd]eutsche|Österreichische|Europäische|Französische|Italienische|Britische)[nrms]?$/u

/** "Rheinischen Assekuranz" */
const REGIONAL = /^\p{Lu}\p{Ll}+ische[nrms]?$/u

/** What such an adjective makes the name of, wherever it stands: "das Technische Hilfswerk", "die Sächsische Staatskanzlei". */
const BODIES = names.bodyHeads.split(' ')
const PAPERS = names.paperHeads.split(' ')

/** Behind "bei", with or without an article. */
function isPlaced({ words, at }: Place): boolean {
  const [before, one] = [words[at - 1]?.plain ?? '', words[at - 2]?.plain ?? '']
  return before === 'bei' || before === 'beim' || (one === 'bei' && ARTICLES.test(before))
}

/** Behind an article or an adjective stands a noun, unless it bears the form of a company. Pure. */
export function standsLikeNoun(text: string, { words, at }: Place): boolean {
  const [word, next, before] = [words[at], words[at + 1], words[at - 1]]
  if (LEGAL.has(next?.plain ?? '')) return false
  // "den Helios Kliniken": of two nouns in a row the first is a name, unless it measures the second ("zwei Dutzend Azubis").
  if (word && next && /^\p{Lu}/u.test(next.text) && text.slice(word.end, next.start) === ' ') return false
  if (!before) return false
  const written = before.isFirst ? before.text.toLowerCase() : before.text
  if (STRONG_ADJECTIVE.test(written)) return true
  if (!ARTICLES.test(written.toLowerCase()) && !ADJECTIVE.test(written)) return false
  return !['bei', 'fur'].includes(words[at - 2]?.plain ?? '')
}

/** "bei Orange", "für Linde": no noun that can be counted stands there alone. */
function isNounEmployer(text: string, { words, at }: Place): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]]
  if (!before || !word || text.slice(before.end, word.start) !== ' ' || text.charAt(word.end) === '-') return false
  if (before.plain === 'bei')
    return [NOUN_EMPLOYERS, PLACED].some((known) => known.has(word.plain)) || isNounName(word.plain)
  return before.plain === 'fur' && NOUN_EMPLOYERS.has(word.plain) && !['und', 'oder'].includes(next?.plain ?? '')
}

/** What is no noun in the singular that needs an article is more than one, or may stand without. */
const UNCOUNTED = /(?:e|n|r|s|ung|heit|keit|tion|ik|ie|tat|ment|schaft)$/

/** "Bei der Agentur Lindwurm" */
function isBesideCompany(text: string, { words, at }: Place): boolean {
  const [before, word] = [words[at - 1], words[at]]
  if (!before || !word || text.slice(before.end, word.start) !== ' ' || UNCOUNTED.test(word.plain)) return false
  return COMPANIES.has(before.plain) && isPlaced({ words, at: at - 1 })
}

function isNounName(plain: string): boolean {
  return NOUN_NAMES.has(plain) && !EVERYDAY.has(plain)
}

/** „Mooslicht“ */
function isQuoted(text: string, { start, end }: Word): boolean {
  return /["„“”»«‚‘]/u.test(text.charAt(start - 1)) && /["“”«»‘’]/u.test(text.charAt(end))
}

/** Right behind "bei", "für" or a noun for a product stands a name, or a noun that needs no article. */
function isNamed({ words, at }: Place): boolean {
  const before = words[at - 1]?.plain ?? ''
  return before === 'bei' || before === 'fur' || PRODUCTS.some((noun) => before.endsWith(noun))
}
