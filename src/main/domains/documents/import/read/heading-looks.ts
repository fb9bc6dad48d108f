import type { ResumeLine } from '../file/resume-line.ts'
import { hasDate } from './dates.ts'
import { headingKind } from './lexicon.ts'

const MIN_KNOWN = 2
/** Of the short lines of one look so many are known headings; of those in capitals fewer do. */
const SHARE = 0.6
const CAPITALS_SHARE = 0.35
const MAX_CHARS = 40
const MAX_WORDS = 5

/** Tells the lines that look as the known headings of the file do, and as little else in it: what headings no table knows look like.
 *  Pure. */
export function headingLooks(lines: readonly ResumeLine[]): (line: ResumeLine) => boolean {
  const looks = new Map<string, { known: number; all: number }>()
  const ofFlow = new Map<number, { known: number; looks: Set<string> }>()
  for (const line of lines) {
    if (!isShort(line)) continue
    const look = looks.get(lookOf(line)) ?? { known: 0, all: 0 }
    looks.set(lookOf(line), look)
    look.all += 1
    if (headingKind(bareOf(line)) === null) continue
    look.known += 1
    const flow = ofFlow.get(line.flow) ?? { known: 0, looks: new Set() }
    ofFlow.set(line.flow, flow)
    flow.known += 1
    flow.looks.add(lookOf(line))
  }
  const body = bodySize(lines)
  return (line) => {
    const look = looks.get(lookOf(line))
    const isSetOff = line.isBold || isCapital(line) || line.size > body
    if (look === undefined || look.known < MIN_KNOWN || !isSetOff || !isShort(line)) return false
    // What is a heading in one column is the name of an employer in another, whose headings look otherwise.
    const own = ofFlow.get(line.flow)
    if (own !== undefined && own.known >= MIN_KNOWN && !own.looks.has(lookOf(line))) return false
    return look.known / look.all >= (isCapital(line) ? CAPITALS_SHARE : SHARE)
  }
}

const bareOf = ({ text }: ResumeLine) => text.replace(/[:：]\s*$/u, '')
const isCapital = ({ text }: ResumeLine) => text === text.toUpperCase() && /\p{Lu}{3}/u.test(text)
const lookOf = (line: ResumeLine) =>
  `${line.size.toFixed(1)} ${line.isBold ? 'bold' : ''} ${isCapital(line) ? 'capitals' : ''}`

function isShort(line: ResumeLine): boolean {
  const { text, isBullet, isWrapped, cells } = line
  if (isBullet || isWrapped || cells.length > 1 || text.length > MAX_CHARS || text.split(' ').length > MAX_WORDS)
    return false
  return /^\p{L}/u.test(text) && !/[.,;@!?|]|\d{3}/u.test(text) && !hasDate(text)
}

/** The size of most of the text. */
function bodySize(lines: readonly ResumeLine[]): number {
  const letters = new Map<number, number>()
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length)
  return [...letters].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0]
}
