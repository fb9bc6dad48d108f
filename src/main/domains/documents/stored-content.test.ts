import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentContentSchema, documentStyleSchema, type ResumeContent } from '#shared/documents.ts'
import { readContent, readStyle } from './stored-content.ts'

const RESUME = {
  kind: 'resume',
  header: { name: 'Ana Kovač', email: 'ana@example.org' },
  sections: [
    {
      id: 'sectionwork',
      kind: 'experience',
      items: [
        {
          id: 'postnr1',
          title: 'Engineer',
          start: '2020-01',
          bullets: [
            { id: 'bullet1', text: 'One' },
            { id: 'bullet2', text: 'Two', cites: ['factnr1'] },
          ],
        },
      ],
    },
  ],
}
/** The stored résumé with something in it that no longer fits. */
function broken(breakIt: (resume: ReturnType<typeof structuredClone<typeof RESUME>>) => object): string {
  return JSON.stringify(breakIt(structuredClone(RESUME)))
}
const bulletsOf = (content: ResumeContent) => content.sections[0]?.items[0]?.bullets.map(({ text }) => text)
function read(json: string) {
  const { value, problems } = readContent('resume', json)
  if (value.kind !== 'resume') throw new Error('No résumé')
  return { content: value, problems }
}

describe('a stored résumé', () => {
  test('that fits is read as it is', () => {
    const { content, problems } = read(JSON.stringify(RESUME))
    expect(problems).toEqual([])
    expect(content).toEqual(documentContentSchema.parse(RESUME))
  })

  test('loses only the sentence that cannot be read', () => {
    const json = JSON.stringify(RESUME).replace('"text":"One"', '"words":"One"')
    const { content, problems } = read(json)
    expect(bulletsOf(content)).toEqual(['Two'])
    expect(problems).toEqual(['sections.0.items.0.bullets.0.text'])
  })

  test('keeps what is too long as far as it fits', () => {
    const { content } = read(broken((resume) => ({ ...resume, header: { name: 'A'.repeat(500) } })))
    expect(content.header.name).toBe('A'.repeat(120))
    expect(bulletsOf(content)).toEqual(['One', 'Two'])
  })

  test('shows a section of a kind that is not known as another one, and a wrong date as none', () => {
    const json = JSON.stringify(RESUME).replace('"experience"', '"talks"').replace('2020-01', 'spring')
    const { content } = read(json)
    expect(content.sections[0]).toMatchObject({ kind: 'other', items: [{ start: null, title: 'Engineer' }] })
  })

  test('gives what has no id one, and forgets only the citation that is none', () => {
    const json = JSON.stringify(RESUME).replace('"id":"postnr1",', '').replace('"factnr1"', '"!"')
    const { content } = read(json)
    expect(content.sections[0]?.items[0]?.id).toMatch(/^[0-9a-f]{16}$/)
    expect(content.sections[0]?.items[0]?.bullets[1]).toMatchObject({ text: 'Two', cites: [] })
  })

  test('of another kind, or of no content at all, is an empty one', () => {
    expect(read('{"kind":"letter","header":{"name":"Ana"},"paragraphs":[]}').content).toMatchObject({
      kind: 'resume',
      header: { name: 'Ana' },
      sections: [],
    })
    for (const json of ['', '[]', 'null', '7', '{', '{}', '{"sections":{"a":1}}']) {
      const { content, problems } = read(json)
      expect(content.sections).toEqual([])
      expect(problems).not.toEqual([])
    }
  })
})

test('anything that was stored is read as content', () => {
  const anything = fc.json()
  const nearly = fc
    .record({ header: fc.jsonValue(), sections: fc.array(fc.jsonValue()), paragraphs: fc.jsonValue() })
    .map((value) => JSON.stringify(value))
  const item = fc.record({ id: fc.jsonValue(), title: fc.jsonValue(), bullets: fc.array(fc.jsonValue()) })
  const section = fc.record({ id: fc.constant('sectionone'), kind: fc.jsonValue(), items: fc.array(item) })
  const closely = fc.array(section).map((sections) => JSON.stringify({ kind: 'resume', header: {}, sections }))
  fc.assert(
    fc.property(fc.oneof(anything, nearly, closely), fc.constantFrom('resume', 'letter'), (json, kind) => {
      const { value } = readContent(kind, json)
      expect(value.kind).toBe(kind)
      expect(documentContentSchema.parse(value)).toEqual(value)
    }),
  )
})

test('a field of a style that does not fit takes its default, and the others hold', () => {
  const { value, problems } = readStyle('{"template":"baroque","scale":1.1,"accent":"#aabbcc","language":"de"}')
  expect(value).toEqual({
    ...documentStyleSchema.parse({}),
    scale: 1.1,
    accent: '#aabbcc',
    language: 'de',
  })
  expect(problems).toEqual(['template'])
  expect(readStyle('[').value).toEqual(documentStyleSchema.parse({}))
})
