import { describe, expect, test } from 'vitest'
import { readResume } from './read-resume.ts'
import { headingLine, resumeLines, type Written } from './resume-lines.fixture.ts'

function read(...written: readonly Written[]) {
  let next = 0
  const steps = readResume({ lines: resumeLines(...written), links: [], stray: [], pages: 1, isCut: false }, () => {
    next += 1
    return `fact${next}xxxx`
  })
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value.suggestions
}
const postsOf = (...written: readonly Written[]) =>
  read(headingLine('Experience'), ...written).flatMap((each) =>
    each.kind === 'experience' ? [[each.value.title, each.value.company, each.value.start, each.value.end]] : [],
  )
const doubtsOf = (...written: readonly Written[]) =>
  read(headingLine('Experience'), ...written).flatMap((each) => (each.kind === 'experience' ? [each.doubts] : []))
const schoolsOf = (...written: readonly Written[]) =>
  read(headingLine('Education'), ...written).flatMap((each) =>
    each.kind === 'education' ? [[each.value.degree, each.value.field, each.value.institution]] : [],
  )

const bold = (text: string): Written => ({ text, isBold: true })
const bullet = (text: string): Written => ({ text, isBullet: true })

describe('promotions', () => {
  test.each<[string, readonly Written[], ReturnType<typeof postsOf>]>([
    [
      'below the whole stay, a comma within the title',
      [
        bold('Greyfriars Mutual, London'),
        '2018 – present',
        bold('Engineering Manager, Data Products  2021 – present'),
        'Manage nine engineers and two analysts.',
        bold('Data Engineer  2018 – 2021'),
        'Introduced pair rotations',
      ],
      [
        ['Engineering Manager, Data Products', 'Greyfriars Mutual', '2021', null],
        ['Data Engineer', 'Greyfriars Mutual', '2018', '2021'],
      ],
    ],
    [
      'in a table, with what was done as plain lines',
      [
        '01/2016 – heute  Isartaler Versicherung AG, München',
        'seit 04/2020  Leiter Datenanalyse',
        'Budget und Personal von zwei Standorten',
        '01/2016 – 03/2020  Data Scientist',
        'Betrugserkennung, produktiv seit 2018',
        '10/2012 – 12/2015  Statistiker',
        'Bayerisches Institut für Gesundheitsdaten, Erlangen',
      ],
      [
        ['Leiter Datenanalyse', 'Isartaler Versicherung AG', '2020-04', null],
        ['Data Scientist', 'Isartaler Versicherung AG', '2016-01', '2020-03'],
        ['Statistiker', 'Bayerisches Institut für Gesundheitsdaten', '2012-10', '2015-12'],
      ],
    ],
    [
      'the next employer without a stay of its own',
      [
        bold('Wexcombe Instruments, Galway  2016 – 2022'),
        'Lead Engineer  2019 – 2022',
        'Billing for the whole county',
        'Software Engineer  2016 – 2019',
        'Importers for two archives',
        bold('Tidepool, Dublin'),
        'Data Engineer  2014 – 2016',
        'Archives of three universities',
      ],
      [
        ['Lead Engineer', 'Wexcombe Instruments', '2019', '2022'],
        ['Software Engineer', 'Wexcombe Instruments', '2016', '2019'],
        ['Data Engineer', 'Tidepool', '2014', '2016'],
      ],
    ],
  ])('%s', (_name, written, expected) => {
    expect(postsOf(...written)).toEqual(expected)
  })

  test('what the employer above says by its whole stay is no doubt', () => {
    const doubts = doubtsOf(bold('Acme Ltd'), '2018 – 2022', bold('Engineer  2020 – 2022'), bold('Tester  2018 – 2020'))
    expect(doubts).toEqual([[], []])
  })
})

describe('title and employer', () => {
  test.each<[string, readonly Written[], ReturnType<typeof postsOf>]>([
    [
      'parted by the looks of the letters',
      [
        'MAR 2021 – CURRENT ZAGREB, CROATIA',
        { text: 'DATA ENGINEER TIDEPOOL', looks: ['DATA ENGINEER', 'TIDEPOOL'] },
        'JUL 2014 – AUG 2016 SPLIT, CROATIA',
        { text: 'JUNIOR DEVELOPER MARJAN', looks: ['JUNIOR DEVELOPER', 'MARJAN'] },
      ],
      [
        ['DATA ENGINEER', 'TIDEPOOL', '2021-03', null],
        ['JUNIOR DEVELOPER', 'MARJAN', '2014-07', '2016-08'],
      ],
    ],
    [
      'parted by where the title ends and a legal form follows',
      ['2016 – 2021', 'SENIOR DATA ENGINEER TRAMVAJSKI PODACI D.O.O.'],
      [['SENIOR DATA ENGINEER', 'TRAMVAJSKI PODACI D.O.O.', '2016', '2021']],
    ],
    [
      'as the other posts have them, against a word of a title',
      [
        'Septentrion Presse, Lille  2020 – 2022',
        'Ingénieure senior',
        'Armor Santé, Nantes  2018 – 2020',
        'Ingénieure',
        'Traductis, Bruxelles  2016 – 2018',
        'Rédaction technique',
      ],
      [
        ['Ingénieure senior', 'Septentrion Presse', '2020', '2022'],
        ['Ingénieure', 'Armor Santé', '2018', '2020'],
        ['Rédaction technique', 'Traductis', '2016', '2018'],
      ],
    ],
    [
      'behind the second comma, where a field of work stands behind the first',
      ['2022 – 2023  Engineering Manager, Data Platform, Harrowgate Mutual'],
      [['Engineering Manager, Data Platform', 'Harrowgate Mutual', '2022', '2023']],
    ],
    [
      'at the comma without words of either, as in the other posts',
      ['2018 – 2020  Engineer, Wexcombe', '2016 – 2018  Developer, Brightwater', '2014 – 2016  Herder, Tidepool'],
      [
        ['Engineer', 'Wexcombe', '2018', '2020'],
        ['Developer', 'Brightwater', '2016', '2018'],
        ['Herder', 'Tidepool', '2014', '2016'],
      ],
    ],
  ])('%s', (_name, written, expected) => {
    expect(postsOf(...written)).toEqual(expected)
  })

  test('what only the kinds of the words part is to be checked', () => {
    expect(doubtsOf('2016 – 2021', 'SENIOR ENGINEER TRAMVAJSKI PODACI D.O.O.')[0]).toContain('order')
    expect(doubtsOf('Engineering Manager, Marketing  2018 – 2020')[0]).toContain('order')
  })
})

describe('a place behind an employer', () => {
  test.each<[string, readonly Written[], readonly string[]]>([
    ['a part of a city', ['Developer  2019 – 2021', 'Helmholtz-Labor, Dresden-Rossendorf'], ['Helmholtz-Labor']],
    ['which one of two, in brackets', ['Developer  2019 – 2021', 'Lernpfad GmbH, Halle (Saale)'], ['Lernpfad GmbH']],
    [
      'a city whose name is a word, and a town that no table has',
      [
        'Developer  2019 – 2021',
        'Northern Foods, London',
        'Developer  2017 – 2019',
        'Voltaic Grid, Reading',
        'Developer  2015 – 2017',
        'Tidepool (Quirkby)',
      ],
      ['Northern Foods', 'Voltaic Grid', 'Tidepool'],
    ],
    [
      'an institute is none',
      ['Developer  2019 – 2021', 'LMU München, Institut für Statistik'],
      ['LMU München, Institut für Statistik'],
    ],
  ])('%s', (_name, written, expected) => {
    expect(postsOf(...written).map(([, company]) => company)).toEqual(expected)
  })
})

describe('what was done is no post', () => {
  test.each<[string, readonly Written[]]>([
    ['with a span at its end', ['Product owner for the annotation tool since 2022']],
    ['begun with a noun of doing', ['Führung von 14 Mitarbeitenden']],
    ['begun with a verb in the past', ['Introduced pair rotations and blameless reviews']],
    ['in a bullet with years', [bullet('Archive of the county (1890 – 1950)')]],
  ])('%s', (_name, written) => {
    const two = [
      bold('Engineer  2019 – 2022'),
      'Acme Ltd, London',
      ...written,
      bold('Tester  2016 – 2019'),
      'Beta Ltd, London',
    ]
    expect(postsOf(...two)).toEqual([
      ['Engineer', 'Acme Ltd', '2019', '2022'],
      ['Tester', 'Beta Ltd', '2016', '2019'],
    ])
  })
})

describe('dates', () => {
  test.each<[string, readonly Written[]]>([
    ['that nothing parts', ['Engineer', 'Acme Ltd, London', '09.2014 12.2015']],
    ['that a line end parts', ['Engineer | Acme Ltd | September 2014 –', 'December 2015']],
    ['whose month stands in the line above', ['Engineer | Acme Ltd | September', '2014 – December 2015']],
  ])('%s', (_name, written) => {
    expect(postsOf(...written)).toEqual([['Engineer', 'Acme Ltd', '2014-09', '2015-12']])
  })

  test('a number that ends a name is no day', () => {
    expect(schoolsOf('Université Rennes 1  sept. 2013 – juin 2015', 'Licence Histoire')[0]?.[2]).toBe(
      'Université Rennes 1',
    )
  })
})

test.each<[string, readonly Written[], ReturnType<typeof schoolsOf>]>([
  [
    'a bare distinction is no field',
    ['2014 – 2015  MSc Artificial Intelligence, Distinction', 'University of Strathclyde'],
    [['MSc', 'Artificial Intelligence', 'University of Strathclyde']],
  ],
  [
    'a degree with a comma before the school',
    ['2011 – 2014  Licencjat, Informatyka, Uniwersytet Zielonogórski'],
    [['Licencjat', 'Informatyka', 'Uniwersytet Zielonogórski']],
  ],
  [
    'a degree that no table has, before the school',
    ['2009 – 2013  BE in Electronics, University of Limerick'],
    [['BE in Electronics', '', 'University of Limerick']],
  ],
  [
    'capitals without a sign between, wrapped',
    [
      '2012 – 2014',
      'MASTER OF ENGINEERING IN COMPUTING UNIVERSITY OF ZAGREB, FACULTY OF ELECTRICAL ENGINEERING',
      'AND COMPUTING',
    ],
    [
      [
        'MASTER',
        'OF ENGINEERING IN COMPUTING',
        'UNIVERSITY OF ZAGREB, FACULTY OF ELECTRICAL ENGINEERING AND COMPUTING',
      ],
    ],
  ],
])('schools: %s', (_name, written, expected) => {
  expect(schoolsOf(...written)).toEqual(expected)
})
