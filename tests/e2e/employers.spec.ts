import type { Page } from '@playwright/test'
import { employerSchema } from '#shared/employers.ts'
import { turn } from './app.ts'
import { expect, test } from './boards.ts'
import { cli } from './host.ts'

test.beforeEach(async ({ app }) => {
  await app.getByRole('link', { name: 'Employers' }).click()
  await expect(app.getByRole('heading', { name: 'Employers to watch' })).toBeVisible()
})

async function look(app: Page, text: string): Promise<void> {
  await app.getByRole('textbox', { name: 'Add an employer' }).fill(text)
  await app.getByRole('button', { name: 'Look' }).click()
}

/** Names of the employers that are switched on. */
async function watched(home: string): Promise<string[]> {
  const list = employerSchema.array().parse(await cli(home, ['employers', 'list', '--json']))
  return list.filter(({ isOn }) => isOn).map(({ name }) => name)
}

test('an address says which board it is: the employer goes on the list, is switched off, taken off and put back', async ({
  app,
  home,
}) => {
  await look(app, 'https://jobs.eu.lever.co/havelwerk/5f0c1d2e?source=mail')
  await expect(app.getByText('Lever, recognised by its address')).toBeVisible()
  await app.getByRole('button', { name: 'Watch' }).click()
  await app.getByText('Added by you', { exact: true }).click()
  const control = app.getByRole('switch', { name: 'Watch Havelwerk' })
  await expect(control).toBeChecked()
  expect(await watched(home)).toEqual(['Havelwerk'])

  await turn(control)
  await expect.poll(() => watched(home)).toEqual([])
  await app.getByRole('button', { name: 'Take Havelwerk off the list' }).click()
  await expect(app.getByText('Add the ones that you would like to work for above.')).toBeVisible()
  await app.getByRole('button', { name: 'Undo' }).click()
  await expect(control).toBeVisible()
})

test('a name is asked for on every system, and what is not there says what to do', async ({ app }) => {
  await look(app, 'Kranich')
  await expect(app.getByText(/found by its name/)).toHaveCount(8, { timeout: 30_000 })
  await look(app, 'Nobody Heard Of It')
  await expect(app.getByText('Paste the address of its careers page, or of one of its postings.')).toBeVisible({
    timeout: 30_000,
  })
})

test('those that are shown are switched together, with a way back', async ({ app, home }) => {
  await app.getByRole('searchbox', { name: 'Find an employer' }).fill('lever france')
  const shown = app.getByRole('switch')
  await expect.poll(() => shown.count()).toBeLessThan(40)
  const count = await shown.count()
  expect(count).toBeGreaterThan(2)
  await app.getByRole('button', { name: 'These on' }).click()
  await expect.poll(async () => (await watched(home)).length).toBe(count)
  await app.getByRole('button', { name: 'These off' }).click()
  await expect(app.getByText(`${count} switched off`)).toBeVisible()
  await expect.poll(() => watched(home)).toEqual([])
  await app.getByRole('alert').filter({ hasText: 'switched off' }).getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await watched(home)).length).toBe(count)
  await app.reload()
  await app.getByText('On', { exact: true }).click()
  await expect(shown).toHaveCount(count)
})
