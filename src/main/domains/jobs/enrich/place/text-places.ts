import cues from '#resources/place-cues.json' with { type: 'json' }
import { type KindHit, scanKinds } from '../phrase-kinds.ts'
import { type Sentence, splitSentences } from '../sentences.ts'
import { findMentions, type Mention } from './place-mentions.ts'
import { type PlacePart, readParts, readWholly } from './place-parts.ts'

type Cue = 'label' | 'work' | 'office' | 'us' | 'away'

const scanner = scanKinds<Cue>({
  label: cues.labels.flat(),
  work: cues.work.flat(),
  office: cues.office.flat(),
  us: cues.us.flat(),
  away: cues.away.flat(),
})
const AT = new RegExp(
  String.raw`(?<!\p{L})(?:${[...new Set(cues.at.flat())].join('|')})['’]?\s*(?:\p{Ll}{1,3}\s+)?$`,
  'iu',
)
/** "Stuttgart oder in Leipzig", "Lyon ou à Nantes" */
const JOINT =
  /^\s*(?:,|\/|&|\+|\(|\)|(?:or|and|oder|und|ou|et|of|en|o|y|lub|i|eller|och|e)(?:\s(?:in|at|à|te|en|a|w|we|i|em))?)?\s*$/iu
const PIN = '📍'
const MAX_LABELS = 20
const MAX_LINE = 160
const MAX_SENTENCES = 40
const HEADER_CHARS = 700
/** The rest of a name of several words, up to the word for an office. */
const NAME_REACH = 24

/** A text and the words in it that tell where a job is. */
export interface CuedText {
  readonly text: string
  readonly hits: readonly KindHit<Cue>[]
}

/** Finds the words that tell where a job is. Linear in the text's length. */
export function findCues(text: string): CuedText {
  return { text, hits: scanner.scan(text) }
}

/** What a labelled line says ("Standort: Köln", "📍 Lyon", "Location" over "Berlin, Germany"), or the first line when it is a header
 *  between bars ("Acme | Data Engineer | Berlin | REMOTE"). */
export function readLabelled({ text, hits }: CuedText): PlacePart[][] {
  const header = readHeader(text)
  if (header.length > 0) return header
  for (const start of labelEnds({ text, hits })) {
    const parts = readLine(text, start)
    if (parts.length > 0) return parts
  }
  return []
}

function readHeader(text: string): PlacePart[][] {
  const newline = text.indexOf('\n')
  const line = text.slice(0, newline === -1 ? HEADER_CHARS : Math.min(newline, HEADER_CHARS))
  const [, ...fields] = line.split('|')
  return fields.length < 2 ? [] : fields.flatMap((field) => [readWholly(field.trim()) ?? []]).filter(isSaid)
}

function isSaid(parts: readonly PlacePart[]): boolean {
  return parts.some(
    ({ cities, countryCode, written }) => cities.length > 0 || (countryCode !== null && written.length > 3),
  )
}

/** Where the words after a label begin: behind its colon, or on the next line when the label has a line to itself. */
function labelEnds({ text, hits }: CuedText): number[] {
  const ends: number[] = []
  for (let at = text.indexOf(PIN); at !== -1 && ends.length < MAX_LABELS; at = text.indexOf(PIN, at + 1))
    ends.push(at + PIN.length)
  for (const { start, end, kinds } of hits) {
    if (ends.length >= MAX_LABELS) break
    if (!kinds.includes('label')) continue
    const before = beforeLabel(text, start)
    const colon = /^\s?(?:\([^()\n]{0,30}\)\s?)?\*{0,2}[:：]\*{0,2}[ \t\u00a0]*\n?/u.exec(
      text.slice(end, end + 40),
    )?.[0]
    const isFree = before === undefined || !/[\p{L}\p{N},]/u.test(before)
    if (colon !== undefined && isFree) ends.push(end + colon.length)
    else if (text.charAt(end) === '\n' && (start === 0 || before === '\n')) ends.push(end + 1)
  }
  return ends
}

/** The last sign before a label, bullets and spaces aside: a new line where it begins its line; undefined at the beginning. */
function beforeLabel(text: string, start: number): string | undefined {
  const near = text.slice(Math.max(0, start - 4), start)
  const apart = /[\s*#•·–-]*$/u.exec(near)?.[0] ?? ''
  return apart.includes('\n') ? '\n' : near.slice(0, near.length - apart.length).at(-1)
}

/** A line that is a place is read as a location; in any other the names count that stand in it. */
function readLine(text: string, start: number): PlacePart[][] {
  const line = /^[^\n|•]*/u.exec(text.slice(start, start + MAX_LINE))?.[0] ?? ''
  const first = line.split(/\.(?:\s|$)/u)[0] ?? ''
  if (readWholly(first)) return readParts(first)
  const mentions = findMentions(first, { start: 0, end: first.length })
  return together(first, mentions)
}

/** The first sentence that says where the job is: it speaks of the job, of the office, or of where the employer's people are (in this
 *  order), not of the company or of other places. */
export function readSentences({ text, hits }: CuedText): PlacePart[][] {
  let looked = 0
  let at = 0
  const later: Record<'office' | 'us', PlacePart[][]> = { office: [], us: [] }
  for (const sentence of splitSentences(text)) {
    while ((hits[at]?.end ?? Infinity) <= sentence.start) at++
    const own: KindHit<Cue>[] = []
    for (let next = at; (hits[next]?.start ?? Infinity) < sentence.end; next++) {
      const hit = hits[next]
      if (hit && hit.start >= sentence.start) own.push(hit)
    }
    const has = (cue: Cue): boolean => own.some(({ kinds }) => kinds.includes(cue))
    const tells = (['work', 'office', 'us'] as const).find(has)
    if (has('away') || tells === undefined) continue
    if (++looked > MAX_SENTENCES) break
    const found = together(
      text,
      placed(text, { sentence, offices: own.filter(({ kinds }) => kinds.includes('office')) }),
    )
    if (found.length === 0) continue
    if (tells === 'work') return found
    if (later[tells].length === 0 && (tells === 'office' || isOneTown(found))) later[tells] = found
  }
  return later.office.length > 0 ? later.office : later.us
}

/** "We are in Genoa", not "we are in Italy, Spain and France". */
function isOneTown(found: PlacePart[][]): boolean {
  const parts = found.flat()
  return parts.length === 1 && parts.every(({ cities }) => cities.length > 0)
}

/** The names that stand behind a word like "in", or beside a word for an office, and those joined to them. */
function placed(
  text: string,
  { sentence, offices }: { sentence: Sentence; offices: readonly KindHit<Cue>[] },
): readonly Mention[] {
  const isBehind = (start: number): boolean => AT.test(text.slice(Math.max(sentence.start, start - 16), start))
  const isBeside = ({ start, end }: Pick<Mention, 'start' | 'end'>, reach: number): boolean =>
    offices.some((office) => (office.start >= end ? office.start - end <= reach : start - office.end <= 1))
  const isJoined = (start: number, last: Mention | undefined): boolean =>
    last !== undefined && JOINT.test(text.slice(last.end, start))
  const mentions = findMentions(text, {
    start: sentence.start,
    end: sentence.end,
    isWanted: (at, last) => isBehind(at.start) || isJoined(at.start, last) || isBeside(at, NAME_REACH),
  })
  return mentions.filter(
    (mention, index) => isBehind(mention.start) || isBeside(mention, 1) || isJoined(mention.start, mentions[index - 1]),
  )
}

/** The first name and those joined to it, as one segment. */
function together(text: string, mentions: readonly Mention[]): PlacePart[][] {
  const joined: Mention[] = []
  for (const mention of mentions) {
    const last = joined.at(-1)
    if (last && !JOINT.test(text.slice(last.end, mention.start))) break
    joined.push(mention)
  }
  return joined.length > 0 ? [joined.map(({ part }) => part)] : []
}
