import type { Question, Target } from './attempt.ts'
import type { AiMessage } from './provider.ts'
import { schemaInstruction } from './structured.ts'

/** The messages as this provider gets them: with the schema in words where it does not hold its answers to one by itself. Pure. */
export function messagesFor(
  { model }: Pick<Target, 'model'>,
  { jsonSchema, messages }: Pick<Question, 'jsonSchema' | 'messages'>,
): readonly AiMessage[] {
  if (jsonSchema === null || model.hasSchema) return messages
  const [first, ...rest] = messages
  const instruction = schemaInstruction(jsonSchema)
  // Some local models know only one message of the system, the first.
  if (first?.role !== 'system') return [instruction, ...messages]
  return [{ role: 'system', text: `${first.text}\n\n${instruction.text}` }, ...rest]
}

/** What is sent, to be read by the user. Pure. */
export function sentText({ name, model }: Target, { messages, jsonSchema, maxOutputTokens }: Question): string {
  const schema = model.hasSchema ? jsonSchema : null
  return JSON.stringify({ to: name, model: model.id, maxOutputTokens, schema, messages }, null, 2)
}
