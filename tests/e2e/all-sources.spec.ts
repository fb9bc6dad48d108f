import { formatCount, formatShare } from '../../src/renderer/src/ui/format.ts'
import { expect, test } from './boards.ts'
import { cli } from './host.ts'
import { expectLatestRun, figuresOf, openDiscover, openLatestRun, type Figures } from './run-table.ts'

/** One employer on each of the systems that employers use. */
const EMPLOYERS = [
  'https://boards.greenhouse.io/havelwerk',
  'https://jobs.lever.co/lichtbogen',
  'https://jobs.ashbyhq.com/polarkreis',
  'https://careers.smartrecruiters.com/tidemark',
  'https://duenenwind.jobs.personio.de',
  'https://kranich.recruitee.com',
  'https://apply.workable.com/feldlerche',
  'https://brueckenkopf.teamtailor.com',
]

test.use({ employers: EMPLOYERS })

test('one run over every source that needs no key: each is seen at work, all sums are right, and coverage counts the same jobs', async ({
  app,
  home,
}) => {
  // One of them asks for ten seconds between two requests, and gets them.
  test.setTimeout(240_000)
  await openDiscover(app)
  await app.getByRole('button', { name: 'Run now' }).click()
  const progress = app.getByRole('table', { name: 'Progress by source' })
  await expect.poll(() => progress.getByRole('rowheader').count()).toBeGreaterThanOrEqual(20)
  await expect(progress.getByRole('row', { name: /^Arbeitnow/ })).toContainText('Done', { timeout: 60_000 })
  await expect(progress.getByRole('row', { name: /^EURES/ })).toContainText('Reading')
  const latest = await expectLatestRun(app, 'Completed', 180_000)

  const figures = await figuresOf(await openLatestRun(app))
  expect(figures.size).toBeGreaterThanOrEqual(20)
  for (const [name, row] of figures) expect(brought(row), name).toBe(row['Found'])
  const read = [...figures].filter(([, row]) => row['Found'] !== 0)
  expect(read.length, 'sources with postings').toBeGreaterThanOrEqual(18)
  const total = (column: string) => [...figures.values()].reduce((sum, row) => sum + (row[column] ?? NaN), 0)
  await expect(latest).toContainText(`${formatCount(total('New'))} new`)
  await expect(latest).toContainText(`of ${formatCount(total('Found'))} found`)

  await app.getByRole('link', { name: 'Coverage' }).click()
  const jobs = await countOf(home)
  expect(jobs).toBe(total('New'))
  const tile = (name: string) => app.getByText(name, { exact: true }).locator('..').getByRole('definition')
  await expect(tile('Open jobs')).toHaveText(formatCount(jobs))
  await expect(tile('Offer a visa')).toHaveText(formatShare(await countOf(home, '--visa', 'offers'), jobs))
  const bySource = await figuresOf(app.getByRole('table', { name: 'Coverage by source' }))
  expect(bySource.size).toBe(read.filter(([, row]) => row['Left out'] !== row['Found']).length)
  for (const [name, id] of [
    ['The Muse', 'the-muse'],
    ['Greenhouse', 'greenhouse'],
  ] as const) {
    expect(bySource.get(name)?.['Jobs'], name).toBe(await countOf(home, '--source', id))
  }
  const byCountry = await figuresOf(app.getByRole('table', { name: 'Coverage by country' }))
  expect(byCountry.get('Germany')?.['Jobs']).toBe(await countOf(home, '--country', 'DE'))
  await expect(app.getByRole('table', { name: 'Jobs by week' }).getByRole('row')).not.toHaveCount(0)
})

/** What became of the postings that a source found. */
function brought(row: Figures): number {
  return ['New', 'Updated', 'Known', 'Left out'].reduce((sum, column) => sum + (row[column] ?? NaN), 0)
}

async function countOf(home: string, ...filter: readonly string[]): Promise<number> {
  return ((await cli(home, ['search', ...filter, '--json'])) as { total: number }).total
}
