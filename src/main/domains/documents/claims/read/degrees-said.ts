import words from '#resources/claim-words.json' with { type: 'json' }
import { spaced, spacedPhrase, type Token } from './tokens.ts'

/** A degree, a field of study or a certificate that a text names, under the name that all its spellings share. */
export interface TermSaid {
  readonly name: string
  readonly written: string
}

type Table = readonly (readonly [string, string])[]

function tableOf(table: Readonly<Record<string, readonly string[]>>): Table {
  return Object.entries(table)
    .flatMap(([name, phrases]) => phrases.map((phrase) => [name, spacedPhrase(phrase)] as const))
    .toSorted(([, one], [, other]) => other.length - one.length)
}

const DEGREES = tableOf({ ...words.degrees, not: words.notDegrees })
const FIELDS = tableOf(words.fields)
const CERTIFICATES = tableOf(Object.fromEntries(words.certificates.names.map((name) => [name, [name]])))
const GRADES = tableOf(Object.fromEntries(words.certificates.grades.map((name) => [name, [name]])))
const CERTIFIED = new Set(words.certificates.words.filter((word) => !word.startsWith('*')))
const CERTIFIED_ENDINGS = words.certificates.words.filter((word) => word.startsWith('*')).map((word) => word.slice(1))
/** A word so short is a degree only in capitals: "MA", not "ma". */
const SHORT_DEGREE = 3
const STRICT = new Set(['master', 'ba', 'ma'])

/** Longest phrases first, each stretch of the text once. */
function scan(text: string, table: Table): TermSaid[] {
  let rest = text
  const found: TermSaid[] = []
  for (const [name, phrase] of table) {
    while (rest.includes(phrase)) {
      found.push({ name, written: phrase.trim().replaceAll(/ ([.'-]) ?/g, '$1') })
      rest = rest.replace(phrase, ' § ')
    }
  }
  return found
}

/** The degrees that a text names, by class: "MSc" and "Master of Science" are one. Pure. */
export function readDegrees(tokens: readonly Token[]): TermSaid[] {
  const own = tokens.map((token) => ({ ...token, plain: token.plain.replace(/(?<!^master)'s$/, '') }))
  const kept = own.filter((token, at) => !isLowerDegree(token, own[at + 1]))
  const found = scan(spaced(kept), DEGREES).filter(({ name }) => name !== 'not')
  const isMaster = own.some(
    ({ text, plain }, at) => text.startsWith('Master') && plain === 'master' && isAlone(own, at),
  )
  return isMaster && !found.some(({ name }) => name === 'master' || name === 'mba')
    ? [...found, { name: 'master', written: 'Master' }]
    : found
}

/** "Master" as a degree: not "Scrum-Master", not "Master Data". */
function isAlone(tokens: readonly Token[], at: number): boolean {
  const next = (step: 1 | -1) => tokens[at + step + (tokens[at + step]?.text === '-' ? step : 0)]?.plain ?? ''
  return !['scrum', 'web'].includes(next(-1)) && !['data', 'branch', 'plan'].includes(next(1))
}

function isLowerDegree({ plain, text }: Token, next: Token | undefined): boolean {
  return plain.length <= SHORT_DEGREE && STRICT.has(plain) && text === text.toLowerCase() && next?.text !== '.'
}

/** The fields of study that a text names; of use only beside a degree or a school. Who has one ("Informatikerin") names it. Pure. */
export function readFields(tokens: readonly Token[]): TermSaid[] {
  return scan(
    spaced(tokens.map((token) => ({ ...token, plain: token.plain.replace(GRADUATE, '$1').replace(LOGIST, '$1ie') }))),
    FIELDS,
  )
}
const LOGIST = /^(\p{L}{2,}olog)(?:en?|in|innen)$/u
const GRADUATE = /^(\p{L}{2,}ik)er(?:in|n|innen)?$/u

/** The field that a word for studies names: "Informatikstudium"; null for "Masterstudium". Pure. */
export function fieldOfStudies(plain: string): TermSaid | null {
  const stem = STUDIES.exec(plain)?.[1]
  const found = stem === undefined ? undefined : readFieldsOf(stem)
  return found ? { name: found.name, written: plain } : null
}
const STUDIES = /^(\p{L}{3,}?)s?studiums?$/u

function readFieldsOf(stem: string): TermSaid | undefined {
  return scan(` ${stem} `, FIELDS)[0] ?? scan(` ${stem}s `, FIELDS)[0]
}

const CERTIFIED_WORD = /certif|zertifi/

export interface CertificatesSaid {
  /** A word for certificates stands in it, or the name of one. */
  readonly isAny: boolean
  readonly word: string
  readonly names: readonly TermSaid[]
  readonly grades: readonly TermSaid[]
}

/** What a text says of certificates. Pure. */
export function readCertificates(tokens: readonly Token[]): CertificatesSaid {
  const text = spaced(tokens)
  const names = scan(text, CERTIFICATES)
  const word = tokens.find(
    ({ plain }) => CERTIFIED.has(plain) || CERTIFIED_ENDINGS.some((ending) => plain.endsWith(ending)),
  )
  const isAny = word !== undefined || names.length > 0
  // "Agile practitioner with a Scrum certificate": what stands before "with" is no grade of it.
  const behind = /^.*? (?:with|mit) (?=.*(?:certif|zertifi))/u.exec(text)?.[0] ?? ''
  const graded = CERTIFIED_WORD.test(behind) ? text : text.slice(Math.max(0, behind.length - 1))
  return { isAny, word: word?.text ?? names[0]?.written ?? '', names, grades: isAny ? scan(graded, GRADES) : [] }
}
