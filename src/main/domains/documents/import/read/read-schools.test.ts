import { describe, expect, test } from 'vitest'
import { headingLine, suggestionsOf as read, type Written } from './resume-lines.fixture.ts'

const schoolsOf = (...written: readonly Written[]) =>
  read(headingLine('Education'), ...written).flatMap((each) =>
    each.kind === 'education'
      ? [[each.value.degree, each.value.field, each.value.institution, each.value.start, each.value.end]]
      : [],
  )
const bold = (text: string): Written => ({ text, isBold: true })
const bullet = (text: string): Written => ({ text, isBullet: true })

describe('schools', () => {
  test.each<[string, readonly Written[], ReturnType<typeof schoolsOf>]>([
    [
      'a degree as the first point below its school, wrapped',
      ['2015 - 2017', 'UNIVERSITY OF HULL', bullet('Master in Data Science and'), 'Engineering'],
      [['Master', 'Data Science and Engineering', 'UNIVERSITY OF HULL', '2015', '2017']],
    ],
    [
      'a degree with a comma, over a school that no word tells',
      [bold('Diplôme d’ingénieur, spécialité informatique, 2014 – 2017'), 'IMT Atlantique, Brest'],
      [['Diplôme d’ingénieur', 'spécialité informatique', 'IMT Atlantique', '2014', '2017']],
    ],
    [
      'a school by its capitals alone',
      [bold('BSc Computer Science, SUPSI'), 'Lugano, 2014 – 2017'],
      [['BSc', 'Computer Science', 'SUPSI', '2014', '2017']],
    ],
    [
      'what was passed at school is no field',
      [bold('Tapton Sixth Form College  2010 – 2012'), 'A-Levels: Mathematics (A), Computing (A), Physics (B)'],
      [['A-Levels', '', 'Tapton Sixth Form College', '2010', '2012']],
    ],
    [
      'a kind of school names none',
      [bold('Kadıköy Anadolu Lisesi'), 'High School (2007 - 2011)'],
      [['High School', '', 'Kadıköy Anadolu Lisesi', '2007', '2011']],
    ],
    [
      'a subject beside a degree that says no more',
      [bold('University of Tartu  2018 - 2020'), "Software Engineering  Master's Degree"],
      [["Master's Degree", 'Software Engineering', 'University of Tartu', '2018', '2020']],
    ],
    [
      'a term abroad below a degree',
      [
        bold('Universität Kiel, Kiel / M.Sc. Data Science'),
        'OKTOBER 2022 – SEPTEMBER 2024',
        'Auslandssemester an der Universität Bergen (Norwegen), Wintersemester 2022/23',
        bold('Goethe-Schule, Flensburg / Abitur'),
        '2011 – 2019',
      ],
      [
        ['M.Sc.', 'Data Science', 'Universität Kiel', '2022-10', '2024-09'],
        ['Abitur', '', 'Goethe-Schule', '2011', '2019'],
      ],
    ],
  ])('%s', (_name, written, expected) => {
    expect(schoolsOf(...written)).toEqual(expected)
  })

  test('grants are none', () => {
    const written = ['2012 – 2014  MSc in Mathematics, University of Bergen', headingLine('Grants and Awards')]
    expect(schoolsOf(...written, '2016 – 2019  DTU Compute PhD scholarship')).toHaveLength(1)
  })
})

describe('the person', () => {
  test('the number of a referee is not theirs', () => {
    const found = read(
      headingLine('Contact'),
      '+351 915 550 167',
      headingLine('Reference'),
      'Duarte Pedrógão',
      'Phone: +351 215 550 120',
    ).flatMap((each) => (each.kind === 'person' && each.field === 'phone' ? [each.value] : []))
    expect(found).toEqual(['+351 915 550 167'])
  })

  test.each([
    ['beside a number without a country', 'Holtenauer Winkel 9, 24105 Kiel 0157 555 01 264', 'Kiel'],
    ['with a part of the town', 'Åbogade 34, DK-8200 Aarhus N', 'Aarhus'],
  ])('a home %s', (_name, line, city) => {
    const found = read('Merle Jepsen', line).flatMap((each) =>
      each.kind === 'person' && each.field === 'city' ? [each.value] : [],
    )
    expect(found).toEqual([city])
  })

  test('a row of languages over a row of levels', () => {
    const found = read(headingLine('Talen'), 'Fries  Nederlands  Engels', 'moedertaal  C2  B1').flatMap((each) =>
      each.kind === 'language' ? [[each.code, each.level]] : [],
    )
    expect(found).toEqual([
      ['fy', 'native'],
      ['nl', 'C2'],
      ['en', 'B1'],
    ])
  })
})
