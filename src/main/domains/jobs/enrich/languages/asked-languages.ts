import type { AskedLanguage } from '#shared/facts.ts'
import { splitSentences } from '../sentences.ts'
import { wholeWords } from '../word-context.ts'
import { readGroups } from './groups.ts'
import { findLanguageNames, type NameHit } from './lexicon.ts'
import { judge, type Ask } from './judge.ts'
import { sectionNeedAt } from './section-need.ts'
import { readTokens } from './tokens.ts'

const MAX_TEXT_CHARS = 60_000
/** A line longer than this is read in the part around the language only. */
const MAX_LINE_CHARS = 1200
const MAX_SENTENCES = 25
/** No sentence asks for more. */
const MAX_NAMES = 16
const MAX_EVIDENCE_CHARS = 300

/** The spoken languages that a posting asks of the candidate, each once, in order of first mention, with the level where one is
 *  said; what nothing softens is required. The language of the work is asked for; languages of customers, products and courses, and
 *  such as are "not required", are none. Pure, linear in the length of the text. */
export function readAskedLanguages(input: { title: string; descriptionText: string }): AskedLanguage[] {
  const { title } = input
  const text = input.descriptionText.slice(0, MAX_TEXT_CHARS)
  const asks = [
    ...readSentence(title, findLanguageNames(title), { isTitle: true, sectionNeed: () => null }),
    ...readText(text),
  ]
  const byCode = new Map<string, AskedLanguage>()
  for (const ask of asks) {
    byCode.set(ask.code, merged(byCode.get(ask.code), ask))
  }
  return [...byCode.values()].map((ask) => ({ ...ask, need: ask.need ?? 'required' }))
}

/** The mention with a level is the one to quote, else the first; what one says of the need holds for both. */
function merged(known: AskedLanguage | undefined, ask: AskedLanguage): AskedLanguage {
  if (known === undefined) return ask
  return known.level === null && ask.level !== null
    ? { ...ask, need: ask.need ?? known.need }
    : { ...known, need: known.need ?? ask.need }
}

function readText(text: string): AskedLanguage[] {
  const names = findLanguageNames(text)
  const asks: AskedLanguage[] = []
  let done = 0
  for (let at = 0, sentences = 0; at < names.length && sentences < MAX_SENTENCES; sentences++) {
    const name = names[at]
    if (!name) break
    const { start, end } = sentenceAt(text, name, done)
    const own: NameHit[] = []
    while (at < names.length && (names[at]?.start ?? Infinity) < end) {
      const next = names[at++]
      if (next && next.end <= end && own.length < MAX_NAMES)
        own.push({ ...next, start: next.start - start, end: next.end - start })
    }
    done = end
    asks.push(
      ...readSentence(text.slice(start, end), own, { isTitle: false, sectionNeed: () => sectionNeedAt(text, start) }),
    )
  }
  return asks
}

/** The sentence that a language stands in; never one that was read before. */
function sentenceAt(text: string, name: NameHit, done: number): { start: number; end: number } {
  const from = Math.max(name.start - MAX_LINE_CHARS / 2, done)
  const lineStart = from + text.slice(from, name.start).lastIndexOf('\n') + 1
  const after = text.slice(name.end, name.end + MAX_LINE_CHARS / 2)
  const newline = after.indexOf('\n')
  const lineEnd = name.end + (newline === -1 ? after.length : newline)
  const sentence = splitSentences(text.slice(lineStart, lineEnd)).find(
    (piece) => piece.start + lineStart <= name.start && piece.end + lineStart >= name.end,
  )
  return sentence
    ? { start: sentence.start + lineStart, end: sentence.end + lineStart }
    : { start: name.start, end: name.end }
}

interface Place {
  readonly isTitle: boolean
  readonly sectionNeed: () => AskedLanguage['need']
}

function readSentence(sentence: string, names: readonly NameHit[], place: Place): AskedLanguage[] {
  if (names.length === 0) return []
  const tokens = readTokens(sentence, names)
  let need: AskedLanguage['need'] | undefined
  const sectionNeed = () => (need === undefined ? (need = place.sectionNeed()) : need)
  return judge(readGroups(tokens), { tokens, isTitle: place.isTitle, sectionNeed }).map((ask) => quoted(sentence, ask))
}

function quoted(sentence: string, { code, level, need, ...at }: Ask): AskedLanguage {
  const isShort = at.end - at.start <= MAX_EVIDENCE_CHARS
  const [start, end] = isShort ? [at.start, at.end] : [at.nameStart, at.nameEnd]
  return { code, level, need, evidence: wholeWords(sentence, start, end) }
}
