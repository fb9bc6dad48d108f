import { expect, test } from 'vitest'
import { z } from 'zod'
import { isRefusal, jsonSchemaOf, readAnswer, repairMessages } from './structured.ts'

const schema = z.object({
  title: z.string().max(10),
  format: z.enum(['a', 'b']),
  bullets: z.array(z.object({ text: z.string().min(1), cites: z.array(z.string()).max(3) })).max(2),
  note: z.string().nullable().default(null),
})

test('the schema that is sent is in the part of the language that all providers take', () => {
  const sent = jsonSchemaOf(schema)
  expect(sent).toMatchObject({
    type: 'object',
    required: ['title', 'format', 'bullets', 'note'],
    additionalProperties: false,
    properties: {
      title: { type: 'string' },
      format: { enum: ['a', 'b'] },
      bullets: { type: 'array', items: { required: ['text', 'cites'], additionalProperties: false } },
    },
  })
  expect(JSON.stringify(sent)).not.toMatch(/\$schema|maxLength|minLength|maxItems|default/)
})

const GOOD = { title: 'x', format: 'a', bullets: [], note: null }

test.each([
  ['plain', JSON.stringify(GOOD)],
  ['in a block', `\`\`\`json\n${JSON.stringify(GOOD)}\n\`\`\``],
  ['in a block that says not of what', `\`\`\`\n${JSON.stringify(GOOD)}\n\`\`\` Good luck {or not}.`],
  ['with words around it', `Here it is: ${JSON.stringify(GOOD)} Good luck.`],
  ['without what has a default', '{"title":"x","format":"a","bullets":[]}'],
])('an answer %s', (_name, text) => {
  expect(readAnswer(text, schema)).toEqual({ kind: 'fits', value: GOOD })
})

test.each([
  ['no JSON', 'It is good.', /not JSON/],
  ['empty', '', /not JSON/],
  ['half of it', '{"title": "x", "bul', /not JSON/],
  ['a block that is opened and padded for long', `\`\`\`json${' '.repeat(500_000)}`, /not JSON/],
  ['another form', '{"unexpected": true}', /title/],
  ['too much', JSON.stringify({ ...GOOD, title: 'x'.repeat(11) }), /title/],
  ['a wrong word', JSON.stringify({ ...GOOD, format: 'c' }), /format/],
])('%s does not fit', (_name, text, issue) => {
  const reading = readAnswer(text, schema)
  expect(reading.kind === 'misfits' && reading.issues.join()).toMatch(issue)
})

test('a polluting answer sets nothing', () => {
  expect(readAnswer('{"__proto__": {"isAdmin": true}, "title":"x","format":"a","bullets":[]}', schema).kind).toBe(
    'fits',
  )
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
})

test('the repair tells what was wrong, after the answer that was', () => {
  const messages = repairMessages([{ role: 'user', text: 'Q' }], { answer: '{}', issues: ['title: missing'] })
  expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user'])
  expect(messages.at(-1)?.text).toContain('- title: missing')
})

test.each([
  ['I’m sorry, but I can’t help with that.', true],
  ["  I can't assist with this request", true],
  ['Es tut mir leid, aber ich kann dabei nicht helfen.', true],
  ['I am a data engineer with ten years in the trade.', false],
  ['{"text": "I’m sorry, but I can’t"}', false],
])('%j is a refusal: %s', (text, expected) => {
  expect(isRefusal(text)).toBe(expected)
})
