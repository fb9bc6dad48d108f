import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPastedText } from './pasted-text.ts'

describe('a pasted text', () => {
  test.each<[string, { title: string; company: string | null; location?: string | null; url?: string | null }]>([
    [
      'Senior Data Engineer at Acme GmbH\nBerlin\nWe build things.',
      { title: 'Senior Data Engineer', company: 'Acme GmbH' },
    ],
    ['Data Engineer (m/w/d) bei Kranich AG\n\nAufgaben: …', { title: 'Data Engineer (m/w/d)', company: 'Kranich AG' }],
    ['Ingénieur données chez Brume\nParis', { title: 'Ingénieur données', company: 'Brume' }],
    [
      'ML Engineer | Remote\nCompany: Tidemark\nLocation: Lisbon, Portugal\n…',
      { title: 'ML Engineer', company: 'Tidemark', location: 'Lisbon, Portugal' },
    ],
    [
      'Stelle: Datenanalyst\nArbeitgeber: Dünenwind\nOrt: Köln\nText',
      { title: 'Datenanalyst', company: 'Dünenwind', location: 'Köln' },
    ],
    [
      'DevOps Engineer\nApply: https://acme.example/jobs/7.',
      { title: 'DevOps Engineer', company: null, url: 'https://acme.example/jobs/7' },
    ],
    ['Engineer at heart\nWe look for people.', { title: 'Engineer at heart', company: null }],
    [
      '\n\n  Backend Developer  \r\n\r\nGo and PostgreSQL.',
      { title: 'Backend Developer', company: null, location: null },
    ],
  ])('%j', (text, expected) => {
    expect(readPastedText(text)).toMatchObject(expected)
  })

  test.each(['', '   ', 'Hi', 'https://acme.example/jobs/1\nhttps://acme.example/jobs/2', '12345\n67890', '–\n–'])(
    'is no posting: %j',
    (text) => {
      expect(readPastedText(text)).toBeNull()
    },
  )

  test('keeps the whole text as the description and quotes only what is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
        const read = readPastedText(text)
        if (read === null) return
        expect(read.description).toBe(text.trim())
        const said = [read.title, read.company, read.location, read.url].filter((part) => part !== null)
        for (const part of said) expect(text.replace(/\r\n?/g, '\n')).toContain(part)
      }),
    )
  })
})
