import { describe, expect, test } from 'vitest'
import type { Suggestion } from '#shared/resume-import.ts'
import type { ResumeLine, ResumeLink } from '../file/resume-line.ts'
import { readResume } from './read-resume.ts'
import { headingLine, noteLine, resumeLines, type Written } from './resume-lines.fixture.ts'

function read(lines: readonly ResumeLine[], links: readonly ResumeLink[] = []) {
  let next = 0
  const steps = readResume({ lines, links, stray: [], pages: 1, isCut: false }, () => `fact${next++}xxxx`)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}
type Of<K extends Suggestion['kind']> = Extract<Suggestion, { kind: K }>
const all = <K extends Suggestion['kind']>(kind: K, { suggestions }: ReturnType<typeof read>) =>
  suggestions.filter((each): each is Of<K> => each.kind === kind)
const posts = (facts: ReturnType<typeof read>) =>
  all('experience', facts).map(({ value: { title, company, start, end } }) => [title, company, start, end])
const degrees = (facts: ReturnType<typeof read>) =>
  all('education', facts).map(({ value }) => [value.degree, value.field, value.institution, value.start, value.end])
const personOf = (facts: ReturnType<typeof read>) =>
  Object.fromEntries(all('person', facts).map(({ field, value }) => [field, value]))

const HEAD = [{ text: 'Ada Byron', size: 20 }, 'ada@example.org'] as const
const POST = ['Developer  2019 – 2021', 'Acme Ltd'] as const

describe('the person', () => {
  test.each<[string, readonly Written[], Readonly<Record<string, string>>]>([
    ['a nickname in quotes', [{ text: 'ADA “BEE” BYRON', size: 20 }], { name: 'Ada “Bee” Byron' }],
    [
      'a name of two lines, with another column beside it',
      [
        { text: 'Ada  London, United Kingdom', size: 20 },
        'ada@example.org',
        { text: 'Byron  github.com/ada', size: 20 },
      ],
      { name: 'Ada Byron', email: 'ada@example.org' },
    ],
    ['an address that is spelled out', ['ada (at) example (dot) org'], { email: 'ada@example.org' }],
    ['an address that is wrapped', ['ada.byron@', 'example.org'], { email: 'ada.byron@example.org' }],
    ['a number behind a word', [...HEAD, 'Mobil 0176 – 555 01 09'], { phone: '0176 555 01 09' }],
    ['a number beside a day of birth', [...HEAD, 'Born 12.04.1990 · +39 347 5550188'], { phone: '+39 347 5550188' }],
    ['eight digits in groups', [...HEAD, '28 76 54 32'], { phone: '28 76 54 32' }],
    [
      'a home beside other things',
      ['Berlin (Germany) +49 170 1234567 ada@example.org'],
      { city: 'Berlin', countryCode: 'DE' },
    ],
    ['a district', ['Dublin 8 | ada@example.org'], { city: 'Dublin' }],
    ['a move', ['Lima → Luxembourg (from January 2027)'], { city: 'Lima' }],
  ])('%s', (_name, written, person) => {
    expect(personOf(read(resumeLines(...written)))).toMatchObject(person)
  })

  test('eight digits without groups are no number', () => {
    expect(personOf(read(resumeLines(...HEAD, '28765432')))).not.toHaveProperty('phone')
  })

  test.each<[string, readonly string[], readonly string[]]>([
    ['a wrapped one', ['xing.com/profile/Ada_', 'Byron'], ['https://xing.com/profile/Ada_Byron']],
    ['no end of a wrapped address of mail', ['ada.byron@', 'example.org'], []],
    ['no skill', ['Node.js and ASP.NET'], []],
    ['a page under another ending', ['byron.codes'], ['https://byron.codes']],
  ])('a link: %s', (_name, lines, urls) => {
    expect(all('link', read(resumeLines(...HEAD, ...lines))).map(({ url }) => url)).toEqual(urls)
  })

  test('the same page pressed and written is one link, and a repository is none of the person', () => {
    const lines = resumeLines(...HEAD, 'linkedin.com/in/ada', headingLine('Projects'), 'Tool, github.com/ada/tool')
    const links = [{ url: 'https://www.linkedin.com/in/ada/?locale=en', text: 'linkedin.com/in/ada' }]
    expect(all('link', read(lines, links)).map(({ url }) => url)).toEqual([links[0]?.url])
  })
})

describe('posts', () => {
  const section = (...written: readonly Written[]) =>
    posts(read(resumeLines(...HEAD, headingLine('Experience'), ...written)))

  test.each<[string, readonly Written[], ReturnType<typeof posts>]>([
    [
      'dates in what is set in begin none',
      [...POST, noteLine('Led the team since 01/2020'), noteLine('Fairs (2019–2020)')],
      [['Developer', 'Acme Ltd', '2019', '2021']],
    ],
    [
      'leave and service are none, and nobody’s employer is made up',
      ['Parental leave  2021 – 2022', ...POST, 'Military service, Land Forces  2017 – 2018'],
      [['Developer', 'Acme Ltd', '2019', '2021']],
    ],
    [
      'self-employment stands where an employer would',
      ['Web designer  2019 – 2021', 'Self-employed'],
      [['Web designer', 'Self-employed', '2019', '2021']],
    ],
    [
      'a name that a dash parts',
      ['Developer  2019 – 2021', 'Acme University – Systems Lab'],
      [['Developer', 'Acme University – Systems Lab', '2019', '2021']],
    ],
    [
      'a name that was wrapped',
      ['Developer  2019 – 2021', 'Acme Gesellschaft für Register-', 'forschung mbH'],
      [['Developer', 'Acme Gesellschaft für Registerforschung mbH', '2019', '2021']],
    ],
    [
      'a legal form is no country',
      ['Developer  2019 – 2021', 'Acme Tech, S.L.'],
      [['Developer', 'Acme Tech, S.L.', '2019', '2021']],
    ],
    [
      'behind a legal form stands a place',
      ['Developer  2019 – 2021', 'Acme GmbH & Co. KG, Esslingen am Neckar'],
      [['Developer', 'Acme GmbH & Co. KG', '2019', '2021']],
    ],
    [
      'words before a span',
      ['Developer — Acme Ltd', 'de mai 2020 à février 2021 · Paris'],
      [['Developer', 'Acme Ltd', '2020-05', '2021-02']],
    ],
    [
      'a summer',
      [...POST, 'Summer 2015  Intern, Widget Ltd'],
      [
        ['Developer', 'Acme Ltd', '2019', '2021'],
        ['Intern', 'Widget Ltd', '2015', '2015'],
      ],
    ],
    [
      'posts below the head of an employer',
      [
        'Acme Ltd',
        'London, 2016 – 2021',
        'Director of Engineering, Jan 2019 – Dec 2021',
        'Engineer, Aug 2016 – Dec 2018',
      ],
      [
        ['Director of Engineering', 'Acme Ltd', '2019-01', '2021-12'],
        ['Engineer', 'Acme Ltd', '2016-08', '2018-12'],
      ],
    ],
  ])('%s', (_name, written, expected) => {
    expect(section(...written)).toEqual(expected)
  })

  test('each has the lines that its words stand in', () => {
    const lines = resumeLines(
      headingLine('Experience'),
      'Acme Ltd',
      'London, 2016 – 2021',
      'Director, Jan 2019 – Dec 2021',
      'Engineer, Aug 2016 – Dec 2018',
    )
    for (const { source, value } of all('experience', read(lines))) expect(source).toContain(value.company)
  })

  test('headings that only their looks tell end a part; one of posts is found by what stands below it', () => {
    const lines = resumeLines(
      ...HEAD,
      headingLine('SKILLS'),
      'Python',
      headingLine('WHAT I DID'),
      ...POST,
      'Analyst  2016 – 2018',
      'Widget Ltd',
      headingLine('LANGUAGES'),
      'English (native)',
      headingLine('VARIA'),
      'Atlas Society  2011 – 2013',
    )
    const facts = read(lines)
    expect(posts(facts)).toEqual([
      ['Developer', 'Acme Ltd', '2019', '2021'],
      ['Analyst', 'Widget Ltd', '2016', '2018'],
    ])
    expect(all('experience', facts).every(({ doubts }) => doubts.includes('unlabelled'))).toBe(true)
    expect(facts.unread).toContain('Atlas Society  2011 – 2013')
  })
})

test('where headings look like all other lines, no line is one by its looks', () => {
  const lines = ['Ada Byron', 'Software Developer', 'London, United Kingdom', 'Experience', ...POST, 'Skills', 'Python']
  const facts = read(resumeLines(...lines, 'Languages', 'English (native)'))
  expect(personOf(facts)).toMatchObject({ city: 'London', countryCode: 'GB', headline: 'Software Developer' })
})

test.each<[string, readonly Written[], ReturnType<typeof degrees>]>([
  [
    'honours and their class',
    ['University of Leeds, BSc (Hons) Computer Science, 2:1  2006 to 2010'],
    [['BSc (Hons)', 'Computer Science', 'University of Leeds', '2006', '2010']],
  ],
  [
    'the year of a thesis',
    ['Acme University  2018 – 2022', 'BSc Physics', 'Thesis: Old maps (2021)'],
    [['BSc', 'Physics', 'Acme University', '2018', '2022']],
  ],
  [
    'a degree in small letters',
    ['Akademia Górnicza', 'magister, Informatyka', '2018 – 2019'],
    [['magister', 'Informatyka', 'Akademia Górnicza', '2018', '2019']],
  ],
  [
    'a title in brackets',
    ['Promotion (Dr. rer. nat.), magna cum laude', 'Universität Leipzig', '2018 – 2023'],
    [['Promotion (Dr. rer. nat.)', '', 'Universität Leipzig', '2018', '2023']],
  ],
  [
    'a remark on where it was',
    ['Master Informatique (en alternance chez Acme), Université de Nantes  2016 – 2019'],
    [['Master', 'Informatique', 'Université de Nantes', '2016', '2019']],
  ],
  [
    'a university called after a place',
    ['BSc Physics', 'University of Nigeria, Nsukka', '2011 – 2016'],
    [['BSc', 'Physics', 'University of Nigeria, Nsukka', '2011', '2016']],
  ],
])('a degree: %s', (_name, written, expected) => {
  expect(degrees(read(resumeLines(headingLine('Education'), ...written)))).toEqual(expected)
})

describe('doubts', () => {
  const doubtsOf = (...written: readonly Written[]) =>
    all('experience', read(resumeLines(headingLine('Experience'), ...written))).map(({ doubts }) => doubts)

  test.each<[string, readonly Written[], readonly string[]]>([
    ['none', POST, []],
    ['only the order tells which is which', ['Blue Heron  2019 – 2021', 'Quayside'], ['order']],
    ['a part was not found', ['Acme Ltd  2019 – 2021', noteLine('Made many maps of the coast.')], ['incomplete']],
    ['a place that no table has', ['Developer  2019 – 2021', 'Grammarly, Kyjiw'], ['leftover']],
  ])('%s', (_name, written, doubts) => {
    expect(doubtsOf(...written)).toEqual([doubts])
  })

  test('several numbers of a telephone, a skill in passing, and what is sure', () => {
    const { suggestions } = read(
      resumeLines(
        ...HEAD,
        '+44 20 7946 0999',
        '+44 20 7946 0111',
        headingLine('Skills'),
        'Python',
        headingLine('Profile'),
        'I wrote tools in Kotlin for many years.',
      ),
    )
    const told = suggestions.map(({ kind, doubts, confidence }) => [kind, doubts.join(), confidence])
    expect(told).toEqual(
      expect.arrayContaining([
        ['person', 'rivals', 0.85],
        ['skill', '', 0.98],
        ['skill', 'passing', 0.2],
      ]),
    )
  })
})

test('what a career has no room for is told as not read', () => {
  const many = Array.from({ length: 62 }, (_, at) => ({ text: `Made map number ${at}.`, isBullet: true, x: 64 }))
  const facts = read(resumeLines(headingLine('Experience'), ...POST, ...many))
  expect(all('experience', facts)[0]?.value.bullets).toHaveLength(60)
  expect(facts.unread.slice(-2)).toEqual(['Made map number 60.', 'Made map number 61.'])
})
