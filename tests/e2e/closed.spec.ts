import { boardOf } from '../fakes/boards.ts'
import { openingsOf } from '../fakes/content.ts'
import { expect, expectTotal, shownTotal } from './app.ts'
import { test } from './boards.ts'
import { expectLatestRun, figuresOf, openDiscover, openLatestRun } from './run-table.ts'

const COUNT = 45
/** The openings that the second revision takes away; one employer's board is watched. */
const gone = openingsOf(boardOf('greenhouse'), { count: COUNT, revision: 1, asOf: 0 }).filter(
  (_, index) => index % 15 === 14,
)
const slug = gone[0]?.companySlug ?? ''
const closed = gone.filter(({ companySlug }) => companySlug === slug).length

test.use({ count: COUNT, sources: ['greenhouse'], employers: [`https://boards.greenhouse.io/${slug}`] })

test('a posting that is on its board no more is closed: left out of the list, and shown as closed when asked for', async ({
  app,
  boards,
}) => {
  await openDiscover(app)
  await app.getByRole('button', { name: 'Run now' }).click()
  await expectLatestRun(app, 'Completed')
  boards.setContent({ revision: 2 })
  await app.getByRole('button', { name: 'Run now' }).click()
  await expect(app.getByRole('button', { name: /Started here/ })).toHaveCount(2, { timeout: 45_000 })
  const figures = await figuresOf(await openLatestRun(app))
  expect(figures.get('Greenhouse')?.['Closed']).toBe(closed)

  await app.getByRole('link', { name: 'Jobs', exact: true }).click()
  const open = await shownTotal(app)
  await expect(app.getByRole('option').first()).toBeVisible()
  await expect(app.getByRole('option').filter({ hasText: 'Closed' })).toHaveCount(0)
  await app.getByRole('button', { name: 'More' }).click()
  await app.getByRole('switch', { name: 'Show closed jobs as well' }).check()
  await app.keyboard.press('Escape')
  await expectTotal(app, open + closed)
  await expect(app.getByRole('option').filter({ hasText: 'Closed' })).toHaveCount(closed)
  await app.getByRole('option').filter({ hasText: 'Closed' }).first().click()
  await expect(app.getByText(/^Closed: gone from its source since /)).toBeVisible()
  await app.getByRole('button', { name: 'Remove Openings With closed ones' }).click()
  await expectTotal(app, open)
})
