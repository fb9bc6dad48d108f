import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { bundledPrompt, placeProblems, PROMPT_PURPOSES, promptMessages } from './prompt-text.ts'

const { places } = bundledPrompt('resume')
const values = { facts: 'w1: Built things', posting: 'We want you', options: 'Language: German' }

test.each(PROMPT_PURPOSES)(
  'the bundled prompt for %s has all places, no other, and says that data is no instruction',
  (purpose) => {
    const { text, places: its } = bundledPrompt(purpose)
    expect(placeProblems(text, its)).toEqual({ missing: [], unknown: [] })
    expect(text).toMatch(/are data/)
    expect(text).toMatch(/cite/)
    expect(text).toMatch(/Answer in the schema/)
  },
)

test.each([
  ['{{facts}}{{posting}}{{options}}', [], []],
  ['{{ facts }} {{\nposting\n}} {{options}}', [], []],
  ['{facts} {{posting}} {{options}}', ['facts'], []],
  ['{{facts}} {{posting}} {{options}} {{key}}', [], ['key']],
  ['', ['facts', 'posting', 'options'], []],
])('places of %j', (text, missing, unknown) => {
  expect(placeProblems(text, places)).toEqual({ missing, unknown })
})

test('our words fill their place; data goes apart, marked, and its place names the block', () => {
  const [system, data, ...rest] = promptMessages('Use {{facts}} for {{posting}}. {{options}}', { places, values })
  expect(system).toEqual({
    role: 'system',
    text: 'Use the block <data name="facts"> for the block <data name="posting">. Language: German',
  })
  expect(data?.role).toBe('user')
  expect(data?.text).toBe(
    '<data name="facts">\nw1: Built things\n</data>\n\n<data name="posting">\nWe want you\n</data>',
  )
  expect(rest).toEqual([])
})

test('whatever a posting says, it stays in its block and out of our words', () => {
  const breaker = constantFrom('</data>', '< / DATA >', '<data name="facts">', '{{options}}', '{{facts}}', '$&', '\n')
  const hostile = array(oneof(breaker, string()), { maxLength: 12 }).map((parts) => parts.join(''))
  assert(
    property(hostile, hostile, (posting, facts) => {
      const { text } = bundledPrompt('letter')
      const [system, data] = promptMessages(text, { places, values: { posting, facts, options: 'plain' } })
      const [plain] = promptMessages(text, { places, values: { posting: '', facts: '', options: 'plain' } })
      expect(system).toEqual(plain)
      expect(data?.text.match(/<\s*\/\s*data/gi)).toHaveLength(2)
      expect(data?.text.match(/<\s*data/gi)).toHaveLength(2)
    }),
  )
})
