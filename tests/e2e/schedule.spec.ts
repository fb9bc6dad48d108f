import { cli } from './host.ts'
import { expect, test } from './app.ts'

test.beforeEach(async ({ app, host }) => {
  await app.goto(`${host.origin}/settings/schedule`)
  await expect(app.getByRole('textbox', { name: 'Cron line' })).toHaveValue('0 */6 * * *')
})

test('a cron line is told in words with its next five times while it is typed; one that cannot be used says why and is not saved', async ({
  app,
  home,
}) => {
  const line = app.getByRole('textbox', { name: 'Cron line' })
  const times = app.getByRole('listitem')
  await expect(times).toHaveCount(5)
  await line.fill('30 4 * * 1')
  await expect(app.getByText(/At 04:30.*Monday/)).toBeVisible()
  await expect(times).toHaveText(Array.from({ length: 5 }, () => /\d{4}, 04:30 UTC/))
  expect(await cli(home, ['settings', 'get', 'scheduleCron'])).toBe('0 */6 * * *')

  await line.fill('61 * * * *')
  await expect(app.getByText(/minute/i)).toBeVisible()
  await expect(times).toHaveCount(0)
  await line.press('Enter')
  await line.blur()
  await app.reload()
  await expect(line).toHaveValue('0 */6 * * *')
  expect(await cli(home, ['settings', 'get', 'scheduleCron'])).toBe('0 */6 * * *')

  await line.fill('15 9 1 * *')
  await line.press('Enter')
  await expect.poll(() => cli(home, ['settings', 'get', 'scheduleCron'])).toBe('15 9 1 * *')
})

test('a schedule is chosen by name, in any time zone', async ({ app, home }) => {
  await app.getByRole('combobox', { name: 'How often' }).click()
  await app.getByRole('option', { name: 'Mondays at 8:00' }).click()
  await expect(app.getByRole('textbox', { name: 'Cron line' })).toHaveValue('0 8 * * 1')
  await app.getByRole('combobox', { name: 'Time zone' }).fill('Lisbon')
  await app.getByRole('option', { name: 'Europe/Lisbon' }).click()
  await expect(app.getByRole('listitem').first()).toContainText(/08:00/)
  await expect
    .poll(() => cli(home, ['schedule', 'show', '--json']))
    .toMatchObject({
      cron: '0 8 * * 1',
      zone: 'Europe/Lisbon',
      isOn: false,
    })
})

test('what runs by itself is held and let go, and Discover says the same', async ({ app, host, home }) => {
  await expect(app.getByText('Discovery runs only when you ask for it.')).toBeVisible()
  await app.getByRole('combobox', { name: 'How often' }).click()
  await app.getByRole('option', { name: 'Mondays at 8:00' }).click()
  await app.getByRole('switch', { name: 'Run by itself' }).click({ force: true })
  await expect(app.getByText(/^Next run in /)).toBeVisible()
  await app.getByRole('button', { name: 'Pause' }).click()
  await app.getByRole('menuitem', { name: 'For an hour' }).click()
  await expect(app.getByText(/^The schedule is paused until /)).toBeVisible()
  await app.goto(`${host.origin}/discover`)
  await expect(app.getByText(/^The schedule is paused until /)).toBeVisible()
  await app.getByRole('button', { name: 'Resume' }).click()
  await expect(app.getByText(/^Next run in /)).toBeVisible()
  await app.getByRole('button', { name: 'Pause' }).click()
  await app.getByRole('menuitem', { name: 'Until I resume it' }).click()
  await expect(app.getByText('The schedule is paused.')).toBeVisible()
  await app.reload()
  await expect(app.getByText('The schedule is paused.')).toBeVisible()
  expect(await cli(home, ['schedule', 'show', '--json'])).toMatchObject({ isOn: true, pausedUntil: expect.any(Number) })
})
