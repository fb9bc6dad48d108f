import words from '#resources/resume-words.json' with { type: 'json' }
import type { ResumeLine } from '../../file/resume-line.ts'
import type { DateSpan } from '../dates.ts'
import { clientIn } from '../clients.ts'
import {
  companyWords,
  degreeWords,
  hasLegalForm,
  institutionWords,
  isAllFields,
  isEmploymentType,
  isSelfEmployment,
  type LabelKind,
  labelled,
  titleWords,
} from '../lexicon.ts'
import { isPlace, splitPlace } from './places.ts'

/** A piece of the lines over an entry: what may be its company, title, degree or school. */
export interface Part {
  readonly text: string
  /** What the file itself calls it. */
  readonly label: LabelKind | null
  readonly isBold: boolean
  readonly size: number
  /** Which line over the entry, and which piece of the line. */
  readonly slot: string
  /** Whether "at" or "bei" stands before it. */
  readonly isAfterAt: boolean
  /** Whether a place stood behind it, with a comma or in brackets. */
  readonly hasPlace: boolean
  /** Whether it ends a line of several pieces. */
  readonly isRowEnd: boolean
  /** Where the letters begin to look otherwise within it; null where all look alike. */
  readonly turn: number | null
  /** Whether only the kinds of its words part it from what stands beside it. */
  readonly isCut: boolean
}

export interface Parts {
  readonly parts: readonly Part[]
  readonly place: string
  /** The lines that end with a place or have nothing else beside the date. */
  readonly placeRows: readonly number[]
  /** "Self-employed", as it is written. */
  readonly self: string
}

export interface HeaderLine {
  readonly line: ResumeLine
  readonly span: DateSpan | null
}

const SEPARATOR = /\s*[|·•‖¦]\s*|\s+[–—]\s+|\s-\s|\s{2,}|\t/u
const AT = new RegExp(
  String.raw`^(.{3,}?)\s(?:${words.joints.toSorted((a, b) => b.length - a.length).join('|')})\s(?=[\p{Lu}\d"„])(.{2,})$`,
  'u',
)
/** How long it lasted, which the dates say. */
const LENGTH =
  /[([]?\b\d{1,2}\+?\s*(?:years?|yrs?|months?|mos?|jahre?n?|monate?n?|ans?|mois|años?|mes(?:es)?|lata?|miesi[eą]c\p{L}*|anni|mesi|jaar|maanden|år|månader|måneder|mdr|vuotta|vuosi|kuukautta|kk)\b[)\]]?/giu
/** "4 years 5 months" alone in a line: how long somebody was with an employer in all. Pure. */
export const isLength = (text: string): boolean => /\d/u.test(text) && text.replaceAll(LENGTH, '').trim() === ''

const EDGES = /^[\s,;:|·•–—()[\]/-]+|[\s,;:|·•–—([/-]+$/gu

/** The lines over an entry cut into pieces, without dates, places and terms of employment. Pure. */
export function partsOf(lines: readonly HeaderLine[]): Parts {
  const parts: Part[] = []
  const placeRows: number[] = []
  let place = ''
  let self = ''
  for (const [row, { line, span }] of lines.entries()) {
    const field = fieldOf(line)
    if (field?.kind === 'dates' || field?.kind === 'bullets') continue
    if (field?.kind === 'place') {
      place ||= field.value
      continue
    }
    const pieces = piecesOf(field?.value ?? line.text, field === null ? span : null, line).flatMap((piece) =>
      atOf(piece).map((text, index) => ({ text, isAfterAt: index > 0 })),
    )
    let at = 0
    for (const [index, { text, isAfterAt }] of pieces.entries()) {
      const isRowEnd = pieces.length > 1 && index === pieces.length - 1
      const found = read(isSelfEmployment(text) ? '' : text)
      const [rest, own] = withoutSelf(found.text === '' && isSelfEmployment(text) ? text : found.text)
      self ||= own
      if (found.place !== '') place ||= found.place
      if (rest === '' && own === '' && found.place !== '' && (isRowEnd || pieces.length === 1)) placeRows.push(row)
      if (rest === '') continue
      const { isBold, size } = line
      const label = field?.kind ?? null
      const hasPlace = found.place !== ''
      const turn = turnOf(rest, line)
      parts.push({
        text: rest,
        label,
        isBold,
        size,
        slot: `${row}.${at}`,
        isAfterAt,
        hasPlace,
        isRowEnd,
        turn,
        isCut: false,
      })
      at += 1
    }
  }
  return { parts, place, self, placeRows }
}

/** What a line is for, as the file says it: a client is told as an employer where nothing else is. */
function fieldOf({ text, cells }: ResumeLine): { readonly kind: LabelKind; readonly value: string } | null {
  const client = clientIn({ text, cells })
  return client === null ? labelled(text, cells) : { kind: 'company', value: client }
}

/** Where a piece begins to look otherwise: "**Developer** ACME". */
function turnOf(text: string, { looks = [] }: ResumeLine): number | null {
  const [first, second, third] = looks
  if (first === undefined || second === undefined || third !== undefined) return null
  const head = trimmed(first)
  return head.length > 1 && text.startsWith(`${head} `) ? head.length : null
}

/** A title parted from "Self-employed" behind it. */
function withoutSelf(text: string): [string, string] {
  if (isSelfEmployment(text)) return ['', text]
  const [, title, own] = /^(.+),\s+([^,]+)$/u.exec(text) ?? []
  return title !== undefined && own !== undefined && isSelfEmployment(own) ? [title, own] : [text, '']
}

function piecesOf(text: string, span: DateSpan | null, line: ResumeLine): string[] {
  const cells = (span === null ? [text] : [text.slice(0, span.from), text.slice(span.to)]).map(withoutStop)
  const sides = line.cells.length > 1 && text === line.text ? cells.flatMap((cell) => cell.split(/\s{2,}/u)) : cells
  return sides
    .map((side) => side.replaceAll(LENGTH, ' '))
    .flatMap((side) => side.split(SEPARATOR))
    .flatMap(slashOf)
    .map(trimmed)
    .filter((piece) => piece !== '' && /[\p{L}\d]/u.test(piece))
}

/** "ACME GmbH, Kiel / Data Scientist": a stroke parts a title or degree from where it was held, not two titles. */
function slashOf(piece: string): readonly string[] {
  const sides = trimmed(piece).split(/\s\/\s/u)
  if (sides.length < 2 || sides.length > MAX_SLASHED) return [piece]
  const titles = sides.map((side) => titleWords(side) + degreeWords(side) > 0)
  const names = sides.map(isName)
  const isMixed = (says: readonly boolean[]) => says.includes(true) && says.includes(false)
  const isOther = (side: string, at: number) => titles[at] === false && !isPlace(side) && !isAllFields(side)
  return isMixed(names) || (isMixed(titles) && sides.some(isOther)) ? sides : [piece]
}

const MAX_SLASHED = 4

const isName = (text: string) =>
  hasLegalForm(text) ||
  (companyWords(text) + institutionWords(text) > 0 && titleWords(text) === 0 && !isAllFields(text)) ||
  splitPlace(text).place !== ''

/** "Engineer, ACME, Cork.": a stop that ends no abbreviation. */
function withoutStop(text: string): string {
  const isStop = /(?:\p{Ll}{3}|\))\.\s*$/u.test(text.slice(-20)) && text.includes(', ')
  const last = text.trimEnd().slice(text.trimEnd().lastIndexOf(' ') + 1)
  return isStop && !hasLegalForm(last) ? text.trimEnd().slice(0, -1) : text
}

/** A piece without the signs that part it from others. Pure. */
export function trimmed(text: string): string {
  const bare = text.replaceAll(EDGES, '').trim()
  // A bracket that was not opened in this piece.
  return bare.includes('(') ? bare : bare.replaceAll(/[)\]]+$/gu, '').trim()
}

function atOf(piece: string): string[] {
  const match = AT.exec(piece)
  // "(en alternance chez Armor Santé)" is a remark.
  const isInBrackets = /\([^()]*$/u.test(match?.[1] ?? '')
  return !isInBrackets && match?.[1] !== undefined && match[2] !== undefined ? [match[1], match[2]] : [piece]
}

function read(text: string): { text: string; place: string } {
  if (isEmploymentType(text)) return { text: '', place: '' }
  if (isPlace(text)) return { text: '', place: text }
  const { rest, place } = splitPlace(text)
  const bare = rest.replace(/\s*\(([^()]*)\)$/u, (whole, inside: string, at: number) =>
    isEmploymentType(inside) && titleWords(rest.slice(0, at)) === 0 ? '' : whole,
  )
  return { text: trimmed(bare), place }
}
