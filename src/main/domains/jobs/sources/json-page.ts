import { HttpProblem, parseJson } from '#main/infra/http/http.ts'
import type { SourceAnswer } from './source.ts'

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

function anotherShape(answer: Pick<SourceAnswer, 'url'>, what: string): HttpProblem {
  const host = URL.parse(answer.url)?.host ?? 'The server'
  return new HttpProblem('unreadable', `${host} sent JSON of another shape: it ${what}`)
}
