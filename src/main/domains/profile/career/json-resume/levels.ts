import words from '#resources/json-resume-words.json' with { type: 'json' }
import spoken from '#resources/spoken-languages.json' with { type: 'json' }
import { type ProfileSkill, SPOKEN_LEVELS } from '#shared/profile.ts'
import { foldLetters } from '../../../../infra/text/fold.ts'

type SkillLevel = NonNullable<ProfileSkill['level']>
type SpokenLevel = (typeof SPOKEN_LEVELS)[number]

const SKILL_LEVELS = ['basic', 'working', 'strong'] as const satisfies readonly SkillLevel[]
const NATIVE_WORD = 'Native speaker'
const LEVEL = /\b([ABC][12])\b/i

const englishNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' })
let codes: ReadonlyMap<string, string> | null = null

/** The level that a word of the file means; null for one that means none. Pure. */
export function skillLevelOf(word: string): SkillLevel | null {
  const folded = foldLetters(word.trim())
  return SKILL_LEVELS.find((level) => words.skillLevels[level].some((known) => foldLetters(known) === folded)) ?? null
}

/** The word of the schema's example for a level. Pure. */
export function skillLevelWord(level: SkillLevel): string {
  return words.skillLevels[level][0] ?? level
}

/** The level that a fluency names; null for one that only praises. Pure. */
export function spokenLevelOf(fluency: string): SpokenLevel | null {
  const folded = foldLetters(fluency.trim())
  if (words.motherTongue.some((known) => foldLetters(known) === folded)) return 'native'
  const code = LEVEL.exec(fluency)?.[1]?.toUpperCase()
  return SPOKEN_LEVELS.find((level) => level === code) ?? null
}

export function spokenLevelWord(level: SpokenLevel | null): string {
  return level === 'native' ? NATIVE_WORD : (level ?? '')
}

/** 'de' of "German", "Deutsch", "allemand" or "de"; null for what no table calls a language. Pure. */
export function languageCodeOf(name: string): string | null {
  codes ??= new Map([
    ...Object.entries(spoken.languages).flatMap(([code, { names }]) =>
      names.map((known): [string, string] => [foldLetters(known), code]),
    ),
    ...namedCodes().flatMap((code): [string, string][] => [
      [code, code],
      [foldLetters(languageName(code)), code],
    ]),
  ])
  return codes.get(foldLetters(name.trim())) ?? null
}

/** Every code of two letters that has an English name. */
function namedCodes(): string[] {
  const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')
  const pairs = letters.flatMap((first) => letters.map((second) => first + second))
  return pairs.filter((code) => languageName(code) !== code)
}

/** "German". Pure. */
export function languageName(code: string): string {
  return englishNames.of(code) ?? code
}
