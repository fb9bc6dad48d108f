import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Career, careerSchema, EXTRA_KINDS } from '#shared/career.ts'
import { profileSchema } from '#shared/profile.ts'
import { readJsonResume } from './read-json-resume.ts'
import { writeJsonResume } from './write-json-resume.ts'

let made = 0
const newId = () => `fact${String((made += 1)).padStart(8, '0')}`

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

  test('no end is made up for volunteering that has one date', () => {
    const career = careerSchema.parse({
      extras: [{ id: 'extra01', kind: 'volunteering', name: 'Mentor', date: '2018-02' }],
    })
    const { text } = writeJsonResume(career, { profile: profileSchema.parse({}), updatedAt: null })
    expect(JSON.parse(text)).toMatchObject({ volunteer: [{ position: 'Mentor', startDate: '2018-02' }] })
    expect(text).not.toContain('endDate')
  })

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
