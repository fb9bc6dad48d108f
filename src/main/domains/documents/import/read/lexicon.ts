import headings from '#resources/resume-headings.json' with { type: 'json' }
import words from '#resources/resume-words.json' with { type: 'json' }
import { foldSame } from './fold-same.ts'

export type SectionKind = keyof typeof headings.sections
export type LabelKind = keyof typeof words.labels

/** Letters, digits and single spaces. */
export function plain(text: string): string {
  return foldSame(text)
    .replaceAll(/[^\p{L}\p{N}&+]+/gu, ' ')
    .trim()
}

const KINDS = Object.keys(headings.sections).filter((kind): kind is SectionKind => kind in headings.sections)
const sections = new Map<string, SectionKind>()
for (const kind of KINDS) {
  for (const phrase of headings.sections[kind]) if (!sections.has(plain(phrase))) sections.set(plain(phrase), kind)
}
const documentWords = new Set(headings.document.map(plain))
const joints = new Set(headings.joints.map(plain))
const JOINT = new RegExp(
  ` (?:${[...joints]
    .filter((joint) => joint !== '')
    .map((joint) => joint.replaceAll('+', String.raw`\+`))
    .join('|')}) `,
  'u',
)
const MAX_HEADING_CHARS = 60

/** The section that a text is the heading of, alone or together with another's; null when it is none. Pure. */
export function headingKind(text: string): SectionKind | null {
  if (text.length > MAX_HEADING_CHARS || /[.;!?@]$/u.test(text)) return null
  const key = plain(text.replace(/^\s*(?:\d{1,2}|[ivx]{1,4})[.)]\s+/iu, ''))
  const known = sections.get(key)
  if (known !== undefined) return known
  if (isSetApart(text) || isCapitals(text)) return squeezed.get(key.replaceAll(' ', '')) ?? null
  const parts = key.split(JOINT)
  if (parts.length < 2) return null
  const kinds = parts.map((part) => sections.get(part))
  const [first] = kinds
  return first !== undefined && kinds.every((kind) => kind !== undefined) ? first : null
}

const squeezed = new Map([...sections].toReversed().map(([phrase, kind]) => [phrase.replaceAll(' ', ''), kind]))

/** "EDUC AT I O N": capitals set apart, some of which stand closer than others. */
function isSetApart(text: string): boolean {
  return text === text.toUpperCase() && /(?:^|\s)\p{Lu}(?=\s|$)/u.test(text) && text.replaceAll(/\s/gu, '').length > 4
}

/** "OMNIE": the space between words whose letters stand apart is lost. */
const isCapitals = (text: string) => /^\p{Lu}{5,}$/u.test(text)

const PHRASES = [...sections].filter(([phrase]) => phrase.length > 4).toSorted(([a], [b]) => b.length - a.length)

/** The section whose heading stands within a text that is known to be a heading by its looks ("Career to date"). Pure. */
export function headingWithin(text: string): SectionKind | null {
  const key = ` ${plain(text)} `
  return PHRASES.find(([phrase]) => key.includes(` ${phrase} `))?.[1] ?? null
}

export const isHeadingText = (text: string): boolean => headingKind(text.replace(/:\s*$/u, '')) !== null

const references = new Set(headings.references.map(plain))

/** Whether other people stand below the heading, with addresses that are not the person's. Pure. */
export const isReferences = (heading: string): boolean => references.has(plain(heading))

/** "Curriculum vitae", "Lebenslauf". */
export const isDocumentWord = (text: string): boolean => documentWords.has(plain(text))

/** A text without the words that only say what the document is. */
export function withoutDocumentWord(text: string): string {
  for (const word of headings.document) {
    const key = foldSame(word)
    const low = foldSame(text)
    if (low.startsWith(`${key} `) || low.startsWith(`${key}:`) || low.startsWith(`${key}\t`))
      return text.slice(key.length).replace(/^[\s:–—|-]+(?:(?:of|von|de|di)\s)?/u, '')
    if (low.endsWith(` ${key}`)) return text.slice(0, -key.length).replace(/[\s:–—|-]+$/u, '')
  }
  return text
}

const LABEL_KINDS = Object.keys(words.labels).filter((kind): kind is LabelKind => kind in words.labels)
const labels = new Map<string, LabelKind>()
for (const kind of LABEL_KINDS)
  for (const label of words.labels[kind]) if (!labels.has(plain(label))) labels.set(plain(label), kind)

/** What a field of a form or table is for ("Geburtsdatum:", "Name and address of employer"). Pure. */
export function labelKind(text: string): LabelKind | null {
  if (text.length > MAX_HEADING_CHARS) return null
  return labels.get(plain(text)) ?? null
}

export const isLabelText = (text: string): boolean => labelKind(text) !== null

interface Labelled {
  readonly kind: LabelKind
  readonly label: string
  readonly value: string
}

/** "Tel.: +49 …", or a label and its value in two cells; null for another line. Pure. */
export function labelled(text: string, cells: readonly string[]): Labelled | null {
  const [first = '', ...rest] = cells
  if (rest.length > 0) {
    const kind = labelKind(first)
    if (kind !== null) return { kind, label: first, value: rest.join(' ').replace(/^[:\s]+/u, '') }
  }
  const colon = /^([^:：]{1,60})[:：]\s*(?=\S)/u.exec(text)
  const kind = colon === null ? null : labelKind(colon[1] ?? '')
  return colon === null || kind === null ? null : { kind, label: colon[1] ?? '', value: text.slice(colon[0].length) }
}

interface Patterns {
  readonly whole: ReadonlySet<string>
  readonly heads: readonly string[]
  readonly tails: readonly string[]
  readonly insides: readonly string[]
}

function patternsOf(list: readonly string[]): Patterns {
  const keys = list.map((word) => foldSame(word))
  const cut = (word: string) => word.replaceAll('*', '')
  return {
    whole: new Set(keys.filter((word) => !word.includes('*'))),
    heads: keys.filter((word) => word.endsWith('*') && !word.startsWith('*')).map(cut),
    tails: keys.filter((word) => word.startsWith('*') && !word.endsWith('*')).map(cut),
    insides: keys.filter((word) => word.startsWith('*') && word.endsWith('*')).map(cut),
  }
}

const titlePatterns = patternsOf(words.titles)
const companyPatterns = patternsOf(words.companies)
const institutionPatterns = patternsOf(words.institutions)
const degreePatterns = patternsOf(words.degrees)

const wordsOf = (text: string) =>
  foldSame(text)
    .replaceAll(/\b([bm])\. (?=(?:sc|a|eng|ed)\b)/gu, '$1.')
    .split(/[^\p{L}\p{N}.&-]+/u)
    .filter((word) => word !== '')

function matches(word: string, { whole, heads, tails, insides }: Patterns): boolean {
  if (whole.has(word) || whole.has(word.replace(/\.$/u, ''))) return true
  return (
    heads.some((head) => word.startsWith(head)) ||
    tails.some((tail) => word.endsWith(tail)) ||
    insides.some((inside) => word.includes(inside))
  )
}

function count(text: string, patterns: Patterns): number {
  return wordsOf(text)
    .slice(0, 30)
    .flatMap((word) => (word.includes('-') && !matches(word, patterns) ? word.split('-') : [word]))
    .filter((word) => matches(word, patterns)).length
}

/** "Reichelsdorf & Partner": part of a name. */
const AND_PARTNER = /(?:&|\+)\s*Partner(?!\p{L})/u

/** How many of its words are words of job titles. */
export const titleWords = (text: string): number => count(text.replace(AND_PARTNER, ''), titlePatterns)
export const companyWords = (text: string): number => count(text, companyPatterns)
export const institutionWords = (text: string): number => count(text, institutionPatterns)
export const degreeWords = (text: string): number => count(text, degreePatterns)
export const isTitleWord = (word: string): boolean => titleWords(word) > 0
export const isDegreeWord = (word: string): boolean => matches(foldSame(word), degreePatterns)

const LEGAL_FORM =
  /(?:^|[\s,])(?:g?gmbh|ag|se|kg|ohg|ug|e\.\s?v\.|ltd\.?|limited|llc|llp|inc\.?|corp\.?|plc|s\.?a\.?s\.?|s\.?a\.?r\.?l\.?|s\.?a\.?|s\.\s?l\.(?:\s?u\.)?|s\.?l\.?u?\.?|s\.\s?r\.\s?l\.?|s\.?r\.?l\.?|s\.\s?p\.\s?a\.?|s\.?p\.?a\.?|s\.\s?a\.?|sagl|oü|b\.\s?v\.|b\.?v\.?|n\.?v\.?|ab|oyj?|asa|a\/s|aps|i\/s|k\/s|ehf|lda\.?|p?jsc|tov|pte|pvt|uab|sia|zrt|nyrt|e?ood|j?\.?d\.\s?o\.\s?o\.?|eg|e\.\s?g\.|gbr|mbb|partg|sp\.\s?k\.|sp\.\s?j\.|a\.s\.|doo|s\.c\.|s\.c\.r\.l\.|cvba|vof|v\.o\.f\.|a\.d\.|s\.\s?coop\.?(?:\s(?:ltda|mad|and)\.?)?|og|sp\.\s?z\s?o\.\s?o\.|s\.r\.o\.|kft\.?)(?=$|[\s,)])/u

/** In small letters a word of many languages. */
const NORWEGIAN_FORM = /\s(?:AS|ANS)$/u

/** Whether a legal form stands in it. */
export const hasLegalForm = (text: string): boolean => LEGAL_FORM.test(foldSame(text)) || NORWEGIAN_FORM.test(text)

/** Where the last legal form of it ends; null for none. Pure. */
export function legalFormEnd(text: string): number | null {
  const form = [...foldSame(text).matchAll(new RegExp(LEGAL_FORM.source, 'gu'))].at(-1)
  return form === undefined ? null : form.index + form[0].trimEnd().length
}

/** Whether the last word is a legal form, whose stop ends no sentence. Pure. */
export const endsWithLegalForm = (text: string): boolean => legalFormEnd(text) === text.trimEnd().length

const types = new Set(words.types.map(plain))
/** "Full-time", "Vollzeit": how much or on what terms, which is neither title nor company. */
export const isEmploymentType = (text: string): boolean => types.has(plain(text))

const gaps = words.gaps.map(plain)
const selfEmployed = new Set(words.selfEmployed.map(plain))

/** "Elternzeit", "Military service": time that is no post. Pure. */
export function isTimeOut(text: string): boolean {
  const key = ` ${plain(text)} `
  return gaps.some((gap) => key.includes(` ${gap} `) && (key.startsWith(` ${gap} `) || titleWords(text) === 0))
}

/** "Self-employed", which stands where an employer would. Pure. */
export const isSelfEmployment = (text: string): boolean => selfEmployed.has(plain(text))

const SELF_WORD = new RegExp(
  String.raw`(?<!\p{L})(?:${words.selfEmployed.filter((word) => /^\p{L}{6,}$/u.test(word)).join('|')})\p{L}{0,2}(?!\p{L})`,
  'iu',
)

/** "Freiberuflicher" of "Freiberuflicher Berater": that somebody worked for themselves, as it is written; null for none. Pure. */
export const selfEmploymentIn = (title: string): string | null => SELF_WORD.exec(title)?.[0] ?? null

const groups = new Set(words.groups.map(plain))

/** "Industry", "Internships": what parts the posts of a section. Pure. */
export const isGroupName = (text: string): boolean => groups.has(plain(text))

const disciplines = new Set(words.disciplines.map(plain))

/** "Data Science": what somebody works on, which is no employer. Pure. */
export const isDiscipline = (text: string): boolean => disciplines.has(plain(text))

const fields = new Set(words.fields.map(foldSame))

/** "Data Products": only words of what somebody works on. Pure. */
export const isAllFields = (text: string): boolean => wordsOf(text).every((word) => fields.has(word))

const theses = words.theses.map(plain)

/** "Masterarbeit: …": what a degree was written on, whatever year it names. Pure. */
export function isThesis(text: string): boolean {
  const key = plain(text)
  return theses.some((thesis) => key === thesis || key.startsWith(`${thesis} `))
}

const bareSchools = new Set(words.bareSchools.map(plain))

/** "High School": a kind of school, which names none. Pure. */
export const isBareSchool = (text: string): boolean => bareSchools.has(plain(text))
