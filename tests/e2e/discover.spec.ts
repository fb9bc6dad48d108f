import { readFileSync } from 'node:fs'
import { runSchema } from '#shared/discovery.ts'
import { expect, test } from './boards.ts'
import { expectLatestRun, openDiscover, openLatestRun } from './run-table.ts'

test.use({ count: 40, sources: ['arbeitnow', 'the-muse'] })

test('a run shows each source and ends in words; a second one brings nothing new, and from three on there is a picture', async ({
  app,
}) => {
  await openDiscover(app)
  await app.getByRole('button', { name: 'Run now' }).click()
  const latest = await expectLatestRun(app, 'Completed')
  await expect(app.getByRole('status').filter({ hasText: 'All sources read' })).toBeAttached()
  const table = await openLatestRun(app)
  for (const name of ['Arbeitnow', 'The Muse']) {
    await expect(table.getByRole('row', { name: new RegExp(name) })).toContainText('Done')
  }
  const added = /^\D*?([\d,]+) new/.exec(await latest.locator('strong').innerText())?.[1]
  expect(Number(added)).toBeGreaterThan(0)

  const picture = app.getByRole('table', { name: 'Postings by run' })
  for (const count of [2, 3]) {
    await expect(picture).toHaveCount(0)
    await app.getByRole('button', { name: 'Run now' }).click()
    await expect(app.getByRole('button', { name: /Started here/ })).toHaveCount(count, { timeout: 45_000 })
    await expect(app.getByRole('button', { name: /Started here/ }).first()).toContainText('0 new')
  }
  await expect(picture.getByRole('row')).toHaveCount(3)
  await expect(picture.getByRole('row').first()).toContainText(`${added} new`)
})

test('a source that hangs is shown as reading until the run is cancelled', async ({ app, boards }) => {
  boards.setMode('the-muse', 'hang')
  await openDiscover(app)
  await app.getByRole('button', { name: 'Run now' }).click()
  const progress = app.getByRole('table', { name: 'Progress by source' })
  await expect(progress.getByRole('row', { name: /Arbeitnow/ })).toContainText('Done', { timeout: 45_000 })
  await expect(progress.getByRole('row', { name: /The Muse/ })).toContainText('Reading')
  await app.getByRole('link', { name: 'Jobs', exact: true }).click()
  await expect(app.getByText('Reading 2 sources: 1 done')).toBeVisible()
  await app.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(app.getByText('Reading 2 sources')).toBeHidden()
  await openDiscover(app)
  await expectLatestRun(app, 'Cancelled')
})

test('a source that fails says why, spoils nothing else, and is the only one that is tried again', async ({
  app,
  boards,
}) => {
  boards.setMode('the-muse', 'login-page')
  await openDiscover(app)
  await app.getByRole('button', { name: 'Run now' }).click()
  await expectLatestRun(app, 'Partly done')
  const table = await openLatestRun(app)
  await expect(table.getByRole('row', { name: /Arbeitnow/ })).toContainText('Done')
  await expect(table.getByRole('row', { name: /^The Muse/ })).toContainText('Blocked')
  await expect(table.getByText('instead of JSON. The site shows a login or a robot check.')).toBeVisible()

  boards.setMode('the-muse', 'ok')
  const before = boards.requests().length
  await app.getByRole('button', { name: 'Try 1 source again' }).click()
  const retry = app.getByRole('button', { name: /Tried again/ })
  await expect(retry).toContainText('Completed', { timeout: 45_000 })
  await expect(retry).toContainText('1 source')
  const asked = boards.requests().slice(before)
  expect(new Set(asked.map(({ source }) => source))).toEqual(new Set(['the-muse']))
  await retry.click()
  await expect(app.getByRole('button', { name: /Try .* again/ })).toHaveCount(1)
})

test('some of the sources can be picked for one run', async ({ app }) => {
  await openDiscover(app)
  await app.getByRole('button', { name: 'None', exact: true }).click()
  await expect(app.getByRole('button', { name: /^Run 0 of/ })).toBeDisabled()
  await app.getByRole('checkbox', { name: 'Sample feed' }).check()
  await app.getByRole('button', { name: /^Run 1 of \d+$/ }).click()
  await expectLatestRun(app, 'Completed')
  const table = await openLatestRun(app)
  await expect(table.getByRole('rowheader')).toHaveText(['Sample feed'])
})

test('a run is saved as a file that holds all there is to know of it', async ({ app }) => {
  await openDiscover(app)
  await app.getByRole('button', { name: 'Run now' }).click()
  await expectLatestRun(app, 'Completed')
  await openLatestRun(app)
  const download = app.waitForEvent('download')
  await app.getByRole('button', { name: 'Save as JSON' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^run-\d{4}-\d{2}-\d{2}-\d{4}\.json$/)
  const run = runSchema.parse(JSON.parse(readFileSync(await file.path(), 'utf8')))
  expect(run).toMatchObject({ trigger: 'manual', state: 'completed' })
  expect(run.sources.map(({ sourceId }) => sourceId)).toEqual(['arbeitnow', 'the-muse'])
  expect(run.found).toBe(run.sources.reduce((sum, source) => sum + source.found, 0))
})
