import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { person } from '../claims/labelled.fixture.ts'
import type { AskedPosting } from '../compose/asked-posting.ts'
import { DATA_POSTING, postingOf } from '../compose/posting.fixture.ts'
import { resumeFromCareer } from '../resume-from-career.ts'
import type { AtsInput } from './ats-input.ts'
import { readDegreeAsks } from './degree-terms.ts'
import { matchAts } from './match-ats.ts'
import { titleTerm } from './title-term.ts'

const { career, profile } = person('A')
const content = resumeFromCareer(career, profile, 'en')
const check = { isOk: true, pages: 1, checks: [] }
const CONTACT = 'Mira Kovač\nmira.kovac@example.org\n'
const DATES = '2021 2018 2016 2015 2012 2022 2017 2023\n'

function match(text: string, change: Partial<AtsInput> = {}) {
  return matchAts({
    posting: DATA_POSTING,
    text: CONTACT + DATES + text,
    content,
    style: { template: 'plain', language: 'en' },
    check,
    career,
    profile,
    ...change,
  })
}

function term(name: string, text: string, posting: AskedPosting = DATA_POSTING) {
  const found = match(text, { posting }).terms.find((one) => one.term === name)
  if (!found) throw new Error(`${name} is no term`)
  return found
}

describe('terms', () => {
  it('tells musts from what is nice to have', () => {
    const weights = Object.fromEntries(match('').terms.map(({ term: name, weight }) => [name, weight]))
    expect(weights).toMatchObject({
      Python: 'required',
      Kafka: 'required',
      Redis: 'nice',
      Terraform: 'nice',
      Bachelor: 'required',
      English: 'required',
      German: 'nice',
      'Senior Data Engineer': 'required',
    })
  })

  it.each([
    ['PostgreSQL', 'Databases: Postgres, Redis', 'Postgres', 1],
    ['Kubernetes', 'Ran services on K8s. Taught Kubernetes.', 'K8s', 2],
    ['Kafka', 'Apache\nKafka in production', 'Apache Kafka', 1],
    ['Bachelor', 'MSc Computer Science', 'msc', 1],
    ['English', 'Englisch C1', 'Englisch', 1],
    ['Senior Data Engineer', 'Data Engineer, Aurora Freight', 'Data Engineer, Aurora Freight', 1],
  ])('finds %s in "%s"', (name, text, foundAs, times) => {
    expect(term(name, text)).toMatchObject({ isFound: true, foundAs, times })
  })

  it.each([
    ['Kafka', 'I like the novels of Franz K.'],
    ['Bachelor', 'Abitur 2010'],
    ['Python', 'Pythonic thinking'],
    ['Senior Data Engineer', 'Data entry and engineering of bridges'],
  ])('does not find %s in "%s"', (name, text) => {
    expect(term(name, text)).toMatchObject({ isFound: false, foundAs: null, times: 0 })
  })

  it('knows what the career could truly say', () => {
    expect(term('Python', '').isInCareer).toBe(true)
    expect(term('Terraform', '').isInCareer).toBe(false)
  })

  it('finds inflected German words', () => {
    const posting = postingOf({
      title: 'Projektleiter (m/w/d)',
      company: 'Werk AG',
      descriptionText:
        'Anforderungen\n- Datenbanken mit PostgreSQL\n- Abgeschlossenes Studium\n- Deutsch\nVon Vorteil\n- Kenntnisse in Docker',
    })
    const found = match('Projektleiterin\nDiplom-Ingenieur (FH)\nDeutschkenntnisse\nDocker-Container', { posting })
    expect(found.terms.filter(({ isFound }) => isFound).map(({ term: name }) => name)).toEqual(
      expect.arrayContaining(['Projektleiter', 'University degree', 'German', 'Docker']),
    )
  })

  it.each([
    ['Senior Data Engineer (m/f/d)', 'Senior Data Engineer'],
    ['Softwareentwickler:in m/w/d – Berlin', 'Softwareentwickler'],
    ['Data Scientist, Pricing', 'Data Scientist'],
    ['Remote | Backend Engineer | Vollzeit', 'Backend Engineer'],
    ['Berlin: Data Engineer', 'Data Engineer'],
    ['Hamburg – Projektleiter (m/w/d)', 'Projektleiter'],
    ['Pflege, Station 4', 'Pflege'],
  ])('reads the job of the title %s', (title, expected) => {
    expect(titleTerm(title)).toBe(expected)
  })
})

describe('the degree asked for', () => {
  const degrees = (descriptionText: string) =>
    readDegreeAsks(descriptionText).map(({ classes, isNice }) => [
      classes.length > 3 ? 'any' : classes.join(' '),
      isNice,
    ])

  it.each([
    'No degree required.',
    'Abitur nicht erforderlich',
    'Ein Studium ist keine Voraussetzung, ein abgeschlossenes Studium nicht notwendig.',
    'You work with BA tools and the MA team.',
    'Wir bieten Betreuung im Master.',
    'We sponsor your MBA.',
    'Themen für Masterarbeiten und Bachelorarbeiten',
  ])('is none in "%s"', (text) => {
    expect(degrees(text)).toEqual([])
  })

  it.each([
    ['Bachelor required, a PhD is not necessary.', [['bachelor', false]]],
    ['BA or MA in Economics', [['bachelor master', false]]],
    ['A BA degree', [['bachelor', false]]],
    ['Abgeschlossenes Studium der Informatik', [['any', false]]],
    ["Master's degree preferred", [['master', true]]],
  ])('is read from "%s"', (text, expected) => {
    expect(degrees(text)).toEqual(expected)
  })
})

describe('the score', () => {
  it('is the found weight of all', () => {
    expect(match('').scorePercent).toBe(0)
    expect(
      match('Senior Data Engineer. Python, Kafka, PostgreSQL, Kubernetes, Redis, Terraform. BSc. English, German.')
        .scorePercent,
    ).toBe(100)
  })

  it('is null for a posting that names nothing', () => {
    const posting = postingOf({ title: '', company: 'X', descriptionText: 'We are nice.' })
    expect(match('Python', { posting }).scorePercent).toBeNull()
  })

  it('never falls when a term more is found', () => {
    const words = [
      'Python',
      'Kafka',
      'Postgres',
      'K8s',
      'Redis',
      'Terraform',
      'BSc',
      'English',
      'German',
      'Senior Data Engineer',
    ]
    fc.assert(
      fc.property(fc.subarray(words), fc.constantFrom(...words), (some, more) => {
        const before = match(some.join('\n')).scorePercent ?? 0
        expect(match([...some, more].join('\n')).scorePercent).toBeGreaterThanOrEqual(before)
      }),
      { numRuns: 60 },
    )
  })
})

describe('warnings', () => {
  const codes = (text: string, change: Partial<AtsInput> = {}) => match(text, change).warnings.map(({ code }) => code)
  const FILLED = 'Senior Data Engineer at Aurora Freight with Python and Kafka in production'

  it('has none for a file that parsers read', () => {
    expect(codes(FILLED)).toEqual([])
  })

  it.each([
    ['two_columns', {}, { style: { template: 'two_column', language: 'en' } }],
    ['pages', {}, { check: { ...check, pages: 3 } }],
    [
      'glyphs',
      {},
      { check: { ...check, checks: [{ kind: 'glyphs', isOk: false, message: 'ł came out as l.', samples: [] }] } },
    ],
    [
      'headings',
      {},
      {
        content: {
          ...content,
          sections: content.sections.map((section) => ({
            ...section,
            title: section.kind === 'experience' ? 'My adventures' : '',
          })),
        },
      },
    ],
  ] satisfies [string, object, Partial<AtsInput>][])('%s', (code, _, change) => {
    expect(codes(FILLED, change)).toContain(code)
  })

  it('notices what cannot be read', () => {
    const bare = {
      posting: DATA_POSTING,
      content,
      style: { template: 'plain' as const, language: 'en' as const },
      check,
      career,
      profile,
    }
    expect(matchAts({ ...bare, text: '' }).warnings.map(({ code }) => code)).toEqual(['no_text'])
    expect(matchAts({ ...bare, text: `${DATES}${FILLED}` }).warnings.map(({ code }) => code)).toEqual(['email'])
    expect(matchAts({ ...bare, text: `${CONTACT}${FILLED}` }).warnings.map(({ code }) => code)).toEqual(['dates'])
  })
})
