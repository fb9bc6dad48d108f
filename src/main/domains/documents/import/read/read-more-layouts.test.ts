import { describe, expect, test } from 'vitest'
import { headingLine, suggestionsOf as read, type Written } from './resume-lines.fixture.ts'

const postsOf = (...written: readonly Written[]) =>
  read(headingLine('Experience'), ...written).flatMap((each) =>
    each.kind === 'experience' ? [[each.value.title, each.value.company, each.value.start, each.value.end]] : [],
  )
const bold = (text: string): Written => ({ text, isBold: true })
const bullet = (text: string): Written => ({ text, isBullet: true })

type Posts = ReturnType<typeof postsOf>

describe('posts', () => {
  test.each<[string, readonly Written[], Posts]>([
    [
      'a stroke between employer with place and title',
      [
        bold('Brightwater, London / Data Analyst'),
        'MARCH 2020 - PRESENT',
        bold('Wexcombe, Leeds / Trainee'),
        'JANUARY 2018 - FEBRUARY 2020',
      ],
      [
        ['Data Analyst', 'Brightwater', '2020-03', null],
        ['Trainee', 'Wexcombe', '2018-01', '2020-02'],
      ],
    ],
    [
      'a stroke between two titles, or a title and a field of work',
      [
        'Data Engineer / Data Scientist  2019 – 2021',
        'Brightwater',
        'Software Engineer / Systems  2017 – 2019',
        'Wexcombe',
      ],
      [
        ['Data Engineer / Data Scientist', 'Brightwater', '2019', '2021'],
        ['Software Engineer / Systems', 'Wexcombe', '2017', '2019'],
      ],
    ],
    [
      'spans that a narrow column breaks, beside title and employer',
      [
        '2022-03 -  Starszy inżynier danych',
        'obecnie  Paczkownia Sp. z o.o., Wrocław',
        bullet('Platforma danych'),
        '2019-06 -',
        'Inżynier danych',
        '2022-02',
        'Meblostan S.A., Poznań',
      ],
      [
        ['Starszy inżynier danych', 'Paczkownia Sp. z o.o.', '2022-03', null],
        ['Inżynier danych', 'Meblostan S.A.', '2019-06', '2022-02'],
      ],
    ],
    [
      'a span left open, before a wide gap',
      ['2020.03 –  Assistant Professor, Aarhus University', '2017.01 – 2020.02  Lecturer, University of Leeds'],
      [
        ['Assistant Professor', 'Aarhus University', '2020-03', null],
        ['Lecturer', 'University of Leeds', '2017-01', '2020-02'],
      ],
    ],
    [
      'legal forms with spaces, small letters or a stop at the end',
      [
        'Ingeniero de datos',
        bold('Nervión Datos S. Coop.'),
        'Enero 2020 – Agosto 2022  Bilbao',
        bullet('Canalizaciones'),
        'Desarrollador',
        bold('Txalupa Software S. L.'),
        'Mayo 2016 – Diciembre 2019  Donostia',
        bullet('Reservas'),
        'Becario',
        bold('inovaris GmbH'),
        'Octubre 2015 – Abril 2016  Bilbao',
      ],
      [
        ['Ingeniero de datos', 'Nervión Datos S. Coop.', '2020-01', '2022-08'],
        ['Desarrollador', 'Txalupa Software S. L.', '2016-05', '2019-12'],
        ['Becario', 'inovaris GmbH', '2015-10', '2016-04'],
      ],
    ],
    [
      'a partner within a name',
      [
        '2017 – 2018  Entwicklerin, freiberuflich, Erlangen',
        '2014 – 2017  Consultant, Reichelsdorf & Partner Beratung',
        '2011 – 2014  Developer, Sandwell Homes Partnership',
      ],
      [
        ['Entwicklerin', 'freiberuflich', '2017', '2018'],
        ['Consultant', 'Reichelsdorf & Partner Beratung', '2014', '2017'],
        ['Developer', 'Sandwell Homes Partnership', '2011', '2014'],
      ],
    ],
    [
      'self-employed beside places of work',
      [
        bold('AI ENGINEER  2023 - PRESENT'),
        'Self-employed | Lisbon & remote',
        bold('DATA SCIENTIST  2021 - 2023'),
        'Tejo Seguros | Lisbon, Portugal',
      ],
      [
        ['AI ENGINEER', 'Self-employed', '2023', null],
        ['DATA SCIENTIST', 'Tejo Seguros', '2021', '2023'],
      ],
    ],
    [
      'an employer below one that worked for themselves is no place',
      [
        bold('Data scientist, janv. 2018 – août 2019'),
        'Micro-entreprise, Rennes',
        bold('Développeuse, sept. 2015 – août 2017'),
        'Armor Télévision, Rennes',
      ],
      [
        ['Data scientist', 'Micro-entreprise', '2018-01', '2019-08'],
        ['Développeuse', 'Armor Télévision', '2015-09', '2017-08'],
      ],
    ],
    [
      'a part of an enterprise is no place, a remark at a title stays',
      [bold('Nordwind Energie eG, Abteilung Netze'), 'Entwicklerin (Teilzeit), 2016 – 2019'],
      [['Entwicklerin (Teilzeit)', 'Nordwind Energie eG, Abteilung Netze', '2016', '2019']],
    ],
  ])('%s', (_name, written, expected) => {
    expect(postsOf(...written)).toEqual(expected)
  })

  test('a title that says it was work for oneself, alone, is told and to be checked', () => {
    const post = read(headingLine('Experience'), '03/2019 – heute  Freiberuflicher Berater').find(
      ({ kind }) => kind === 'experience',
    )
    expect(post).toMatchObject({ value: { company: 'Freiberuflicher' }, doubts: ['incomplete'] })
  })
})

describe('clients', () => {
  const table = ['Zeitraum  02/2021 – 10/2023', 'Kunde  Öffentlicher Versicherer', 'Rolle  Lösungsarchitekt']
  test.each<[string, readonly Written[], Posts]>([
    [
      'with dates of their own within a post',
      [
        '2019 – 2023  Principal Consultant, Brindley Lock Consulting Ltd',
        'Client: an ambulance trust (2021 to 2023)',
        bullet('Planning'),
        'Client: a brewery (2019 to 2021)',
        '2014 – 2019  Developer, Chamberlain Software Ltd',
      ],
      [
        ['Principal Consultant', 'Brindley Lock Consulting Ltd', '2019', '2023'],
        ['Developer', 'Chamberlain Software Ltd', '2014', '2019'],
      ],
    ],
    [
      'in a table below a post',
      ['Seit 2018: IT-Berater', 'Onken Datenberatung, Oldenburg', ...table, '2013 – 2018: Entwickler', 'Hunte GmbH'],
      [
        ['IT-Berater', 'Onken Datenberatung', '2018', null],
        ['Entwickler', 'Hunte GmbH', '2013', '2018'],
      ],
    ],
    [
      'in a table below no post are all that is said',
      table,
      [['Lösungsarchitekt', 'Öffentlicher Versicherer', '2021-02', '2023-10']],
    ],
  ])('%s', (_name, written, expected) => {
    expect(postsOf(...written)).toEqual(expected)
  })
})
