import { DEFAULT_SOURCES } from '#shared/settings.ts'
import { cli } from './host.ts'
import { expect, expectTotal, shownTotal, test } from './app.ts'

test.use({ profile: 'new' })

test('first run, sample jobs, filters with exact totals, the visa sentence in its own words, saved', async ({
  app,
  home,
}) => {
  await expect(app).toHaveURL(/\/welcome$/)
  await app.getByRole('button', { name: 'Look around with sample jobs' }).click()
  await expect(app).toHaveURL(/\/jobs$/)
  await expect(app.getByRole('option').first()).toBeVisible()
  await expect(app.getByText('Reading 1 source')).toBeHidden({ timeout: 30_000 })

  const everything = (await cli(home, ['search', '--json'])) as { total: number }
  expect(everything.total).toBeGreaterThanOrEqual(200)
  await expectTotal(app, everything.total)

  await app.getByRole('combobox', { name: 'Search jobs' }).fill('python')
  await app.keyboard.press('Tab')
  await app.getByRole('button', { name: 'Country' }).click()
  await app.getByRole('checkbox', { name: /Germany/ }).check()
  await app.keyboard.press('Escape')
  await app.getByRole('button', { name: 'Visa', exact: true }).click()
  await app.getByRole('checkbox', { name: /Offers a visa/ }).check()
  await app.keyboard.press('Escape')
  await app.getByRole('button', { name: 'Salary' }).click()
  await app.getByRole('button', { name: '€60k' }).click()
  await app.keyboard.press('Escape')
  await expect(app).toHaveURL(/q=python/)
  await expect(app).toHaveURL(/country=DE/)
  await expect(app).toHaveURL(/visa=offers/)
  await expect(app).toHaveURL(/salary=60000/)

  const filter = ['--text', 'python', '--country', 'DE', '--visa', 'offers', '--salary-min', '60000']
  const found = (await cli(home, ['search', ...filter, '--json'])) as { total: number; jobs: { title: string }[] }
  expect(found.total).toBeGreaterThan(0)
  expect(found.total).toBeLessThan(everything.total)
  await expectTotal(app, found.total)
  await expect(app.getByRole('option')).toHaveCount(found.total)

  await app.getByRole('option').first().click()
  const detail = app.getByRole('region', { name: 'Job details' })
  await expect(detail.getByRole('heading', { level: 2 })).toHaveText(found.jobs[0]?.title ?? '')
  await expect(detail.getByRole('heading', { name: 'This employer helps with a visa' })).toBeVisible()
  const quote = (await detail.locator('blockquote').textContent()) ?? ''
  expect(quote.length).toBeGreaterThan(10)
  // The quoted sentence stands in the description, word for word, and is marked there.
  const marked = (await detail.locator('mark').allTextContents()).join(' ')
  expect(marked.replaceAll(/\s+/g, ' ')).toContain(quote.trim().split(/\s+/).slice(0, 4).join(' '))
  const links = detail
    .getByRole('heading', { name: /postings? of this job$/ })
    .locator('..')
    .getByRole('link')
  expect(await links.count()).toBeGreaterThan(0)
  for (const link of await links.all()) {
    await expect(link).toHaveAttribute('href', /^https?:/)
    await expect(link).toHaveAttribute('rel', /noopener noreferrer/)
    await expect(link).toHaveAttribute('target', '_blank')
  }

  await detail.getByRole('button', { name: 'Save' }).click()
  await expect(app.getByRole('alert').filter({ hasText: 'Saved' })).toBeVisible()
  await app.getByRole('link', { name: 'Saved' }).click()
  await expectTotal(app, 1)
  await app.reload()
  await expectTotal(app, 1)
})

test('choosing sources keeps what was chosen and goes on to the jobs', async ({ app, home }) => {
  await app.getByRole('button', { name: 'Choose sources and start' }).click()
  await app.getByRole('button', { name: 'Choose among them' }).click()
  const switches = app.getByRole('switch')
  await expect(switches.first()).toBeVisible()
  for (const source of await switches.all()) await source.uncheck()
  await expect(app.getByRole('button', { name: 'Start discovery' })).toBeDisabled()
  await app.getByRole('button', { name: 'open the empty app' }).click()
  await expect(app).toHaveURL(/\/jobs$/)
  await expect(app.getByRole('heading', { name: 'No jobs yet' })).toBeVisible()
  expect(await shownTotal(app)).toBe(0)
  // What was switched off on a page that was left is not stored.
  expect(await cli(home, ['settings', 'get', 'enabledSources'])).toEqual(DEFAULT_SOURCES)
  await app.getByRole('button', { name: 'Load sample jobs' }).click()
  await expect(app.getByRole('option').first()).toBeVisible()
})

test('a first run that is over does not come back', async ({ app, host }) => {
  await app.getByRole('button', { name: 'open the empty app' }).click()
  await expect(app).toHaveURL(/\/jobs$/)
  await app.goto(`${host.origin}/welcome`)
  await expect(app).toHaveURL(/\/jobs$/)
})
