import type { Page } from '@playwright/test'
import { DEFAULT_SOURCES } from '#shared/settings.ts'
import { cli } from './host.ts'
import { expect, test, turn } from './app.ts'

test.beforeEach(async ({ app, host }) => {
  await app.goto(`${host.origin}/settings/sources`)
  await expect(app.getByRole('heading', { name: 'Open boards and services' })).toBeVisible()
})

/** Opens the row of a source; what is in it. */
async function openSource(app: Page, name: string) {
  const row = app.getByRole('button', { name: new RegExp(`^${name}`) })
  await row.click()
  return app.locator(`#${await row.getAttribute('aria-controls')}`)
}

test('a source is switched off at once and stays off', async ({ app, home }) => {
  await turn(app.getByRole('switch', { name: 'The Muse on' }))
  await expect.poll(() => cli(home, ['settings', 'get', 'enabledSources'])).not.toContain('the-muse')
  await app.reload()
  await expect(app.getByRole('switch', { name: 'The Muse on' })).not.toBeChecked()
  await expect(app.getByRole('switch', { name: 'Arbeitnow on' })).toBeChecked()
})

test('switches turned faster than the core answers all keep', async ({ app, home }) => {
  await app.route('**/rpc/settings/update', async (route) => {
    await expect.poll(() => off.every((name) => turned.has(name))).toBe(true)
    await route.continue()
  })
  const off = ['Remotive', 'Jobicy', 'Himalayas']
  const turned = new Set<string>()
  for (const name of off) {
    await turn(app.getByRole('switch', { name: `${name} on` }))
    turned.add(name)
  }
  const kept = (id: string) => !['remotive', 'jobicy', 'himalayas'].includes(id)
  await expect.poll(() => cli(home, ['settings', 'get', 'enabledSources'])).toEqual(DEFAULT_SOURCES.filter(kept))
  for (const name of off) await expect(app.getByRole('switch', { name: `${name} on` })).not.toBeChecked()
})

test('sources are found by a word, and those that want something are shown together', async ({ app }) => {
  const names = app.getByRole('switch')
  await app.getByRole('searchbox', { name: 'Find a source' }).fill('norway')
  await expect(names.first()).toBeVisible()
  expect(await names.count()).toBeLessThan(6)
  await app.getByRole('searchbox', { name: 'Find a source' }).fill('no such thing')
  await expect(app.getByRole('heading', { name: 'No such source' })).toBeVisible()
  await app.getByRole('searchbox', { name: 'Find a source' }).fill('')
  await app.getByText('To set up', { exact: true }).first().click()
  await expect(app.getByRole('heading', { name: 'Nothing left to set up' })).toBeVisible()
  await app.getByText('All', { exact: true }).click()
  await turn(app.getByRole('switch', { name: 'RSS and Atom feeds on' }))
  await app.getByText('To set up', { exact: true }).first().click()
  await expect(names).toHaveCount(1)
})

test('a source tells its terms and allowance, and how often the schedule reads it can be set', async ({
  app,
  home,
}) => {
  const muse = await openSource(app, 'The Muse')
  await expect(muse.getByText('It allows 500 requests an hour.')).toBeVisible()
  await expect(muse.getByRole('link', { name: 'www.themuse.com' })).toHaveAttribute('href', /^https:/)
  await expect(muse.getByRole('link', { name: 'Add the key' })).toHaveAttribute('href', '/settings/keys')
  await muse.getByRole('combobox', { name: 'Read by the schedule' }).click()
  await app.getByRole('option', { name: 'Once a day' }).click()
  await expect.poll(() => cli(home, ['settings', 'get', 'sourceCadenceHours'])).toEqual({ 'the-muse': 24 })
  await muse.getByRole('combobox', { name: 'Read by the schedule' }).click()
  await app.getByRole('option', { name: 'As it suits the source' }).click()
  await expect.poll(() => cli(home, ['settings', 'get', 'sourceCadenceHours'])).toEqual({})
})

test('a feed that is no web address is refused beside its field, and nothing is saved', async ({ app, home }) => {
  const source = await openSource(app, 'RSS and Atom feeds')
  const feeds = source.getByRole('combobox', { name: 'Feeds' })
  await feeds.fill('ftp://example.org/jobs')
  await feeds.press('Enter')
  await expect(source.getByText('One of these is not a web address. Nothing was saved.')).toBeVisible()
  expect(await cli(home, ['settings', 'get', 'rssFeeds'])).toEqual([])
  await feeds.press('Backspace')
  await expect(source.getByText('One of these is not a web address.')).toBeHidden()
  await feeds.fill('https://example.org/jobs.rss')
  await feeds.press('Enter')
  await expect.poll(() => cli(home, ['settings', 'get', 'rssFeeds'])).toEqual(['https://example.org/jobs.rss'])
})

test('careers pages are added with their company and taken off again, with a way back', async ({ app, home }) => {
  const companies = async () =>
    ((await cli(home, ['settings', 'get', 'firecrawlPages'])) as { company: string }[]).map(({ company }) => company)
  const source = await openSource(app, 'Firecrawl')
  await source.getByRole('textbox', { name: 'Company' }).fill('Havelwerk')
  await source.getByRole('textbox', { name: 'Address of its careers page' }).fill('havelwerk')
  await source.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(source.getByText('Name a company and a web address.')).toBeVisible()
  await source.getByRole('textbox', { name: 'Address of its careers page' }).fill('https://havelwerk.example/jobs')
  await source.getByRole('button', { name: 'Add', exact: true }).click()
  await expect.poll(companies).toContain('Havelwerk')
  await source.getByRole('button', { name: 'Remove Havelwerk' }).click()
  await expect.poll(companies).not.toContain('Havelwerk')
  await app.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(companies).toContain('Havelwerk')
})

test('a connection is tested without storing anything', async ({ app }) => {
  const source = await openSource(app, 'Sample feed')
  await source.getByRole('button', { name: 'Test connection to Sample feed' }).click()
  await expect(source.getByRole('status').filter({ hasText: 'Answers; ' })).toContainText('It took')
})

test('a source whose owner wants no programs is off until its terms are read, and is not in the list of a run before', async ({
  app,
  host,
  home,
}) => {
  const enabled = () => cli(home, ['settings', 'get', 'enabledSources'])
  const control = app.getByRole('switch', { name: 'LinkedIn on' })
  const terms = app.getByRole('dialog', { name: 'Before you switch LinkedIn on' })
  await control.click({ force: true })
  await expect(terms).toContainText('Whether you use it is your decision.')
  await terms.getByRole('button', { name: 'Leave it off' }).click()
  await expect(terms).toBeHidden()
  await expect(control).not.toBeChecked()
  expect(await enabled()).not.toContain('linkedin')
  await app.goto(`${host.origin}/discover`)
  await expect(app.getByRole('checkbox', { name: 'Arbeitnow' })).toBeVisible()
  await expect(app.getByRole('checkbox', { name: 'LinkedIn' })).toHaveCount(0)

  await app.goto(`${host.origin}/settings/sources`)
  await control.click({ force: true })
  await terms.getByRole('button', { name: 'I have read this, switch it on' }).click()
  await expect(control).toBeChecked()
  await expect.poll(enabled).toContain('linkedin')
  expect(await cli(home, ['settings', 'get', 'acceptedTerms'])).toEqual(['linkedin'])
  // Once read, it is a switch as any other.
  await turn(control)
  await turn(control)
  await app.goto(`${host.origin}/discover`)
  await expect(app.getByRole('checkbox', { name: 'LinkedIn' })).toBeChecked()
})
