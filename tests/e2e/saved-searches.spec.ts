import type { Page } from '@playwright/test'
import { expectAccessible } from './axe.ts'
import { expect, test } from './boards.ts'
import { pressAt, reach } from './by-keyboard.ts'

test.use({ count: 12, sources: ['arbeitnow'] })
// Runs take their time.
test.describe.configure({ timeout: 120_000 })

const NAME = 'Work for me'

/** Goes to the newest notice and takes back what it tells. */
async function takeBack(app: Page, told: string): Promise<void> {
  const button = app.getByRole('alert').filter({ hasText: told }).getByRole('button', { name: 'Undo' })
  await expect(button).toBeVisible()
  await app.keyboard.press('g')
  await app.keyboard.press('n')
  await expect(button).toBeFocused()
  await app.keyboard.press('Enter')
}

/** Saves what the jobs screen shows, with a pin and an alert, by keys only. */
async function saveByKeys(app: Page): Promise<void> {
  await app.keyboard.press('b')
  const name = app.getByRole('dialog').getByRole('textbox', { name: 'Name' })
  await expect(name).toBeFocused()
  await app.keyboard.type(NAME)
  await app.keyboard.press('Tab')
  await expect(app.getByRole('checkbox', { name: 'Pin it to the side bar' })).toBeFocused()
  await app.keyboard.press('Tab')
  await app.keyboard.press('Space')
  await expect(app.getByRole('checkbox', { name: 'Tell me about new jobs' })).toBeChecked()
  await app.keyboard.press('Shift+Tab')
  await app.keyboard.press('Shift+Tab')
  await expect(name).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(app.getByRole('dialog')).toBeHidden()
}

async function chooseFromMenu(app: Page, item: string): Promise<void> {
  await pressAt(app, app.getByRole('button', { name: `More for ${NAME}` }))
  await reach(app, app.getByRole('menuitem', { name: item }), 'ArrowDown')
  await app.keyboard.press('Enter')
}

test('the new count of a saved search rises after a run, is told of, and is gone once it was looked at', async ({
  app,
}) => {
  await saveByKeys(app)
  await expect(app).toHaveURL(/search=1/)
  await expect(app.getByRole('region', { name: 'Saved search' })).toContainText(`${NAME}nothing new since`)
  const pinned = app.getByRole('navigation', { name: 'Pinned searches' }).getByRole('link')
  await expect(pinned).toHaveAccessibleName(NAME)

  await app.keyboard.press('g')
  await app.keyboard.press('d')
  await app.keyboard.press('g')
  await app.keyboard.press('r')
  await expect(pinned).toHaveAccessibleName(/^Work for me \d+ new jobs$/, { timeout: 45_000 })
  await expect(app.getByText(/^\d+ new jobs for “Work for me”/)).toBeVisible()
  const fresh = /(\d+) new/.exec((await pinned.getAttribute('aria-label')) ?? '')?.[1] ?? ''

  await pressAt(app, pinned)
  const line = app.getByRole('region', { name: 'Saved search' })
  await expect(line).toContainText(`${fresh} new since`)
  await expect(app.getByRole('option', { name: /^New:/ }).first()).toBeVisible()
  await expect(pinned).toHaveAccessibleName(NAME)
  await app.reload()
  await expect(line).toBeVisible()
  await expect(line).toContainText(`${fresh} new since`)
  await pressAt(app, pinned)
  await expect(line).toContainText('nothing new since')
  await expect(app.getByRole('option').first()).toBeVisible()
  await expect(app.getByRole('option', { name: /^New:/ })).toHaveCount(0)
})

test('a saved search is renamed, pinned, tried, removed and put back by keys', async ({ app }) => {
  await saveByKeys(app)
  await app.keyboard.press('g')
  await app.keyboard.press('r')
  await app.keyboard.press('g')
  await app.keyboard.press('b')
  await expect(app).toHaveURL(/\/searches$/)
  const row = app.getByRole('article', { name: NAME })
  await expect(row).toContainText(/[1-9]\d* new/, { timeout: 45_000 })

  const pin = row.getByRole('button', { name: `Pin ${NAME} to the side bar` })
  await expect(app.getByRole('navigation', { name: 'Pinned searches' })).toBeVisible()
  await pressAt(app, pin, 'Space')
  await expect(pin).toHaveAttribute('aria-pressed', 'false')
  await expect(app.getByRole('navigation', { name: 'Pinned searches' })).toBeHidden()

  await pressAt(app, row.getByRole('button', { name: `Alert of ${NAME}` }))
  const alert = app.getByRole('region', { name: `Alert of ${NAME}` })
  await expect(alert).toContainText(/came that it finds\. It would have told you on 1 day\./)
  await reach(app, alert.getByRole('textbox', { name: 'once there are at least' }))
  await app.keyboard.press('ControlOrMeta+a')
  await app.keyboard.type('900')
  await expect(alert).toContainText('It would not have told you.')

  await chooseFromMenu(app, 'Remove')
  await expect(app.getByRole('heading', { name: 'No search is saved yet' })).toBeVisible()
  await takeBack(app, 'is removed')
  await expect(row).toContainText(/\d+ new/)

  await chooseFromMenu(app, 'Rename')
  await expect(row.getByRole('textbox', { name: 'Name' })).toBeFocused()
  await app.keyboard.type('Another name')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('link', { name: 'Another name' })).toBeVisible()
})

test('a changed filter is offered to be kept, and can be taken back', async ({ app }) => {
  await saveByKeys(app)
  await app.keyboard.press('g')
  await app.keyboard.press('b')
  await chooseFromMenu(app, 'Edit filter')
  const line = app.getByRole('region', { name: 'Saved search' })
  await expect(line).toBeVisible()
  await expect(line.getByRole('button', { name: 'Update' })).toBeHidden()
  await app.keyboard.press('/')
  await app.keyboard.type('engineer')
  await app.keyboard.press('Enter')
  await expect(line.getByRole('button', { name: 'Update' })).toBeVisible()
  await pressAt(app, line.getByRole('button', { name: 'Update' }))
  await expect(line.getByRole('button', { name: 'Update' })).toBeHidden()
  await takeBack(app, 'is updated')
  await expect(line.getByRole('button', { name: 'Update' })).toBeVisible()
  await pressAt(app, line.getByRole('button', { name: 'Back to the saved filter' }))
  await expect(app).not.toHaveURL(/q=engineer/)
})

test('a search that is gone says so and leaves its filter on the screen', async ({ app, host }) => {
  await app.goto(`${host.origin}/jobs?search=99&q=rust`)
  await expect(app.getByText('It is not here any more')).toBeVisible()
  await expect(app).toHaveURL(/\/jobs\?q=rust$/)
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('saving a search, and the page of searches, have nothing that keeps anybody out', async ({ app }) => {
      await app.keyboard.press('b')
      await expect(app.getByRole('dialog').getByRole('textbox')).toBeFocused()
      await expectAccessible(app, 'the dialog')
      await app.keyboard.press('Escape')
      await saveByKeys(app)
      await expect(app.getByRole('region', { name: 'Saved search' })).toBeVisible()
      await expectAccessible(app, 'a saved search that is open')
      await app.keyboard.press('g')
      await app.keyboard.press('b')
      await pressAt(app, app.getByRole('button', { name: `Alert of ${NAME}` }))
      await expect(app.getByRole('region', { name: `Alert of ${NAME}` })).toContainText('In the last 14 days')
      await expectAccessible(app, 'the page of searches')
    })
  })
}
