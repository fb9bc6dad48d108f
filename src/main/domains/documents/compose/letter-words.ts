import blocks from '#resources/letter-blocks.json' with { type: 'json' }
import type { DocumentLanguage } from '#shared/documents.ts'
import type { TailoringOptions } from '#shared/tailoring.ts'

export type LetterLanguage = keyof typeof blocks.languages
type Blocks = (typeof blocks.languages)[LetterLanguage]
type Toned = { readonly [Key in keyof Blocks]: Blocks[Key] extends string ? never : Key }[keyof Blocks]
type Plain = Exclude<keyof Blocks, Toned>

/** The language in which letters can be made of blocks: that one, else English. Pure. */
export function letterLanguage(language: DocumentLanguage): LetterLanguage {
  return language === 'de' ? 'de' : 'en'
}

/** A block with its places filled; '' when one of them would stay empty. Pure. */
export function block(
  name: Plain,
  { language, places = {} }: { language: LetterLanguage; places?: Readonly<Record<string, string>> },
): string {
  return filled(blocks.languages[language][name], places)
}

/** A block that has a wording for each tone. Pure. */
export function tonedBlock(
  name: Toned,
  {
    language,
    tone,
    places = {},
  }: { language: LetterLanguage; tone: TailoringOptions['tone']; places?: Readonly<Record<string, string>> },
): string {
  return filled(blocks.languages[language][name][tone], places)
}

/** The text with its places in double braces filled; '' when one of them would stay empty. Pure. */
export function filled(text: string, places: Readonly<Record<string, string>>): string {
  const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '')
  if (names.some((name) => (places[name] ?? '') === '')) return ''
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => places[name] ?? '')
}

/** "Python, Kafka and Redis". Pure. */
export function listed(words: readonly string[], language: LetterLanguage): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${blocks.languages[language].and} ${words.at(-1) ?? ''}`
}
