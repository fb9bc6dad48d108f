import { cli } from './host.ts'
import { expect, test } from './app.ts'

test.beforeEach(async ({ app }) => {
  await app.getByRole('link', { name: 'Settings' }).click()
  await expect(app.getByRole('heading', { name: 'What you are looking for' })).toBeVisible()
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

test('health says where the data is and whether all is well', async ({ app, home }) => {
  const about = app.getByRole('region', { name: 'About and health' })
  await expect(about.getByText(home)).toBeVisible()
  await expect(about.getByText('Fine').first()).toBeVisible()
  await expect(about.getByText(/SQLite 3\./)).toBeVisible()
})
