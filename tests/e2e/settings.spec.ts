import { cli } from './host.ts'
import { expect, test } from './app.ts'

test.beforeEach(async ({ app }) => {
  await app.getByRole('link', { name: 'Settings' }).click()
  await expect(app.getByRole('heading', { name: 'Sources', exact: true })).toBeVisible()
})

test('a source is switched off at once and stays off', async ({ app, home }) => {
  await app.getByRole('switch', { name: /The Muse/ }).uncheck()
  await expect.poll(() => cli(home, ['settings', 'get', 'enabledSources'])).toEqual(['arbeitnow'])
  await app.reload()
  await expect(app.getByRole('switch', { name: /The Muse/ })).not.toBeChecked()
})

test('a pasted board address becomes the board’s name', async ({ app, home }) => {
  await app.getByRole('combobox', { name: 'Boards' }).fill('https://job-boards.eu.greenhouse.io/acme-labs/jobs/123')
  await app.keyboard.press('Enter')
  await expect(app.getByText('acme-labs', { exact: true })).toBeVisible()
  await expect.poll(() => cli(home, ['settings', 'get', 'greenhouseBoards'])).toEqual(['acme-labs'])
})

test('a feed that is no web address is refused beside its field, and nothing is saved', async ({ app, home }) => {
  const feeds = app.getByRole('combobox', { name: 'Feeds' })
  await feeds.fill('ftp://example.org/jobs')
  await app.keyboard.press('Enter')
  await expect(app.getByText('One of these is not a web address. Nothing was saved.')).toBeVisible()
  expect(await cli(home, ['settings', 'get', 'rssFeeds'])).toEqual([])
  await app.keyboard.press('Backspace')
  await expect(app.getByText('One of these is not a web address.')).toBeHidden()
})

test('a limit out of range is refused with why; one in range is saved', async ({ app, home }) => {
  const field = app.getByRole('textbox', { name: 'Postings in one run' })
  await field.fill('3')
  await expect(app.getByText(/>=10/)).toBeVisible()
  expect(await cli(home, ['settings', 'get', 'maxPostingsPerRun'])).toBe(500)
  await field.fill('750')
  await expect.poll(() => cli(home, ['settings', 'get', 'maxPostingsPerRun'])).toBe(750)
})

test('roles and countries are chosen by name', async ({ app, home }) => {
  await app.getByRole('combobox', { name: 'Roles' }).fill('Quantum Engineer')
  await app.keyboard.press('Enter')
  await expect.poll(() => cli(home, ['settings', 'get', 'targetRoles'])).toContain('Quantum Engineer')
  await app.getByRole('combobox', { name: 'Countries' }).fill('Norw')
  await app.getByRole('option', { name: 'Norway' }).click()
  await expect.poll(() => cli(home, ['settings', 'get', 'targetCountries'])).toContain('NO')
})

test('the theme is a setting of the profile: it holds in another browser, too', async ({ app, host, home }) => {
  await app.getByText('Dark', { exact: true }).click()
  await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expect.poll(() => cli(home, ['settings', 'get', 'theme'])).toBe('dark')
  await app.evaluate('localStorage.clear()')
  await app.goto(`${host.origin}/settings`)
  await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

test('a connection is tested without storing anything', async ({ app }) => {
  await app.getByRole('button', { name: 'Test connection to Sample feed' }).click()
  await expect(app.getByRole('status').filter({ hasText: 'postings in' })).toBeVisible()
})

test('health says where the data is and whether all is well', async ({ app, home }) => {
  const about = app.getByRole('region', { name: 'About and health' })
  await expect(about.getByText(home)).toBeVisible()
  await expect(about.getByText('Fine').first()).toBeVisible()
  await expect(about.getByText(/SQLite 3\./)).toBeVisible()
})
