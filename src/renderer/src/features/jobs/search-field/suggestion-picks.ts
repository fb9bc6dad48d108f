import type { Suggestion } from '#shared/jobs.ts'
import type { JobsView } from '../view/jobs-url.ts'

const SKILLS_MAX = 20
const CITIES_MAX = 60

/** What the search becomes when a suggestion is taken: a skill or city is a filter, a company a field of the text, a title words of it.
 *  What was typed before the part that the suggestion stands for stays. Pure. */
export function takeSuggestion(
  typed: string,
  suggestion: Pick<Suggestion, 'kind' | 'value' | 'from'>,
  view: Pick<JobsView, 'skills' | 'cities'>,
): Pick<JobsView, 'text'> & Partial<Pick<JobsView, 'skills' | 'cities'>> {
  const { kind, value, from } = suggestion
  const head = typed.slice(0, from).trimEnd()
  const withText = (end: string) => ({ text: head === '' ? end : `${head} ${end}` })
  if (kind === 'title') return withText(plainWords(value))
  if (kind === 'skill' && hasRoom(view.skills, value, SKILLS_MAX)) {
    return { text: head, skills: withValue(view.skills, value) }
  }
  if (kind === 'city' && hasRoom(view.cities, value, CITIES_MAX)) {
    return { text: head, cities: withValue(view.cities, value) }
  }
  return withText(inField(kind, value))
}

function hasRoom(values: readonly string[], value: string, most: number): boolean {
  return isAmong(values, value) || values.length < most
}

function withValue(values: readonly string[], value: string): string[] {
  return isAmong(values, value) ? [...values] : [...values, value]
}

function isAmong(values: readonly string[], value: string): boolean {
  return values.some((other) => other.toLowerCase() === value.toLowerCase())
}

function inField(field: string, value: string): string {
  return `${field}:"${value.replaceAll('"', ' ').trim()}"`
}

/** Signs that mean something in a search would be read as such. */
function plainWords(title: string): string {
  return title
    .replaceAll(/["()|*]/g, ' ')
    .replaceAll(/(^|\s)-+/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** A field of the search that begins as typed. It stands for the text from letter `from` on. */
export interface FieldWord {
  readonly name: string
  readonly about: string
  readonly from: number
}

const FIELDS: readonly (readonly [name: string, about: string])[] = [
  ['title', 'only in job titles'],
  ['company', 'only in company names'],
  ['city', 'only in places'],
  ['skill', 'jobs that ask for it'],
  ['source', 'jobs from it'],
]
const LAST_WORD = /(?<=^|[\s(|-])[a-z]+$/i

/** The fields whose names begin like the last word of the text. Pure. */
export function fieldWords(typed: string): FieldWord[] {
  const match = LAST_WORD.exec(typed)
  if (match === null) return []
  const word = match[0].toLowerCase()
  return FIELDS.filter(([name]) => name.startsWith(word)).map(([name, about]) => ({ name, about, from: match.index }))
}

/** Whether a suggestion for a text still holds when more was typed since: it begins so, or one of its words does. Until newer ones are
 *  there, only such ones are shown. Pure. */
export function stillFits(
  suggestion: Pick<Suggestion, 'value' | 'from'>,
  texts: { readonly asked: string; readonly typed: string },
): boolean {
  const { asked, typed } = texts
  if (typed === asked) return true
  if (!typed.startsWith(asked)) return false
  const part = typed.slice(suggestion.from).trimEnd().toLowerCase()
  const value = suggestion.value.toLowerCase()
  return value.startsWith(part) || value.includes(` ${part}`)
}
