import type { Seniority } from '#shared/facts.ts'
import titleLevels from '#resources/title-levels.json' with { type: 'json' }
import { foldForPhrases } from './fold-text.ts'
import { compilePhrases, findPhrases, hasPhrase, replacePhrases } from './phrase-pattern.ts'
import type { PhraseList } from './phrase-pattern.ts'

type Level = keyof typeof titleLevels.levels

interface LevelLexicon {
  readonly mask: PhraseList
  readonly notManagers: PhraseList
  readonly notDirectors: PhraseList
  readonly levels: Readonly<Record<Level, PhraseList>>
  readonly anyInText: PhraseList
  readonly cues: PhraseList
  readonly fields: PhraseList
  readonly roles: PhraseList
}

/** No title that anybody wrote is longer. */
const MAX_TITLE_CHARS = 300
/** Only the beginning of the text is asked for a level: later lines speak of colleagues and superiors. */
const MAX_TEXT_CHARS = 1500
const CUE_WINDOW_CHARS = 45
/** Levels that a sentence of the text may state; "manager" and "director" there are mostly whom one reports to. */
const LEVELS_IN_TEXT = ['intern', 'junior', 'mid', 'senior', 'principal'] as const
const LEADS_IN_TEXT = ['tech/team/technical lead/leads']
const ROLE_WINDOW_CHARS = 20
const ROMAN: Readonly<Record<string, Seniority>> = {
  I: 'junior',
  II: 'mid',
  III: 'senior',
  IV: 'senior',
  V: 'principal',
}
const DIGIT: Readonly<Record<string, Seniority>> = { 1: 'junior', 2: 'mid', 3: 'senior', 4: 'senior', 5: 'principal' }
const ROMAN_NUMERAL = /(?<!phase)\s(III|II|IV|I|V)(?=$|[\s,)(\-–|/:])/
const NUMBERED =
  /\b(?:engineer|developer|scientist|analyst|designer|level|sde|swe|entwickler)\s*-?\s*([1-5])(?=$|[\s,)(\-–|/:])/i

let lexicon: LevelLexicon | undefined

function readLexicon(): LevelLexicon {
  const { levels, text } = titleLevels
  lexicon ??= {
    mask: compilePhrases(titleLevels.mask),
    notManagers: compilePhrases(titleLevels.notLevelManagers),
    notDirectors: compilePhrases(titleLevels.notDirectors),
    levels: {
      intern: compilePhrases(levels.intern),
      junior: compilePhrases(levels.junior),
      mid: compilePhrases(levels.mid),
      senior: compilePhrases(levels.senior),
      lead: compilePhrases(levels.lead),
      principal: compilePhrases(levels.principal),
      manager: compilePhrases(levels.manager),
      director: compilePhrases(levels.director),
    },
    anyInText: compilePhrases([...LEVELS_IN_TEXT.flatMap((level) => levels[level]), ...LEADS_IN_TEXT]),
    cues: compilePhrases(text.cues),
    fields: compilePhrases(text.fields),
    roles: compilePhrases(text.roles),
  }
  return lexicon
}

/** The level a posting states, by the definitions in docs/READING.md: the title decides; where it names none, a plain statement
 *  at the beginning of the text does ("we are looking for a senior …", "Seniority: mid"); else 'unknown'. Years of experience
 *  are not a level. Pure. */
export function readSeniority(input: { title: string; descriptionText: string }): Seniority {
  const fromTitle = readTitle(input.title.slice(0, MAX_TITLE_CHARS))
  return fromTitle === 'unknown' ? readText(input.descriptionText) : fromTitle
}

function readTitle(title: string): Seniority {
  const { mask, notManagers, notDirectors, levels } = readLexicon()
  const folded = blank(mask, foldForPhrases(title))
  if (hasPhrase(levels.intern, folded)) return 'intern'
  const isJunior = hasPhrase(levels.junior, folded)
  const isSenior = hasPhrase(levels.senior, folded)
  if (isJunior && isSenior) return 'mid'
  if (isJunior) return 'junior'
  if (hasPhrase(levels.principal, folded)) return 'principal'
  const leading = blank(notDirectors, folded)
  const posts = blank(notManagers, leading)
  if (hasPhrase(levels.director, posts)) return 'director'
  if (hasPhrase(levels.manager, posts) || posts.startsWith(' manager ') || posts.startsWith(' manager:in '))
    return 'manager'
  if (hasPhrase(levels.lead, leading)) return 'lead'
  if (isSenior) return 'senior'
  if (hasPhrase(levels.mid, folded)) return 'mid'
  return readNumeral(title)
}

function readNumeral(title: string): Seniority {
  const roman = ROMAN_NUMERAL.exec(title)?.[1]
  const digit = NUMBERED.exec(title)?.[1]
  return (roman ? ROMAN[roman] : digit ? DIGIT[digit] : undefined) ?? 'unknown'
}

function readText(descriptionText: string): Seniority {
  const { mask, cues, fields, anyInText, roles } = readLexicon()
  const raw = foldForPhrases(descriptionText.slice(0, MAX_TEXT_CHARS))
  if (!hasPhrase(anyInText, raw)) return 'unknown'
  const folded = blank(mask, raw)
  for (const field of findPhrases(fields, folded)) {
    const value = /^[:-] ([^,;.:]{1,40})/.exec(folded.slice(field.end))?.[1]
    const level = value === undefined ? undefined : levelOf(` ${value} `)
    if (level) return level
  }
  for (const cue of findPhrases(cues, folded)) {
    const phrase = /^[^,;.:!?()]*/.exec(folded.slice(cue.end, cue.end + CUE_WINDOW_CHARS))?.[0] ?? ''
    const level = levelOf(` ${phrase.slice(0, Math.max(0, phrase.lastIndexOf(' ')))} `)
    if (level) return level
  }
  for (const span of findPhrases(anyInText, folded)) {
    const next = ` ${folded.slice(span.end, span.end + ROLE_WINDOW_CHARS)} `
    const level =
      findPhrases(roles, next)[0]?.start === 1 ? levelOf(` ${folded.slice(span.start, span.end)}`) : undefined
    if (level) return level
  }
  return 'unknown'
}

function blank(list: PhraseList, folded: string): string {
  return replacePhrases(list, { folded, replacement: '_ ' })
}

function levelOf(phrase: string): Seniority | undefined {
  const { levels } = readLexicon()
  return (
    LEVELS_IN_TEXT.find((level) => hasPhrase(levels[level], phrase)) ??
    (/ (?:tech|team|technical) leads? /.test(phrase) ? 'lead' : undefined)
  )
}
