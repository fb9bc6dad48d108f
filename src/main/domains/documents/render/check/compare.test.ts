import { expect, test } from 'vitest'
import { compared, type ReadFile } from './compare.ts'

const expected = {
  contacts: ['Ada Weiß', 'ada@example.org', '+49 30 1234'],
  ordered: ['Experience', 'Engineer', 'Built a search service with Elasticsearch', 'Education', 'MSc Mathematics'],
  loose: ['Machine learning engineer', 'Acme', '2019 – 2021'],
  links: ['mailto:ada@example.org', 'https://example.org'],
}

const GOOD: ReadFile = {
  text: [
    'Ada Weiß',
    'Machine learning engineer',
    'ada@example.org  +49 30 1234',
    'Experience',
    'Engineer 2019 – 2021',
    'Acme',
    '• Built a search service',
    'with Elasticsearch',
    'Education',
    'MSc Mathematics',
  ].join('\n'),
  links: ['mailto:ada@example.org', 'https://example.org/'],
  pages: 1,
}

function failing(change: Partial<ReadFile>, more: { missing?: string[]; mostPages?: number } = {}) {
  const { checks, isOk } = compared({
    expected,
    read: { ...GOOD, ...change },
    missing: more.missing ?? [],
    uncutLetters: 28,
    mostPages: more.mostPages ?? null,
  })
  const failed = checks.filter((check) => !check.isOk)
  expect(isOk).toBe(failed.length === 0)
  return Object.fromEntries(failed.map(({ kind, samples }) => [kind, samples]))
}

const replaced = (from: string, to: string) => {
  expect(GOOD.text).toContain(from)
  return { text: GOOD.text.replace(from, to) }
}

test('a file that shows all of it passes', () => {
  expect(failing({})).toEqual({})
})

test('text: a line that is not there', () => {
  expect(failing(replaced('Acme\n', ''))).toEqual({ text: ['Acme'] })
})

test('order: sections that a program reads the other way round', () => {
  const text = GOOD.text
    .replace('Education\nMSc Mathematics', '')
    .replace('Experience', 'Education\nMSc Mathematics\nExperience')
  expect(failing({ text })).toEqual({ order: ['Education', 'MSc Mathematics'] })
})

test('contact: an e-mail address that is broken between two lines', () => {
  expect(failing(replaced('ada@example.org', 'ada@example.\norg'))).toEqual({
    contact: ['ada@example.org'],
    hyphenation: ['ada@example.org'],
  })
})

test('glyphs: a letter that comes out as another, and one that no font has', () => {
  expect(failing(replaced('Weiß', 'Wei\uFFFD'))).toEqual({ contact: ['Ada Weiß'], glyphs: ['ß', '\uFFFD'] })
  expect(failing({}, { missing: ['愛'] })).toEqual({ glyphs: ['愛'] })
})

test('hyphenation: a word cut at the end of a line, with a hyphen or without', () => {
  expect(failing(replaced('with Elasticsearch', 'with Elastic-\nsearch'))).toEqual({
    text: ['Built a search service with Elasticsearch'],
    hyphenation: ['Elasticsearch'],
  })
  expect(failing(replaced('with Elasticsearch', 'with Elastic\nsearch'))).toEqual({ hyphenation: ['Elasticsearch'] })
})

test('links: one that is missing, one that leads elsewhere', () => {
  expect(failing({ links: ['mailto:ada@example.org'] })).toEqual({ links: ['https://example.org'] })
  expect(failing({ links: [...GOOD.links, 'https://evil.example/'] })).toEqual({ links: ['https://evil.example/'] })
})

test('pages: more than asked for, or none', () => {
  expect(failing({ pages: 2 }, { mostPages: 1 })).toEqual({ pages: [] })
  expect(failing({ pages: 2 })).toEqual({})
  expect(failing({ pages: 0 })).toEqual({ pages: [] })
})
