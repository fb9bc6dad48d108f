import { describe, expect, test } from 'vitest'
import { careerSchema, type Person, personSchema } from '#shared/career.ts'
import { ownContacts } from './own-contacts.ts'
import { withoutContacts, withoutOwnContacts } from './without-contacts.ts'

const MIRA = personSchema.parse({
  name: 'Mira von Kovač',
  email: 'mira@example.org',
  phone: '+43 660 1234567',
  city: 'Wien',
  countryCode: 'AT',
  links: [{ label: 'Code', url: 'https://github.com/mirakovac' }],
})
const GONE = '[left out]'
/** Any text without the contacts of somebody of whom nothing else is known. */
const withoutOwn = (text: string, { person, company = '' }: { person: Person; company?: string }) =>
  withoutOwnContacts(text, {
    own: ownContacts({ career: careerSchema.parse({ person }), documents: [] }),
    company,
    title: '',
  })
const without = (text: string) => withoutContacts(text, { person: MIRA, named: '' })

describe('of what leads to the person nothing stays', () => {
  test.each([
    '+43 660 1234567',
    '+436601234567',
    '0660 1234567',
    '0660/1234567',
    '0660-123 45 67',
    '0660.12.34.567',
    '+43 (0) 660 1234567',
    '0043 660 123 4567',
    'github.com/mirakovac',
    'https://www.github.com/mirakovac/',
    'GitHub.com/MiraKovac',
    'geb. 03.03.1990',
    'geb. 1990',
    'geb. am 3. März 1990',
    'geboren in Wien am 03.03.1990',
    'Geburtsdatum: 3.3.1990',
    '03.03.1990 in Graz geboren',
    'born 3 March 1990',
    'born on March 3rd, 1990',
    'born in Vienna on 3 March 1990',
    'born in 1990',
    'Date of birth: 1990-03-03',
    'DOB 03/03/1990',
    '* 03.03.1990',
    '*03.03.1990',
    'né le 3 mars 1990',
    'née à Paris le 3 mars 1990',
    'né(e) le 03/03/1990',
    'nato il 3 marzo 1990',
    'nata a Roma il 03.03.1990',
    'nacida el 3 de marzo de 1990',
    'ur. 03.03.1990',
    'ur. 3 marca 1990',
    'född 1990-03-03',
    'Mira',
    'Kovač',
    'Kovac',
    'MIRA KOVAČ',
    'Hauptstraße 5, 10115 Berlin',
    'Hauptstr. 12a, D-10115 Berlin',
    'Lange Gasse 7/12, 1080 Wien',
    'Mariahilfer Straße 5/3, A-1060 Wien',
    'Am Markt 5, 10115 Berlin',
    'ul. Długa 5/7, 00-238 Warszawa',
    'Via Roma 12, 00184 Roma',
    '12 rue de la Paix, 75002 Paris',
    'Calle Mayor 5, 28013 Madrid',
    'Keizersgracht 123, 1015 CJ Amsterdam',
    'Storgatan 5, 111 22 Stockholm',
    'Rua Augusta 10, 1100-053 Lisboa',
    '221B Baker Street, London NW1 6XE',
  ])('%s', (said) => {
    for (const text of [said, `(${said})`, `Reach: ${said}; thanks`, `x\n${said}\ny`]) {
      const left = without(text)
      expect(left).toContain(GONE)
      expect(left.replaceAll(GONE, '')).not.toMatch(/\d|mira|kova|berlin|paris|roma/i)
    }
  })
})

test.each([
  'Built the pipeline for 40 suppliers in Python and Airflow.',
  'Cut the cost of storage by 30 % and saved 1,234,567 € a year.',
  'Processed 1.500.000 events a day, 12 000 000 a week.',
  'Served 0.66 million users and 1234 shops since 2019.',
  'Raised 43,660 € for 12 schools in 2021-03.',
  '* 2019: won the prize of 5000 €',
  '* 2019-05 to 2020-06 on leave',
  'The idea was born in 2019 and had 300 users.',
  'Reborn 1990s brand, 40 stores.',
  'NATO 1999 mission, 300 people.',
  'Ran Monitoring 5, 10000 Events',
  'Projekt Atlas 2, 10000 Nutzer',
  'Betreute Filialen 5, 12000 Kunden im Monat.',
  'Opened store 12, 10115 customers in the first year',
  'Worked in team 3, 2500 Tickets a month',
  'Kept p99 < 20 ms at 10 000 requests/s (2020-04 to 2022-12).',
  'ISO 27001, PCI DSS 4.0, Java 17, Python 3.12',
  'Umsatz von 3,5 Mio. € auf 7 Mio. € verdoppelt (2018–2020)',
  'Admiral and Miracle teams, 20 people von Anfang an.',
  'Moved 3 services from 10.0.0.1 to 10.0.0.2',
  'Led 12 engineers across 3 sites (Berlin 5, Wien 7).',
  'Call centre 24/7, 1 200 calls a day',
  'Jahresbudget 2 000 000 €, 25 Projekte, 98,5 % pünktlich',
  'Reduced tickets from 660 to 123, then to 45',
  'Placed 5th of 1200 teams in the 2018 final',
  'On the way 5, 10000 Steps',
  'Zusammen mit 4 Teams 14 Releases in 6 Monaten geliefert',
  'GPA 3.9/4.0, thesis 1,0, 120 ECTS',
  'Urbane Logistik: 450 Fahrzeuge, 11 Städte',
  'github.com/mirakovacs-team has 400 stars',
])('%s stays as it is', (text) => {
  expect(without(text)).toBe(text)
})

test('a skill that is somebody’s name, and a verb, stay', () => {
  const ruby = personSchema.parse({ name: 'Ruby Mark' })
  expect(withoutContacts('Wrote Ruby to mark 40 papers; Mark did.', { person: ruby, named: '' })).toBe(
    `Wrote Ruby to mark 40 papers; ${GONE} did.`,
  )
})

describe('of what stands around an address nothing is lost', () => {
  test.each([
    ['Siemens AG Hauptstraße 5, 10115 Berlin', `Siemens AG ${GONE}`],
    ['Siemens AG, Lange Gasse 7/12, 1080 Wien', `Siemens AG, ${GONE}`],
    ['Siemens AG Lange Gasse 7/12, 1080 Wien', `Siemens AG ${GONE}`],
    ['Prinz Eugen Straße 7, 1040 Wien', GONE],
    ['platz 5 1040 Wien', GONE],
    ['Hauptstr. 12a, 10115 Berlin Senior Engineer', `${GONE} Senior Engineer`],
    ['Am Markt 5, 10115 Berlin Python Airflow', `${GONE} Python Airflow`],
    ['Led the shop at Markt 5, 10115 Berlin', `Led the shop at ${GONE}`],
    ['Hauptstraße 5, 60311 Frankfurt am Main', GONE],
    ['Hauptstraße 5, 10115 Berlin im Team', `${GONE} im Team`],
    ['Hauptstraße 5, 10115 Berlin, 2019 to now', `${GONE}, 2019 to now`],
    ['Am Markt 5, 2010 Wien', GONE],
  ])('%s', (text, left) => {
    expect(without(text)).toBe(left)
  })

  test.each([
    'Data Engineer, Havelwerk GmbH, Wien, 2019-04 to now',
    'Moved the office from Wien to Berlin in 2019.',
    'Java 17, 2019 Berlin',
    'Winner of Hackathon 5, 2018 Hamburg',
    'Moved to Angular 17, 2023 Hamburg',
    'Speaker at DevConf 12, 2019 Hamburg',
    'Handed over on March 5, 2019 Hamburg',
  ])('%s stays as it is', (text) => {
    expect(without(text)).toBe(text)
  })
})

test('a short name of one word is no part of other words', () => {
  const tim = personSchema.parse({ name: 'Tim' })
  expect(withoutContacts('Tim optimised the timing of estimates.', { person: tim, named: '' })).toBe(
    `${GONE} optimised the timing of estimates.`,
  )
})

test.each([
  [{ name: 'Anne-Marie Dubois' }, 'Anne-Marie Dubois and Dubois', `${GONE} and ${GONE}`],
  [{ name: 'Ann', email: 'ann-b@two-words.example' }, 'ann-b@two-words.example', GONE],
  [{ name: 'Ann', phone: '+43-660-123-4567' }, 'call +43-660-123-4567.', `call ${GONE}.`],
  [{ name: 'Ann', links: [{ label: '', url: 'https://git-hub.example/ann-b' }] }, 'git-hub.example/ann-b', GONE],
  [{ name: 'Ann (C++) [x] {y} ^z$ a|b' }, 'Ann (C++) [x] {y} ^z$ a|b', GONE],
])('signs in the contacts mean what they are: %o', (person, text, left) => {
  expect(withoutContacts(text, { person: personSchema.parse(person), named: '' })).toBe(left)
})

describe('who bears the name of the employer', () => {
  const max = personSchema.parse({ name: 'Max Bosch', email: 'max@bosch-family.example', phone: '+49 711 5550123' })
  const named = 'Robert Bosch GmbH\nEngineer\nStuttgart'

  test('finds the employer in the facts, and not the own name', () => {
    expect(withoutContacts('Max Bosch wired Bosch sensors. Max did.', { person: max, named })).toBe(
      `${GONE} wired Bosch sensors. ${GONE} did.`,
    )
  })

  test('finds the posting as it is, but for the own contacts', () => {
    const posting = [
      'Robert Bosch GmbH, Robert-Bosch-Platz 1, 70839 Gerlingen, jobs@bosch.example, +49 711 4000',
      'Dear Max Bosch, we wrote to max@bosch-family.example and called 0711 5550123.',
    ]
    expect(withoutOwn(posting.join('\n'), { person: max, company: 'Robert Bosch GmbH' }).split('\n')).toEqual([
      posting[0],
      `Dear ${GONE}, we wrote to ${GONE} and called ${GONE}.`,
    ])
  })

  test('keeps an employer that bears the whole name', () => {
    const own = { person: max, company: 'Max Bosch Elektro GmbH' }
    expect(withoutOwn('Max Bosch Elektro GmbH looks for you.', own)).toBe('Max Bosch Elektro GmbH looks for you.')
  })
})

test.each([
  ['Meir 12, 2000 Antwerpen', 'Antwerp'],
  ['Meir 12, 2018 Antwerpen', ''],
  ['Bredgade 12, 1950 København', 'Copenhagen'],
  ['Graben 12, 2000 Neuchâtel', 'Neuchatel'],
  ['Gruben 3, 2012 Zürich', 'Zurich'],
  ['Java 12, 2012 Wien', 'Vienna'],
])('a postcode that could be a year hides no address: %s, of one who lives in "%s"', (text, city) => {
  const person = personSchema.parse({ name: 'Mira Kovač', city })
  expect(withoutContacts(`Reach: ${text}, thanks`, { person, named: '' })).toBe(`Reach: ${GONE}, thanks`)
})

test('a name is found however its accents are written', () => {
  for (const name of ['Mira von Kovač', 'Mira von Kovač'.normalize('NFD')]) {
    const person = { ...MIRA, name }
    for (const form of ['NFC', 'NFD'] as const) {
      const text = 'Dear Mira von Kovač, write.'.normalize(form)
      expect(withoutOwn(text, { person })).toBe(`Dear ${GONE}, write.`)
      expect(withoutContacts('Kovač did.'.normalize(form), { person, named: '' })).toBe(`${GONE} did.`)
      expect(withoutContacts('Kovač did.', { person, named: 'Kovač GmbH'.normalize(form) })).toBe('Kovač did.')
    }
  }
})

test('a name is named by whole words', () => {
  const person = personSchema.parse({ name: 'Al Li' })
  expect(withoutOwn('Dear Al Li,', { person, company: 'Global Lighting' })).toBe(`Dear ${GONE},`)
  expect(withoutOwn('Al Li & Sons', { person, company: 'Al Li & Sons' })).toBe('Al Li & Sons')
})
