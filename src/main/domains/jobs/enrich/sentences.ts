/** A sentence or line of a text: `text` is the text between `start` and `end` (character offsets), word for word. */
export interface Sentence {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A "sentence" longer than this is cut at a space, so that what works on sentences stays linear in the length of the text. */
const MAX_SENTENCE_CHARS = 700
/** Shorter lines are lines by intent (headings, list items); only longer ones can have been wrapped in mid-sentence. */
const MIN_WRAPPED_LINE_CHARS = 60

const ABBREVIATIONS = new Set(
  (
    'e.g i.e etc incl inkl excl exkl zzgl ggf bzw ca max min mind approx resp vs no nr art st str dr prof mr mrs ms inc ltd co corp ' +
    'z.b d.h u.a o.ä i.d.r u.s u.k e.u p.a m.w.d v.a s.o usw evtl bspw vgl tel abs p.ej ej ud uds sr sra m.in np tzw itd itp ' +
    'rr ee t.ex bl.a m.m s.k dvs ev o.d es p.es ecc dott sig ex av bijv o.a d.w.z m.b.t i.v.m evt p.ex c.à.d env n° sp o.o'
  ).split(' '),
)
/** "am 1. März": an ordinal before a month that is written with a capital. */
const MONTH = /^\s(?:Jan|Jän|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\p{Ll}{0,6}(?!\p{L})/u
const BULLETS = '•●▪'
const MAY_END = new Set(Array.from(`${BULLETS}.!?…`, (sign) => sign.charCodeAt(0)))
/** "Python and R." names a language, "J. Smith" a person. */
const LAST_OF_LIST = /(?:[,/]|\s(?:and|or|und|oder|sowie|et|ou|en|of|y|e|o|i|lub|oraz|och|eller|&))\s?[A-Z]$/
const BULLET = /^(?:[\s\-–—*•·●▪◦‣▸►➤➜→✓✔✅☑#>+]|\uFE0F)+/u

/** Splits a text into sentences and lines. A line break ends a sentence unless the line was clearly wrapped; a line with two or
 *  more bars (`Acme | Berlin | VISA`) stays whole; a leading bullet sign is left out. The pieces come in order and never overlap. */
export function splitSentences(text: string): readonly Sentence[] {
  if (last.text !== text) last = { text, sentences: split(text) }
  return last.sentences
}

/** The readers of a posting ask for the same text one after the other. */
let last: { readonly text: string; readonly sentences: readonly Sentence[] } = { text: '', sentences: [] }

function split(text: string): Sentence[] {
  const sentences: Sentence[] = []
  for (const block of blocksOf(text)) {
    const line = text.slice(block.start, block.end)
    if (line.length <= MAX_SENTENCE_CHARS && line.split('|').length > 2) pushTrimmed(sentences, { text, ...block })
    else pushSentences(sentences, { text, ...block })
  }
  return sentences
}

interface Span {
  readonly start: number
  readonly end: number
}

function blocksOf(text: string): Span[] {
  const blocks: Span[] = []
  let start = 0
  let lineStart = 0
  while (lineStart <= text.length) {
    const newline = text.indexOf('\n', lineStart)
    const lineEnd = newline === -1 ? text.length : newline
    const isWrapped = newline !== -1 && continuesOnNextLine(text, { start: lineStart, end: lineEnd })
    if (!isWrapped) {
      blocks.push({ start, end: lineEnd })
      start = lineEnd + 1
    }
    lineStart = lineEnd + 1
  }
  return blocks
}

function continuesOnNextLine(text: string, line: Span): boolean {
  if (line.end - line.start < MIN_WRAPPED_LINE_CHARS) return false
  if (!/[\p{L}\p{N},]/u.test(text.charAt(line.end - 1))) return false
  return /^\p{Ll}/u.test(text.slice(line.end + 1, line.end + 3))
}

function pushSentences(sentences: Sentence[], block: Span & { readonly text: string }): void {
  const { text } = block
  let start = block.start
  for (let at = block.start; at < block.end; at += 1) {
    const mayEnd = MAY_END.has(text.charCodeAt(at))
    const mustCut = at - start >= MAX_SENTENCE_CHARS && /\s/.test(text.charAt(at))
    if (!mustCut && !(mayEnd && endsSentence({ text, at, start, end: block.end }))) continue
    pushTrimmed(sentences, { text, start, end: at + 1 })
    start = at + 1
  }
  pushTrimmed(sentences, { text, start, end: block.end })
}

function endsSentence(place: Span & { readonly text: string; readonly at: number }): boolean {
  const { text, at, start, end } = place
  const sign = text.charAt(at)
  if (BULLETS.includes(sign)) return true
  if (at + 1 >= end) return true
  if (!/[\s"'”»)]/.test(text.charAt(at + 1))) return false
  if (sign !== '.') return true
  const word = /[\p{L}\p{N}.°]*$/u.exec(text.slice(Math.max(start, at - 16), at))?.[0] ?? ''
  const next = text
    .slice(at + 1, at + 40)
    .trimStart()
    .charAt(0)
  if (/^\p{Ll}$/u.test(next)) return false
  if (/^\d{1,2}$/.test(word) && MONTH.test(text.slice(at + 1, at + 12))) return false
  const lower = word.toLowerCase()
  if (lower === 'no' && !/^\d$/.test(next)) return true
  if (ABBREVIATIONS.has(lower))
    return isShortCountry(lower) && /^\p{Lu}$/u.test(next) && !/[\s(]in$/u.test(text.slice(start, at))
  const isInitial = /^\p{L}$/u.test(word) && !LAST_OF_LIST.test(text.slice(Math.max(start, at - 16), at))
  return !isInitial && !(/^\d{1,2}$/.test(word) && at - word.length <= start + 1)
}

/** "…in the U.S. We sponsor…" does end a sentence, "the U.S. Army" does not; an abbreviation of a country before a capital
 *  is taken as an end, because a wrong join mixes two statements while a wrong cut only shortens one. */
function isShortCountry(word: string): boolean {
  return word === 'u.s' || word === 'u.k' || word === 'e.u'
}

function pushTrimmed(sentences: Sentence[], span: Span & { readonly text: string }): void {
  let { start, end } = span
  const piece = span.text.slice(start, end)
  start += BULLET.exec(piece)?.[0].length ?? piece.length - piece.trimStart().length
  while (end > start && /\s/.test(span.text.charAt(end - 1))) end -= 1
  if (end > start) sentences.push({ text: span.text.slice(start, end), start, end })
}
