import { expect, test } from 'vitest'
import { careerSchema } from '#shared/career.ts'
import { documentStyleSchema } from '#shared/documents.ts'
import { tailoringResultSchema } from '#shared/tailoring.ts'
import { runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'
import { discover, testCore } from '../support/test-core.ts'

const CAREER = careerSchema.parse({
  person: { name: 'Ines Falk', email: 'ines@example.org', city: 'Wien', countryCode: 'AT' },
  summary: 'Software engineer who likes clear code.',
  experiences: [
    {
      id: 'postaaaa1',
      company: 'Donauwerk',
      title: 'Software Engineer',
      start: '2020-04',
      skills: ['Python', 'PostgreSQL'],
      bullets: [
        { id: 'bulletaa1', text: 'Answered questions of 30 customers a week.' },
        { id: 'bulletaa2', text: 'Built the booking service in Python and PostgreSQL.' },
      ],
    },
  ],
})

async function coreWithCareer() {
  const home = tempDir()
  const core = testCore({ profileDir: home })
  await discover(core, ['sample'])
  await core.client.career.save({ career: CAREER, version: 0 })
  const { jobs } = await core.client.jobs.search({ skills: ['Python'], perPage: 1 })
  const [job] = jobs
  if (!job) throw new Error('No job asks for Python')
  return { home, core, job }
}

test('a résumé and a letter are composed for a stored job without a finding, and match it', async () => {
  const { core, job } = await coreWithCareer()
  for (const kind of ['resume', 'letter'] as const) {
    const { content, reasons, language } = await core.client.tailoring.compose({ jobId: job.id, options: { kind } })
    expect(content.kind).toBe(kind)
    expect(reasons.length).toBeGreaterThan(0)
    expect(await core.client.documents.findings({ content, jobId: job.id })).toEqual([])
    if (kind === 'letter') continue
    const match = await core.client.documents.match({
      content,
      style: documentStyleSchema.parse({ language, template: 'plain' }),
      jobId: job.id,
    })
    expect(match.terms).toContainEqual(expect.objectContaining({ term: 'Python', isFound: true, isInCareer: true }))
    expect(match.scorePercent).toBeGreaterThan(0)
    expect(match.warnings.map(({ code }) => code)).not.toContain('email')
  }
})

test('it starts from a document of the user when one is named, and says when there is none', async () => {
  const { core, job } = await coreWithCareer()
  const own = await core.client.documents.create({ kind: 'resume', name: 'Mine', start: { from: 'career' } })
  const header = { ...own.content.header, city: '' }
  const changed = await core.client.documents.save({
    id: own.id,
    revision: own.revision,
    style: own.style,
    content: { ...own.content, header },
  })
  const { content } = await core.client.tailoring.compose({ jobId: job.id, documentId: changed.id })
  expect(content.header.city).toBe('')
  await expect(core.client.tailoring.compose({ jobId: job.id, documentId: 999 })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  await expect(core.client.tailoring.compose({ jobId: 987_654 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('the command line composes as the screen does', async () => {
  const { home, core, job } = await coreWithCareer()
  const tailor = (...args: string[]) => runCliProcess(['--home', home, 'tailor', ...args])
  const [json, letter, withModel, unknown] = [
    await tailor('--job', String(job.id), '--no-ai', '--json'),
    await tailor('--job', String(job.id), '--no-ai', '--kind', 'letter', '--language', 'de'),
    await tailor('--job', String(job.id)),
    await tailor('--job', '987654', '--no-ai'),
  ]
  expect(json.code).toBe(0)
  expect(tailoringResultSchema.parse(JSON.parse(json.stdout))).toEqual(
    await core.client.tailoring.compose({ jobId: job.id }),
  )
  expect([letter.code, letter.stdout]).toEqual([
    0,
    expect.stringContaining('Zurzeit arbeite ich als Software Engineer bei Donauwerk.'),
  ])
  expect([withModel.code, withModel.stderr]).toEqual([2, expect.stringContaining('--no-ai')])
  expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('987654')])
})
