import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { careerSchema, type Person, personSchema } from '#shared/career.ts'
import { type DocumentContent, letterContentSchema, resumeContentSchema } from '#shared/documents.ts'
import { foldedText, withoutFolded } from './folded-text.ts'
import { readHome } from './home-line.ts'
import { ownContacts } from './own-contacts.ts'
import { withoutOwnContacts } from './without-contacts.ts'

const GONE = '[left out]'

interface Known {
  readonly person?: Partial<Person>
  readonly summary?: string
  readonly documents?: readonly DocumentContent[]
  readonly company?: string
}

function without(text: string, { person = {}, summary = '', documents = [], company = '' }: Known): string {
  const career = careerSchema.parse({ person, summary })
  return withoutOwnContacts(text, { own: ownContacts({ career, documents }), company, title: '' })
}

const header = (person: Partial<Person>) => ({ ...personSchema.parse(person), isPlaceShown: true })
const letter = (change: object) =>
  letterContentSchema.parse({ kind: 'letter', header: header({}), recipient: {}, ...change })

describe('an address that is known goes, however it is spelled', () => {
  test.each([
    ['Graben 12, 2000 Stockerau', 'Graben 12, 2000 Stockerau'],
    ['Graben 12, 2000 Stockerau', 'GRABEN 12, 2000 STOCKERAU'],
    ['Graben 12, 2000 Stockerau', 'graben 12 2000 stockerau'],
    ['Graben 12, 2000 Stockerau', 'Graben 12\n2000 Stockerau'],
    ['Graben 12, 2000 Stockerau', 'Graben 12\r\nA-2000 Stockerau'],
    ['Graben 12, 2000 Stockerau', 'Graben\u00a012,\u00a0AT-2000\u00a0Stockerau'],
    ['Graben 12, 2000 Stockerau', 'Graben 12 | 2000 Stockerau'],
    ['Graben 12, 2000 Stockerau', 'Graben Nr. 12, 2000 Stockerau'],
    ['Graben 12, 2000 Stockerau', 'Graben 12/3/7, 2000 Stockerau'],
    ['Graben 12, 2000 Stockerau', 'Graben 12 Stiege 2 Top 5, 2000 Stockerau'],
    ['Graben 12, 2000 Stockerau', 'Graben 12, Stockerau'],
    ['Graben 12, 2000 Stockerau', 'Graben 12 a'],
    ['Graben 12, 2000 Stockerau', '2000 Stockerau, Graben 12'],
    ['2000 Stockerau, Graben 12', 'Graben 12, 2000 Stockerau'],
    ['Graben 12', 'Graben 12, 2000 Stockerau'],
    ['Graben 12, Stockerau, Österreich', 'Graben 12, 2000 Stockerau'],
    ['Mühlgasse 7/12, 1080 Wien', 'Muehlgasse 7/12, 1080 Wien'],
    ['Mühlgasse 7/12, 1080 Wien', 'Muhlgasse 7, 1080 Wien'],
    ['Muehlgasse 7, 1080 Wien', 'MÜHLGASSE 7/12, A-1080 WIEN'],
    ['Mühlgasse 7, 1080 Wien', 'Mühl-\ngasse 7, 1080 Wien'],
    ['Mühlgasse 7, 1080 Wien', 'Mühlgasse 7, 1080 Wien'.normalize('NFD')],
    ['Mühlgasse 7, 1080 Wien'.normalize('NFD'), 'Mühlgasse 7, 1080 Wien'],
    ['Rosa-Luxemburg-Straße 5, 10178 Berlin', 'Rosa Luxemburg Strasse 5, 10178 Berlin'],
    ['Rosa-Luxemburg-Straße 5, 10178 Berlin', 'Rosa-Luxemburg-Str. 5, D-10178 Berlin'],
    ['Rosa-Luxemburg-Straße 5, 10178 Berlin', 'ROSA-LUXEMBURG-STRASSE 5\n10178 BERLIN'],
    ['Rosa-Luxemburg-Straße 5, 10178 Berlin', 'Rosa-Luxemburg-\nStraße 5\n10178 Berlin'],
    ['Rosa-Luxemburg-Str. 5, 10178 Berlin', 'Rosa-Luxemburg-Straße 5'],
    ['Hauptstraße 5a, 04109 Leipzig', 'Hauptstr.5a, 04109 Leipzig'],
    ['Hauptstraße 5a, 04109 Leipzig', 'Haupt Straße 5 A, 04109 Leipzig'],
    ['Hauptstrasse 5, 8001 Zürich', 'Hauptstraße 5, CH-8001 Zuerich'],
    ['Schloßstraße 1, 14059 Berlin', 'Schlossstrasse 1, 14059 Berlin'],
    ['Schlossstraße 1, 14059 Berlin', 'Schloß-Str. 1'],
    ['Goethestraße 9, 60313 Frankfurt am Main', 'Göthestr. 9, 60313 Frankfurt am Main'],
    ['Straße des 17. Juni 135, 10623 Berlin', 'Str. des 17. Juni 135, 10623 Berlin'],
    ['Sankt-Peter-Hauptstraße 29, 8042 Graz', 'St. Peter Hauptstraße 29, 8042 Graz'],
    ['12 Baker Street, London', '12, Baker St., London'],
    ['221B Baker Street, London NW1 6XE', '221b baker street'],
    ['12 rue de la Paix, 75002 Paris', '12 Rue de la Paix, 75002 Paris'],
    ['ul. Długa 5/7, 00-238 Warszawa', 'ul. Dluga 5/7, 00-238 Warszawa'],
    ['Calle Mayor 5, 28013 Madrid', 'C/ Mayor 5, 28013 Madrid'],
  ])('%j as %j', (city, said) => {
    for (const text of [
      said,
      `Arbeitsort (${said}).`,
      `Wir kamen zu ${said}; danach nichts.`,
      `oben\n\n${said}\n\nunten`,
    ]) {
      const left = without(text, { person: { city } })
      expect(left).toBe(text.normalize('NFC').replace(said.normalize('NFC'), GONE))
    }
  })

  test.each([
    'Graben 120, 2000 Stockerau',
    'Graben 1, 2000 Stockerau',
    'Untergraben 12',
    'Grabens 12',
    'Der Graben, 12 Meter tief',
    'Wien 12',
    'Stockerau',
    '2000 Stockerau',
    'Graben',
    '12 Graben-Arbeiter',
    'seit 2012 in Stockerau',
  ])('%s is something else', (text) => {
    expect(without(text, { person: { city: 'Graben 12' } })).toBe(text)
  })
})

const STOCKERAU = 'Graben 12, 2000 Stockerau'

describe('an address is known from', () => {
  test.each<[string, Known]>([
    ['the place of the career', { person: { city: STOCKERAU } }],
    ['the header of a document', { documents: [letter({ header: header({ city: STOCKERAU }) })] }],
    ['the date line of a letter', { documents: [letter({ dateLine: `${STOCKERAU}, am 3. März 2026` })] }],
    ['a paragraph that is the sender', { documents: [letter({ paragraphs: [{ id: 'sender', text: STOCKERAU }] })] }],
    [
      'a section of a résumé that is the sender',
      {
        documents: [
          resumeContentSchema.parse({
            kind: 'resume',
            header: header({}),
            sections: [
              { id: 'sectionone', kind: 'other', paragraphs: [{ id: 'sender', text: 'Graben 12\nA-2000 Stockerau' }] },
            ],
          }),
        ],
      },
    ],
    [
      'a summary that says how the user is reached',
      { person: { email: 'mira@example.org' }, summary: `Reach me: mira@example.org, ${STOCKERAU}. I like pipelines.` },
    ],
  ])('%s', (_from, known) => {
    expect(without(`Sie wohnen am Graben 12, 2000 Stockerau, und wir auch.`, known)).toBe(
      `Sie wohnen am ${GONE}, und wir auch.`,
    )
  })

  test.each<[string, Known]>([
    ['nothing at all: then the user has to look', {}],
    [
      'the recipient of a letter',
      { documents: [letter({ recipient: { name: '', company: 'X', address: STOCKERAU } })] },
    ],
    [
      'a sentence in which an address stands among other words',
      {
        documents: [
          letter({ paragraphs: [{ id: 'sentence', text: `Ich leitete die Filiale ${STOCKERAU}, drei Jahre.` }] }),
        ],
      },
    ],
  ])('not from %s', (_from, known) => {
    expect(without(STOCKERAU, known)).toBe(STOCKERAU)
  })

  test('and what another header says of e-mail, phone and name is known, too', () => {
    const documents = [
      letter({ header: header({ name: 'Mira Kovač-Huber', email: 'other@example.org', phone: '+43 1 5551234' }) }),
    ]
    expect(without('Mira Kovač-Huber, other@example.org, 01 555 12 34', { documents })).toBe(
      `${GONE}, ${GONE}, ${GONE}`,
    )
  })
})

const MIRA = { name: 'Mira Kovač', email: 'mira@example.org', phone: '+43 660 1234567' }

describe('an address beside an own contact is an own one, although nobody told it', () => {
  test.each([
    [`Mira Kovač\n${STOCKERAU}`, `${GONE}\n${GONE}`],
    ['Mira Kovač\nGraben 12\n2000 Stockerau\nmira@example.org', `${GONE}\n${GONE}\n${GONE}`],
    ['Graben 12\n2000 Stockerau\nTel. 0660 1234567', `${GONE}\nTel. ${GONE}`],
    [`Von: mira@example.org, 2000 Stockerau, Graben 12.`, `Von: ${GONE}, ${GONE}.`],
    [
      'Elbtal GmbH, Hauptstraße 5, 04109 Leipzig\nAn: Mira Kovač, Hauptstraße 9, 04109 Leipzig',
      `Elbtal GmbH, Hauptstraße 5, 04109 Leipzig\nAn: ${GONE}, ${GONE}`,
    ],
    [
      'Mira Kovač\nGraben 12\n2000 Stockerau\n\nElbtal\nHafenstraße 3\n20457 Hamburg',
      `${GONE}\n${GONE}\n\nElbtal\nHafenstraße 3\n20457 Hamburg`,
    ],
    [`Mira Kovač\n\n${STOCKERAU}`, `${GONE}\n\n${STOCKERAU}`],
    [
      `Mira Kovač. ${'Wir bauen Datenstrecken. '.repeat(12)}${STOCKERAU}`,
      `${GONE}. ${'Wir bauen Datenstrecken. '.repeat(12)}${STOCKERAU}`,
    ],
  ])('%j', (text, left) => {
    expect(without(text, { person: MIRA })).toBe(left)
  })

  test('unless the employer bears the own name', () => {
    const text = `Mira Kovač Consulting, ${STOCKERAU}`
    expect(without(text, { person: MIRA, company: 'Mira Kovač Consulting' })).toBe(text)
  })
})

describe('where the user lives an address loses its street, and keeps its place', () => {
  const person = { city: 'Leipzig' }
  test.each([
    ['Kommen Sie in die Hauptstraße 5, 04109 Leipzig.', `Kommen Sie in die ${GONE} Leipzig.`],
    ['Am Markt 5, 04109 Leipzig', `${GONE} Leipzig`],
    ['Hauptstraße 5\n04109 Leipzig', `${GONE} Leipzig`],
  ])('%j', (text, left) => {
    expect(without(text, { person, company: 'Elbtal Analytics' })).toBe(left)
  })

  test.each([
    'Elbtal Analytics, Hauptstraße 5, 04109 Leipzig, sucht Sie.',
    'ELBTAL ANALYTICS\nHauptstraße 5\n04109 Leipzig',
    'Nordlicht Daten AG, Hauptstraße 5, 04109 Leipzig',
    'Place: Leipzig. Wir sitzen in Leipzig, 04109 Leipzig.',
    'Hauptstraße 5, 20457 Hamburg',
  ])('%j stays: it is an employer’s, or elsewhere, or no street', (text) => {
    expect(without(text, { person, company: 'Elbtal Analytics' })).toBe(text)
  })
})

test.each([
  ['', { street: '', house: '', postcode: '', city: '' }],
  ['Wien', { street: '', house: '', postcode: '', city: 'Wien' }],
  ['Wien, Österreich', { street: '', house: '', postcode: '', city: 'Wien' }],
  ['1080 Wien', { street: '', house: '', postcode: '1080', city: 'Wien' }],
  ['A-1080 Wien', { street: '', house: '', postcode: '1080', city: 'Wien' }],
  ['Graben 12, 2000 Stockerau', { street: 'Graben', house: '12', postcode: '2000', city: 'Stockerau' }],
  ['12 Baker Street, London', { street: 'Baker Street', house: '12', postcode: '', city: 'London' }],
  ['Lange Gasse 7/12', { street: 'Lange Gasse', house: '7/12', postcode: '', city: '' }],
  ['Wien, 3. März 2026', { street: '', house: '', postcode: '', city: 'Wien' }],
  ['Paris 75', { street: 'Paris', house: '75', postcode: '', city: '' }],
])('%j says where somebody lives', (line, home) => {
  expect(readHome(line)).toEqual(home)
})

test('a folded text knows where each sign was', () => {
  const { text, places } = foldedText('Aß 𝔸ﬁ Ü')
  expect(text).toBe('ass afi u')
  expect(places).toEqual([0, 1, 1, 2, 3, 5, 5, 6, 7, 8])
})

test('whatever the text and whatever is looked for, nothing else is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (before, after) => {
      const cut = withoutFolded(`${before}⟦Straße⟧${after}`, {
        patterns: [/⟦strasse⟧/gu],
        instead: GONE,
      })
      expect(cut).toBe(`${before}${GONE}${after}`)
    }),
  )
})

test('a long text of a stranger is read in a moment’s work, and cannot make it hang', () => {
  const person = { ...MIRA, city: 'Rosa-Luxemburg-Straße 5, 10178 Berlin' }
  for (const piece of ['s', 'Rosa-', 'Rosa Luxemburg Straße ', 'Graben 12 ', '12 ', '- ', 'straß']) {
    const text = piece.repeat(Math.ceil(24_000 / piece.length))
    expect(without(text, { person }).length).toBeGreaterThan(0)
  }
})
