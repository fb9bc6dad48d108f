import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '#main/infra/db/driver.ts'
import { systemClock } from '#main/infra/time/clock.ts'
import { type Career, careerSchema } from '#shared/career.ts'
import { tempDir } from '../support/profile.ts'
import { testCore } from '../support/test-core.ts'

const EMPTY = careerSchema.parse({})
const withSummary = (summary: string): Career => ({ ...EMPTY, summary })
const post = (id: string, company: string) => ({ id, company })

test('a career is saved under its version, and a window that is behind is told', async () => {
  const { client, events } = testCore()
  const told: string[] = []
  events.listen(({ type }) => void told.push(type))
  expect(await client.career.get()).toMatchObject({ version: 0, isEmpty: true, updatedAt: null })

  const saved = await client.career.save({ career: withSummary('One.'), version: 0 })
  expect(saved).toMatchObject({ version: 1, isEmpty: false, career: { summary: 'One.' } })
  expect(told).toEqual(['settings.changed'])

  await expect(client.career.save({ career: withSummary('Two.'), version: 0 })).rejects.toMatchObject({
    code: 'STALE',
    data: { id: 1, version: 1 },
  })
  // What changes nothing is no change.
  expect((await client.career.save({ career: withSummary('One.'), version: 1 })).version).toBe(1)
  expect(told).toHaveLength(1)
})

test('no two facts bear one name', async () => {
  const { client } = testCore()
  const career = careerSchema.parse({ experiences: [post('same01', 'A'), post('same01', 'B')] })
  const { experiences } = (await client.career.save({ career, version: 0 })).career
  expect(experiences.map(({ company }) => company)).toEqual(['A', 'B'])
  expect(experiences[0]?.id).toBe('same01')
  expect(experiences[1]?.id).not.toBe('same01')
})

test('a claim that is confirmed is a fact, once', async () => {
  const { client } = testCore({ clock: { ...systemClock, now: () => 1_700_000_000_000 } })
  await client.career.confirm({ text: 'Led a team of 4' })
  const { career, version } = await client.career.confirm({ text: ' Led a team of 4 ' })
  expect(version).toBe(1)
  expect(career.confirmed).toEqual([
    { id: expect.stringMatching(/^[a-z0-9]{16}$/), text: 'Led a team of 4', confirmedAt: 1_700_000_000_000 },
  ])
})

test('a stored career that no longer fits keeps what does', async () => {
  const profileDir = tempDir()
  const first = testCore({ profileDir })
  const career = careerSchema.parse({ summary: 'Kept.', experiences: [post('post01', 'A'), post('post02', 'B')] })
  await first.client.career.save({ career, version: 0 })
  await first.stop()

  const database = connect(join(profileDir, 'career-copilot.db'))
  const stored = {
    ...career,
    experiences: [{ ...career.experiences[0], start: 'soon' }, { company: 'No name' }, career.experiences[1]],
  }
  database.raw.prepare('update career set data = ? where id = 1').run(JSON.stringify({ ...stored, person: 'Ana' }))
  database.close()

  const view = await testCore({ profileDir }).client.career.get()
  expect(view.career).toMatchObject({ summary: 'Kept.', person: { name: '' } })
  expect(view.career.experiences.map(({ company, start }) => [company, start])).toEqual([
    ['A', null],
    ['B', null],
  ])
})

test('hints follow the profile, too', async () => {
  const { client } = testCore()
  const fields = async () => (await client.career.get()).hints.map(({ field }) => field)
  expect(await fields()).toContain('languages')
  await client.profile.update({ languages: [{ code: 'en', level: null }] })
  expect(await fields()).not.toContain('languages')
})

test('a JSON Resume is looked over, taken in with what the profile lacks, and given out again', async () => {
  const { client } = testCore()
  await client.profile.update({ skills: [{ name: 'Python', years: 3, level: null }] })
  await client.career.save({ career: withSummary('Own words.'), version: 0 })
  const text = JSON.stringify({
    basics: { name: 'Ana', summary: 'Other words.' },
    work: [{ name: 'Acme', startDate: '2019' }],
    skills: [{ name: 'python' }, { name: 'Rust' }],
    languages: [{ language: 'German', fluency: 'C1' }],
    hobbies: [],
  })
  const preview = await client.career.readJsonResume({ text })
  expect(preview.ignored).toEqual(['hobbies: no place for it here'])
  expect(await client.career.get()).toMatchObject({ version: 1 })

  await expect(client.career.importJsonResume({ text, mode: 'add', version: 0 })).rejects.toMatchObject({
    code: 'STALE',
  })
  expect((await client.profile.get()).profile.skills).toHaveLength(1)

  const taken = await client.career.importJsonResume({ text, mode: 'add', version: 1 })
  expect(taken.changes).toEqual(preview.changes.add)
  expect(taken.view.career).toMatchObject({
    person: { name: 'Ana' },
    summary: 'Own words.',
    experiences: [{ company: 'Acme' }],
  })
  const { profile } = await client.profile.get()
  expect(profile.skills.map(({ name, years }) => [name, years])).toEqual([
    ['Python', 3],
    ['Rust', null],
  ])
  expect(profile.languages).toEqual([{ code: 'de', level: 'C1' }])

  const exported = await client.career.exportJsonResume()
  expect(exported.fileName).toBe('ana-resume.json')
  const again = await client.career.importJsonResume({
    text: exported.text,
    mode: 'replace',
    version: taken.view.version,
  })
  expect(again.view.version).toBe(taken.view.version)
  expect(again.changes.filter(({ effect }) => effect !== 'known')).toEqual([])
})

test('what is no JSON Resume is refused with a reason', async () => {
  const { client } = testCore()
  await expect(client.career.readJsonResume({ text: '%PDF-1.7' })).rejects.toMatchObject({
    code: 'CAREER_FILE_REFUSED',
    data: { problem: 'not_json' },
  })
})
