import cultureWords from '#resources/culture-words.json' with { type: 'json' }
import growthWords from '#resources/growth-words.json' with { type: 'json' }
import type { CultureWish } from '#shared/profile.ts'
import { spellOutAll } from '../enrich/phrase-choices.ts'
import { scanKinds } from '../enrich/phrase-kinds.ts'

/** Wishes of a profile, and signs that one gets further. */
export type PostingWord = CultureWish | 'mentoring' | 'path'

/** What a posting says of its employer and of getting further there: for each kind the first words that say it, word for word. */
export type PostingWords = Readonly<Partial<Record<PostingWord, string>>>

const TABLE: Readonly<Record<PostingWord, readonly string[]>> = { ...cultureWords.kinds, ...growthWords.kinds }
/** Wishes of which one speaks against the other. */
export const OPPOSITE_WISHES: readonly (readonly string[])[] = cultureWords.opposites

/** What is beyond it says the same again, or is a list of offices. */
const CHARS_READ = 20_000
const QUOTE_CHARS = 80
/** Letters before a phrase in which a "no" would turn it around. */
const NO_REACH = 24
const NO =
  /(?:^|[\s(])(?:no|not|without|non|kein|keine|keinen|nicht|ohne|pas|sans|aucun|aucune|geen|niet|zonder|sin|ningun|bez|brak|nie|ingen|inga|inte|utan|senza|sem|não|nao)(?: (?:a|an|any|de|d'|the))?\s+$/iu

let scanner: ReturnType<typeof scanKinds<PostingWord>> | null = null

/** Finds the words in a description; a phrase behind a "no" is none. Pure; linear in the length of the text. */
export function readPostingWords(text: string): PostingWords {
  scanner ??= scanKinds(spellOutAll(TABLE))
  const read = text.slice(0, CHARS_READ)
  const found: Partial<Record<PostingWord, string>> = {}
  for (const { start, end, kinds } of scanner.scanLongest(read)) {
    const isNew = kinds.some((kind) => found[kind] === undefined)
    if (!isNew || NO.test(read.slice(Math.max(0, start - NO_REACH), start))) continue
    const quote = read.slice(start, endOfWord(read, end)).replaceAll(/\s+/g, ' ')
    for (const kind of kinds) found[kind] ??= quote
  }
  return found
}

/** A phrase that may go on in a longer word is quoted with all of it. */
function endOfWord(text: string, end: number): number {
  const rest = /^[\p{L}\p{N}]*/u.exec(text.slice(end, end + QUOTE_CHARS))?.[0] ?? ''
  return end + rest.length
}
