import words from '#resources/resume-words.json' with { type: 'json' }
import type { ResumeLine } from '../../file/resume-line.ts'
import type { DateSpan } from '../dates.ts'
import {
  degreeWords,
  hasLegalForm,
  institutionWords,
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
}

export interface Parts {
  readonly parts: readonly Part[]
  readonly place: string
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
  let place = ''
  let self = ''
  for (const [row, { line, span }] of lines.entries()) {
    const field = labelled(line.text, line.cells)
    if (field?.kind === 'dates' || field?.kind === 'bullets') continue
    if (field?.kind === 'place') {
      place ||= field.value
      continue
    }
    const from = { line, label: field?.kind ?? null, row }
    let at = 0
    for (const piece of piecesOf(field?.value ?? line.text, field === null ? span : null, line)) {
      for (const [index, text] of atOf(piece).entries()) {
        const found = read(isSelfEmployment(text) ? '' : text)
        const [rest, own] = withoutSelf(found.text === '' && isSelfEmployment(text) ? text : found.text)
        self ||= own
        if (found.place !== '') place ||= found.place
        if (rest === '') continue
        const { isBold, size } = from.line
        parts.push({ text: rest, label: from.label, isBold, size, slot: `${row}.${at}`, isAfterAt: index > 0 })
        at += 1
      }
    }
  }
  return { parts: parts.length === 1 ? parts.flatMap(atComma) : parts, place, self }
}

/** A title parted from "Self-employed" behind it. */
function withoutSelf(text: string): [string, string] {
  if (isSelfEmployment(text)) return ['', text]
  const [, title, own] = /^(.+),\s+([^,]+)$/u.exec(text) ?? []
  return title !== undefined && own !== undefined && isSelfEmployment(own) ? [title, own] : [text, '']
}

/** "Developer, ACME": where nothing else parts a header, a comma does, if only one side of it has words of titles. */
function atComma(part: Part): Part[] {
  for (const { index } of part.text.matchAll(/,\s+/gu)) {
    const [left, right] = [part.text.slice(0, index), trimmed(part.text.slice(index + 1))]
    if (isTwoThings(left, right))
      return [
        { ...part, text: left },
        { ...part, text: right, slot: `${part.slot},` },
      ]
  }
  return [part]
}

/** A title and a company, or a degree and a school. */
function isTwoThings(left: string, right: string): boolean {
  if (isDegree(left) && institutionWords(right) > 0) return true
  if (isSchool(left) && isDegree(right)) return true
  return titleWords(left) > 0 !== titleWords(right) > 0 && !(hasLegalForm(right) && !right.includes(' '))
}

const isDegree = (text: string) => degreeWords(text) > 0 && institutionWords(text) === 0
const isSchool = (text: string) => institutionWords(text) > 0 && degreeWords(text) === 0

function piecesOf(text: string, span: DateSpan | null, line: ResumeLine): string[] {
  const cells = (span === null ? [text] : [text.slice(0, span.from), text.slice(span.to)]).map(withoutStop)
  const sides = line.cells.length > 1 && text === line.text ? cells.flatMap((cell) => cell.split(/\s{2,}/u)) : cells
  return sides
    .map((side) => side.replaceAll(LENGTH, ' '))
    .flatMap((side) => side.split(SEPARATOR))
    .map(trimmed)
    .filter((piece) => piece !== '' && /[\p{L}\d]/u.test(piece))
}

/** "Engineer, ACME, Cork.": a stop that ends no abbreviation. */
function withoutStop(text: string): string {
  const isStop = /(?:\p{Ll}{3}|\))\.\s*$/u.test(text.slice(-20)) && text.includes(', ')
  const last = text.trimEnd().slice(text.trimEnd().lastIndexOf(' ') + 1)
  return isStop && !hasLegalForm(last) ? text.trimEnd().slice(0, -1) : text
}

function trimmed(text: string): string {
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
  const bare = rest.replace(/\s*\(([^()]*)\)$/u, (whole, inside: string) => (isEmploymentType(inside) ? '' : whole))
  return { text: trimmed(bare), place }
}
