import { test as base, expect } from './app.ts'
import { startBoards } from './host.ts'

type Boards = Awaited<ReturnType<typeof startBoards>>

const test = base.extend<{ boards: Boards }>({
  boards: async ({ browserName: _browserName }, use) => {
    const boards = await startBoards(40)
    await use(boards)
    await boards.stop()
  },
  hostArgs: async ({ boards }, use) => use(boards.flags),
})

test('a run shows each source, ends in words, is kept in the history, and a second one brings nothing new', async ({
  app,
}) => {
  await app.getByRole('link', { name: 'Discover', exact: true }).click()
  await app.getByRole('button', { name: 'Run now' }).click()
  const latest = app.getByRole('button', { name: /Started here/ }).first()
  await expect(latest).toContainText('Completed', { timeout: 45_000 })
  await expect(app.getByRole('status').filter({ hasText: 'All sources read' })).toBeAttached()
  await latest.click()
  const table = app.getByRole('table', { name: /Sources of the run/ })
  for (const name of ['Arbeitnow', 'The Muse']) {
    await expect(table.getByRole('row', { name: new RegExp(name) })).toContainText('Done')
  }
  const found = Number(/of ([\d,]+) found/.exec((await latest.textContent()) ?? '')?.[1]?.replaceAll(',', ''))
  expect(found).toBeGreaterThan(0)

  await app.getByRole('button', { name: 'Run now' }).click()
  await expect(app.getByRole('button', { name: /Started here/ })).toHaveCount(2, { timeout: 45_000 })
  await expect(app.getByRole('button', { name: /Started here/ }).first()).toContainText('0 new')
})

test('a source that hangs is shown as reading until the run is cancelled', async ({ app, boards }) => {
  await boards.setMode('the-muse', 'hang')
  await app.getByRole('link', { name: 'Discover', exact: true }).click()
  await app.getByRole('button', { name: 'Run now' }).click()
  const progress = app.getByRole('table', { name: 'Progress by source' })
  await expect(progress.getByRole('row', { name: /Arbeitnow/ })).toContainText('Done', { timeout: 45_000 })
  await expect(progress.getByRole('row', { name: /The Muse/ })).toContainText('Reading')
  await app.getByRole('link', { name: 'Jobs', exact: true }).click()
  await expect(app.getByText('Reading 2 sources: 1 done')).toBeVisible()
  await app.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(app.getByText('Reading 2 sources')).toBeHidden()
  await app.getByRole('link', { name: 'Discover', exact: true }).click()
  const latest = app.getByRole('button', { name: /Started here/ }).first()
  await expect(latest).toContainText('Cancelled')
})

test('a source that fails says why and what to do, and spoils nothing else', async ({ app, boards }) => {
  await boards.setMode('the-muse', 'login-page')
  await app.getByRole('link', { name: 'Discover', exact: true }).click()
  await app.getByRole('button', { name: 'Run now' }).click()
  const latest = app.getByRole('button', { name: /Started here/ }).first()
  await expect(latest).toContainText('Partly done', { timeout: 45_000 })
  await latest.click()
  const table = app.getByRole('table', { name: /Sources of the run/ })
  await expect(table.getByRole('row', { name: /Arbeitnow/ })).toContainText('Done')
  await expect(table.getByRole('row', { name: /^The Muse/ })).toContainText(/Blocked|Failed/)
})

test('some of the sources can be picked for one run', async ({ app }) => {
  await app.getByRole('link', { name: 'Discover', exact: true }).click()
  await app.getByRole('checkbox', { name: 'Arbeitnow' }).uncheck()
  await app.getByRole('checkbox', { name: 'The Muse' }).uncheck()
  await app.getByRole('checkbox', { name: 'Sample feed' }).check()
  await app.getByRole('button', { name: 'Run 1 of 5' }).click()
  const latest = app.getByRole('button', { name: /Started here/ }).first()
  await expect(latest).toContainText('Completed', { timeout: 45_000 })
  await latest.click()
  await expect(
    app.getByRole('table', { name: /Sources of the run/ }).getByRole('row', { name: /Sample feed/ }),
  ).toBeVisible()
})
