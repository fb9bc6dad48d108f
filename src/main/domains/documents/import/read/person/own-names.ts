import more from '#resources/resume-words.json' with { type: 'json' }
import spoken from '#resources/spoken-languages.json' with { type: 'json' }
import { foldSame } from '../fold-same.ts'

interface OwnName {
  readonly code: string
  readonly start: number
  readonly end: number
}

/** Languages in which résumés name languages that few postings ask for. */
const LOCALES = ['en', 'de', 'fr', 'es', 'pl', 'it', 'nl', 'pt', 'sv', 'da', 'nb', 'fi']
/** Invented languages, whose names are words of others. */
const INVENTED: ReadonlySet<string> = new Set(['ia', 'ie', 'io', 'vo'])
const MIN_CHARS = 3
/** Of a name of two words. */
const MAX_CHARS = 40

let codes: ReadonlyMap<string, string> | null = null

/** The languages of a text under the names of Unicode CLDR, and under those that they bear in themselves ("suomi", "українська"), each
 *  once. For lists of languages: elsewhere many of these words mean something else. Pure. */
export function ownNamesIn(text: string): OwnName[] {
  codes ??= namedCodes()
  const known = codes
  const found = new Map<string, OwnName>()
  let end = 0
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    if (index < end) continue
    const two = /^[\p{L}\p{M}]+ [\p{L}\p{M}]+/u.exec(text.slice(index, index + MAX_CHARS))?.[0] ?? word
    const name = [two, word].find((each) => known.has(foldSame(each)))
    const code = name === undefined ? undefined : known.get(foldSame(name))
    if (name === undefined || code === undefined) continue
    end = index + name.length
    if (!found.has(code)) found.set(code, { code, start: index, end })
  }
  return [...found.values()]
}

/** Names of one or two words; one that two languages bear says neither. */
function namedCodes(): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  const shared = new Set<string>()
  const add = (name: string, code: string, least = MIN_CHARS) => {
    const key = foldSame(name)
    if (key.length < least || !/^[\p{L}\p{M}]+(?: [\p{L}\p{M}]+)?$/u.test(key)) return
    if ((names.get(key) ?? code) !== code) shared.add(key)
    names.set(key, code)
  }
  const tables = LOCALES.map((locale) => new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' }))
  for (const code of namedPairs()) for (const table of tables) add(table.of(code) ?? '', code)
  for (const code of Object.keys(spoken.languages))
    add(new Intl.DisplayNames([code], { type: 'language', fallback: 'none' }).of(code) ?? '', code, 2)
  for (const [code, own] of Object.entries(more.languageNames)) for (const name of own) add(name, code)
  for (const key of shared) names.delete(key)
  return names
}

/** Every code of two letters that has an English name. */
function namedPairs(): string[] {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
  const english = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter(
      (code) => english.of(code) !== undefined && Intl.getCanonicalLocales(code)[0] === code && !INVENTED.has(code),
    )
}
