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

test('a posting that is on its board no more is closed: left out of the list, and shown as closed when asked for; an answer that nothing changed closes nothing', async ({
  app,
  boards,
}) => {
  const run = async (count: number) => {
    await openDiscover(app)
    await app.getByRole('button', { name: 'Run now' }).click()
    await expect(app.getByRole('button', { name: /Started here/ })).toHaveCount(count, { timeout: 45_000 })
    await expectLatestRun(app, 'Completed')
  }
  await run(1)
  await app.getByRole('link', { name: 'Jobs', exact: true }).click()
  await expect.poll(() => shownTotal(app)).toBeGreaterThan(closed)
  const first = await shownTotal(app)
  await run(2)
  await app.getByRole('link', { name: 'Jobs', exact: true }).click()
  await expectTotal(app, first)
  boards.setContent({ revision: 2 })
  await run(3)
  const figures = (await figuresOf(await openLatestRun(app))).get('Greenhouse')
  expect(figures?.['Closed']).toBe(closed)

  await app.getByRole('link', { name: 'Jobs', exact: true }).click()
  const open = first - closed + (figures?.['New'] ?? NaN)
  await expectTotal(app, open)
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
