import type { EmploymentType, Workplace } from '#shared/facts.ts'
import { judge } from '../../enrich/workplace/judge.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { isRegion, placesIn } from './places.ts'
import { isCalledLikeRole, namesLooseRole, namesRole, roleTitle } from './roles.ts'
import words from './words.json' with { type: 'json' }

/** What the first line of a posting says. */
export interface Header {
  readonly company: string | null
  /** The roles that it names; empty when it names none. */
  readonly roles: readonly string[]
  /** "Multiple roles", "Engineering"; null when there is nothing of the kind. */
  readonly looseRole: string | null
  readonly places: readonly string[]
  readonly workplace: Workplace | null
  readonly employmentType: EmploymentType | null
  readonly pay: string | null
}

const BARS = /\s*[|｜¦│┃ǀ∣]+\s*/
const DASHES = /\s+[-–—]+\s+|\s*[•·]\s*/
const MAX_HEADER_CHARS = 700
const MAX_DASHED_CHARS = 250
const MAX_COMPANY_CHARS = 80
const LINK = /(?:https?:\/\/|www\.)[^\s|)>\]]+|[\w.+-]+@[\w-]+\.[\w.-]+/gi
const DOMAIN =
  /^(?:[a-z0-9-]+\.)+(?:com|io|ai|co|dev|app|org|net|tech|de|eu|uk|fr|nl|jobs|so|sh|xyz|careers|health|bio|fi|se|ch|no|dk|es|pl|pt|it|at|be|ie|us|ca|me|gg|ly|inc|cloud|software|engineering|works|studio|energy|finance|build|run|work|team)(?:\/\S*)?$/i
const BATCH = /\(\s*(?:YC\b[^()]*|[WSFX]\d{2})\s*\)|\s+YC\s?[WSFX]\d{2}$/gi
const MONEY =
  /(?:[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|PLN|SEK|DKK|NOK|CZK|CAD|AUD|SGD|INR)\b)\s?\d|\d[\d.,]*\s?k\b|\d\s?(?:[€£$]|(?:USD|EUR|GBP|CHF|PLN|SEK|DKK|NOK|CZK|CAD|AUD|SGD|INR)\b)/i
const OTHER_MONEY =
  /\b(?:raised|series|seed|fund(?:ing|ed)?|arr|mrr|revenue|valuation|users|customers|employees|backed|aum|401\s?\(?k\)?)\b|\d\s?(?:m|mm|mn|b|bn|million|billion)\b/i
const PAPERS = /\b(?:visas?|h-?1b|sponsor(?:s|ship)?|relocation|work permits?)\b/i
/** Conditions of work, which "interns" among them does not make a role. */
const CONDITIONS =
  /\b(?:full-?\s?time|part-?\s?time|contract(?:ors?)?|freelancers?|interns|internships?|remote|on-?\s?site|hybrid|visas?|and|or)\b/gi
const NO_NAME = new RegExp(`^(?:${words.notNames.join('|')})\\b`, 'i')
const SEEKERS = new RegExp(`^\\W*(?:${words.seekers.join('|')})\\b`, 'i')

/** Reads the line "Company | Role | Place | REMOTE | VISA | Full-time | pay | address" in whatever order and completeness, with bars
 *  or, when it is plainly such a line, with dashes. Null for a line that is none: a sentence, somebody who looks for work. Pure. */
export function readHeader(line: string): Header | null {
  if (line.length > MAX_HEADER_CHARS || SEEKERS.test(line)) return null
  const barred = fieldsOf(line, BARS)
  if (barred.length > 1) {
    const [first = '', ...rest] = barred
    const header = headerOf([...fieldsOf(first, DASHES), ...rest], { line, isBarred: true })
    return saysSomething(header) ? header : null
  }
  const dashed = line.length <= MAX_DASHED_CHARS ? fieldsOf(line, DASHES) : []
  if (dashed.length < 3) return null
  const header = headerOf(dashed, { line, isBarred: false })
  const isPlaced = header.places.length > 0 || header.workplace !== null
  return header.company !== null && isPlaced ? header : null
}

/** More than a name and a remark. */
function saysSomething(header: Header): boolean {
  const { roles, looseRole, places, workplace, employmentType, pay } = header
  return roles.length + places.length > 0 || [looseRole, workplace, employmentType, pay].some((said) => said !== null)
}

function fieldsOf(line: string, separator: RegExp): readonly string[] {
  return line
    .split(separator)
    .map((field) => field.trim())
    .filter((field) => /[\p{L}\p{N}]/u.test(field))
}

interface Field {
  readonly text: string
  readonly kind: 'link' | 'role' | 'pay' | 'condition' | 'place' | 'other'
  readonly places: readonly string[]
}

function headerOf(written: readonly string[], { line, isBarred }: { line: string; isBarred: boolean }): Header {
  const fields = written.map(readField)
  const company = companyAmong(fields, isBarred)
  const others = fields.filter((field) => field !== company?.field)
  const roles = [...(company?.role ?? []), ...others.filter(({ kind }) => kind === 'role').map(({ text }) => text)]
  const loose = others.find(({ kind, text }) => kind === 'other' && namesLooseRole(text))
  const workplace = judge(line.replace(LINK, ' ')).workplace
  return {
    company: company?.name ?? null,
    roles: [...new Set(roles.map(roleTitle))].filter((role) => role !== ''),
    looseRole: loose === undefined ? null : roleTitle(loose.text) || null,
    places: [...new Set(others.flatMap(({ places }) => places))],
    workplace: workplace === 'unknown' ? null : workplace,
    employmentType: employmentAmong(others),
    pay: others.find(({ kind }) => kind === 'pay')?.text ?? null,
  }
}

function readField(written: string): Field {
  const text = written
    .replace(LINK, ' ')
    .replace(/[([]\s*[)\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const field = (kind: Field['kind'], places: readonly string[] = []): Field => ({ text, kind, places })
  if (!/[\p{L}\p{N}]/u.test(text) || DOMAIN.test(text)) return field('link')
  if (MONEY.test(text) && !OTHER_MONEY.test(text) && !namesRole(text)) return field('pay')
  if (namesRole(text) && /\p{L}/u.test(text.replace(CONDITIONS, ''))) return field('role')
  const places = placesIn(text)
  if (places.length > 0) return field('place', places)
  return field(isCondition(text) ? 'condition' : 'other')
}

/** Where, how long and with which papers people work. */
function isCondition(text: string): boolean {
  return (
    PAPERS.test(text) || employmentTypeOf([text]) !== null || (text.length <= 80 && judge(text).workplace !== 'unknown')
  )
}

interface Company {
  readonly field: Field
  readonly name: string
  /** The role that stands with it: "Acme is hiring a data engineer". */
  readonly role: readonly string[]
}

/** The first field is the company, unless it plainly is something else; then the second may be it. */
function companyAmong(fields: readonly Field[], isBarred: boolean): Company | null {
  const [first, second, ...rest] = fields
  if (first === undefined) return null
  const together = first.kind === 'role' ? companyAndRole(first) : null
  if (together !== null) return together
  const isSecond = second?.kind === 'other' && !namesLooseRole(second.text)
  // "Engineers Gate | Software Engineer": companies are called like roles, cities and their own addresses.
  const isLikeRole = isCalledLikeRole(first.text) && [second, ...rest].some((field) => field?.kind === 'role')
  const isName =
    first.kind === 'other' || (isBarred && isLikeName(first)) || (!isSecond && (isLikeRole || isLikeName(first)))
  const field = isName ? first : isSecond ? second : null
  const name = field === null ? null : companyName(field.text)
  return field === null || name === null ? null : { field, name, role: [] }
}

function isLikeName({ kind, text }: Field): boolean {
  return (kind === 'place' && !/,/.test(text) && !isRegion(text)) || (kind === 'link' && /^[\w-]+\.\w+$/.test(text))
}

/** "Data engineer at Acme", "Acme is hiring a data engineer", "Acme: data engineer". A field that only has a role's word in it
 *  ("Developer Tools Inc") is taken as a role. */
function companyAndRole(field: Field): Company | null {
  const at = /^(.{3,100}?)\s+(?:at|@)\s+(.{2,80})$/i.exec(field.text)
  const hiring = /^(.{2,80}?)(?:\s+is)?\s*(?:hiring|seeking|looking for|:|\s[-–—])\s*(?:an?\s+)?(.{3,120})$/i.exec(
    field.text,
  )
  const [written, role] = at !== null && namesRole(at[1] ?? '') ? [at[2], at[1]] : [hiring?.[1], hiring?.[2]]
  if (written === undefined || role === undefined || namesRole(written) || !namesRole(role)) return null
  const name = companyName(written)
  return name === null ? null : { field, name, role: [role] }
}

/** Without address, batch of an accelerator and remarks; null when that leaves no name. */
function companyName(text: string): string | null {
  const name = text
    .replace(BATCH, ' ')
    .replace(/\((?:[^()]*\b(?:[a-z0-9-]+\.)+[a-z]{2,}[^()]*|\s*)\)/gi, ' ')
    .replace(/\s+(?:is|are)\s+hiring\b.*$/i, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:*–—-]+|[\s,;:*(–—-]+$/g, '')
  return name.length > MAX_COMPANY_CHARS || NO_NAME.test(name) || !/\p{L}|\d/u.test(name) ? null : name
}

/** One kind, or none where the header leaves the choice ("Full-time or contract"). "INTERNS" says that they are welcome, too. */
function employmentAmong(fields: readonly Field[]): EmploymentType | null {
  const said = fields
    .filter(({ kind }) => kind !== 'role' && kind !== 'link')
    .flatMap(({ text }) => text.split(/\s*[,/;&+|]\s*|\s+(?:or|and)\s+/i))
    .filter((part) => !/\b(?:interns|internships)\b/i.test(part))
    .flatMap((part) => employmentTypeOf([part]) ?? [])
  const [type, ...others] = new Set(said)
  return type !== undefined && others.length === 0 ? type : null
}
