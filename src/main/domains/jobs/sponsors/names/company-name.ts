import companyWords from '#resources/company-words.json' with { type: 'json' }
import { nameWords, type NameWord } from '../../pipeline/company-key.ts'
import type { NamePart } from './lexicon.ts'
import { honourAtStart, legalFormAtEnd, partAtEnd, sameOrder, sameWord } from './name-parts.ts'

/** A company's name taken apart: "Acme Robotics (UK) Limited" → stem "acmerobotics", parts country GB, form "ltd". */
export interface CompanyName {
  /** What the company is called, without form and parts, in one piece: what names are looked up by. '' when it names nobody. */
  readonly stem: string
  /** The words that the stem is made of. */
  readonly core: readonly string[]
  readonly parts: readonly NamePart[]
  /** The legal form, by one spelling for all; null when none is written. */
  readonly form: string | null
  /** The whole name as it is compared for being the same to the letter. */
  readonly whole: string
}

export type NameRole = 'name' | 'trading' | 'former'

export interface NamedAs {
  readonly text: string
  readonly role: NameRole
}

const escaped = (phrases: readonly string[]): string =>
  phrases
    .toSorted((left, right) => right.length - left.length)
    .map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', String.raw`\s+`))
    .join('|')
const MARK = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?<trading>${escaped(companyWords.tradingAs)})|(?<parent>${escaped(companyWords.nameParts.branchOf)})|(?<former>${escaped(companyWords.formerly)}))(?![\p{L}\p{N}])[\s:]*`,
  'giu',
)
/** "Acme Ltd TA Foo": only behind a legal form, else it is a word. */
const BARE_MARK = /(?<=\b(?:limited|ltd\.?|llp|plc|b\.?v\.?|a\/s|aps|lda\.?)\s+)T\/?A\s+(?=\S)/giu
/** Quick to ask, and no for almost every name. */
const MAY_BE_MARKED = new RegExp(
  `${escaped([...companyWords.tradingAs, ...companyWords.formerly, ...companyWords.nameParts.branchOf])}|\\bTA\\b`,
  'i',
)
const EDGES = /^[\s,;:()[\]/–—-]+|[\s,;:([/–—-]+$/gu
const MAX_NAME_CHARS = 300

/** The names that one entry gives an organisation: its own first, then what it trades as and what it was called. Pure. */
export function namesIn(entry: string): readonly NamedAs[] {
  const written = entry.slice(0, MAX_NAME_CHARS)
  if (!MAY_BE_MARKED.test(written)) return named(trimmed(written), 'name')
  const text = written.replace(/\s+/g, ' ').replace(BARE_MARK, 't/a ')
  const names: NamedAs[] = []
  let [at, role]: [number, NameRole] = [0, 'name']
  const add = (end: number) => names.push(...named(trimmed(text.slice(at, end)), role))
  for (const match of text.matchAll(MARK)) {
    // "Acme Danmark, filial af Acme AB": its parent is no name of it, unless it is the only one.
    if (match.groups?.['parent'] !== undefined) {
      if (at > 0 || match.index === 0) continue
      return named(trimmed(text.slice(0, match.index)), role)
    }
    add(match.index)
    at = match.index + match[0].length
    role = match.groups?.['former'] === undefined ? 'trading' : 'former'
  }
  add(text.length)
  return names
}

function named(text: string, role: NameRole): readonly NamedAs[] {
  return text === '' ? [] : [{ text, role }]
}

/** Without stray punctuation, and without brackets that have no partner. */
function trimmed(name: string): string {
  const plain = name.replace(EDGES, '')
  return plain.includes('(') ? plain : plain.replaceAll(')', '').trim()
}

/** Takes one name apart. Pure. */
export function companyName(name: string): CompanyName {
  const words = nameWords(withoutShouting(name.slice(0, MAX_NAME_CHARS)))
  const honour = honourAtStart(words)
  const parts: NamePart[] = honour.part === null ? [] : [honour.part]
  let form: string | null = null
  let [start, end] = [honour.length, words.length]
  for (;;) {
    const atEnd = legalFormAtEnd(words, start, end)
    if (atEnd !== null) {
      form ??= atEnd.value
      end -= atEnd.length
      continue
    }
    const part = partAtEnd(words, start, end)
    if (part === null) break
    parts.push(part.value)
    end -= part.length
  }
  if (end - start === 0) start = 0
  const core = sameOrder(words.slice(start, end).map((word) => sameWord(word.key.replaceAll('+', ''))))
  return { stem: core.join(''), core, parts, form, whole: wholeOf(words) }
}

function wholeOf(words: readonly NameWord[]): string {
  return words.map((word) => word.key).join('')
}

/** In capitals every word looks like a legal form: "OASIS SPA" → "Oasis Spa". */
function withoutShouting(name: string): string {
  if (/\p{Ll}/u.test(name)) return name
  return name
    .split(' ')
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word))
    .join(' ')
}
