import { describe, expect, test } from 'vitest'
import { type Career, extraSchema } from '#shared/career.ts'
import { profileSchema } from '#shared/profile.ts'
import { bulletsOf, careerOf, degreeOf, postOf } from '../career.fixture.ts'
import { mergeCareer } from './merge-career.ts'
import { changesOf } from './merge-changes.ts'
import { withLanguages, withSkills } from './merge-profile.ts'

const NO_ONE = careerOf({}).person
const OWN = careerOf({
  person: { ...NO_ONE, name: 'Ana', email: 'ana@example.org', links: [{ label: 'Code', url: 'https://a.example' }] },
  summary: 'Own words.',
  experiences: [postOf({ id: 'post01', title: 'Engineer', start: '2019-05', bullets: bulletsOf('Did a') })],
  confirmed: [{ id: 'claim01', text: 'Led a team', confirmedAt: 1 }],
})
const FILE = careerOf({
  person: {
    ...NO_ONE,
    name: 'Anna',
    phone: '1',
    city: 'Berlin',
    countryCode: 'DE',
    links: [{ label: 'X', url: 'https://a.example' }],
  },
  summary: 'Other words.',
  experiences: [
    postOf({
      id: 'post09',
      company: 'ACME',
      title: 'Engineer',
      start: '2019',
      end: '2020',
      place: 'Berlin',
      bullets: bulletsOf('did A', 'Did b'),
    }),
    postOf({ id: 'post08', title: 'Lead', start: '2021' }),
  ],
})
const otherIds = (career: Career): Career => ({
  ...career,
  experiences: career.experiences.map((entry) => ({ ...entry, id: `other${entry.id}` })),
  education: career.education.map((entry) => ({ ...entry, id: `other${entry.id}` })),
})
const add = (career: Career, incoming: Career) => mergeCareer(career, { incoming, mode: 'add' })

describe('adding', () => {
  const merged = add(OWN, FILE)

  test('what is there stays, what is missing is filled in', () => {
    expect(merged.person).toEqual({
      ...OWN.person,
      phone: '1',
      city: 'Berlin',
      countryCode: 'DE',
    })
    expect(merged.summary).toBe('Own words.')
    expect(merged.confirmed).toEqual(OWN.confirmed)
  })

  test('the same post gets what it lacked; its span is nobody else’s', () => {
    expect(merged.experiences.map(({ id }) => id)).toEqual(['post01', 'post08'])
    expect(merged.experiences[0]).toMatchObject({ company: 'Acme', place: 'Berlin', start: '2019-05', end: null })
    expect(merged.experiences[0]?.bullets.map(({ text }) => text)).toEqual(['Did a', 'Did b'])
  })

  test('twice the same adds nothing', () => {
    expect(add(merged, FILE)).toEqual(merged)
  })

  test('two posts of a file that look alike are both kept', () => {
    const twice = careerOf({ experiences: [postOf({ id: 'post01' }), postOf({ id: 'post02' })] })
    expect(add(careerOf({}), twice).experiences).toHaveLength(2)
  })

  test.each<[string, Partial<Career>, Partial<Career>, number]>([
    [
      'another title is another post',
      { experiences: [postOf({ title: 'Cook' })] },
      { experiences: [postOf({ title: 'Chef' })] },
      2,
    ],
    [
      'another month is another post',
      { experiences: [postOf({ start: '2019-01' })] },
      { experiences: [postOf({ start: '2019-02' })] },
      2,
    ],
    [
      'a year and a month of it are the same',
      { experiences: [postOf({ start: '2019' })] },
      { experiences: [postOf({ start: '2019-02' })] },
      1,
    ],
    [
      'a title that is not said',
      { experiences: [postOf({ title: 'Cook' })] },
      { experiences: [postOf({ company: 'acme' })] },
      1,
    ],
    ['another degree', { education: [degreeOf({ degree: 'BSc' })] }, { education: [degreeOf({ degree: 'MSc' })] }, 2],
    [
      'the same degree',
      { education: [degreeOf({ degree: 'BSc' })] },
      { education: [degreeOf({ degree: 'BSC', grade: '1.0' })] },
      1,
    ],
    [
      'a certificate and a course of one name',
      { extras: [extraSchema.parse({ id: 'extra1', kind: 'certificate', name: 'CKA' })] },
      { extras: [extraSchema.parse({ id: 'extra2', kind: 'course', name: 'CKA' })] },
      2,
    ],
    [
      'a certificate that was renewed',
      { extras: [extraSchema.parse({ id: 'extra1', kind: 'certificate', name: 'CKA', date: '2020-01' })] },
      { extras: [extraSchema.parse({ id: 'extra2', kind: 'certificate', name: 'CKA', date: '2023' })] },
      2,
    ],
    [
      'a certificate of a year and of a month in it',
      { extras: [extraSchema.parse({ id: 'extra1', kind: 'certificate', name: 'CKA', date: '2020-01' })] },
      { extras: [extraSchema.parse({ id: 'extra2', kind: 'certificate', name: 'CKA', date: '2020' })] },
      1,
    ],
  ])('%s', (_name, own, incoming, entries) => {
    const { experiences, education, extras } = add(careerOf(own), otherIds(careerOf(incoming)))
    expect([...experiences, ...education, ...extras]).toHaveLength(entries)
  })

  test('a city is not put beside another country', () => {
    const own = careerOf({ person: { ...NO_ONE, countryCode: 'PL' } })
    expect(add(own, FILE).person).toMatchObject({ city: '', countryCode: 'PL' })
  })

  test('never more than a career holds', () => {
    const own = careerOf({
      experiences: Array.from({ length: 59 }, (_, at) =>
        postOf({ id: `own${String(at).padStart(4, '0')}`, company: `Own ${at}` }),
      ),
    })
    expect(add(own, FILE).experiences).toHaveLength(60)
  })
})

test('replacing keeps what was confirmed, and the names of facts that are still there', () => {
  const merged = mergeCareer(OWN, { incoming: FILE, mode: 'replace' })
  expect(merged.person).toEqual(FILE.person)
  expect(merged.summary).toBe('Other words.')
  expect(merged.experiences.map(({ id }) => id)).toEqual(['post01', 'post08'])
  expect(merged.confirmed).toEqual(OWN.confirmed)
})

describe('what a file would do', () => {
  const known = {
    career: OWN,
    profile: profileSchema.parse({ skills: [{ name: 'Python' }], languages: [{ code: 'en' }] }),
  }
  const incoming = {
    career: FILE,
    skills: [
      { name: 'python', years: null, level: null },
      { name: 'Rust', years: null, level: null },
    ],
    languages: [
      { code: 'en', name: 'English', fluency: 'C1', level: 'C1' as const },
      { code: 'de', name: 'German', fluency: '', level: null },
    ],
  }
  const lines = (mode: 'add' | 'replace') =>
    changesOf(known, { incoming, mode }).map(({ part, name, effect }) => `${effect} ${part}: ${name}`)

  test('when it is added', () => {
    expect(lines('add')).toEqual([
      'kept person: Anna',
      'added person: 1',
      'added person: Berlin',
      'added person: DE',
      'known person: https://a.example',
      'kept summary: Other words.',
      'completed experiences: Engineer, ACME',
      'added experiences: Lead, Acme',
      'added skills: Rust',
      'completed languages: English',
      'added languages: German',
    ])
  })

  test('when an entry says something else that is not taken', () => {
    const own = postOf({ id: 'post01', title: 'Engineer', start: '2019', place: 'Berlin' })
    const effectOf = (parts: Partial<typeof own>) => {
      const career = careerOf({ experiences: [{ ...own, id: 'post09', ...parts }] })
      const told = changesOf(
        { ...known, career: careerOf({ experiences: [own] }) },
        { incoming: { career, skills: [], languages: [] }, mode: 'add' },
      )
      return told.map(({ effect }) => effect)
    }
    expect(effectOf({ place: '', start: '2019-05' })).toEqual(['known'])
    expect(effectOf({ place: 'Hamburg' })).toEqual(['kept'])
    expect(effectOf({ end: '2022' })).toEqual(['kept'])
    expect(effectOf({ place: 'Hamburg', url: 'https://a.example' })).toEqual(['completed'])
  })

  test('when there is no room for all of it', () => {
    const many = (count: number, name: string) =>
      Array.from({ length: count }, (_, at) =>
        postOf({ id: `${name}${at}xxxxx`, company: `${name} ${at}`, title: 'Cook' }),
      )
    const points = (count: number, name: string) =>
      bulletsOf(...Array.from({ length: count }, (_, at) => `${name} ${at}`))
    const own = careerOf({
      person: {
        ...NO_ONE,
        links: Array.from({ length: 20 }, (_, at) => ({ label: '', url: `https://${at}.example` })),
      },
      experiences: [...many(58, 'own'), postOf({ id: 'full01', company: 'Full', bullets: points(58, 'own') })],
    })
    const file = careerOf({
      person: { ...NO_ONE, links: [{ label: '', url: 'https://more.example' }] },
      experiences: [...many(3, 'new'), postOf({ id: 'full02', company: 'Full', bullets: points(4, 'new') })],
    })
    const skills = (count: number, name: string) =>
      Array.from({ length: count }, (_, at) => ({ name: `${name} ${at}`, years: null, level: null }))
    const profile = profileSchema.parse({ skills: skills(199, 'Own'), languages: [] })
    const incoming = { career: file, skills: skills(2, 'New'), languages: [] }
    const changes = changesOf({ career: own, profile }, { incoming, mode: 'add' })
    expect(changes).toEqual([
      { part: 'person', name: 'https://more.example', effect: 'no_room' },
      { part: 'experiences', name: 'Cook, new 0', effect: 'added' },
      { part: 'experiences', name: 'Cook, new 1', effect: 'no_room' },
      { part: 'experiences', name: 'Cook, new 2', effect: 'no_room' },
      { part: 'experiences', name: 'Full', effect: 'completed', cut: '2 points' },
      { part: 'skills', name: 'New 0', effect: 'added' },
      { part: 'skills', name: 'New 1', effect: 'no_room' },
    ])
    const merged = add(own, file)
    expect(merged.person.links).toEqual(own.person.links)
    expect(merged.experiences.at(-1)?.company).toBe('new 0')
    expect(merged.experiences.find(({ company }) => company === 'Full')?.bullets).toHaveLength(60)
  })

  test('when it replaces', () => {
    expect(lines('replace')).toEqual([
      'replaced person: Anna',
      'added person: 1',
      'added person: Berlin',
      'added person: DE',
      'replaced person: ana@example.org',
      'known person: https://a.example',
      'replaced summary: Other words.',
      'replaced experiences: Engineer, ACME',
      'added experiences: Lead, Acme',
      'added skills: Rust',
      'completed languages: English',
      'added languages: German',
    ])
  })
})

test('skills and languages are only added to', () => {
  const own = [{ name: 'Python', years: 3, level: null }]
  expect(withSkills(own, [{ name: 'python', years: 9, level: 'strong' }])).toEqual(own)
  const spoken = [{ code: 'en', level: 'B2' as const }]
  expect(withLanguages(spoken, [{ code: 'en', name: 'English', fluency: 'C2', level: 'C2' }])).toEqual(spoken)
})
