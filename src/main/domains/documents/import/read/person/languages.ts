import words from '#resources/resume-words.json' with { type: 'json' }
import type { SPOKEN_LEVELS } from '#shared/profile.ts'
import type { ResumeDoubt } from '#shared/resume-import.ts'
import { findLanguageNames } from '../../../../jobs/enrich/reading-words.service.ts'
import type { ResumeLine } from '../../file/resume-line.ts'
import { foldSame } from '../fold-same.ts'
import { ownNamesIn } from './own-names.ts'

export interface SpokenLanguage {
  readonly code: string
  readonly level: (typeof SPOKEN_LEVELS)[number] | null
  readonly line: ResumeLine
  readonly doubts: readonly ResumeDoubt[]
}

const CEFR = /\b([ABC][12])\b/u
const NATIVE = new RegExp(
  String.raw`(?<!\p{L})(?:${words.native
    .map(foldSame)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})(?!\p{L})`,
  'u',
)
const MEASURE = new RegExp(
  String.raw`(?<!\p{L})(?:${words.measures.map((word) => foldSame(word).replace('*', String.raw`\p{L}*`)).join('|')})(?!\p{L})`,
  'u',
)
const MAX_CHARS = 300

/** The languages of a section about them, each with the level that stands beside it: one of the European framework, or native. What
 *  other words say of it is no level. Pure. */
export function languagesListed(lines: readonly ResumeLine[]): SpokenLanguage[] {
  let isNative = false
  return lines.flatMap((line, index) => {
    const names = listedIn(line)
    if (names.length === 0) {
      isNative = NATIVE.test(foldSame(line.text)) && /[:：]?\s*$/u.test(line.text)
      return []
    }
    const next = lines[index + 1]
    const isBelow = names.length === 1 && next !== undefined && listedIn(next).length === 0 && next.text.length < 60
    const below = isBelow ? next.text : ''
    const found = names.map((name, at) => ({
      ...name,
      line,
      level: levelOf(line.text, { names, at, below: cellBelow(next, { line, names, at }) ?? below, isNative }),
      doubts: [],
    }))
    isNative = false
    return found
  })
}

/** The level below a language, where a row of levels stands below one of languages; null where none does. */
function cellBelow(
  next: ResumeLine | undefined,
  { line, names, at }: { line: ResumeLine; names: readonly Name[]; at: number },
): string | null {
  const isRow = names.length > 1 && line.cells.length === names.length && next?.cells.length === names.length
  const cell = isRow && listedIn(next).length === 0 ? next.cells[at] : undefined
  return cell ?? null
}

/** Languages in a line of another section: only with a measure beside them. Pure. */
export function languagesInPassing(line: ResumeLine): SpokenLanguage[] {
  const names = namesIn(line)
  if (names.length === 0 || line.text.length > MAX_CHARS) return []
  const folded = foldSame(line.text)
  if (!NATIVE.test(folded) && !CEFR.test(line.text)) return []
  return names.map((name, at) => ({
    ...name,
    line,
    level: levelOf(line.text, { names, at, below: '', isNative: false }),
    doubts: ['passing'],
  }))
}

interface Name {
  readonly code: string
  readonly start: number
  readonly end: number
}

function namesIn({ text }: ResumeLine): Name[] {
  const names = findLanguageNames(text.slice(0, MAX_CHARS)).filter(({ isSpeaker }) => !isSpeaker)
  return names.filter(({ code }, at) => names.findIndex((other) => other.code === code) === at)
}

/** In a list of languages also what each calls itself, and its Finnish name: words that elsewhere may mean a country or a people. */
function listedIn(line: ResumeLine): Name[] {
  const known = namesIn(line)
  const more = ownNamesIn(line.text.slice(0, MAX_CHARS)).filter(({ code, start, end }) =>
    known.every((name) => name.code !== code && (end <= name.start || start >= name.end)),
  )
  return [...known, ...more].toSorted((left, right) => left.start - right.start)
}

interface Beside {
  readonly names: readonly Name[]
  readonly at: number
  readonly below: string
  readonly isNative: boolean
}

function levelOf(text: string, { names, at, below, isNative }: Beside): SpokenLanguage['level'] {
  const name = names[at]
  if (name === undefined) return null
  const after = ownOf(text.slice(name.end, names[at + 1]?.start ?? text.length))
  const before = at === 0 ? text.slice(0, name.start) : ''
  // "Native: Polish, C1: English": the measure stands before its language.
  const isBefore = at === 0 && /[:：]\s*$/u.test(before)
  for (const piece of [after, before, ...(saysMeasure(after) ? [] : [below])]) {
    const cefr = CEFR.exec(piece)?.[1]
    if (cefr !== undefined) return LEVELS.find((level) => level === cefr) ?? null
    // A soft hyphen may leave a gap within the word.
    if ([piece, piece.replaceAll(/\s{2,}/gu, '')].some((each) => NATIVE.test(foldSame(each)))) return 'native'
    if (saysMeasure(piece)) return null
  }
  return isNative && !isBefore ? 'native' : null
}

/** What stands behind a language, without what is said of one whose name is not known: "English (native), Cantonese (C1)". */
function ownOf(after: string): string {
  const bracket = /^\s*\([^()]*\)/u.exec(after)?.[0] ?? ''
  if (saysMeasure(bracket) || NATIVE.test(foldSame(bracket))) return bracket
  const first = after.split(/[,;·|•]/u)[0] ?? ''
  return CEFR.test(first) || NATIVE.test(foldSame(first)) ? first : after
}

const LEVELS: readonly (typeof SPOKEN_LEVELS)[number][] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2']
const saysMeasure = (text: string) => CEFR.test(text) || MEASURE.test(foldSame(text))
