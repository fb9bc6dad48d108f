import type { Page } from '@playwright/test'
import { expect, test, turn } from './app.ts'
import { pressAt, reach } from './by-keyboard.ts'

/** Waits until what is on screen is stored. */
async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByText(/^Saved just now$/)).toBeVisible()
}

test('a profile is said by keyboard, stored as it is said, and there again after a reload', async ({ app, host }) => {
  await app.keyboard.press('g')
  await app.keyboard.press('p')
  await expect(app).toHaveURL(/\/profile$/)
  await expect(app.getByText('Saved as you go')).toBeVisible()
  await pressAt(app, app.getByRole('button', { name: /Name your skills/ }))
  const adder = app.getByRole('combobox', { name: 'Add skills' })
  await expect(adder).toBeFocused()
  await app.keyboard.type('Python')
  await app.keyboard.press('Enter')
  const skills = app.getByRole('list', { name: 'Your skills' })
  await expect(skills.getByRole('listitem')).toHaveCount(1)

  const years = app.getByRole('textbox', { name: 'Years of Python' })
  await reach(app, years)
  await app.keyboard.type('6')
  await app.keyboard.press('Tab')
  await expect(app.getByLabel('Level of Python')).toBeFocused()
  await app.keyboard.type('Str')
  await expect(app.getByLabel('Level of Python')).toHaveValue('strong')
  await pressAt(app, app.getByRole('checkbox', { name: 'Data engineering' }), 'Space')
  await expectSaved(app)

  await app.goto(`${host.origin}/profile`)
  await expect(years).toHaveValue('6 y')
  await expect(app.getByLabel('Level of Python')).toHaveValue('strong')
  await expect(app.getByRole('checkbox', { name: 'Data engineering' })).toBeChecked()
})

test('a pasted list becomes skills, as jobs write them, each once', async ({ app, host }) => {
  await app.goto(`${host.origin}/profile`)
  const adder = app.getByRole('combobox', { name: 'Add skills' })
  await adder.fill('Python, postgres; SQL, python')
  await adder.press('Enter')
  const skills = app.getByRole('list', { name: 'Your skills' }).getByRole('listitem')
  await expect(skills).toHaveCount(3)
  await expect(skills.filter({ hasText: 'PostgreSQL' })).toHaveCount(1)
  await expect(app.getByText('Already there: python.')).toBeVisible()
})

test('a change is taken back by the button and by the key, and leaves the other fields alone', async ({
  app,
  host,
}) => {
  await app.goto(`${host.origin}/profile`)
  const role = app.getByRole('checkbox', { name: 'Backend' })
  const level = app.getByRole('checkbox', { name: 'Senior' })
  const sponsor = app.getByRole('switch', { name: 'I need a visa sponsor' })
  await role.check({ force: true })
  await expect(app.getByText('Roles changed')).toBeVisible()
  await level.check({ force: true })
  await expect(app.getByText('Levels changed')).toBeVisible()
  await expect(app.getByText('Roles changed')).toBeHidden()
  await turn(sponsor)
  await expect(app.getByText('Sponsorship changed')).toBeVisible()
  await app.getByRole('alert').filter({ hasText: 'Sponsorship changed' }).getByRole('button', { name: 'Undo' }).click()
  await expect(sponsor).not.toBeChecked()
  await app.getByRole('heading', { level: 1 }).click()
  await app.keyboard.press('z')
  await expect(level).not.toBeChecked()
  await expect(role).toBeChecked()
})

test('what cannot both be so is said at the field, and hints go away when they are followed', async ({ app, host }) => {
  await app.goto(`${host.origin}/profile`)
  const hint = app.getByRole('button', { name: /Choose the work you look for/ })
  await app.getByRole('button', { name: /^Next hint/ }).click()
  await expect(hint).toBeVisible()
  const skills = app.getByRole('heading', { name: 'Skills', exact: true })
  const top = await skills.boundingBox()
  await app.getByRole('checkbox', { name: 'Backend' }).check({ force: true })
  await expect(hint).toBeHidden()
  await app.locator('#content').getByRole('region', { name: 'What would help most' }).scrollIntoViewIfNeeded()
  expect(await skills.boundingBox(), 'what stands below the hints stays where it is').toEqual(top)
  await app.getByRole('textbox', { name: 'The least you would take' }).fill('70000')
  await app.getByRole('textbox', { name: 'What you hope for' }).fill('60000')
  await app.keyboard.press('Tab')
  await expect(app.getByText('This is below the least that you would take.')).toBeVisible()
  const add = async (name: string) => {
    const field = app.getByRole('combobox', { name })
    await field.fill('Havelwerk')
    await field.press('Enter')
  }
  await add('Companies you like')
  await add('Companies to avoid')
  await expect(app.getByText('Liked and avoided at once: Havelwerk.')).toBeVisible()
})
