import type { FindingKind } from '#shared/claims.ts'
import words from '#resources/claim-words.json' with { type: 'json' }
import { readCertificates, readDegrees, readFields } from './read/degrees-said.ts'
import { type DateSaid, isSameDate, readDates } from './figures/dates.ts'
import { isDuration } from './figures/durations.ts'
import type { Ground } from './ground.ts'
import { isSpoken, type LanguageSaid, readLanguages } from './read/languages-said.ts'
import { isChangeOfFacts } from './figures/from-to.ts'
import { isSameNumber } from './figures/match-number.ts'
import { isAchieving, isHelping, readDeeds } from './read/deeds-said.ts'
import { readNames } from './read/names-said.ts'
import { type NumberSaid, readNumbers } from './figures/numbers.ts'
import { readSkillWords, type SkillSaid } from './read/skills-said.ts'
import { alike, isSameTitle, readTitle, readTitles, type TitleSaid } from './read/titles-said.ts'
import { readTokens, type Token } from './read/tokens.ts'
import { wordsOf } from './read/words.ts'

/** What a sentence says and nothing backs. */
export interface Unbacked {
  readonly kind: FindingKind
  readonly words: string
}

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
  const tokens = readTokens(input.text)
  const { dates, numbers } = readFigures(input.text, tokens)
  const skills = readSkillWords(input.text, { isFact: false, language: input.language })
  const titles = titlesOf(input, tokens)
  const languages = readLanguages(input.text, { isList: input.isList ?? false })
  const isTaken = (at: number) =>
    dates.some((date) => at >= date.at && at < date.end) ||
    [...skills, ...titles].some(({ start, end }) => at >= start && at < end)
  return [
    ...numbers
      .filter((number) => !isNumberBacked(number, input, skills))
      .map(({ written }) => unbacked('number', written)),
    ...dates.filter((date) => !isDateBacked(date, input.ground)).map(({ written }) => unbacked('date', written)),
    ...titles.filter((title) => !isTitleBacked(title, input)).map(({ written }) => unbacked('title', written)),
    ...leadership(input, tokens),
    ...deeds(input),
    ...skills.filter((skill) => !isSkillBacked(skill, input.ground)).map(({ written }) => unbacked('skill', written)),
    ...languages
      .filter((language) => !isLanguageBacked(language, input.ground))
      .map(({ written }) => unbacked('language', written)),
    ...schooling(input, tokens),
    ...readNames({
      text: input.text,
      ground: input.ground,
      isGerman: input.language === 'de',
      isTaken: (at) =>
        isTaken(at) || languages.some(({ written }) => input.text.indexOf(written) === at) || isLevel(input.text, at),
      allowed: input.allowed,
    }).map(({ kind, written }) => unbacked(kind, written)),
  ]
}

function unbacked(kind: FindingKind, written: string): Unbacked {
  return { kind, words: written }
}

function isLevel(text: string, at: number): boolean {
  return /^[ABC][12](?![\p{L}\d])/u.test(text.slice(at, at + 3))
}

/** A year with something counted behind it is a number: "2000 users". */
function readFigures(text: string, tokens: readonly Token[]): { dates: DateSaid[]; numbers: NumberSaid[] } {
  const counting = readNumbers(tokens, () => false).filter(({ is, counted }) => is !== 'count' || counted !== null)
  const isNumber = (at: number) => counting.some(({ written }) => written.startsWith(text.slice(at, at + 4)))
  const dates = readDates(text, isNumber)
  return { dates, numbers: readNumbers(tokens, (at) => dates.some((date) => at >= date.at && at < date.end)) }
}

/** Words between a length of time and the skill it is of. */
const SKILL_REACH = 45

function isNumberBacked(number: NumberSaid, input: TextToCheck, skills: readonly SkillSaid[]): boolean {
  const { ground, text } = input
  if (number.is === 'months') {
    const behind = text.indexOf(number.written) + number.written.length
    const skill = skills.find(
      ({ start }) =>
        start >= behind &&
        start - behind < SKILL_REACH &&
        /^[^.;,]*(?:of|in|with|mit|von|using|,|\s)[^.;,]*$/.test(text.slice(behind, start)),
    )
    const years = skill && input.skillYears.get(skill.name)
    if (years !== undefined) return isDuration(number, [{ from: 0, to: years * 12, slack: 0 }])
    if (isDuration(number, ground.stretches)) return true
    if (ground.stretches.some((stretch) => isDuration(number, [stretch]))) return true
    if (input.careerYears.some((length) => isDuration(number, [{ from: 0, to: length * 12, slack: 0 }]))) return true
  }
  return (
    ground.numbers.some((fact) => isSameNumber(number, fact, input.language)) || isChangeOfFacts(number, ground.numbers)
  )
}

function isDateBacked(date: DateSaid, ground: Ground): boolean {
  return ground.dates.some((fact) => isSameDate(date, fact))
}

function titlesOf({ text, isTitle, allowed }: TextToCheck, tokens: readonly Token[]): TitleSaid[] {
  const found = isTitle === true ? [readTitle(text)].filter((title) => title !== null) : readTitles(text, tokens)
  return found.filter(({ written }) => !wordsOf(written).every((word) => allowed.has(word)))
}

function isTitleBacked(title: TitleSaid, { ground, text, isTitle }: TextToCheck): boolean {
  const isOfPost =
    ground.ownTitles.length > 0 &&
    (isTitle === true || wordsOf(text).some((word) => word.length > 2 && ground.organisationWords.has(word)))
  const isTopic = (topic: string) => [...ground.words].some((word) => alike(word, topic))
  return (isOfPost ? ground.ownTitles : ground.titles).some((fact) => isSameTitle(title, fact, isTopic))
}

const LEADS = new Set(words.leads)
const LED = new Set(words.ledPeople)
const LED_REACH = 7

/** "Led a team", or "led" anything, of somebody whose facts say nothing of leading. */
function leadership({ ground }: TextToCheck, tokens: readonly Token[]): Unbacked[] {
  if (ground.leads) return []
  const strong = tokens.find(({ plain }, index) => STRONG.has(plain) && tokens[index + 1]?.plain !== 'to')
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

/** Founding, hiring and honours that no fact has, and what others did whom somebody helped. */
function deeds({ text, ground }: TextToCheck): Unbacked[] {
  const found = readDeeds(text).filter(({ is }) => !ground.deeds.has(is))
  const achieved = ground.isHelp && !isHelping(text) ? isAchieving(text) : null
  return [
    ...found.map(({ kind, written }) => unbacked(kind, written)),
    ...(achieved === null ? [] : [unbacked('title', achieved)]),
  ]
}

function isSkillBacked({ name, written, isPlain }: SkillSaid, ground: Ground): boolean {
  if (ground.skills.has(name) && sameVersion(written, ground)) return true
  const parts = wordsOf(written)
  if (parts.every((part) => ground.words.has(part))) return true
  if (!isPlain || parts.length < 2) return false
  const shared = parts.filter((part) => [...ground.words].some((word) => alike(word, part))).length
  return DISCIPLINES.has(parts.join(' ')) ? shared === parts.length : shared * 2 >= parts.length
}

/** "Java 17" of a fact that says "Java 8", or none: the version is invented. */
function sameVersion(written: string, { words: known }: Ground): boolean {
  const version = /(?<=[\p{L}+#]\s?)\d+(?:\.\d+)*$/u.exec(written)?.[0]
  if (version === undefined || VERSIONLESS.has(written.toLowerCase().replaceAll(' ', ''))) return true
  return known.has(version) || wordsOf(written).every((word) => known.has(word)) || known.has(written.toLowerCase())
}
/** Fields of work are claimed by their whole name only. */
const DISCIPLINES = new Set(words.disciplines)
const VERSIONLESS = new Set(words.versionless)

function isLanguageBacked(language: LanguageSaid, ground: Ground): boolean {
  if (isSpoken(language, ground.languages)) return true
  return ground.spokenWords.some(
    ({ code, levels }) =>
      code === language.code && (language.levels === null || language.levels.every((level) => levels?.includes(level))),
  )
}

/** Degrees, fields of study and certificates. */
function schooling({ text, ground, isTitle }: TextToCheck, tokens: readonly Token[]): Unbacked[] {
  const certificates = readCertificates(tokens)
  const degrees = certificates.isAny ? [] : readDegrees(tokens)
  const isStudy = degrees.length > 0 || SCHOOL.test(text)
  const fields = isStudy || isTitle === true ? readFields(tokens) : []
  const isCertified = certificates.isAny && !ground.hasCertificate
  return [
    ...degrees.filter(({ name }) => !ground.degrees.has(name)).map(({ written }) => unbacked('degree', written)),
    ...(isStudy
      ? fields.filter(({ name }) => !ground.fields.has(name)).map(({ written }) => unbacked('degree', written))
      : []),
    ...(isCertified ? [unbacked('certificate', certificates.word)] : []),
    ...certificates.names
      .filter(({ name }) => !ground.certificates.has(name))
      .map(({ written }) => unbacked('certificate', written)),
    ...(isCertified
      ? []
      : certificates.grades
          .filter(({ name }) => !ground.certificateGrades.has(name))
          .map(({ written }) => unbacked('certificate', written))),
  ]
}
const SCHOOL =
  /\b(?:studied|studierte|studium|degree|university|universität|hochschule|graduate|graduated|abschluss)\b/iu
