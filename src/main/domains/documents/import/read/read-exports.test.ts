import { describe, expect, test } from 'vitest'
import type { Suggestion } from '#shared/resume-import.ts'
import { readResume } from './read-resume.ts'
import { headingLine, resumeLines, type Written } from './resume-lines.fixture.ts'
import { isSentence } from './sentences.ts'

function read(...written: readonly Written[]) {
  let next = 0
  const lines = resumeLines(...written)
  const steps = readResume({ lines, links: [], stray: [], pages: 1, isCut: false }, () => `fact${next++}xxxx`)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}
type Facts = ReturnType<typeof read>
const postsOf = ({ suggestions }: Facts) =>
  suggestions.flatMap((each) =>
    each.kind === 'experience' ? [[each.value.title, each.value.company, each.value.start, each.value.end]] : [],
  )
const schoolsOf = ({ suggestions }: Facts) =>
  suggestions.flatMap((each) =>
    each.kind === 'education' ? [[each.value.degree, each.value.field, each.value.institution]] : [],
  )
const emailOf = ({ suggestions }: Facts) =>
  suggestions.flatMap((each) => (each.kind === 'person' && each.field === 'email' ? [each.value] : []))
const namesOf = (kind: Suggestion['kind'], { suggestions }: Facts) =>
  suggestions.flatMap((each) => {
    if (each.kind !== kind) return []
    if (each.kind === 'skill') return [each.value]
    return each.kind === 'language' ? [each.code] : []
  })

const employer = (text: string): Written => ({ text, size: 12 })

test.each<[string, readonly Written[], readonly string[]]>([
  ['behind a sentence', ['It meets real users.', 'ada.byron@example.org'], ['ada.byron@example.org']],
  ['behind a word that ends with a stop', ['users.', 'ada.byron@example.org'], ['ada.byron@example.org']],
  ['broken at its sign', ['ada.byron@', 'example.org'], ['ada.byron@example.org']],
  ['broken behind its label', ['E-Mail: ada.byron@', 'example.org'], ['ada.byron@example.org']],
  ['broken at its sign within a sentence', ['Write to ada.byron@', 'example.org'], []],
  [
    'in another column',
    [
      { text: 'ada.byron@', x: 50 },
      { text: 'example.org', x: 200 },
    ],
    [],
  ],
])('an address %s', (_name, written, expected) => {
  expect(emailOf(read({ text: 'Ada Byron', size: 20 }, ...written))).toEqual(expected)
})

test('an address that a narrow column broke, with its host in brackets', () => {
  const { suggestions } = read('www.linkedin.com/in/ada-', 'byron (LinkedIn)')
  expect(suggestions.flatMap((each) => (each.kind === 'link' ? [each.url] : []))).toEqual([
    'https://www.linkedin.com/in/ada-byron',
  ])
})

describe('posts', () => {
  test.each<[string, readonly Written[], ReturnType<typeof postsOf>]>([
    [
      'several at one employer, in an exported profile',
      [
        employer('Mercadelo'),
        '4 years 5 months',
        'Senior Engineer',
        'April 2022 - Present (2 years 7 months)',
        'Lisbon, Portugal',
        'Maps and charts for sailors',
        'Engineer',
        'June 2020 - April 2022 (1 year 11 months)',
        'Lisbon, Portugal',
        'Built the first model for product search with a store and a',
        { text: 'queue on top of it', isWrapped: true },
        employer('Talabrand'),
        'Analyst',
        'September 2017 - May 2020 (2 years 9 months)',
        'Porto Area, Portugal',
        employer('Quayside'),
        '2 years',
        'Developer',
        'May 2016 - May 2017 (1 year 1 month)',
        'Intern',
        'May 2015 - May 2016 (1 year 1 month)',
      ],
      [
        ['Senior Engineer', 'Mercadelo', '2022-04', null],
        ['Engineer', 'Mercadelo', '2020-06', '2022-04'],
        ['Analyst', 'Talabrand', '2017-09', '2020-05'],
        ['Developer', 'Quayside', '2016-05', '2017-05'],
        ['Intern', 'Quayside', '2015-05', '2016-05'],
      ],
    ],
    [
      'in one line beside a column of dates that is set from the right',
      [
        { text: 'Industry', x: 145 },
        { text: 'Oct 2022– Present  Lead Engineer, Cladach Robotics, Galway.', x: 84 },
        { text: 'Perception for robots that clean hulls.', x: 145 },
        { text: 'Jan 2020–Sep 2022  Senior Engineer, Optiq Medical Devices, Cork.', x: 64 },
        { text: 'Nov 2017–Dec 2019  Engineer, Driftwood Automotive, Munich, Germany.', x: 64 },
        { text: 'Internships', x: 145 },
        { text: 'Jun–Sep 2015  Research Intern, Lumenwerk, Eindhoven, Netherlands.', x: 68 },
      ],
      [
        ['Lead Engineer', 'Cladach Robotics', '2022-10', null],
        ['Senior Engineer', 'Optiq Medical Devices', '2020-01', '2022-09'],
        ['Engineer', 'Driftwood Automotive', '2017-11', '2019-12'],
        ['Research Intern', 'Lumenwerk', '2015-06', '2015-09'],
      ],
    ],
    [
      'a dash within a title',
      ['2019 – 2020', "Stage de fin d'études – Data Science – Laboratoire Maréva, Brest"],
      [["Stage de fin d'études – Data Science", 'Laboratoire Maréva', '2019', '2020']],
    ],
    [
      'a sentence is no employer',
      ['Engineer', 'June 2020 - April 2022', 'Led the team of four that built maps for all of the coast'],
      [],
    ],
  ])('%s', (_name, written, expected) => {
    expect(postsOf(read(headingLine('Experience'), ...written))).toEqual(expected)
  })

  test('a post without an employer is told as not read', () => {
    const line = 'Led the team of four that built maps for all of the coast'
    expect(read(headingLine('Experience'), 'Engineer', '2020 - 2022', line).unread).toContain(line)
  })
})

test.each<[string, readonly Written[], ReturnType<typeof schoolsOf>]>([
  [
    'a field behind a dash, and the school below',
    ['2014 – 2017', 'Master of Science (MSc) – Informatik', 'Technische Universität Graz'],
    [['Master of Science (MSc)', 'Informatik', 'Technische Universität Graz']],
  ],
  [
    'a degree said twice',
    ['Universidade de Aveiro', 'Master of Science - MS, Computer Engineering · (2014 - 2016)'],
    [['Master of Science', 'Computer Engineering', 'Universidade de Aveiro']],
  ],
  [
    'in one line with a stop',
    ['2013–2017  PhD in Computer Vision, University of Galway, Galway.'],
    [['PhD', 'Computer Vision', 'University of Galway']],
  ],
  ['from afar', ['Máster en Física', 'UNED, a distancia', '2021 – 2023'], [['Máster', 'Física', 'UNED']]],
])('a degree: %s', (_name, written, expected) => {
  expect(schoolsOf(read(headingLine('Education'), ...written))).toEqual(expected)
})

test('a heading whose capitals stand apart, some closer than others', () => {
  const facts = read('Ada Byron', headingLine('EDUC AT I O N'), 'BSc Physics', 'Acme University', '2012 - 2016')
  expect(schoolsOf(facts)).toEqual([['BSc', 'Physics', 'Acme University']])
})

test('a label among skills is no heading, and a list of languages goes on below', () => {
  const facts = read(
    'Ada Byron',
    headingLine('Computer skills'),
    'Languages  C++, Python',
    'Tools  Docker',
    'Sprachen:  Deutsch (Muttersprache), Englisch,',
    'Niederländisch (Grundkenntnisse)',
  )
  expect(namesOf('skill', facts)).toEqual(expect.arrayContaining(['C++', 'Python', 'Docker']))
  expect(namesOf('language', facts)).toEqual(['de', 'en', 'nl'])
})

test.each<[string, boolean]>([
  ['Built the first model for product search with LightGBM and a', true],
  ['and was responsible for the whole of it until the end', true],
  ['The team was the first to read all of the maps', true],
  ['Built for Life', false],
  ['Ludwig Boltzmann Institut für Digitale Gesundheit und Prävention der Stadt Wien', false],
])('%s', (text, expected) => {
  expect(isSentence(text)).toBe(expected)
})
