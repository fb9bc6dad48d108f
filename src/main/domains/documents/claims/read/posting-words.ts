import type { Unbacked } from '../unbacked.ts'
import type { ClaimContext } from '../claim-context.ts'
import { readNumbers } from '../figures/numbers.ts'
import { readLanguages } from './languages-said.ts'
import { readSkillWords } from './skills/skills-said.ts'
import { readTokens } from './tokens.ts'
import { wordsOf } from './words.ts'

/** What a posting says, to hold against it what a letter says that it asks for. */
export interface PostingWords {
  /** Its text is known; of one that is not everything may be asked for. */
  readonly isKnown: boolean
  readonly has: (said: Pick<Unbacked, 'kind' | 'words'>) => boolean
}

/** Reads a posting once. Of one whose text is not known everything may be asked for. Pure. */
export function readPosting({ text, title = '', company = '', city = '' }: ClaimContext): PostingWords {
  if (text === undefined || text.trim() === '') return { isKnown: false, has: () => true }
  const whole = [title, company, city, text].join('\n')
  const known = new Set(wordsOf(whole))
  const skills = new Set(readSkillWords(whole, { isFact: true, language: '' }).map(({ name }) => name))
  const languages = new Set(readLanguages(whole, { isList: true }).map(({ code }) => code))
  const values = new Set(numbersIn(whole))
  const hasOther = ({ kind, words }: Pick<Unbacked, 'kind' | 'words'>) => {
    if (kind === 'skill')
      return allIn(readSkillWords(words, { isFact: true, language: '' }), ({ name }) => skills.has(name))
    if (kind === 'language') return allIn(readLanguages(words, { isList: true }), ({ code }) => languages.has(code))
    return kind === 'number' && allIn(numbersIn(words), (number) => values.has(number))
  }
  return { isKnown: true, has: (said) => allIn(wordsOf(said.words), (word) => known.has(word)) || hasOther(said) }
}

function numbersIn(text: string): string[] {
  return readNumbers(readTokens(text), () => false).map(({ is, value }) => `${is} ${value}`)
}

function allIn<T>(some: readonly T[], isKnown: (one: T) => boolean): boolean {
  return some.length > 0 && some.every((one) => isKnown(one))
}
