import words from '#resources/claim-words.json' with { type: 'json' }
import type { FactId } from '#shared/career.ts'
import { foldLetters } from '#main/infra/text/fold.ts'
import type { SPOKEN_LEVELS } from '#shared/profile.ts'
import { skillNameOf } from '../../jobs/match/matching.service.ts'
import { readCertificates, readDegrees, readFields } from './read/degrees-said.ts'
import { type DateSaid, readDates } from './figures/dates.ts'
import { type Stretch, stretchOfDates } from './figures/durations.ts'
import type { FactBook, FactPiece } from './fact-book.ts'
import { readLanguages } from './read/languages-said.ts'
import type { FactNumber } from './figures/match-number.ts'
import { readNumbers } from './figures/numbers.ts'
import { deedsIn } from './read/deeds-said.ts'
import { languageOf } from './read/sentence-language.ts'
import { cityOf, countryOf } from './read/places-said.ts'
import { readSkillWords, withIncluded } from './read/skills-said.ts'
import { readTitle, readTitles, type TitleSaid } from './read/titles-said.ts'
import { plainText, readTokens } from './read/tokens.ts'
import { wordsOf } from './read/words.ts'

type SpokenLevel = (typeof SPOKEN_LEVELS)[number]

/** Everything that some facts back. */
export interface Ground {
  readonly lines: readonly string[]
  readonly numbers: readonly FactNumber[]
  readonly dates: readonly DateSaid[]
  readonly stretches: readonly Stretch[]
  readonly words: ReadonlySet<string>
  /** Words of names that belong to a fact: employers and schools. */
  readonly organisationWords: ReadonlySet<string>
  readonly schoolWords: ReadonlySet<string>
  readonly skills: ReadonlySet<string>
  readonly titles: readonly TitleSaid[]
  /** Those of the cited facts alone: who names the employer means the post held there. */
  readonly ownTitles: readonly TitleSaid[]
  readonly degrees: ReadonlySet<string>
  readonly fields: ReadonlySet<string>
  readonly certificates: ReadonlySet<string>
  readonly certificateGrades: ReadonlySet<string>
  readonly hasCertificate: boolean
  readonly languages: ReadonlyMap<string, SpokenLevel | null>
  readonly spokenWords: readonly { readonly code: string; readonly levels: readonly string[] | null }[]
  readonly countries: ReadonlySet<string>
  readonly cities: ReadonlySet<string>
  readonly leads: boolean
  /** What the facts say of founding, hiring, honours and the like. */
  readonly deeds: ReadonlySet<string>
  /** All that is cited says that somebody helped. */
  readonly isHelp: boolean
}

const LEADS = new Set(words.leads)

/** What the cited facts back, with what may be said anywhere. Unknown ids back nothing. Pure. */
export function groundOf(book: FactBook, cites: readonly FactId[]): Ground {
  const pieces = [...new Set(cites)].flatMap((id) => book.facts.get(id) ?? [])
  return buildGround(book, pieces)
}

/** What the whole career backs. Pure. */
export function wholeGround(book: FactBook): Ground {
  return buildGround(book, [...book.facts.values()])
}

function buildGround({ profile, always }: FactBook, cited: readonly FactPiece[]): Ground {
  const pieces = [...cited, always]
  const lines = [...new Set(pieces.flatMap((piece) => piece.lines.map(plainText)).filter((line) => line !== ''))]
  const read = lines.map((text, line) => readLine(text, line))
  const own = new Set(cited.flatMap((piece) => piece.lines.map(plainText)))
  const named = pieces.flatMap((piece) => [...piece.titles, ...piece.organisations, ...piece.skills])
  const all = [...lines, ...named]
  const wordSet = new Set(all.flatMap(wordsOf))
  const capitals = [...new Set(all.flatMap((text) => text.match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? []))]
  const skillNames = [...pieces.flatMap(({ skills }) => skills), ...profile.skills.map(({ name }) => name)].map(
    skillNameOf,
  )
  const titlesOf = (some: readonly FactPiece[]) =>
    some.flatMap((piece) => piece.titles.flatMap((title) => titleOfPiece(title, piece)))
  const titles = titlesOf(pieces)
  const schools = pieces.flatMap((piece) => piece.schools)
  return {
    lines,
    numbers: read.flatMap(({ numbers }) => numbers),
    dates: [...read.flatMap(({ dates }) => dates), ...pieces.flatMap(({ dates }) => dates)],
    stretches: [
      ...pieces.flatMap(({ stretch }) => stretch ?? []),
      ...read.flatMap(({ stretch }, at) => (stretch && own.has(lines[at] ?? '') ? [stretch] : [])),
    ],
    words: wordSet,
    organisationWords: new Set(pieces.flatMap(({ organisations }) => organisations.flatMap(wordsOf))),
    schoolWords: new Set(schools.flatMap(wordsOf)),
    skills: withIncluded([
      ...skillNames,
      ...all.flatMap((text) => readSkillWords(text, { isFact: true, language: '' }).map(({ name }) => name)),
    ]),
    titles: [...titles, ...read.flatMap((line) => line.titles)],
    ownTitles: titlesOf(cited),
    degrees: new Set(read.flatMap(({ degrees }) => degrees)),
    fields: new Set(read.flatMap(({ fields }) => fields)),
    certificates: new Set(read.flatMap(({ certificates }) => certificates.names.map(({ name }) => name))),
    certificateGrades: new Set(
      read.flatMap(({ certificates }) => certificates.grades.map(({ name }) => name)).concat(wordGrades(wordSet)),
    ),
    hasCertificate:
      pieces.some(({ isCertificate }) => isCertificate) || read.some(({ certificates }) => certificates.isAny),
    languages: new Map(profile.languages.map(({ code, level }) => [code, level])),
    spokenWords: read.flatMap(({ languages }) => languages),
    countries: new Set(capitals.flatMap((word) => countryOf(word) ?? [])),
    cities: new Set(capitals.flatMap((word) => cityOf(word) ?? [])),
    leads:
      [...wordSet].some((word) => LEADS.has(word)) ||
      titles.some(({ roles, levels }) => [...roles, ...levels].some((at) => LEADING.has(at))),
    deeds: new Set([
      ...lines.flatMap((line) => deedsIn(line)),
      ...pieces.flatMap(({ isAward }) => (isAward ? ['award'] : [])),
    ]),
    isHelp: cited.length > 0 && cited.every(({ isHelp }) => isHelp),
  }
}

const LEADING = new Set(['manager', 'head', 'lead', 'chief', 'director', 'vp'])

/** A grade of a certificate ("Associate") lowers no post. */
function titleOfPiece(title: string, { isCertificate }: FactPiece): TitleSaid[] {
  const said = readTitle(title)
  if (said === null) return []
  return [isCertificate ? { ...said, lowering: [] } : said]
}

function wordGrades(found: ReadonlySet<string>): string[] {
  return words.certificates.grades.filter((grade) => grade.split(' ').every((word) => found.has(foldLetters(word))))
}

function readLine(text: string, line: number) {
  const tokens = readTokens(text)
  const dates = readDates(text)
  const isDate = (at: number) => dates.some((date) => at >= date.at && at < date.end)
  // "2000 users" is read as both: what backs a claim may be either.
  const numbers = [
    ...readNumbers(tokens, isDate),
    ...readNumbers(tokens, () => false).filter(({ value, is }) => value >= 1930 && value < 2100 && is === 'count'),
  ]
  const lineRates = numbers.flatMap(({ rate }) => rate ?? [])
  const language = languageOf(text, '')
  return {
    dates,
    numbers: numbers.map((number) => ({ ...number, line, language, lineRates })),
    stretch: stretchOfDates(dates),
    titles: readTitles(text, tokens),
    degrees: readDegrees(tokens).map(({ name }) => name),
    fields: readFields(tokens).map(({ name }) => name),
    certificates: readCertificates(tokens),
    languages: readLanguages(text, { isList: false }),
  }
}
