import type { Locator, Page } from '@playwright/test'
import type { Host } from './host.ts'
import { expect, test } from './app.ts'

const list = (page: Page) => page.getByRole('listbox', { name: 'Recommended jobs' })
const rows = (page: Page) => list(page).getByRole('option')
/** What the rows say, without their age: that goes on by itself. */
async function titles(page: Page): Promise<string[]> {
  const texts = await rows(page).allTextContents()
  return texts.map((text) => text.replace(/(?:now|\d+ (?:min|h|d))(?=\+\d)/, ''))
}

/** Says the shortest profile on the first screen, and waits for the list. */
async function begin(page: Page, host: Host): Promise<void> {
  await page.goto(`${host.origin}/for-you`)
  await expect(page.getByRole('heading', { name: /every open job is ranked for you/ })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Data engineering' }).check({ force: true })
  const adder = page.getByRole('combobox', { name: 'Add skills' })
  await adder.fill('Python, SQL, Airflow, dbt')
  await adder.press('Enter')
  await page.getByRole('button', { name: 'Show my jobs' }).click()
  await expect(rows(page).first()).toBeVisible()
  await settled(page)
}

/** Waits until no newer jobs and no changed profile are being worked in. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByText('Working in what is new')).toBeHidden({ timeout: 20_000 })
  await expect(list(page)).toHaveAttribute('aria-busy', 'false')
}

/** A number with one decimal, in tenths. */
async function tenths(at: Locator): Promise<number> {
  const words = (await at.textContent()) ?? ''
  return Math.round(Number(/\d+\.\d/.exec(words)?.[0]) * 10)
}

test('an empty profile leads to a ranked list in three answers, and the list says what it is made of', async ({
  app,
  host,
}) => {
  await begin(app, host)
  await expect(app.getByText(/^Best of [\d,]+ open jobs?, worked out (?:just now|\d+ min ago)$/)).toBeVisible()
  await expect(rows(app).first()).toContainText('Skills:')
})

test('the points of a recommendation add up on screen to its score', async ({ app, host }) => {
  await begin(app, host)
  await rows(app).first().click()
  const card = app.getByRole('region', { name: 'Match' })
  const parts = card.locator('[data-points]')
  await expect(parts).toHaveCount(7)
  let sum = 0
  for (const part of await parts.all()) sum += await tenths(part)
  expect(await tenths(card.getByRole('row', { name: /Together/ }).getByRole('cell'))).toBe(sum)
  expect(await tenths(rows(app).first())).toBe(sum)
  await expect(card.getByRole('heading', { name: 'Why not higher?' })).toBeVisible()
  await card.getByRole('button', { name: 'Bars only' }).click()
  await expect(card.getByRole('heading', { name: 'Why not higher?' })).toBeHidden()
})

test('other weights are tried on the own list, put back, applied, undone, and reset', async ({ app, host }) => {
  await begin(app, host)
  const before = await titles(app)
  await app.keyboard.press('w')
  const panel = app.getByRole('complementary', { name: 'What counts' })
  const skills = panel.getByRole('slider', { name: 'Skills' })
  await skills.focus()
  await app.keyboard.press('Home')
  await expect(panel.getByText(/jobs? moves?|comes? in/)).toBeVisible()
  await expect.poll(() => titles(app)).not.toEqual(before)
  await panel.getByRole('button', { name: 'Put back' }).click()
  await expect.poll(() => titles(app)).toEqual(before)

  await panel.getByRole('textbox', { name: 'Freshness, as a number' }).fill('100')
  await panel.getByRole('textbox', { name: 'Skills, as a number' }).fill('0')
  await app.keyboard.press('Enter')
  await expect(app.getByText('The new weights are in force')).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await settled(app)
  await expect.poll(() => titles(app)).not.toEqual(before)
  const inForce = app.getByRole('alert').filter({ hasText: 'The new weights are in force' })
  await inForce.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => titles(app)).toEqual(before)
})

test('no weight at all is refused in words, and the product’s own come back', async ({ app, host }) => {
  await begin(app, host)
  await app.goto(`${host.origin}/for-you?weights=open`)
  const panel = app.getByRole('complementary', { name: 'What counts' })
  const sliders = panel.getByRole('slider')
  await expect(sliders).toHaveCount(7)
  for (const slider of await sliders.all()) await slider.fill('0')
  await expect(panel.getByText('At least one has to be above 0.')).toBeVisible()
  await expect(panel.getByRole('button', { name: 'Apply' })).toBeDisabled()
  await sliders.last().fill('50')
  await panel.getByRole('button', { name: 'Apply' }).click()
  await expect(app.getByText('The new weights are in force')).toBeVisible()
  await panel.getByRole('button', { name: 'The product’s own' }).click()
  await expect(sliders.first()).toHaveValue('40')
})

test('another profile makes another list', async ({ app, host }) => {
  await begin(app, host)
  const before = await titles(app)
  await app.getByRole('link', { name: 'Profile' }).click()
  // By keys: the toast of the change before may cover a chip.
  await app.getByRole('checkbox', { name: 'Data engineering' }).press('Space')
  await app.getByRole('checkbox', { name: 'Frontend' }).press('Space')
  await expect(app.getByText(/^Saved just now$/)).toBeVisible()
  await app.getByRole('link', { name: 'See your jobs' }).click()
  await expect.poll(() => titles(app), { timeout: 20_000 }).not.toEqual(before)
})

test('a job is hidden with a reason, its neighbour takes its place, and one undo brings it back', async ({
  app,
  host,
}) => {
  await begin(app, host)
  await rows(app).first().click()
  const detail = app.getByRole('region', { name: 'Job details' })
  const title = detail.getByRole('heading', { level: 2 })
  await expect(title).toBeVisible()
  const address = app.url()
  const name = (await title.textContent()) ?? ''
  const company = (await detail.locator('header p').first().textContent()) ?? ''
  const hidden = rows(app).filter({ hasText: `${name}${company}` })
  await expect(hidden).toHaveCount(1)
  const hide = async () => {
    await detail.getByRole('button', { name: 'Hide' }).click()
    await app.getByRole('menuitem', { name: 'Wrong place' }).click()
    await expect(app).not.toHaveURL(address)
  }
  await hide()
  await expect(hidden).toHaveCount(0)
  await app.getByRole('alert').filter({ hasText: 'Hidden' }).getByRole('button', { name: 'Undo' }).click()
  await expect(hidden).toHaveCount(1)
  await hidden.first().click()
  await hide()
  await app.goto(address)
  await expect(app.getByText('Hidden: wrong place')).toBeVisible()
})

test('the list is read, saved from and hidden from by keyboard alone', async ({ app, host }) => {
  await begin(app, host)
  await app.keyboard.press('j')
  await app.keyboard.press('j')
  await expect(list(app)).toHaveAttribute('aria-activedescendant', 'match-row-1')
  await app.keyboard.press('Enter')
  const detail = app.getByRole('region', { name: 'Job details' })
  await expect(detail.getByRole('heading', { level: 2 })).toBeVisible()
  await app.keyboard.press('s')
  await expect(detail.getByRole('button', { name: 'Saved' })).toHaveAttribute('aria-pressed', 'true')
  await app.keyboard.press('z')
  await expect(detail.getByRole('button', { name: 'Save', exact: true })).toBeVisible()
  const first = await detail.getByRole('heading', { level: 2 }).textContent()
  await app.keyboard.press('k')
  await expect(app.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '1')
  await app.keyboard.press('j')
  await expect(detail.getByRole('heading', { level: 2 })).toHaveText(first ?? '')
  await app.keyboard.press('Escape')
  await expect(detail).toBeHidden()
  await expect(list(app)).toBeFocused()
})

test('skills to learn are shown with their demand, and one that is known goes into the profile', async ({
  app,
  host,
}) => {
  await begin(app, host)
  await app.getByRole('link', { name: 'Skills to learn' }).click()
  const table = app.getByRole('table', { name: 'Skills to learn' })
  const first = table.getByRole('rowheader').first()
  const skill = (await first.textContent()) ?? ''
  await table.getByRole('row').nth(1).getByRole('button').click()
  await expect(app.getByText(/^Skills changed/)).toBeVisible()
  await expect(table.getByRole('rowheader', { name: skill, exact: true })).toHaveCount(0)
  await app.goto(`${host.origin}/profile`)
  await expect(app.getByRole('list', { name: 'Your skills' }).getByText(skill, { exact: true })).toBeVisible()
})

test('the jobs screen shows the match of the open job once there is a profile', async ({ app, host }) => {
  await app.goto(`${host.origin}/jobs`)
  await app.getByRole('option').first().click()
  await expect(app.getByRole('region', { name: 'Visa' })).toBeVisible()
  await expect(app.getByRole('region', { name: 'Match' })).toBeHidden()
  await begin(app, host)
  await app.goto(`${host.origin}/jobs`)
  await app.getByRole('option').first().click()
  const card = app.getByRole('region', { name: 'Match' })
  await expect(card.locator('[data-points]')).toHaveCount(7)
  await card.getByRole('button', { name: 'Why this score?' }).click()
  await expect(card.getByRole('heading', { name: 'Why not higher?' })).toBeVisible()
})
