import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { careerSchema } from '#shared/career.ts'
import { AppError } from '#shared/errors.ts'
import { readJsonResume } from './read-json-resume.ts'

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
    ['no employer', { work: [{ position: 'Cook' }] }, ['work[0]: a post without an employer']],
    [
      'a name of another type',
      { work: [{ name: { de: 'Acme' } }] },
      ['work[0].name: no text', 'work[0]: a post without an employer'],
    ],
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
    ['an unknown language', { languages: [{ language: 'Klingonisch' }] }, ['languages[0]: no language that is known']],
    [
      'entries without a name, whatever else they say',
      {
        work: [{ summary: 'Cooked.' }],
        education: [{ studyType: 'MSc' }],
        projects: [{ url: 'https://a.example' }],
        awards: [{ awarder: 'ACM' }],
        skills: [{ level: 'Master' }],
        languages: [{ fluency: 'C1' }],
        meta: { careerCopilot: { extras: [{ kind: 'course', by: 'B' }] } },
      },
      [
        'work[0]: a post without an employer',
        'education[0]: education without an institution',
        'projects[0]: a project without a name',
        'awards[0]: an entry without a name',
        'meta.careerCopilot.extras[0]: an entry without a name',
        'skills[0]: a skill without a name',
        'languages[0]: a language without a name',
      ],
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
    expect(ignored).toEqual(['work[60]: and 1 others: more than 60'])
  })

  test('of a list without end, the first 500 are looked at and the rest is told in one line', () => {
    const from = made
    const { career, ignored } = read({ work: Array.from({ length: 50_000 }, (_, at) => ({ name: `Firm ${at}` })) })
    expect(career.experiences).toHaveLength(60)
    expect(made - from).toBe(500)
    expect(ignored).toEqual([
      'work: 49500 more than 500 entries: the last ones are left out',
      'work[60]: and 439 others: more than 60',
    ])
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
