import { expect, test } from 'vitest'
import { documentContentSchema, type DocumentLanguage } from '#shared/documents.ts'
import { wordsOfSpans } from './inline-text.ts'
import { toSheet } from './to-sheet.ts'

const claim = (id: string, text: string, isShown = true) => ({ id, text, isShown })

function resume(parts: object, { language = 'en', left = [] }: { language?: DocumentLanguage; left?: string[] } = {}) {
  const content = documentContentSchema.parse({ kind: 'resume', header: {}, sections: [], ...parts })
  const sheet = toSheet({ content, language, left: new Set(left) })
  if (sheet.kind !== 'resume') throw new Error('not a résumé')
  return sheet
}

const experience = {
  id: 'section01',
  kind: 'experience',
  items: [
    {
      id: 'itemone1',
      title: 'Engineer',
      organisation: 'Acme',
      bullets: [
        claim('bullet01', 'kept'),
        claim('bullet02', 'off', false),
        claim('bullet03', 'left out'),
        claim('bullet04', '  '),
      ],
    },
    { id: 'itemtwo1', title: 'Hidden', isShown: false },
    { id: 'itemthr1' },
  ],
}

test('what is switched off, left out or empty is not on the sheet', () => {
  const { sections } = resume({ sections: [experience] }, { left: ['bullet03'] })
  expect(sections).toHaveLength(1)
  expect(sections[0]?.items.map(({ title }) => title)).toEqual(['Engineer'])
  expect(sections[0]?.items[0]?.bullets.map(wordsOfSpans)).toEqual(['kept'])
})

test('a section without anything to show has no heading, nor has one that is switched off', () => {
  const sections = [
    { id: 'section02', kind: 'skills', groups: [{ id: 'groupon1', label: 'Languages', words: [' '] }] },
    { id: 'section03', kind: 'summary', paragraphs: [claim('paragr01', 'gone', false)] },
    { ...experience, isShown: false },
  ]
  expect(resume({ sections }).sections).toEqual([])
})

test('a section is headed by its own title, else in the language of the document', () => {
  expect(resume({ sections: [experience] }, { language: 'pl' }).sections[0]?.title).toBe('Doświadczenie zawodowe')
  expect(resume({ sections: [{ ...experience, title: 'Work' }] }, { language: 'pl' }).sections[0]?.title).toBe('Work')
})

test('a post without a title is named after its employer, once', () => {
  const section = { ...experience, items: [{ id: 'itemfou1', organisation: 'Acme', place: 'Bonn' }] }
  expect(resume({ sections: [section] }).sections[0]?.items[0]).toMatchObject({
    title: 'Acme',
    organisation: '',
    place: 'Bonn',
  })
})

test('the contacts: country in the language, addresses short, links only to pages', () => {
  const header = {
    name: 'Ada',
    email: 'a@b.de',
    phone: '+49 (0)30 12-34',
    city: 'Köln',
    countryCode: 'DE',
    links: [
      { label: 'GitHub', url: 'https://www.github.com/ada/' },
      { label: 'Portfolio', url: 'https://ada.dev' },
      { label: 'On request', url: '' },
    ],
  }
  expect(resume({ header }, { language: 'fr' }).header.contacts).toEqual([
    { kind: 'place', text: 'Köln, Allemagne', url: null },
    { kind: 'phone', text: '+49 (0)30 12-34', url: 'tel:+49301234' },
    { kind: 'email', text: 'a@b.de', url: 'mailto:a@b.de' },
    { kind: 'web', text: 'github.com/ada', url: 'https://www.github.com/ada/' },
    { kind: 'web', text: 'Portfolio: ada.dev', url: 'https://ada.dev' },
    { kind: 'web', text: 'On request', url: null },
  ])
  expect(resume({ header: { ...header, isPlaceShown: false } }).header.contacts[0]?.kind).toBe('phone')
})

test('an address that is none stays text', () => {
  const section = { ...experience, items: [{ id: 'itemfiv1', title: 'x', url: 'javascript:alert(1)' }] }
  expect(resume({ sections: [section] }).sections[0]?.items[0]?.web).toEqual({ text: 'javascript:alert(1)', url: null })
})

test('a German letter puts the company above the person, others below; each line of a paragraph is one', () => {
  const content = documentContentSchema.parse({
    kind: 'letter',
    header: { name: 'Ada' },
    recipient: { name: 'Frau Süß', company: 'Acme', address: 'Weg 1\n\n10115 Berlin' },
    paragraphs: [claim('paragr02', 'one\ntwo'), claim('paragr03', 'off', false)],
  })
  const german = toSheet({ content, language: 'de', left: new Set() })
  const english = toSheet({ content, language: 'en', left: new Set() })
  if (german.kind !== 'letter' || english.kind !== 'letter') throw new Error('not letters')
  expect(german.recipient).toEqual(['Acme', 'Frau Süß', 'Weg 1', '10115 Berlin'])
  expect(english.recipient.slice(0, 2)).toEqual(['Frau Süß', 'Acme'])
  expect(german.paragraphs.map(wordsOfSpans)).toEqual(['one', 'two'])
})
