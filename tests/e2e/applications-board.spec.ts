import type { Locator, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { coreOf, seedApplications } from './applications.ts'
import { expectAccessible } from './axe.ts'

test.use({ profile: 'empty', contextOptions: { reducedMotion: 'reduce' } })

const SEED = [
  { title: 'Data Engineer', company: 'Zalando', stage: 'saved' },
  { title: 'Backend Engineer', company: 'Adyen', stage: 'applied', appliedDaysAgo: 3 },
  { title: 'ML Engineer', company: 'Spotify', stage: 'applied', appliedDaysAgo: 2 },
  { title: 'Product Analyst', company: 'Klarna', stage: 'interviewing', appliedDaysAgo: 20 },
] as const

async function openBoard(app: Page, origin: string, query = '') {
  const cards = await seedApplications(app, SEED)
  await app.goto(`${origin}/applications${query}`)
  await expect(card(app, 'Data Engineer')).toBeVisible()
  return cards
}

const lane = (app: Page, name: string) => app.getByRole('region', { name: new RegExp(`^${name}, `) })
const card = (app: Page | Locator, title: string) => app.getByRole('listitem').filter({ hasText: title })

async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  const start = await from.boundingBox()
  const end = await to.boundingBox()
  if (!start || !end) throw new Error('There is nothing to drag, or nowhere to drag it')
  await page.mouse.move(start.x + 60, start.y + 40)
  await page.mouse.down()
  await page.mouse.move(start.x + 70, start.y + 46, { steps: 4 })
  await page.mouse.move(end.x + end.width / 2, end.y + Math.min(90, end.height / 2), { steps: 12 })
}

test('a card is dragged to a column that may have it; others say why not; the notice takes it back', async ({
  app,
  host,
}) => {
  await openBoard(app, host.origin)
  await drag(app, card(app, 'Data Engineer'), lane(app, 'Applied'))
  await expect(lane(app, 'Interviewing')).not.toHaveAttribute('data-refusing')
  await app.mouse.up()
  await expect(card(lane(app, 'Applied'), 'Data Engineer')).toBeVisible()
  await expect(lane(app, 'Saved')).toHaveAccessibleName('Saved, 0 applications')
  await app.getByRole('button', { name: 'Undo' }).click()
  await expect(card(lane(app, 'Saved'), 'Data Engineer')).toBeVisible()

  await drag(app, card(app, 'Product Analyst'), lane(app, 'Saved'))
  await expect(lane(app, 'Saved').getByText('Not from Interviewing to Saved')).toBeVisible()
  await app.mouse.up()
  await expect(card(lane(app, 'Interviewing'), 'Product Analyst')).toBeVisible()
})

test('a closed stage is folded, takes a card, and is unfolded for good', async ({ app, host }) => {
  await openBoard(app, host.origin)
  const rejected = app.getByRole('button', { name: /^Unfold Rejected/ })
  await drag(app, card(app, 'Backend Engineer'), rejected)
  await app.mouse.up()
  await expect(app.getByRole('button', { name: 'Unfold Rejected 1' })).toBeVisible()
  await app.getByRole('button', { name: 'Unfold Rejected 1' }).click()
  await expect(card(lane(app, 'Rejected'), 'Backend Engineer')).toBeVisible()
  await app.reload()
  await expect(card(lane(app, 'Rejected'), 'Backend Engineer')).toBeVisible()
  await app.getByRole('button', { name: 'Fold Rejected', exact: true }).click()
  await expect(rejected).toBeVisible()
})

test('by keys: from card to card, to a column by the menu, lifted and dropped, opened, taken back', async ({
  app,
  host,
}) => {
  await openBoard(app, host.origin)
  await card(app, 'Data Engineer').focus()
  await app.keyboard.press('ArrowRight')
  await expect(card(app, 'Backend Engineer')).toBeFocused()
  await app.keyboard.press('ArrowDown')
  await expect(card(app, 'ML Engineer')).toBeFocused()
  await app.keyboard.press('m')
  await expect(app.getByRole('menuitem', { name: /^Interviewing/ })).toBeVisible()
  await expect(app.getByRole('menuitem', { name: /^Accepted/ })).toHaveCount(0)
  await app.getByRole('menuitem', { name: /^Interviewing/ }).press('Enter')
  await expect(card(lane(app, 'Interviewing'), 'ML Engineer')).toBeFocused()
  await expect(app.getByText('Moved ML Engineer at Spotify to Interviewing, 2 of 2.')).toBeAttached()
  await expect(app.getByRole('button', { name: 'Undo' })).toBeVisible()
  await app.keyboard.press('Control+z')
  await expect(card(lane(app, 'Applied'), 'ML Engineer')).toBeFocused()

  await app.keyboard.press('Space')
  await app.keyboard.press('ArrowUp')
  await app.keyboard.press('Space')
  await expect(lane(app, 'Applied').getByRole('listitem').first()).toContainText('ML Engineer')
  await expect(card(app, 'ML Engineer')).toBeFocused()
  await app.reload()
  await expect(lane(app, 'Applied').getByRole('listitem').first()).toContainText('ML Engineer')

  await card(app, 'ML Engineer').press('Enter')
  await expect(app).toHaveURL(/\/applications\/\d+$/)
})

test('a card that was moved elsewhere is shown as it is, and says so', async ({ app, host }) => {
  const cards = await openBoard(app, host.origin)
  await expect(card(app, 'Backend Engineer')).toBeVisible()
  // What this window would hear is held back, so that it moves what it still believes.
  await app.route('**/rpc/applications/move', async (route) => {
    const stored = cards.find(({ title }) => title === 'Backend Engineer')
    if (stored) {
      const core = await coreOf(app)
      await core.applications.move({ id: stored.id, version: stored.version, to: 'rejected' })
    }
    await route.continue()
  })
  await card(app, 'Backend Engineer').focus()
  await app.keyboard.press('m')
  await app.getByRole('menuitem', { name: /^Interviewing/ }).click()
  await expect(app.getByText('It was moved elsewhere')).toBeVisible()
  await expect(app.getByRole('button', { name: 'Unfold Rejected 1' })).toBeVisible()
  await expect(card(lane(app, 'Interviewing'), 'Backend Engineer')).toHaveCount(0)
})

test('several are selected, moved and removed together, and both is taken back', async ({ app, host }) => {
  await openBoard(app, host.origin)
  await card(app, 'Backend Engineer').focus()
  await app.keyboard.press('x')
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('x')
  const bar = app.getByRole('group', { name: 'Selected applications' })
  await expect(bar.getByText('2 selected')).toBeVisible()
  await bar.getByRole('button', { name: 'Move to…' }).click()
  await app.getByRole('menuitem', { name: /^Interviewing/ }).click()
  await expect(lane(app, 'Interviewing')).toHaveAccessibleName('Interviewing, 3 applications')
  await app.getByRole('button', { name: 'Undo' }).click()
  await expect(lane(app, 'Applied')).toHaveAccessibleName('Applied, 2 applications')

  await card(app, 'Data Engineer').focus()
  await app.keyboard.press('Delete')
  await expect(card(app, 'Data Engineer')).toHaveCount(0)
  await app.keyboard.press('Control+z')
  await expect(card(app, 'Data Engineer')).toBeVisible()
})

test('keys for a card do nothing before the keyboard was brought to one', async ({ app, host }) => {
  await openBoard(app, host.origin)
  await app.keyboard.press('Delete')
  await app.keyboard.press('x')
  await expect(app.getByRole('group', { name: 'Selected applications' })).toHaveCount(0)
  await card(app, 'Data Engineer').focus()
  await app.keyboard.press('Delete')
  await expect(card(app, 'Data Engineer')).toHaveCount(0)
  await expect(app.getByText('1 application removed')).toBeVisible()
  await expect(app.getByText('3 applications', { exact: true })).toBeVisible()
})

test('removing what is gone already says so and offers no way back', async ({ app, host }) => {
  const cards = await openBoard(app, host.origin)
  await app.route('**/rpc/applications/remove', async (route) => {
    const core = await coreOf(app)
    await core.applications.remove({ ids: cards.filter(({ title }) => title === 'Data Engineer').map(({ id }) => id) })
    await route.continue()
  })
  await card(app, 'Data Engineer').focus()
  await app.keyboard.press('Delete')
  await expect(app.getByText('It was gone already')).toBeVisible()
  await expect(app.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await expect(card(app, 'Data Engineer')).toHaveCount(0)
})

test('a column of the user’s own is added, named anew, filled, removed and put back', async ({ app, host }) => {
  await openBoard(app, host.origin)
  await app.getByRole('button', { name: 'Column Applied' }).click()
  await app.getByRole('menuitem', { name: 'Add a column beside it' }).click()
  await app.getByRole('textbox', { name: 'Name' }).fill('Refered')
  await app.keyboard.press('Enter')
  await expect(lane(app, 'Refered')).toBeVisible()
  await app.getByRole('button', { name: 'Column Refered' }).click()
  await app.getByRole('menuitem', { name: 'Rename' }).click()
  await app.getByRole('textbox', { name: 'Name' }).fill('Referred')
  await app.keyboard.press('Enter')
  await drag(app, card(app, 'Backend Engineer'), lane(app, 'Referred'))
  await app.mouse.up()
  await expect(card(lane(app, 'Referred'), 'Backend Engineer')).toBeVisible()
  await app.getByRole('button', { name: 'Column Referred' }).click()
  await app.getByRole('menuitem', { name: 'Remove the column' }).click()
  await expect(lane(app, 'Referred')).toHaveCount(0)
  await expect(card(lane(app, 'Applied'), 'Backend Engineer')).toBeVisible()
  await app.getByRole('button', { name: 'Undo' }).click()
  await expect(card(lane(app, 'Referred'), 'Backend Engineer')).toBeVisible()
})

test('filters are in the address, can be taken off one by one, and say when nothing is left', async ({ app, host }) => {
  await openBoard(app, host.origin)
  await app.getByRole('searchbox', { name: 'Search applications' }).fill('engineer')
  await expect(app.getByText('3 applications of 4')).toBeVisible()
  await app.getByRole('button', { name: 'Stage' }).click()
  await app.getByRole('checkbox', { name: 'Applied' }).check()
  await expect(app.getByText('2 applications of 4')).toBeVisible()
  await expect(app).toHaveURL(/q=engineer.*stage=applied/)
  await app.keyboard.press('Escape')
  await app.getByRole('button', { name: 'Remove Stage Applied' }).click()
  await expect(app.getByText('3 applications of 4')).toBeVisible()
  await app.goto(`${host.origin}/applications?company=nobody`)
  await expect(app.getByRole('heading', { name: 'No application matches all of this' })).toBeVisible()
  await app.getByRole('button', { name: 'Clear filters' }).click()
  await expect(card(app, 'Product Analyst')).toBeVisible()
})

test('the first application is added by hand; a second one at that company is warned of', async ({ app, host }) => {
  await app.goto(`${host.origin}/applications`)
  await expect(app.getByRole('heading', { name: 'No applications yet' })).toBeVisible()
  await expectAccessible(app, 'no applications')
  await app.keyboard.press('Shift+N')
  const dialog = app.getByRole('dialog', { name: 'New application' })
  await dialog.getByRole('textbox', { name: 'Job title' }).fill('Data Engineer')
  await dialog.getByRole('button', { name: 'Add application' }).click()
  await expect(dialog.getByText('Say at which company')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Company' }).fill('Adyen')
  await app.keyboard.press('Enter')
  await expect(card(lane(app, 'Applied'), 'Data Engineer')).toBeVisible()
  await expect(dialog).toBeHidden()

  await app.getByRole('button', { name: 'New', exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Job title' }).fill('Analyst')
  await dialog.getByRole('textbox', { name: 'Company' }).fill('adyen')
  await expect(dialog.getByText('You have another at Adyen: Data Engineer, applied.')).toBeVisible()
  await expectAccessible(app, 'a new application')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the board keeps nobody out, ${colorScheme}`, async ({ app, host }) => {
    await app.emulateMedia({ colorScheme })
    await openBoard(app, host.origin)
    await expectAccessible(app, 'board')
    await card(app, 'Data Engineer').focus()
    await app.keyboard.press('x')
    await app.keyboard.press('m')
    await expect(app.getByRole('menuitem').first()).toBeVisible()
    await expectAccessible(app, 'board with a menu')
    await app.keyboard.press('Escape')
    await expect(card(app, 'Data Engineer')).toBeFocused()
    await app.setViewportSize({ width: 800, height: 700 })
    await expectAccessible(app, 'narrow board')
  })
}

test.describe('a job that is listed', () => {
  test.use({ profile: 'sample' })

  test('is noted as applied by one key, leads to its application, and is taken back', async ({ app }) => {
    await app.getByRole('option').first().click()
    const line = app.getByRole('region', { name: 'Application', exact: true })
    await expect(line.getByRole('button', { name: 'I have applied' })).toBeVisible()
    await app.keyboard.press('a')
    await expect(line.getByText('Applied')).toBeVisible()
    await expect(line.getByRole('button')).toHaveCount(0)
    await app.getByRole('button', { name: 'Undo' }).click()
    await expect(line.getByRole('button', { name: 'I have applied' })).toBeVisible()
    await line.getByRole('button', { name: 'I have applied' }).click()
    await line.getByRole('link', { name: 'Open the application' }).click()
    await expect(app).toHaveURL(/\/applications\/\d+$/)
    await app.keyboard.press('g')
    await app.keyboard.press('a')
    await expect(lane(app, 'Applied')).toHaveAccessibleName('Applied, 1 application')
  })
})
