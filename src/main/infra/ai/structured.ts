import { z } from 'zod'
import type { AiMessage, JsonSchema } from './provider.ts'
import { REFUSAL_STARTS } from './models.ts'

/** Keywords that not every provider takes; the answer is checked by the whole schema anyway. */
const NOT_SENT: ReadonlySet<string> = new Set([
  '$schema',
  'default',
  'format',
  'pattern',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'propertyNames',
])
const FENCE = '```'
/** Problems of an answer that the model is told of. */
const ISSUES_TOLD = 12

/** The JSON schema of a zod schema in the part of the language that all providers take: every property is required and nothing else is
 *  allowed. Pure. */
export function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const plain: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return isObject(plain) ? strict(plain) : {}
}

/** What the model is told where the provider does not hold it to the schema. Pure. */
export function schemaInstruction(schema: JsonSchema): AiMessage {
  const text = `Answer with one JSON value that fits this JSON Schema, and with nothing before or after it:\n${JSON.stringify(schema)}`
  return { role: 'system', text }
}

export type Reading =
  | { readonly kind: 'fits'; readonly value: unknown }
  | { readonly kind: 'misfits'; readonly issues: readonly string[] }

/** Reads an answer as JSON, also out of a code block or with words around it, and checks it. Pure. */
export function readAnswer(text: string, schema: z.ZodType): Reading {
  const value = jsonIn(text)
  if (value === undefined) return { kind: 'misfits', issues: ['It is not JSON.'] }
  const parsed = schema.safeParse(value)
  if (parsed.success) return { kind: 'fits', value: parsed.data }
  const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`)
  return { kind: 'misfits', issues: issues.slice(0, ISSUES_TOLD) }
}

/** The question put again, with what was wrong. Pure. */
export function repairMessages(
  messages: readonly AiMessage[],
  { answer, issues }: { answer: string; issues: readonly string[] },
): AiMessage[] {
  const text = `Your answer does not fit the schema:\n${issues.map((issue) => `- ${issue}`).join('\n')}\nAnswer again with the whole JSON value, put right, and nothing else.`
  return [...messages, { role: 'assistant', text: answer === '' ? '(empty)' : answer }, { role: 'user', text }]
}

/** Whether an answer in prose declines to answer. Pure. */
export function isRefusal(text: string): boolean {
  const start = text.trimStart().slice(0, 80).toLowerCase().replaceAll('’', "'")
  return REFUSAL_STARTS.some((words) => start.startsWith(words))
}

function jsonIn(text: string): unknown {
  const fenced = fencedIn(text)
  const from = text.search(/[{[]/)
  const until = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'))
  const between = from >= 0 && until > from ? text.slice(from, until + 1) : undefined
  for (const candidate of [text, fenced, between]) {
    const value = candidate === undefined ? undefined : parsed(candidate)
    if (value !== undefined) return value
  }
  return undefined
}

/** What is in the first code block. */
function fencedIn(text: string): string | undefined {
  const opening = text.indexOf(FENCE)
  const closing = opening < 0 ? -1 : text.indexOf(FENCE, opening + FENCE.length)
  if (closing < 0) return undefined
  const inside = text.slice(opening + FENCE.length, closing)
  return inside.slice(0, 4).toLowerCase() === 'json' ? inside.slice(4) : inside
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    // No JSON: exactly the question that was asked.
    return undefined
  }
}

function strict(node: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(node).filter(([key]) => !NOT_SENT.has(key))
  const made = Object.fromEntries(kept.map(([key, value]) => [key, key === 'properties' ? eachOf(value) : deep(value)]))
  if (!isObject(made['properties'])) return made
  return { ...made, required: Object.keys(made['properties']), additionalProperties: false }
}

/** Names of properties are no keywords: one may be called "format". */
function eachOf(properties: unknown): unknown {
  if (!isObject(properties)) return properties
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, deep(value)]))
}

function deep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(deep)
  return isObject(value) ? strict(value) : value
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
