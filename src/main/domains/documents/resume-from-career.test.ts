import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Career, careerSchema } from '#shared/career.ts'
import { DOCUMENT_LANGUAGES, type ResumeContent, resumeContentSchema, type SectionKind } from '#shared/documents.ts'
import { profileSchema } from '#shared/profile.ts'
import { resumeFromCareer } from './resume-from-career.ts'

const CAREER: Career = careerSchema.parse({
  person: { name: 'Ana Kovač', email: 'ana@example.org', city: 'Berlin', countryCode: 'DE' },
  summary: 'Engineer for data.\n\nLikes graphs.',
  experiences: [
    { id: 'expold1', company: 'Kestrel', title: 'Analyst', start: '2012', end: '2015-03' },
    {
      id: 'expnow1',
      company: 'Havelwerk',
      title: 'Data Engineer',
      start: '2018-02',
      summary: 'Responsible for the data platform.',
      bullets: [{ id: 'bullet1', text: 'Cut costs by **30 %**' }],
      skills: ['Python', 'Terraform', 'Basket weaving'],
    },
    { id: 'expmid1', company: 'Lumen', title: 'Engineer', start: '2015-04', end: '2018' },
  ],
  education: [
    { id: 'edubsc1', institution: 'TU Berlin', degree: 'BSc', start: '2007', end: '2010', grade: '1.3' },
    { id: 'edumsc1', institution: 'TU Berlin', degree: 'MSc', field: 'Computer Science', start: '2010', end: '2012' },
  ],
  projects: [{ id: 'projct1', name: 'Trainspotter', role: 'Maintainer', url: 'https://example.org' }],
  extras: [
    { id: 'extra01', kind: 'certificate', name: 'CKA', by: 'CNCF', date: '2020-05' },
    { id: 'extra02', kind: 'certificate', name: 'AWS SAA', by: 'Amazon', date: '2022', text: 'Renewed once.' },
    { id: 'extra03', kind: 'course', name: 'Rhetoric', date: '2019' },
    { id: 'extra04', kind: 'interest', name: 'Rowing' },
  ],
})
const PROFILE = profileSchema.parse({
  skills: [{ name: 'Python' }, { name: 'postgres' }, { name: 'Kubernetes' }],
  languages: [
    { code: 'hr', level: 'native' },
    { code: 'de', level: 'C1' },
    { code: 'fr', level: null },
  ],
})

const section = ({ sections }: ResumeContent, kind: SectionKind) => {
  const found = sections.find((one) => one.kind === kind)
  if (found === undefined) throw new Error(`There is no ${kind}`)
  return found
}

describe('a résumé of a career', () => {
  const resume = resumeFromCareer(CAREER, PROFILE, 'en')

  test('has the sections that have something, in the usual order, and the lines on top', () => {
    expect(resume.header).toEqual({ ...CAREER.person, isPlaceShown: true })
    expect(resume.sections.map(({ kind, title }) => (title === '' ? kind : title))).toEqual([
      'summary',
      'experience',
      'education',
      'projects',
      'skills',
      'languages',
      'certificates',
      'Courses',
      'interests',
    ])
  })

  test('tells the newest first: what goes on, then what ended last', () => {
    expect(section(resume, 'experience').items.map(({ organisation }) => organisation)).toEqual([
      'Havelwerk',
      'Lumen',
      'Kestrel',
    ])
    expect(section(resume, 'education').items.map(({ title, note }) => [title, note])).toEqual([
      ['MSc, Computer Science', ''],
      ['BSc', '1.3'],
    ])
    expect(section(resume, 'certificates').items.map(({ title, start, isDated }) => [title, start, isDated])).toEqual([
      ['AWS SAA', '2022', true],
      ['CKA', '2020-05', true],
    ])
  })

  test('cites for every post and sentence the fact that it is', () => {
    const [now] = section(resume, 'experience').items
    expect(now?.cites).toEqual(['expnow1'])
    expect(now?.bullets.map(({ text, cites }) => [text, cites])).toEqual([
      ['Responsible for the data platform.', ['expnow1']],
      ['Cut costs by **30 %**', ['bullet1']],
    ])
    expect(section(resume, 'certificates').items[0]?.bullets[0]).toMatchObject({
      text: 'Renewed once.',
      cites: ['extra02'],
    })
    expect(section(resume, 'summary').paragraphs.map(({ text }) => text)).toEqual([
      'Engineer for data.',
      'Likes graphs.',
    ])
  })

  test('groups skills as the skill table does, each once and under its name there', () => {
    expect(section(resume, 'skills').groups.map(({ label, words }) => [label, words])).toEqual([
      ['Programming languages', ['Python']],
      ['Data', ['PostgreSQL']],
      ['Cloud and operations', ['Kubernetes', 'Terraform']],
      ['Other', ['Basket weaving']],
    ])
    const few = resumeFromCareer(careerSchema.parse({}), profileSchema.parse({ skills: [{ name: 'Rust' }] }), 'en')
    expect(section(few, 'skills').groups.map(({ label, words }) => [label, words])).toEqual([['', ['Rust']]])
  })

  test.each([
    ['en', ['Croatian (native)', 'German (C1)', 'French']],
    ['de', ['Kroatisch (Muttersprache)', 'Deutsch (C1)', 'Französisch']],
    ['pl', ['Chorwacki (ojczysty)', 'Niemiecki (C1)', 'Francuski']],
  ] as const)('says languages and levels in %s', (language, words) => {
    expect(section(resumeFromCareer(CAREER, PROFILE, language), 'languages').groups[0]?.words).toEqual(words)
  })

  test('of nothing is nothing, and says nothing', () => {
    const empty = resumeFromCareer(careerSchema.parse({}), profileSchema.parse({}), 'en')
    expect(empty.sections).toEqual([])
    expect(empty.header.name).toBe('')
  })
})

test('whatever a career holds fits into a résumé, and none of its posts and sentences is lost', () => {
  const id = fc.uuid().map((text) => text.replaceAll('-', ''))
  const text = fc.string({ minLength: 1, maxLength: 30 }).filter((one) => one.trim() !== '')
  const date = fc.constantFrom(null, '1999', '2020-01', '2021')
  const bullets = fc.array(fc.record({ id, text }), { maxLength: 60, size: 'max' })
  const skills = fc.array(text, { maxLength: 60 })
  const career = fc.record({
    summary: fc.string({ maxLength: 3000, unit: fc.constantFrom('a', '\n', ' ') }),
    experiences: fc.array(
      fc.record({
        id,
        company: text,
        start: date,
        end: date,
        summary: fc.string({ maxLength: 2000 }),
        bullets,
        skills,
      }),
      { maxLength: 6 },
    ),
    projects: fc.array(fc.record({ id, name: text, start: date, end: date, bullets, skills }), { maxLength: 6 }),
    education: fc.array(
      fc.record({ id, institution: text, degree: fc.string({ maxLength: 160 }), field: fc.string({ maxLength: 160 }) }),
      { maxLength: 5 },
    ),
  })
  fc.assert(
    fc.property(career, fc.constantFrom(...DOCUMENT_LANGUAGES), (written, language) => {
      const parsed = careerSchema.parse(written)
      const resume = resumeFromCareer(parsed, PROFILE, language)
      expect(resumeContentSchema.parse(resume)).toEqual(resume)
      const items = resume.sections.flatMap((one) => one.items)
      const cited = new Set(items.flatMap(({ cites, bullets: own }) => [...cites, ...own.flatMap((one) => one.cites)]))
      const facts = [...parsed.experiences, ...parsed.projects, ...parsed.education]
      for (const fact of facts) for (const { id: one } of [fact, ...fact.bullets]) expect(cited).toContain(one)
    }),
    { numRuns: 20 },
  )
})
