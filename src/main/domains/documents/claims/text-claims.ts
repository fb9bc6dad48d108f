import type { FindingKind } from '#shared/claims.ts'
import { findLanguageNames } from '../../jobs/enrich/reading-words.service.ts'
import words from '#resources/claim-words.json' with { type: 'json' }
import { schoolingClaims } from './read/schooling/schooling.ts'
import { type DateSaid, isDateBacked, readDates } from './figures/dates.ts'
import type { Ground } from './ground.ts'
import { isSkillBacked, yearsOfSkill } from './read/skills/skill-backing.ts'
import { isSpoken, type LanguageSaid, readLanguages } from './read/languages-said.ts'
import { isNumberBacked, mayWorkOut, type NumberContext } from './figures/backing/number-backing.ts'
import { ratesIn } from './figures/rates.ts'
import { saysTogether } from './figures/backing/worked-out.ts'
import { isAchieving, isHelping, readDeeds } from './read/deeds-said.ts'
import { readNames } from './read/names/names-said.ts'
import type { NumberSaid } from './figures/number-said.ts'
import { readNumbers } from './figures/numbers.ts'
import { readSkillWords } from './read/skills/skills-said.ts'
import { isTitleBacked } from './read/title-backing.ts'
import { readTitle, readTitles, type TitleSaid } from './read/titles-said.ts'
import { type Gloss, glossOf } from './read/gloss/gloss.ts'
import { readTokens, type Token } from './read/tokens.ts'
import { wordsOf } from './read/words.ts'
import type { Unbacked } from './unbacked.ts'

export interface TextToCheck {
  /** Without Markdown. */
  readonly text: string
  readonly ground: Ground
  readonly language: string
  /** Folded words of the posting that a letter answers. */
  readonly allowed: ReadonlySet<string>
  /** Years that are said of the whole career count as backed. */
  readonly careerYears: readonly number[]
  /** Years of use of a skill that the profile says. */
  readonly skillYears: ReadonlyMap<string, number>
  /** A row of words: every language named in it is claimed. */
  readonly isList?: boolean
  /** The text is a title by itself. */
  readonly isTitle?: boolean
}

/** Everything in a sentence that its ground does not back. Pure. */
export function checkText(input: TextToCheck): Unbacked[] {
  const gloss = glossOf(input.text, input.language)
  const glossed = { ...input, text: gloss.text }
  const tokens = readTokens(gloss.text)
  const { dates, numbers } = readFigures(gloss.text, tokens)
  const skills = readSkillWords(input.text, { isFact: false, language: input.language })
  const titles = titlesOf(glossed, tokens)
  const languages = readLanguages(gloss.text, { isList: input.isList ?? false })
  // A language by its name is the language reader's.
  const named = new Set(
    findLanguageNames(input.text).flatMap(({ start, code, isAdjective }) =>
      !isAdjective && input.ground.languagesNamed.has(code) ? [start] : [],
    ),
  )
  const taken = [
    ...skills,
    ...[...dates.map(({ at, end }) => ({ start: at, end })), ...titles].map((one) => ownPlace(gloss, one)),
    ...(gloss.text === input.text
      ? []
      : numbers.map((number) => ownPlace(gloss, { start: number.at, end: number.end }))),
  ]
  const isTaken = (at: number) => taken.some(({ start, end }) => at >= start && at < end)
  const placed = skills.map((skill) => ({ ...skill, start: gloss.placeOf(skill.start), end: gloss.placeOf(skill.end) }))
  const rates = ratesIn(tokens)
  const numbersGround = {
    ...glossed,
    isOfExperience: EXPERIENCE.test(gloss.text),
    isTogether: saysTogether(tokens),
    said: numbers,
    isWorkedOut: mayWorkOut(numbers.length, input.ground),
    onlyRate: numbers.length === 1 && rates.length === 1 ? (rates[0] ?? null) : null,
    yearsOfSkill: (number: NumberSaid) =>
      yearsOfSkill(number, { text: gloss.text, skillYears: input.skillYears, skills: placed, numbers }),
  }
  return [
    ...[
      ...unbackedNumbers(numbers, numbersGround).map(({ written }) => unbacked('number', written)),
      ...dates
        .filter((date) => !isDateBacked(date, input.ground.dates))
        .map(({ written }) => unbacked('date', written)),
      ...titles.filter((title) => !isTitleBacked(title, glossed)).map(({ written }) => unbacked('title', written)),
      ...leadership(glossed, tokens),
      ...deeds(glossed),
      ...schoolingClaims({ text: gloss.text, ground: input.ground, isTitle: input.isTitle ?? false }, tokens),
    ].map((one) => (gloss.text === input.text ? one : { ...one, words: ownWords(gloss, one.words) })),
    ...skills.filter((skill) => !isSkillBacked(skill, input.ground)).map(({ written }) => unbacked('skill', written)),
    ...languages
      .filter((language) => !isLanguageBacked(language, input.ground))
      .map(({ written }) => unbacked('language', written)),
    ...readNames({
      text: input.text,
      ground: input.ground,
      isGerman: input.language === 'de',
      language: input.language,
      isTaken: (at) =>
        isTaken(at) ||
        named.has(at) ||
        languages.some(({ written }) => input.text.indexOf(written) === at) ||
        isLevel(input.text, at),
      allowed: input.allowed,
    }).map(({ kind, written }) => unbacked(kind, written)),
  ]
}

function ownPlace(gloss: Gloss, { start, end }: { start: number; end: number }): { start: number; end: number } {
  return { start: gloss.ownStart(start), end: gloss.ownEnd(end) }
}

/** What the sentence itself writes for words of its gloss. */
function ownWords(gloss: Gloss, words: string): string {
  const at = gloss.text.toLowerCase().indexOf(words.toLowerCase())
  return at === -1 ? words : gloss.ownWords(at, at + words.length)
}

function unbacked(kind: FindingKind, written: string): Unbacked {
  return { kind, words: written }
}

/** So many findings of one sentence are told at once: who mends them sees the rest. */
const MOST_FOUND = 20

function unbackedNumbers(numbers: readonly NumberSaid[], context: NumberContext): NumberSaid[] {
  const found: NumberSaid[] = []
  for (const number of numbers) {
    if (!isNumberBacked(number, context)) found.push(number)
    if (found.length === MOST_FOUND) break
  }
  return found
}

function isLevel(text: string, at: number): boolean {
  return /^[ABC][12](?![\p{L}\d])/u.test(text.slice(at, at + 3))
}

const EXPERIENCE = /experien|erfahr|career|beruf|(?:years?|jahren?) in /iu

/** A year with something counted behind it is a number: "2000 users". */
function readFigures(text: string, tokens: readonly Token[]): { dates: DateSaid[]; numbers: NumberSaid[] } {
  const counting = readNumbers(tokens, () => false).filter(({ is, counted }) => is !== 'count' || counted !== null)
  const isNumber = (at: number) => counting.some(({ written }) => written.startsWith(text.slice(at, at + 4)))
  const dates = readDates(text, isNumber)
  return { dates, numbers: readNumbers(tokens, (at) => dates.some((date) => at >= date.at && at < date.end)) }
}

function titlesOf({ text, isTitle, allowed }: TextToCheck, tokens: readonly Token[]): TitleSaid[] {
  const found = isTitle === true ? [readTitle(text)].filter((title) => title !== null) : readTitles(text, tokens)
  return found.filter(({ written }) => !wordsOf(written).every((word) => allowed.has(word)))
}

const LEADS = new Set(words.leads)
const LED = new Set(words.ledPeople)
const LED_REACH = 7

/** "Led a team", or "led" anything, of somebody whose facts say nothing of leading. */
function leadership({ ground }: TextToCheck, tokens: readonly Token[]): Unbacked[] {
  if (ground.leads) return []
  const strong = tokens.find(
    ({ plain }, index) => STRONG.has(plain) && tokens[index + 1]?.plain !== 'to' && !isOfEvent(tokens, index),
  )
  if (strong) return [unbacked('title', strong.text)]
  const at = tokens.findIndex(
    ({ plain, text }, index) =>
      LEADS.has(plain) && plain !== 'management' && !(plain === 'lead' && text.startsWith('L') && index > 0),
  )
  const verb = tokens[at]
  if (!verb || !tokens.slice(at + 1, at + 1 + LED_REACH).some(({ plain }) => LED.has(plain))) return []
  return [unbacked('title', verb.text)]
}
const STRONG = new Set(words.ledStrong)
const EVENTS = new Set(words.ledEvents)

/** "leite die Sprint-Reviews": of no people. */
function isOfEvent(tokens: readonly Token[], at: number): boolean {
  const first = tokens.slice(at + 1, at + 1 + LED_REACH).find(({ plain }) => EVENTS.has(plain) || LED.has(plain))
  return first !== undefined && EVENTS.has(first.plain)
}

/** Founding, hiring and honours that no fact has, and what others did whom somebody helped. */
function deeds({ text, ground }: TextToCheck): Unbacked[] {
  const found = readDeeds(text).filter(({ is }) => !ground.deeds.has(is))
  const achieved = ground.isHelp && !isHelping(text) ? isAchieving(text) : null
  return [
    ...found.map(({ kind, written }) => unbacked(kind, written)),
    ...(achieved === null ? [] : [unbacked('title', achieved)]),
  ]
}

function isLanguageBacked(language: LanguageSaid, ground: Ground): boolean {
  if (isSpoken(language, ground.languages)) return true
  return ground.spokenWords.some(
    ({ code, levels }) =>
      code === language.code && (language.levels === null || language.levels.every((level) => levels?.includes(level))),
  )
}
