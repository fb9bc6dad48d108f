import type { z } from 'zod'
import { type Failure, unfinished } from './failure.ts'
import type { Finish } from './provider.ts'
import { isRefusal, readAnswer } from './structured.ts'

/** What came of an answer. */
export interface Answer {
  readonly failure: Failure | null
  readonly issues: readonly string[]
  readonly json: unknown
}

interface Read {
  readonly provider: string
  readonly text: string
  /** Null: the answer is prose. */
  readonly schema: z.ZodType | null
}

/** What an answer is worth, whole or not. Pure but for the schema. */
export function answerIn(finish: Finish, read: Read): Answer {
  const { provider, text, schema } = read
  const failure = verdictOf(finish, read)
  // An answer that failed already is not worth reading, nor putting right.
  if (schema === null || failure !== null) return { failure, issues: [], json: null }
  const reading = readAnswer(text, schema)
  if (reading.kind === 'fits') return { failure: null, issues: [], json: reading.value }
  return { failure: misfit(provider, text, reading.issues), issues: reading.issues, json: null }
}

/** Tokens of words are shorter; a run of spaces may be one token. */
const MOST_CHARS_PER_TOKEN = 24
const BAD = { state: 'bad_answer', mayPass: false, retryAt: null, isFree: false } as const

/** Longer than so many tokens can be. Pure. */
export function isOverlong(text: string, maxOutputTokens: number): boolean {
  return text.length > maxOutputTokens * MOST_CHARS_PER_TOKEN
}

function verdictOf(finish: Finish, { provider, text, schema }: Read): Failure | null {
  if (finish === 'refused' || (text.trim() !== '' && isRefusal(text))) {
    return { ...BAD, state: 'refused', message: `The model of ${provider} declined to answer.` }
  }
  if (finish === null) return unfinished({ provider, hasText: text !== '' })
  if (text.trim() === '') return unfinished({ provider, hasText: false })
  if (finish === 'length' && schema !== null) {
    return { ...BAD, message: `The answer of ${provider} is longer than it was given room for.` }
  }
  return null
}

function misfit(provider: string, text: string, issues: readonly string[]): Failure {
  if (isRefusal(text)) return { ...BAD, state: 'refused', message: `The model of ${provider} declined to answer.` }
  return { ...BAD, message: `The answer of ${provider} is not of the form that was asked for (${issues[0] ?? ''}).` }
}
