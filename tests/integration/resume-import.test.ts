import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Suggestion } from '#shared/resume-import.ts'
import { runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'
import { picturePdf, wordFile } from '../support/resume-files.ts'
import { testCore } from '../support/test-core.ts'

const LINES = [
  'Ada Byron',
  'Software Developer',
  'London, United Kingdom',
  'ada.byron@example.com',
  'Phone: +44 20 7946 0999',
  'https://github.com/adabyron',
  'Experience',
  'Software Developer, Engine Works Ltd, London',
  '03/2019 – present',
  'Wrote the programs of the engine in Python.',
  'Education',
  'BSc in Mathematics, University of London',
  '2015 – 2018',
  'Skills',
  'Python, PostgreSQL',
  'Languages',
  'English (native), French (B2)',
]
const base64 = (bytes: Buffer) => bytes.toString('base64')
const file = { name: 'cv.docx', base64: base64(wordFile(LINES)) }

describe('a résumé that comes as a file', () => {
  test('is read and writes nothing', async () => {
    const { client } = testCore()
    const reading = await client.resumeImport.read(file)
    expect(reading).toMatchObject({ status: 'ok', fileName: 'cv.docx', pages: null, language: 'en' })
    expect(reading.suggestions.find(({ kind }) => kind === 'experience')).toMatchObject({
      value: { company: 'Engine Works Ltd', title: 'Software Developer', place: 'London', start: '2019-03', end: null },
      source:
        'Software Developer, Engine Works Ltd, London\n03/2019 – present\nWrote the programs of the engine in Python.',
    })
    expect(await client.career.get()).toMatchObject({ version: 0, isEmpty: true })
  })

  test('is taken into career and profile once, however often it comes', async () => {
    const { client } = testCore()
    const { suggestions } = await client.resumeImport.read(file)
    const first = await client.resumeImport.accept({ suggestions })
    expect(first).toMatchObject({ added: suggestions.length, merged: 0, known: 0 })
    expect(first.view.career).toMatchObject({
      person: { name: 'Ada Byron', email: 'ada.byron@example.com', phone: '+44 20 7946 0999', countryCode: 'GB' },
      experiences: [{ company: 'Engine Works Ltd' }],
      education: [
        { institution: 'University of London', degree: 'BSc', field: 'Mathematics', start: '2015', end: '2018' },
      ],
    })
    const { profile } = await client.profile.get()
    expect(profile.skills.map(({ name }) => name)).toEqual(['Python', 'PostgreSQL'])
    expect(profile.languages).toEqual([
      { code: 'en', level: 'native' },
      { code: 'fr', level: 'B2' },
    ])
    const again = await client.resumeImport.accept({ suggestions: (await client.resumeImport.read(file)).suggestions })
    expect(again).toMatchObject({
      added: 0,
      merged: 0,
      known: suggestions.length,
      view: { version: first.view.version },
    })
  })

  test('completes the same post under another spelling, and leaves what is there', async () => {
    const { client } = testCore()
    const { suggestions } = await client.resumeImport.read(file)
    await client.resumeImport.accept({ suggestions })
    const post = suggestions.find(
      (each): each is Extract<Suggestion, { kind: 'experience' }> => each.kind === 'experience',
    )
    if (post === undefined) throw new Error('no post was read')
    const bullets = [{ id: 'abcdef01', text: 'Drew the tables of Bernoulli’s numbers.' }]
    const value = { ...post.value, company: 'Engine Works', title: 'Senior Software Developer', start: '2019', bullets }
    const done = await client.resumeImport.accept({ suggestions: [{ ...post, value }] })
    expect(done).toMatchObject({ added: 0, merged: 1, known: 0 })
    expect(done.view.career.experiences).toHaveLength(1)
    expect(done.view.career.experiences[0]).toMatchObject({
      company: 'Engine Works Ltd',
      title: 'Software Developer',
      start: '2019-03',
    })
    expect(done.view.career.experiences[0]?.bullets.map(({ text }) => text)).toContain(
      'Drew the tables of Bernoulli’s numbers.',
    )
  })

  test('what is not taken because another stands there is told apart from what is known', async () => {
    const { client } = testCore()
    const { suggestions } = await client.resumeImport.read(file)
    await client.resumeImport.accept({ suggestions })
    const said = { source: '', confidence: 1 }
    const counts = await client.resumeImport.accept({
      suggestions: [
        { ...said, id: 'a', kind: 'person', field: 'name', value: 'Ada Lovelace' },
        { ...said, id: 'b', kind: 'language', code: 'fr', level: 'C1' },
        { ...said, id: 'c', kind: 'language', code: 'en', level: null },
        { ...said, id: 'd', kind: 'skill', value: 'Postgres' },
        { ...said, id: 'e', kind: 'summary', value: 'Writes programs.' },
        { ...said, id: 'f', kind: 'summary', value: 'Leads people.' },
        { ...said, id: 'g', kind: 'summary', value: 'x'.repeat(3000) },
      ],
    })
    expect(counts).toMatchObject({ added: 2, merged: 0, known: 2, kept: 2, noRoom: ['Summary'] })
    expect(counts.view.career.summary).toBe('Writes programs.\n\nLeads people.')
    expect(counts.view.career.person.name).toBe('Ada Byron')
  })

  test('what a career has no room for is named, and is not told as added', async () => {
    const { client } = testCore()
    const { suggestions } = await client.resumeImport.read(file)
    const post = suggestions.find(
      (each): each is Extract<Suggestion, { kind: 'experience' }> => each.kind === 'experience',
    )
    if (post === undefined) throw new Error('no post was read')
    const posts = Array.from({ length: 62 }, (_, at) => ({
      ...post,
      id: `post${at}`,
      value: { ...post.value, id: `post${at}xxxxx`, company: `Company ${at}`, bullets: [] },
    }))
    const taken = await client.resumeImport.accept({ suggestions: posts })
    expect(taken).toMatchObject({
      added: 60,
      merged: 0,
      known: 0,
      kept: 0,
      noRoom: ['Software Developer, Company 60', 'Software Developer, Company 61'],
    })
    expect(taken.view.career.experiences).toHaveLength(60)
    const bullets = [{ id: 'abcdef01', text: 'Drew tables.' }]
    const again = await client.resumeImport.accept({
      suggestions: posts.map((each) => ({ ...each, value: { ...each.value, bullets } })),
    })
    expect(again).toMatchObject({ added: 0, merged: 60, known: 0, kept: 0 })
    expect(again.noRoom).toHaveLength(2)
  })

  test('is taken back as long as neither career nor profile changed since, else not at all', async () => {
    const { client } = testCore()
    await client.profile.update({ skills: [{ name: 'Go', years: 2, level: null }] })
    const before = { career: (await client.career.get()).career, profile: (await client.profile.get()).profile }
    const { suggestions } = await client.resumeImport.read(file)
    const { view, profileVersion } = await client.resumeImport.accept({ suggestions })
    const back = (version: number, ofProfile: number) =>
      client.career.takeBack({
        career: before.career,
        version,
        profile: { skills: before.profile.skills, languages: before.profile.languages, version: ofProfile },
      })
    await client.profile.update({ cities: ['London'] })
    await expect(back(view.version, profileVersion)).rejects.toMatchObject({ code: 'STALE', data: { id: 2 } })
    await expect(back(view.version - 1, profileVersion + 1)).rejects.toMatchObject({ code: 'STALE', data: { id: 1 } })
    expect((await client.career.get()).career).toEqual(view.career)
    expect((await client.profile.get()).profile.skills).toHaveLength(3)

    expect((await back(view.version, profileVersion + 1)).career).toEqual(before.career)
    expect((await client.profile.get()).profile).toEqual({ ...before.profile, cities: ['London'] })
  })

  test('what was put right and does not fit is refused whole', async () => {
    const { client } = testCore()
    const { suggestions } = await client.resumeImport.read(file)
    const wrong = suggestions.map((each) =>
      each.kind === 'person' && each.field === 'email' ? { ...each, value: 'no address' } : each,
    )
    await expect(client.resumeImport.accept({ suggestions: wrong })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    expect(await client.career.get()).toMatchObject({ version: 0 })
    expect((await client.profile.get()).profile.skills).toEqual([])
  })
})

describe('a résumé on the command line', () => {
  test('prints what it says, and ends with 1 when it cannot be read', async () => {
    const dir = tempDir()
    const env = { CAREER_COPILOT_HOME: tempDir() }
    const put = (name: string, bytes: Buffer) => {
      const path = join(dir, name)
      writeFileSync(path, bytes)
      return path
    }
    const read = await runCliProcess(['resume', 'import', put('cv.docx', wordFile(LINES)), '--json'], env)
    expect(read.code).toBe(0)
    expect(JSON.parse(read.stdout)).toMatchObject({
      status: 'ok',
      name: 'Ada Byron',
      email: 'ada.byron@example.com',
      phone: '+44 20 7946 0999',
      links: ['https://github.com/adabyron'],
      skills: ['Python', 'PostgreSQL'],
      experiences: [{ company: 'Engine Works Ltd', title: 'Software Developer', start: '2019-03', end: null }],
      education: [{ institution: 'University of London', degree: 'BSc Mathematics' }],
      languages: ['en', 'fr'],
    })
    const scan = await runCliProcess(['resume', 'import', put('scan.pdf', picturePdf()), '--json'], env)
    expect(scan.code).toBe(1)
    expect(JSON.parse(scan.stdout)).toMatchObject({ status: 'no_text', name: null, experiences: [] })
    const huge = put('huge.pdf', Buffer.from('%PDF-1.7'))
    truncateSync(huge, 5_000_000_000)
    const refused = await runCliProcess(['resume', 'import', huge, '--json'], env)
    expect([refused.code, JSON.parse(refused.stdout)]).toMatchObject([1, { status: 'unsupported' }])
    expect(await runCliProcess(['resume', 'import', join(dir, 'none.pdf')], env)).toMatchObject({ code: 2, stdout: '' })
  }, 120_000)
})
