import words from '#resources/claim-words.json' with { type: 'json' }
import type { FactId } from '#shared/career.ts'
import { foldLetters } from '#main/infra/text/fold.ts'
import type { SPOKEN_LEVELS } from '#shared/profile.ts'
import { findLanguageNames } from '../../jobs/enrich/reading-words.service.ts'
import { skillNameOf } from '../../jobs/match/matching.service.ts'
import type { DateSaid } from './figures/dates.ts'
import type { FactBook, FactPiece } from './fact-book.ts'
import { countEntries } from './figures/backing/entries-counted.ts'
import type { NumberGround } from './figures/backing/number-backing.ts'
import { type CareerReading, degreesIn, readCareer, readPost } from './career-reading.ts'
import { readFactLine } from './fact-line.ts'
import { rememberedIn } from './remembered.ts'
import { deedsIn } from './read/deeds-said.ts'
import { glossOf } from './read/gloss/gloss.ts'
import { listOf, piecesOf } from './read/gloss/language-tables.ts'
import { impliedSkills } from './read/skills/implied.ts'
import { cityOf, countryOf, countryOfCity, regionOfCity, regionsIn } from './read/places-said.ts'
import { otherSchoolWords } from './read/names/schools-said.ts'
import { namePartsOf } from './read/names/short-names.ts'
import { languageOf } from './read/sentence-language.ts'
import { readSkillWords, withIncluded } from './read/skills/skills-said.ts'
import type { TitleSaid } from './read/titles-said.ts'
import { plainText } from './read/tokens.ts'
import { wordsOf } from './read/words.ts'

type SpokenLevel = (typeof SPOKEN_LEVELS)[number]

/** Everything that some facts back. */
export interface Ground extends NumberGround {
  readonly lines: readonly string[]
  readonly dates: readonly DateSaid[]
  readonly words: ReadonlySet<string>
  /** Words of names that belong to a fact: employers and schools. */
  readonly organisationWords: ReadonlySet<string>
  readonly schoolWords: ReadonlySet<string>
  /** Under their common English names. */
  readonly schoolCities: ReadonlySet<string>
  /** First words of the names of employers of which none is cited. */
  readonly foreignEmployers: ReadonlySet<string>
  /** The parts of names, to know their short forms by. */
  readonly nameParts: readonly (readonly string[])[]
  readonly skills: ReadonlySet<string>
  /** Practices of those skills. */
  readonly impliedSkills: ReadonlySet<string>
  readonly titles: readonly TitleSaid[]
  /** Those of the cited facts alone: who names the employer means the post held there. */
  readonly ownTitles: readonly TitleSaid[]
  readonly degrees: ReadonlySet<string>
  readonly fields: ReadonlySet<string>
  readonly certificates: ReadonlySet<string>
  readonly certificateGrades: ReadonlySet<string>
  readonly hasCertificate: boolean
  /** Words of the certificates' names and of who gave them. */
  readonly certificateWords: ReadonlySet<string>
  readonly languages: ReadonlyMap<string, SpokenLevel | null>
  readonly spokenWords: readonly { readonly code: string; readonly levels: readonly string[] | null }[]
  /** Codes of the languages that the facts name in any way. */
  readonly languagesNamed: ReadonlySet<string>
  readonly countries: ReadonlySet<string>
  readonly cities: ReadonlySet<string>
  /** Codes of divisions of countries ("DE.06"). */
  readonly regions: ReadonlySet<string>
  readonly leads: boolean
  /** Of more than those who learn. */
  readonly leadsTeam: boolean
  readonly career: CareerReading
  /** Folded words that the facts write in capitals throughout. */
  readonly acronyms: ReadonlySet<string>
  /** What the facts say of founding, hiring, honours and the like. */
  readonly deeds: ReadonlySet<string>
  /** All that is cited says that somebody helped. */
  readonly isHelp: boolean
}

const LEADS = new Set(words.leads)
/** A term spent at another school. */
const ABROAD = /abroad|exchange|erasmus|ausland|austausch/iu
const ACRONYM = /(?<![\p{L}\d])\p{Lu}{2,}(?![\p{L}\d])/gu
/** "2. Platz", "runner-up": an honour, and no victory. */
const LATER_PLACE = /(?:^|[^\p{L}\d])(?:[2-9](?:\.|nd|rd|th)|(?:second|third|zweite|dritte)[rn]?|runner|finalist)/iu

/** What the cited facts back, with what may be said anywhere. Unknown ids back nothing. Pure. */
export function groundOf(book: FactBook, cites: readonly FactId[]): Ground {
  const pieces = [...new Set(cites)].flatMap((id) => book.facts.get(id) ?? [])
  return buildGround(book, pieces)
}

/** What the whole career backs. Pure. */
export function wholeGround(book: FactBook): Ground {
  return buildGround(book, [...book.facts.values()])
}

function buildGround(book: FactBook, cited: readonly FactPiece[]): Ground {
  const { profile, always, employers, now } = book
  const career = readCareer(book)
  const around = career.language
  const pieces = [...cited, always]
  const lines = [...new Set(pieces.flatMap((piece) => piece.lines.map(plainText)).filter((line) => line !== ''))]
  const read = lines.map((text, line) => readFactLine(text, { line, now, around }))
  const own = new Set(cited.flatMap((piece) => piece.lines.map(plainText)))
  const named = pieces.flatMap((piece) => [...piece.titles, ...piece.organisations, ...piece.skills])
  const all = [...lines, ...named]
  const schools = pieces.flatMap((piece) => [
    ...piece.schools,
    ...(piece.part === 'education' ? piece.lines.filter((line) => ABROAD.test(line)) : []),
  ])
  const wordSet = new Set(all.flatMap((text) => wordsIn(text, around).words))
  const skillNames = [...pieces.flatMap(({ skills }) => skills), ...profile.skills.map(({ name }) => name)].map(
    skillNameOf,
  )
  const skills = withIncluded([...skillNames, ...all.flatMap((text) => wordsIn(text, around).skills)])
  const titlesOf = (some: readonly FactPiece[]) =>
    some.flatMap((piece) => piece.titles.flatMap((title) => titleOfPiece(title, piece)))
  const titles = titlesOf(pieces)
  const leading = all.flatMap((text) => wordsIn(text, around).leading)
  const isLeading = titles.some(({ roles, levels }) => [...roles, ...levels].some((at) => LEADING.has(at)))
  return {
    lines,
    numbers: read.flatMap(({ numbers }) => numbers),
    changes: read.flatMap(({ changes }) => changes),
    totals: [...read.flatMap(({ totals }) => totals), ...countEntries(cited, profile.languages.length)],
    dates: [...read.flatMap(({ dates }) => dates), ...pieces.flatMap(({ dates }) => dates)],
    stretches: [
      ...pieces.flatMap(({ stretch }) => stretch ?? []),
      ...read.flatMap(({ stretch }, at) => (stretch && own.has(lines[at] ?? '') ? [stretch] : [])),
    ],
    workStretches: cited.flatMap(({ part, stretch }) => (part === 'experience' && stretch ? [stretch] : [])),
    words: wordSet,
    organisationWords: new Set(pieces.flatMap(({ organisations }) => organisations.flatMap(wordsOf))),
    schoolWords: new Set([...schools.flatMap(wordsOf), ...schools.flatMap(otherSchoolWords)]),
    schoolCities: new Set(schools.flatMap((school) => wordsIn(school, around).cities)),
    foreignEmployers: new Set(employers.filter((name) => !wordSet.has(name))),
    nameParts: all.flatMap((text) => wordsIn(text, around).nameParts),
    skills,
    impliedSkills: new Set(impliedSkills(skills)),
    titles: [...titles, ...read.flatMap((line) => line.titles)],
    ownTitles: titlesOf(cited),
    degrees: new Set([
      ...read.flatMap(({ degrees }) => degrees),
      ...pieces.flatMap(({ part, titles: named }) => (part === 'education' ? named.flatMap(degreesIn) : [])),
    ]),
    fields: new Set(read.flatMap(({ fields }) => fields)),
    certificates: new Set(read.flatMap(({ certificates }) => certificates.names.map(({ name }) => name))),
    certificateGrades: new Set(
      read.flatMap(({ certificates }) => certificates.grades.map(({ name }) => name)).concat(wordGrades(wordSet)),
    ),
    certificateWords: wordsOfCertificates(pieces, wordSet),
    hasCertificate:
      pieces.some(({ isCertificate }) => isCertificate) || read.some(({ certificates }) => certificates.isAny),
    languages: new Map(profile.languages.map(({ code, level }) => [code, level])),
    spokenWords: read.flatMap(({ languages }) => languages),
    languagesNamed: new Set([
      ...all.flatMap((text) => wordsIn(text, around).languages),
      ...profile.languages.map(({ code }) => code),
    ]),
    countries: new Set(all.flatMap((text) => wordsIn(text, around).countries)),
    cities: new Set(all.flatMap((text) => wordsIn(text, around).cities)),
    regions: new Set(all.flatMap((text) => wordsIn(text, around).regions)),
    leads: isLeading || leading.length > 0,
    leadsTeam: isLeading || leading.some((word) => !word.startsWith('supervis')),
    career,
    acronyms: new Set(all.flatMap((text) => wordsIn(text, around).acronyms)),
    deeds: new Set([
      ...lines.flatMap((line) => wordsIn(line, around).deeds),
      ...pieces.flatMap(({ isAward, lines: said }) =>
        isAward ? (said.some((line) => LATER_PLACE.test(line)) ? ['award'] : ['award', 'victory']) : [],
      ),
    ]),
    isHelp: cited.length > 0 && cited.every(({ isHelp }) => isHelp),
  }
}

const TEAM = /(?:^|[^\p{L}])(?:team|people)(?:[^\p{L}]|$)/u

/** "prowadzę zespół": words that mean to lead only of a team. */
function isLeadingTeam(glossed: string, { text, language }: { text: string; language: string }): boolean {
  const leads = listOf(language, 'leads')
  return leads.length > 0 && TEAM.test(glossed) && piecesOf(text).some(({ plain }) => leads.includes(plain))
}

/** What the words of one text name. */
const wordsIn = rememberedIn((text, around) => {
  const language = languageOf(text, around)
  const glossed = glossOf(text, language).text
  const capitals = text.match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? []
  return {
    words: [...wordsOf(text), ...otherSchoolWords(text)],
    skills: readSkillWords(text, { isFact: true, language: '' }).map(({ name }) => name),
    nameParts: namePartsOf(text),
    languages: findLanguageNames(text).map(({ code }) => code),
    deeds: [...deedsIn(glossed)],
    leading: [...wordsOf(glossed), ...(isLeadingTeam(glossed, { text, language }) ? ['lead'] : [])].filter((word) =>
      LEADS.has(word),
    ),
    acronyms: (text.match(ACRONYM) ?? []).map(foldLetters),
    countries: [
      ...capitals.flatMap((word) => countryOf(word) ?? countryOfCity(word) ?? []),
      ...regionsIn(text).map(({ country }) => country),
    ],
    cities: capitals.flatMap((word) => cityOf(word) ?? []),
    regions: [...regionsIn(text).map(({ code }) => code), ...capitals.flatMap((word) => regionOfCity(word) ?? [])],
  }
})

/** Where no certificate is cited, a course or a sentence may tell of one. */
function wordsOfCertificates(pieces: readonly FactPiece[], all: ReadonlySet<string>): ReadonlySet<string> {
  const certificates = pieces.filter(({ isCertificate }) => isCertificate)
  if (certificates.length === 0) return all
  return new Set(
    certificates.flatMap(({ lines, titles, organisations }) =>
      [...lines, ...titles, ...organisations].flatMap(wordsOf),
    ),
  )
}

const LEADING = new Set(['manager', 'head', 'lead', 'chief', 'director', 'vp'])

/** A grade of a certificate ("Associate") lowers no post. */
function titleOfPiece(title: string, { isCertificate }: FactPiece): TitleSaid[] {
  const said = readPost(title)
  if (said === null) return []
  return [isCertificate ? { ...said, lowering: [] } : said]
}

function wordGrades(found: ReadonlySet<string>): string[] {
  return words.certificates.grades.filter((grade) => grade.split(' ').every((word) => found.has(foldLetters(word))))
}
