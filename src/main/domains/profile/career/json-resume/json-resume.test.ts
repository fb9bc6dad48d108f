import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Career, careerSchema, EXTRA_KINDS } from '#shared/career.ts'
import { AppError } from '#shared/errors.ts'
import { profileSchema } from '#shared/profile.ts'
import { readJsonResume } from './read-json-resume.ts'
import { writeJsonResume } from './write-json-resume.ts'

let made = 0
const newId = () => `fact${String((made += 1)).padStart(8, '0')}`
const read = (file: unknown) => readJsonResume(JSON.stringify(file), newId)
const work = (parts: object) => read({ work: [{ name: 'Acme', ...parts }] })

describe('reading', () => {
  test('a whole file of the format', () => {
    const { career, skills, languages, ignored } = read({
      $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
      basics: {
        name: 'Ana Müller',
        label: 'Data engineer',
        email: 'ana@example.org',
        phone: '+49 30 1234',
        url: 'https://ana.example.org',
        summary: 'Builds pipelines.',
        location: { city: 'Berlin', countryCode: 'de' },
        profiles: [{ network: 'GitHub', username: 'ana', url: 'https://github.com/ana' }],
      },
      work: [
        {
          name: 'Acme',
          position: 'Engineer',
          location: 'Berlin',
          startDate: '2019-05-17',
          endDate: '2021',
          summary: 'Pipelines.',
          highlights: ['Cut costs by 30 %'],
        },
      ],
      volunteer: [{ organization: 'Code Club', position: 'Mentor', startDate: '2018-02' }],
      education: [{ institution: 'TU Berlin', area: 'Physics', studyType: 'MSc', score: '1.3', courses: ['Optics'] }],
      awards: [{ title: 'Best paper', date: '2017', awarder: 'ACM' }],
      certificates: [{ name: 'CKA', date: '2020-01', issuer: 'CNCF' }],
      publications: [{ name: 'On pipes', publisher: 'arXiv', releaseDate: '2016-11-01' }],
      skills: [
        { name: 'Web', keywords: ['HTML', 'CSS'] },
        { name: 'Python', level: 'Master' },
      ],
      languages: [
        { language: 'Deutsch', fluency: 'Native speaker' },
        { language: 'English', fluency: 'C1, fluent' },
      ],
      interests: [{ name: 'Climbing', keywords: ['bouldering'] }],
      references: [{ name: 'Jo Doe', reference: 'A pleasure.' }],
      projects: [{ name: 'Pipe', description: 'A tool.', keywords: ['Rust'], roles: ['Lead'], endDate: null }],
    })
    expect(career.person).toEqual({
      name: 'Ana Müller',
      headline: 'Data engineer',
      email: 'ana@example.org',
      phone: '+49 30 1234',
      city: 'Berlin',
      countryCode: 'DE',
      links: [
        { label: 'Website', url: 'https://ana.example.org' },
        { label: 'GitHub', url: 'https://github.com/ana' },
      ],
    })
    expect(career.summary).toBe('Builds pipelines.')
    expect(career.experiences).toMatchObject([
      { company: 'Acme', title: 'Engineer', place: 'Berlin', start: '2019-05', end: '2021', summary: 'Pipelines.' },
    ])
    expect(career.experiences[0]?.bullets.map(({ text }) => text)).toEqual(['Cut costs by 30 %'])
    expect(career.education).toMatchObject([
      { institution: 'TU Berlin', field: 'Physics', degree: 'MSc', grade: '1.3', bullets: [{ text: 'Optics' }] },
    ])
    expect(career.projects).toMatchObject([
      { name: 'Pipe', role: 'Lead', skills: ['Rust'], bullets: [{ text: 'A tool.' }] },
    ])
    expect(career.extras.map(({ kind, name, by, date }) => [kind, name, by, date])).toEqual([
      ['certificate', 'CKA', 'CNCF', '2020-01'],
      ['publication', 'On pipes', 'arXiv', '2016-11'],
      ['award', 'Best paper', 'ACM', '2017'],
      ['volunteering', 'Mentor', 'Code Club', '2018-02'],
      ['interest', 'Climbing', '', null],
      ['other', 'Reference', 'Jo Doe', null],
    ])
    expect(skills).toEqual([
      { name: 'HTML', years: null, level: null },
      { name: 'CSS', years: null, level: null },
      { name: 'Python', years: null, level: 'strong' },
    ])
    expect(languages.map(({ code, level }) => [code, level])).toEqual([
      ['de', 'native'],
      ['en', 'C1'],
    ])
    expect(ignored).toEqual([
      'skills[0].name: the name of a group',
      'the days of 2 dates: a career holds years and months',
    ])
  })

  test.each<[string, unknown, string | null, string | null, string[]]>([
    ['a year', { startDate: '2019', endDate: '2020' }, '2019', '2020', []],
    ['a number', { startDate: 2019, endDate: '2020' }, '2019', '2020', []],
    ['an end that goes on', { startDate: '2019-05', endDate: 'Present' }, '2019-05', null, []],
    ['an empty end', { startDate: '2019-05', endDate: '' }, '2019-05', null, []],
    ['a month that is none', { startDate: '2019-13', endDate: '2020' }, null, '2020', ['work[0].startDate: no date']],
    ['30 February', { startDate: '2019-02-30', endDate: '2020' }, null, '2020', ['work[0].startDate: no date']],
    [
      'an end that cannot be read: a start alone would say that it goes on',
      { startDate: '2019', endDate: 'May 2020' },
      null,
      null,
      ['work[0].endDate: no date', 'work[0].startDate: left out, since the end cannot be read'],
    ],
    [
      'an end of another type',
      { startDate: '2019', endDate: true },
      null,
      null,
      ['work[0].endDate: no text', 'work[0].startDate: left out, since the end cannot be read'],
    ],
  ])('dates: %s', (_name, dates, start, end, ignored) => {
    const found = work(dates as object)
    expect(found.career.experiences[0]).toMatchObject({ start, end })
    expect(found.ignored).toEqual(ignored)
  })

  test.each<[string, object, string[]]>([
    ['no list', { work: 'Acme' }, ['work: no list']],
    [
      'no object in it',
      { work: ['Acme', null, 7] },
      ['work[0]: no object', 'work[1]: no object', 'work[2]: no object'],
    ],
    ['no employer', { work: [{ position: 'Cook' }] }, ['work[0].position: a post without an employer']],
    ['a name of another type', { work: [{ name: { de: 'Acme' } }] }, ['work[0].name: no text']],
    ['a bad address', { work: [{ name: 'A', url: 'javascript:alert(1)' }] }, ['work[0].url: no web address']],
    ['a bad e-mail', { basics: { name: 'A', email: 'a(at)b' } }, ['basics.email: no e-mail address']],
    ['a picture', { basics: { name: 'A', image: 'data:x' } }, ['basics.image: pictures are not kept']],
    [
      'an unknown country',
      { basics: { location: { countryCode: 'Germany' } } },
      ['basics.location.countryCode: no two-letter code of a country'],
    ],
    ['an unknown field', { work: [{ name: 'A', salary: 5 }] }, ['work[0].salary: no place for it here']],
    ['an unknown section', { work: [], hobbies: [] }, ['hobbies: no place for it here']],
    [
      'too long',
      { work: [{ name: 'A', highlights: ['x'.repeat(1001), 'kept'] }] },
      ['work[0].highlights[0]: longer than 1000 characters'],
    ],
    [
      'an unknown language',
      { languages: [{ language: 'Klingonisch' }] },
      ['languages[0].language: no language that is known'],
    ],
  ])('what has no place is told: %s', (_name, file, ignored) => {
    expect(read(file).ignored).toEqual(ignored)
  })

  test('a bad entry takes none of its neighbours with it', () => {
    const { career } = read({
      work: [null, { name: 'Acme', highlights: [{}, 'kept', 3] }, { position: 'x' }, { name: 'B' }],
    })
    expect(career.experiences.map(({ company }) => company)).toEqual(['Acme', 'B'])
    expect(career.experiences[0]?.bullets.map(({ text }) => text)).toEqual(['kept', '3'])
  })

  test('more entries than a career holds are told', () => {
    const { career, ignored } = read({ work: Array.from({ length: 62 }, (_, at) => ({ name: `Firm ${at}` })) })
    expect(career.experiences).toHaveLength(60)
    expect(ignored).toEqual(['work[60]: more than 60', 'work[61]: more than 60'])
  })

  test('names of the prototype change nothing and are told', () => {
    const text =
      '{"basics":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}},"work":[{"__proto__":{"name":"Acme"}}]}'
    const { career, ignored } = readJsonResume(text, newId)
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    expect(career.experiences).toEqual([])
    expect(ignored).toContain('basics.__proto__: no place for it here')
    expect(ignored).toContain('work[0].__proto__: no place for it here')
  })

  test.each([
    ['', 'empty'],
    [' \n', 'empty'],
    ['%PDF-1.7', 'not_json'],
    ['{"basics":', 'not_json'],
    ['[]', 'not_json_resume'],
    ['null', 'not_json_resume'],
    ['{"name":"career-copilot"}', 'not_json_resume'],
    [`{"basics":{"summary":"${'x'.repeat(2_000_000)}"}}`, 'too_large'],
  ])('%.20s is refused as %s', (text, problem) => {
    expect(() => readJsonResume(text, newId)).toThrow(
      expect.objectContaining({
        name: AppError.name,
        code: 'CAREER_FILE_REFUSED',
        data: expect.objectContaining({ problem }),
      }),
    )
  })

  test('whatever the file holds, what is read fits a career', () => {
    const sections = fc.constantFrom(
      'basics',
      'work',
      'volunteer',
      'education',
      'awards',
      'skills',
      'languages',
      'meta',
    )
    const anything = fc.dictionary(sections, fc.jsonValue(), { minKeys: 1 })
    const entries = fc.dictionary(
      fc.constantFrom('name', 'startDate', 'endDate', 'highlights', 'url', 'keywords', 'roles', 'institution', 'title'),
      fc.jsonValue(),
    )
    const lists = fc.dictionary(fc.constantFrom('work', 'projects', 'education', 'awards'), fc.array(entries), {
      minKeys: 1,
    })
    fc.assert(
      fc.property(fc.oneof(anything, lists), (file) => {
        const { career } = read({ ...file, basics: file['basics'] ?? {} })
        expect(careerSchema.safeParse(career).success).toBe(true)
      }),
    )
  })
})

describe('there and back', () => {
  const line = (most: number) =>
    fc
      .string({ unit: 'grapheme', maxLength: most / 4 })
      .map((text) => text.replaceAll(/\s+/g, ' ').trim())
      .filter((text) => text.length <= most)
  const name = (most: number) => line(most).filter((text) => text !== '')
  const date = fc
    .tuple(fc.integer({ min: 1930, max: 2099 }), fc.option(fc.integer({ min: 1, max: 12 })))
    .map(([year, month]) => (month === null ? String(year) : `${year}-${String(month).padStart(2, '0')}`))
  const dateOrNot = fc.option(date)
  const url = fc.oneof(fc.constant(''), fc.webUrl())
  const bullets = fc.array(
    name(200).map((text) => ({ id: newId(), text })),
    { maxLength: 4 },
  )
  const skills = fc.array(name(60), { maxLength: 4 })
  const id = fc.constant(null).map(newId)
  const careerOf: fc.Arbitrary<Career> = fc.record({
    person: fc.record({
      name: line(120),
      headline: line(160),
      email: fc.constantFrom('', 'ana@example.org'),
      phone: line(60),
      city: line(80),
      countryCode: fc.constantFrom(null, 'DE', 'PL'),
      links: fc.array(fc.record({ label: fc.oneof(line(60), fc.constant('Website')), url: fc.webUrl() }), {
        maxLength: 4,
      }),
    }),
    summary: line(3000),
    experiences: fc.array(
      fc.record({
        id,
        company: name(160),
        title: line(160),
        place: line(120),
        url,
        start: dateOrNot,
        end: dateOrNot,
        summary: line(2000),
        bullets,
        skills,
      }),
      { maxLength: 4 },
    ),
    education: fc.array(
      fc.record({
        id,
        institution: name(200),
        degree: line(160),
        field: line(160),
        place: line(120),
        start: dateOrNot,
        end: dateOrNot,
        grade: line(60),
        bullets,
      }),
      { maxLength: 3 },
    ),
    projects: fc.array(
      fc.record({ id, name: name(160), role: line(160), url, start: dateOrNot, end: dateOrNot, bullets, skills }),
      { maxLength: 3 },
    ),
    extras: fc.array(
      fc.record({
        id,
        kind: fc.constantFrom(...EXTRA_KINDS),
        name: fc.oneof(name(200), fc.constant('Reference')),
        by: line(200),
        date: dateOrNot,
        url,
        text: fc.oneof(line(1000), fc.constantFrom('a, b', 'a,  b', ', a')),
      }),
      { maxLength: 6 },
    ),
    confirmed: fc.constant([]),
  })
  const profileOf = fc
    .record({
      skills: fc.uniqueArray(
        fc.record({
          name: name(60),
          years: fc.constantFrom(null, 0, 3, 4.5),
          level: fc.constantFrom(null, 'basic' as const, 'working' as const, 'strong' as const),
        }),
        { maxLength: 5, selector: (skill) => skill.name.toLowerCase() },
      ),
      languages: fc.uniqueArray(
        fc.record({
          code: fc.constantFrom('de', 'en', 'la', 'no', 'zh', 'eo'),
          level: fc.constantFrom(null, 'A1' as const, 'C2' as const, 'native' as const),
        }),
        { selector: ({ code }) => code },
      ),
    })
    .map((parts) => profileSchema.parse(parts))

  /** What a career says; ids are given anew, and entries of other sections may change places. */
  const saidIn = ({ extras, ...career }: Career) =>
    JSON.parse(
      JSON.stringify({
        ...career,
        extras: EXTRA_KINDS.flatMap((kind) => extras.filter((extra) => extra.kind === kind)),
      }),
      (key, value: unknown) => (key === 'id' ? undefined : value),
    ) as unknown

  test('nothing is lost that both can hold', () => {
    fc.assert(
      fc.property(careerOf, profileOf, (career, profile) => {
        const { text } = writeJsonResume(career, { profile, updatedAt: 1_700_000_000_000 })
        const back = readJsonResume(text, newId)
        expect(saidIn({ ...back.career, extras: references(back.career.extras) })).toEqual(
          saidIn({ ...career, extras: references(career.extras) }),
        )
        expect(back.skills).toEqual(profile.skills)
        expect(back.languages.map(({ code, level }) => ({ code, level }))).toEqual(profile.languages)
        expect(back.ignored).toEqual([])
      }),
    )
  })

  /** References stand in a section of their own, before other entries. */
  const references = (extras: Career['extras']) => {
    const isReference = (extra: Career['extras'][number]) =>
      extra.kind === 'other' && extra.name === 'Reference' && extra.by !== ''
    return [...extras.filter(isReference), ...extras.filter((extra) => !isReference(extra))]
  }

  test('an empty career is a file that reads as one', () => {
    const { fileName, text } = writeJsonResume(careerSchema.parse({}), {
      profile: profileSchema.parse({}),
      updatedAt: null,
    })
    expect(fileName).toBe('resume.json')
    expect(readJsonResume(text, newId).career).toEqual(careerSchema.parse({}))
    expect(JSON.parse(text)).toEqual({
      basics: {},
      $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
      meta: { version: 'v1.0.0' },
    })
  })

  test('the file is named after the person', () => {
    const career = careerSchema.parse({ person: { name: 'Łucja  Żółć-Ørsted' } })
    expect(writeJsonResume(career, { profile: profileSchema.parse({}), updatedAt: null }).fileName).toBe(
      'lucja-zolc-orsted-resume.json',
    )
  })
})
