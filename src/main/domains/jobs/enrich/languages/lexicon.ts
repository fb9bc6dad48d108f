import asks from '#resources/language-asks.json' with { type: 'json' }
import spoken from '#resources/spoken-languages.json' with { type: 'json' }
import { stripAccents } from '#main/infra/text/fold.ts'
import { spellOutAll } from '../phrase-choices.ts'
import { type KindHit, scanKinds } from '../phrase-kinds.ts'

/** What words around a language say of it; defined in resources/language-asks.json. */
export type AskKind = keyof typeof asks.kinds

export interface NameHit {
  readonly start: number
  readonly end: number
  readonly code: string
  /** A form that names the language only beside a word for it ("langue anglaise"). */
  readonly isAdjective: boolean
  /** The English name, which is also an adjective ("German customers"). */
  readonly isEnglish: boolean
  /** A word for those who speak it ("Nederlandstalig"). */
  readonly isSpeaker: boolean
  readonly isCapital: boolean
}

/** More than any posting has. */
const MAX_NAMES = 1000
const NAMES = new Intl.DisplayNames(['en'], { type: 'language' })
const CODES = Object.entries(spoken.languages)
const englishNames = new Set(CODES.map(([code]) => stripAccents(NAMES.of(code) ?? '')))
const capitalOnly = new Set(spoken.capitalOnly.map((name) => stripAccents(name)))

const nameScanner = scanKinds(
  spellOutAll(
    Object.fromEntries(
      CODES.flatMap(([code, { names, adjectives, speakers }]) => [
        [`name ${code}`, names] as const,
        [`adjective ${code}`, adjectives] as const,
        [`speaker ${code}`, speakers] as const,
      ]),
    ),
  ),
)
const askScanner = scanKinds<AskKind>(spellOutAll(asks.kinds))

/** Every name of a spoken language in a text, in order. Linear in its length. */
export function findLanguageNames(text: string): NameHit[] {
  return nameScanner
    .scanLongest(text)
    .slice(0, MAX_NAMES)
    .flatMap(({ start, end, kinds }) => {
      const name = kinds.find((kind) => kind.startsWith('name')) ?? kinds[0] ?? ''
      const [form, code = ''] = name.split(' ')
      const [written, plain] = [text.slice(start, end), stripAccents(text.slice(start, end))]
      if (capitalOnly.has(plain) && written === written.toLowerCase()) return []
      const is = {
        isAdjective: form === 'adjective',
        isEnglish: englishNames.has(plain),
        isSpeaker: form === 'speaker',
      }
      return [{ start, end, code, ...is, isCapital: /^\p{Lu}/u.test(written) }]
    })
}

/** The words of one sentence that say something of a language, in order. */
export function findAskWords(sentence: string): KindHit<AskKind>[] {
  return askScanner.scanLongest(sentence)
}

const wordSet = (words: string): ReadonlySet<string> => new Set(`${stripAccents(words)} ${words}`.split(' '))

export const glueWords = wordSet(asks.glue)
export const articles = wordSet(asks.article)
/** "you", "someone": who is sought. */
export const candidateWords = wordSet(asks.candidate)
/** "your" */
export const possessives = wordSet(asks.possessive)
/** "in": what stands between a verb and the language it is done in. */
export const mediumWords = wordSet(asks.medium)
/** "it": what takes a language up again. */
export const anaphors = wordSet(asks.anaphor)
/** "both": what goes on about a list after a comma. */
export const bothWords = wordSet(asks.both)
export const connectors: ReadonlySet<string> = new Set(asks.connect)
export const openConnectors: ReadonlySet<string> = new Set(asks.openConnect)
export const titleWith: ReadonlySet<string> = new Set(asks.titleWith)
