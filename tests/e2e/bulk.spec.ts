import { expect, expectTotal, shownTotal, test } from './app.ts'
import { reach } from './by-keyboard.ts'

test('several jobs are picked, hidden with a reason and brought back by one undo, all by keys', async ({ app }) => {
  const total = await shownTotal(app)
  await app.keyboard.press('j')
  await app.keyboard.press('x')
  await expect(app.getByRole('status').filter({ hasText: '1 job selected' })).toBeAttached()
  await app.keyboard.press('Shift+J')
  await app.keyboard.press('Shift+J')
  const bar = app.getByRole('group', { name: 'Selected jobs' })
  await expect(bar.getByText('3 selected')).toBeVisible()
  await expect(app.getByRole('option', { checked: true })).toHaveCount(3)

  await reach(app, bar.getByRole('button', { name: 'Hide 3…' }), 'Shift+Tab')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('menuitem', { name: 'Not my kind of work' })).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(app.getByRole('menuitem')).toHaveCount(0)
  await expect(bar.getByText('3 selected')).toBeVisible()
  await expect(bar.getByRole('button', { name: 'Hide 3…' })).toBeFocused()
  await app.keyboard.press('Enter')
  await reach(app, app.getByRole('menuitem', { name: 'Wrong place' }), 'ArrowDown')
  await app.keyboard.press('Enter')
  await expectTotal(app, total - 3)
  await expect(app.getByText('3 jobs hidden')).toBeVisible()
  await expect(app.getByRole('button', { name: 'Undo' })).toHaveCount(1)
  await app.keyboard.press('g')
  await app.keyboard.press('n')
  await expect(app.getByRole('button', { name: 'Undo' })).toBeFocused()
  await app.keyboard.press('Enter')
  await expectTotal(app, total)

  await app.keyboard.press('Shift+A')
  await expect(bar.getByText(`${total} selected`)).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(bar).toBeHidden()
  await expect(app.getByRole('listbox')).toBeFocused()
})

test('a range is picked with the pointer, saved by one key, and all saved ones are taken off together', async ({
  app,
  host,
}) => {
  await app
    .getByRole('option')
    .nth(1)
    .click({ modifiers: ['Control'] })
  await app
    .getByRole('option')
    .nth(4)
    .click({ modifiers: ['Shift'] })
  const bar = app.getByRole('group', { name: 'Selected jobs' })
  await expect(bar.getByText('4 selected')).toBeVisible()
  await app
    .getByRole('option')
    .nth(2)
    .click({ position: { x: 12, y: 28 } })
  await expect(bar.getByText('3 selected')).toBeVisible()
  await app.keyboard.press('s')
  await expect(app.getByText('3 jobs saved')).toBeVisible()
  await app.goto(`${host.origin}/jobs?show=saved`)
  await expectTotal(app, 3)
  await app.getByRole('listbox').focus()
  await app.keyboard.press('Shift+A')
  await bar.getByRole('button', { name: 'Unsave 3' }).click()
  await expect(app.getByRole('heading', { name: 'Nothing saved yet' })).toBeVisible()
  await app.getByRole('button', { name: 'Undo' }).click()
  await expectTotal(app, 3)
})

test('another list starts with none picked', async ({ app }) => {
  await expect(app.getByRole('option').first()).toBeVisible()
  await app.keyboard.press('j')
  await app.keyboard.press('x')
  await expect(app.getByRole('group', { name: 'Selected jobs' })).toBeVisible()
  await app.getByRole('combobox', { name: 'Search jobs' }).fill('engineer')
  await expect(app.getByRole('group', { name: 'Selected jobs' })).toBeHidden()
})
