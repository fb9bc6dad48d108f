import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { feedCliProcess, runCliProcess } from '../support/cli.ts'
import { tempDir } from '../support/profile.ts'

const POSTING = {
  id: 'a',
  title: 'Senior Data Engineer (m/w/d)',
  company: 'Nordwind Analytics GmbH',
  location: 'München',
  country: 'DE',
  description:
    '<p>We sponsor your visa. You know Python, Kafka and C++.</p><p>Salary: 65.000 – 80.000 € brutto pro Jahr. Remote within Germany.</p>',
}

const lines = (text: string): unknown[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown)

const enrich = (input: string) => feedCliProcess({ args: ['enrich', '--input', '-'], env: {}, input })

describe('enrich', () => {
  test('prints what each posting says, in order and in the shape of docs/READING.md', async () => {
    const silent = { id: 7, title: 'Engineer', location: 'Łódź' }
    const { code, stdout, stderr } = await enrich(`${JSON.stringify(POSTING)}\n\n${JSON.stringify(silent)}\n`)
    expect([code, stderr]).toEqual([0, ''])
    const [first, second] = lines(stdout)
    expect(first).toEqual({
      id: 'a',
      visa: { status: 'offers', evidence: 'We sponsor your visa.', rule: expect.stringMatching(/^en\.offers/) },
      salary: { min: 65_000, max: 80_000, currency: 'EUR', period: 'year' },
      workplace: 'remote',
      location: { city: 'Munich', countryCode: 'DE' },
      places: [{ city: 'Munich', countryCode: 'DE' }],
      remoteScope: 'country',
      seniority: 'senior',
      roleFamily: 'data_engineer',
      employmentType: null,
      skills: expect.arrayContaining(['Python', 'Kafka', 'C++']),
      language: 'en',
    })
    expect(second).toMatchObject({
      id: '7',
      visa: { status: 'unstated' },
      salary: null,
      location: { city: 'Lodz', countryCode: 'PL' },
    })
  })

  test('a row that cannot be read is answered with its problem, the others are read, and the exit code says so', async () => {
    const rows = ['{"id":"x"', '{"id":"y","title":"  "}', '{"id":"z"}', JSON.stringify(POSTING)]
    const { code, stdout, stderr } = await enrich(rows.join('\n'))
    expect(code).toBe(1)
    expect(lines(stdout)).toMatchObject([
      { id: null, error: 'The line is no JSON.' },
      { id: 'y', error: 'The posting has no title.' },
      { id: 'z', error: expect.stringContaining('title') },
      { id: 'a', visa: { status: 'offers' } },
    ])
    expect(stderr).toContain('Line 2: The posting has no title.')
  })

  test('a file that is not there says so', async () => {
    const missing = await runCliProcess(['enrich', '--input', join(tempDir(), 'none.jsonl')])
    expect(missing).toMatchObject({ code: 2, stdout: '' })
    expect(missing.stderr).toContain('ENOENT')
  })

  test('all facts with their evidence on request', async () => {
    const file = join(tempDir(), 'postings.jsonl')
    writeFileSync(file, `\uFEFF${JSON.stringify(POSTING)}`)
    const { stdout } = await runCliProcess(['enrich', '--input', file, '--facts'])
    expect(lines(stdout)).toMatchObject([{ id: 'a', salary: { tax: 'gross', evidence: expect.any(String) } }])
  })
})

test('dedup puts a posting of another board into the cluster of its opening, and says why', async () => {
  const rows = [
    { ...POSTING, source: 'board-a', url: 'https://a.example/1', postedAt: '2026-11-01' },
    {
      ...POSTING,
      id: 'b',
      title: 'Data Engineer',
      source: 'board-a',
      url: 'https://a.example/2',
      postedAt: '2026-11-01',
    },
    {
      ...POSTING,
      id: 'c',
      location: 'Munich, Germany',
      source: 'board-b',
      url: 'https://b.example/9?utm_source=x',
      postedAt: '2026-11-03',
    },
  ]
  const input = rows.map((row) => JSON.stringify(row)).join('\n')
  const { code, stdout } = await feedCliProcess({ args: ['dedup', '--input', '-'], env: {}, input })
  expect(code).toBe(0)
  expect(lines(stdout)).toMatchObject([
    { id: 'a', clusterId: 'a' },
    { id: 'b', clusterId: 'b' },
    { id: 'c', clusterId: 'a', reason: expect.stringMatching(/same title.*board-a/i) },
  ])
})

test('reading says who read the stored jobs, and reads them again', async () => {
  const home = tempDir()
  await runCliProcess(['discover', '--source', 'sample', '--home', home, '--json'])
  const state = await runCliProcess(['reading', 'state', '--json', '--home', home])
  expect(JSON.parse(state.stdout)).toMatchObject({ left: 0, isRunning: false })
  const again = await runCliProcess(['reading', 'again', '--all', '--home', home])
  expect(again).toMatchObject({ code: 0, stdout: expect.stringMatching(/^All \d+ jobs are read by reader \d+\.\n$/) })
})
