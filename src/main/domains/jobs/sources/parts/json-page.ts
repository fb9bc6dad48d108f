import { HttpProblem, parseJson } from '#main/infra/http/http.ts'
import type { SourceAnswer } from '../source.ts'

/** The top level of a JSON answer. Throws HttpProblem 'unreadable' for text that is not JSON and for JSON that is no object. */
export function jsonObject(answer: Pick<SourceAnswer, 'text' | 'url'>): Readonly<Record<string, unknown>> {
  const value = parseJson({ ...answer, status: 200 })
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw anotherShape(answer, 'is no object')
  return value as Readonly<Record<string, unknown>>
}

/** The list under `key`. Throws HttpProblem 'unreadable' when there is none: an API that answers with something else is not empty. */
export function listUnder(answer: Pick<SourceAnswer, 'text' | 'url'>, key: string): readonly unknown[] {
  const value = jsonObject(answer)[key]
  if (!Array.isArray(value)) throw anotherShape(answer, `has no list "${key}"`)
  return value
}

/** How an answer's items are found, whatever stands around them. */
export interface ItemForm {
  /** Names under which their list comes, the usual one first. */
  readonly keys: readonly string[]
  /** Whether an object is an item by itself: a detail page, or one item where a list is usual. */
  readonly isItem: (value: Readonly<Record<string, unknown>>) => boolean
}

/** The items of any of an API's answers: a list under one of the keys, the bare list, or a single item. `envelope` is the object
 *  around them, empty for a bare list. Throws HttpProblem 'unreadable' for an answer that is none of these. */
export function jsonItems(
  answer: Pick<SourceAnswer, 'text' | 'url'>,
  form: ItemForm,
): { readonly items: readonly unknown[]; readonly envelope: Readonly<Record<string, unknown>> } {
  const value = parseJson({ ...answer, status: 200 })
  if (Array.isArray(value)) return { items: value as readonly unknown[], envelope: {} }
  if (!isObject(value)) throw anotherShape(answer, 'is no object and no list')
  for (const key of form.keys) {
    const items = itemsIn(value[key], form)
    if (items !== null) return { items, envelope: value }
  }
  const items = itemsIn(value, form) ?? nothingIn(value, form)
  if (items !== null) return { items, envelope: value }
  throw anotherShape(answer, `has no list "${form.keys[0] ?? ''}"`)
}

/** Some servers write null for an empty list, beside a count of nothing. */
function nothingIn(value: Readonly<Record<string, unknown>>, form: ItemForm): readonly unknown[] | null {
  const isZero = (count: unknown): boolean => count === 0 || count === '0'
  const counts = Object.values(value).some((count) => isZero(count) || (isObject(count) && isZero(count['value'])))
  return counts && form.keys.some((key) => value[key] === null) ? [] : null
}

/** Some servers write a list with gaps as an object of numbered items. */
function itemsIn(value: unknown, form: ItemForm): readonly unknown[] | null {
  if (Array.isArray(value)) return value as readonly unknown[]
  if (!isObject(value)) return null
  if (form.isItem(value)) return [value]
  const numbered = Object.entries(value)
  return numbered.length > 0 && numbered.every(([key]) => /^\d+$/.test(key)) ? numbered.map(([, item]) => item) : null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function anotherShape(answer: Pick<SourceAnswer, 'url'>, what: string): HttpProblem {
  const host = URL.parse(answer.url)?.host ?? 'The server'
  return new HttpProblem('unreadable', `${host} sent JSON of another shape: it ${what}`)
}
