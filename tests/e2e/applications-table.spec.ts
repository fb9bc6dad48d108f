import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { coreOf, seedApplications } from './applications.ts'
import { expectAccessible } from './axe.ts'
import { reach } from './by-keyboard.ts'

test.use({ profile: 'empty', contextOptions: { reducedMotion: 'reduce' } })

const SEED = [
  { title: 'Data Engineer', company: 'Zalando', stage: 'saved' },
  { title: 'Backend Engineer', company: 'Adyen', stage: 'applied', appliedDaysAgo: 3 },
  { title: 'ML Engineer', company: 'Spotify', stage: 'offered', appliedDaysAgo: 2 },
] as const

const row = (app: Page, title: string) => app.getByRole('row').filter({ hasText: title })

async function openTable(app: Page, origin: string): Promise<void> {
  await seedApplications(app, SEED)
  await app.goto(`${origin}/applications?view=table`)
  await expect(row(app, 'Data Engineer')).toBeVisible()
}

test('the heads sort, say so, and keep it in the address', async ({ app, host }) => {
  await openTable(app, host.origin)
  await app.getByRole('button', { name: 'Company' }).last().click()
  await expect(app.getByRole('columnheader', { name: 'Company' })).toHaveAttribute('aria-sort', 'ascending')
  await expect(app.getByRole('row').nth(1)).toContainText('Adyen')
  await app.getByRole('button', { name: 'Company' }).last().click()
  await expect(app.getByRole('row').nth(1)).toContainText('Zalando')
  await expect(app).toHaveURL(/sort=company/)
})

test('cells are changed in place by keys, and the change is taken back', async ({ app, host }) => {
  await openTable(app, host.origin)
  const grid = app.getByRole('grid', { name: 'Applications' })
  await app.getByRole('button', { name: 'Title' }).click()
  await expect(app.getByRole('row').nth(1)).toContainText('Backend Engineer')
  await reach(app, grid)
  await app.keyboard.press('ArrowRight')
  await app.keyboard.press('F2')
  const field = app.getByRole('textbox', { name: 'Company of Backend Engineer' })
  await expect(field).toBeFocused()
  await field.fill('')
  await app.keyboard.press('Enter')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await field.fill('Adyen N.V.')
  await app.keyboard.press('Enter')
  await expect(row(app, 'Adyen N.V.')).toBeVisible()
  await expect(grid).toBeFocused()
  await app.keyboard.press('Control+z')
  await expect(row(app, 'Adyen N.V.')).toHaveCount(0)

  await app.keyboard.press('e')
  await app.keyboard.type('Nobody')
  await app.keyboard.press('Escape')
  await expect(row(app, 'Nobody')).toHaveCount(0)
  await expect(grid).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(/\/applications\/\d+$/)
})

test('what is typed stays with its application when the rows are ordered anew meanwhile', async ({ app, host }) => {
  await openTable(app, host.origin)
  await app.getByRole('button', { name: 'Title' }).click()
  await expect(app.getByRole('row').nth(1)).toContainText('Backend Engineer')
  await app.getByText('Adyen', { exact: true }).dblclick()
  const field = app.getByRole('textbox', { name: 'Company of Backend Engineer' })
  await expect(field).toBeFocused()
  await app.keyboard.type('Adyen N')
  await seedApplications(app, [{ title: 'Architect', company: 'Klarna' }])
  await expect(app.getByRole('row').nth(1)).toContainText('Architect')
  await expect(field).toBeFocused()
  await app.keyboard.type('.V.')
  await app.keyboard.press('Enter')
  await expect(row(app, 'Backend Engineer')).toContainText('Adyen N.V.')
  await expect(row(app, 'Architect')).toContainText('Klarna')
})

test('what is typed outlives its row and is never written elsewhere', async ({ app, host }) => {
  const [, adyen] = await seedApplications(app, SEED)
  await app.goto(`${host.origin}/applications?view=table`)
  await app.getByText('Adyen', { exact: true }).dblclick()
  const field = app.getByRole('textbox', { name: 'Company of Backend Engineer' })
  await field.fill('Adyen N.V.')
  const core = await coreOf(app)
  await core.applications.remove({ ids: adyen === undefined ? [] : [adyen.id] })
  const away = app.getByRole('alert').filter({ hasText: 'Backend Engineer at Adyen is not among these rows' })
  await expect(away).toBeVisible()
  await expect(field).toHaveValue('Adyen N.V.')
  await expect(field).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(app.getByText('It is not here any more')).toBeVisible()
  await expect(field).toHaveValue('Adyen N.V.')
  await field.press('Escape')
  await expect(away).toHaveCount(0)
  await expect(app.getByText('Adyen N.V.')).toHaveCount(0)
})

test('a day that is written halfway erases nothing', async ({ app, host }) => {
  await openTable(app, host.origin)
  const cell = row(app, 'Backend Engineer').locator('[data-column="appliedAt"]')
  const known = (await cell.textContent()) ?? ''
  await cell.dblclick()
  const field = app.getByLabel('Applied of Backend Engineer')
  await expect(field).toBeFocused()
  await app.keyboard.press('Backspace')
  await app.keyboard.press('Enter')
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  await expect(field).toHaveAttribute('title', 'The day is not complete.')
  await app.getByRole('grid').focus()
  await expect(cell).toHaveText(known)
})

test('the stage is changed in its cell, only to where it may go', async ({ app, host }) => {
  await openTable(app, host.origin)
  await row(app, 'ML Engineer').getByText('Offered').dblclick()
  await expect(app.getByRole('menuitem', { name: /^Ghosted/ })).toHaveCount(0)
  await app.getByRole('menuitem', { name: /^Accepted/ }).click()
  await expect(row(app, 'ML Engineer')).toContainText('Accepted')
  await app.getByRole('button', { name: 'Undo' }).click()
  await expect(row(app, 'ML Engineer')).toContainText('Offered')
})

test('the day of applying is changed and keeps to the zone', async ({ app, host }) => {
  await openTable(app, host.origin)
  const cell = row(app, 'Data Engineer').locator('[data-column="appliedAt"]')
  await cell.dblclick()
  await app.getByLabel('Applied of Data Engineer').fill('2026-11-02')
  await app.keyboard.press('Enter')
  await expect(cell).toHaveText('2 Nov 2026')
})

test('all are selected, those that may go are moved and the others told; removing is taken back', async ({
  app,
  host,
}) => {
  await openTable(app, host.origin)
  await row(app, 'Data Engineer').getByRole('checkbox').click()
  const bar = app.getByRole('group', { name: 'Selected applications' })
  await bar.getByRole('button', { name: 'Select all shown' }).click()
  await expect(bar.getByText('3 selected')).toBeVisible()
  await bar.getByRole('button', { name: 'Move to…' }).click()
  await app.getByRole('menuitem', { name: /^Withdrawn/ }).click()
  await expect(app.getByText('1 application cannot go to Withdrawn')).toBeVisible()
  await expect(row(app, 'Backend Engineer')).toContainText('Withdrawn')
  await expect(row(app, 'ML Engineer')).toContainText('Offered')
  await app.keyboard.press('Shift+A')
  await app.getByRole('button', { name: 'Remove', exact: true }).click()
  await expect(app.getByRole('heading', { name: 'No applications yet' })).toBeVisible()
  await app.getByRole('button', { name: 'Undo' }).click()
  await expect(row(app, 'Data Engineer')).toBeVisible()
})

test('any place of a long table can be scrolled to', async ({ app, host }) => {
  const core = await coreOf(app)
  const numbers = Array.from({ length: 250 }, (_, index) => index + 1)
  for (const number of numbers) {
    const title = `Engineer ${String(number).padStart(3, '0')}`
    await core.applications.add({ job: { fields: { title, company: 'Adyen' } } })
  }
  await app.goto(`${host.origin}/applications?view=table&sort=title&order=up`)
  await expect(row(app, 'Engineer 001')).toBeVisible()
  await app.getByRole('grid').evaluate((grid) => grid.scrollTo({ top: grid.scrollHeight }))
  await expect(row(app, 'Engineer 250')).toBeVisible()
  await expect(app.getByRole('columnheader', { name: 'Title' })).toBeInViewport()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the table keeps nobody out, ${colorScheme}`, async ({ app, host }) => {
    await app.emulateMedia({ colorScheme })
    await openTable(app, host.origin)
    await expectAccessible(app, 'table')
    await app.getByRole('grid').focus()
    await app.keyboard.press('x')
    await app.keyboard.press('F2')
    await expect(app.getByRole('textbox', { name: /^Title of/ })).toBeFocused()
    await expectAccessible(app, 'a cell that is changed')
    await app.setViewportSize({ width: 800, height: 700 })
    await expectAccessible(app, 'narrow table')
  })
}
