import type { Page } from '@playwright/test'
import type { Host } from './host.ts'
import { expect, test } from './app.ts'
import { expectAccessible } from './axe.ts'
import { begin, rows } from './match-list.ts'

const card = (page: Page) => page.getByRole('article', { name: 'Pay first' })
const figuresOf = (page: Page, set: 'A' | 'B') =>
  card(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: set, exact: true }) })
    .getByRole('cell')

/** Starts an experiment that gives B to 80 of 100 days. */
async function start(page: Page, host: Host): Promise<void> {
  await page.goto(`${host.origin}/for-you/experiments`)
  const button = page.getByRole('button', { name: 'Start the experiment' })
  await expect(page.getByText('Change A or B: both come to the same.')).toBeVisible()
  await page.getByRole('slider', { name: 'Pay, set B' }).fill('60')
  await expect(page.getByText('Give it a name.')).toBeVisible()
  await expect(button).toBeDisabled()
  await page.getByRole('textbox', { name: 'Name' }).fill('Pay first')
  await button.click()
  await expect(card(page)).toContainText('Going on')
}

test('an experiment is started from the weights, and says how little it knows', async ({ app, host }) => {
  await begin(app, host)
  await app.keyboard.press('w')
  await app.getByRole('link', { name: 'Let two sets of weights compete' }).click()
  await expect(app).toHaveURL(/\/for-you\/experiments$/)
  await start(app, host)
  await expect(card(app)).toContainText('Not enough data yet: 0 of about 686 shown each.')
  await card(app).getByText('How this is decided').click()
  await expect(card(app)).toContainText('at least 100 jobs shown, 5 of them opened and 5 not')
  await expect(app.getByRole('button', { name: 'Start the experiment' })).toBeHidden()
  await app.goto(`${host.origin}/for-you?weights=open`)
  await expect(app.getByText('The experiment “Pay first” chooses the weights of your lists now.')).toBeVisible()
})

test('what the list shows and what is opened of it is counted, each job once', async ({ app, host }) => {
  await begin(app, host)
  await start(app, host)
  const told = (part: string) =>
    app.waitForRequest(
      (request) => request.url().includes('experiments/record') && (request.postData() ?? '').includes(part),
    )
  const rowsTold = told('"position":1')
  await app.goto(`${host.origin}/for-you`)
  await rowsTold
  const openTold = told('"dwellMs"')
  await rows(app).first().click()
  await expect(app.getByRole('region', { name: 'Job details' }).getByRole('heading', { level: 2 })).toBeVisible()
  await openTold
  const counted = async () => {
    await app.goto(`${host.origin}/for-you/experiments`)
    await expect(card(app)).toBeVisible()
    const sets = [figuresOf(app, 'A'), figuresOf(app, 'B')]
    const figures = await Promise.all(sets.map((cells) => cells.allTextContents()))
    // Weights, days, shown, opened, applied for; one of the sets has this day.
    return figures.find(([, days]) => days === '1') ?? []
  }
  await expect.poll(async () => (await counted())[3]).toMatch(/^1 /)
  const [, , shown] = await counted()
  expect(Number(shown)).toBeGreaterThan(1)
  await app.goto(`${host.origin}/for-you`)
  await expect(rows(app).first()).toBeVisible()
  expect((await counted())[3]).toMatch(/^1 /)
})

test('stopping is taken back by one undo, and a stopped experiment stays with its figures', async ({ app, host }) => {
  await begin(app, host)
  await start(app, host)
  await card(app).getByRole('button', { name: 'Stop' }).click()
  await expect(app.getByRole('button', { name: 'Start the experiment' })).toBeVisible()
  await app.getByRole('button', { name: 'Undo' }).click()
  await expect(card(app)).toContainText('Going on')
  await card(app).getByRole('button', { name: 'Stop' }).click()
  await expect(card(app)).not.toContainText('Going on')
  await expect(card(app)).toContainText('Not enough data')
})

test('the palette leads there, and nothing is there yet', async ({ app }) => {
  await app.keyboard.press('Control+k')
  await app.getByRole('textbox', { name: 'Search actions' }).fill('two sets of weights')
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(/\/for-you\/experiments$/)
  await expect(app.getByText('None yet. One that is stopped stays here with its figures.')).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })
    test.describe.configure({ timeout: 150_000 })

    test('the form and an experiment that is going on are free of barriers', async ({ app, host }) => {
      await app.goto(`${host.origin}/for-you/experiments`)
      await expect(app.getByRole('slider').first()).toBeVisible()
      await expectAccessible(app, 'the form')
      await start(app, host)
      await card(app).getByText('How this is decided').click()
      await expectAccessible(app, 'an experiment')
    })
  })
}
