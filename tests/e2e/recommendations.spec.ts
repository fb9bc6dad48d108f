import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { cli } from './host.ts'
import { begin, list, rows, settled, tenths, titles } from './match-list.ts'

test('an empty profile leads to a ranked list in three answers, and the list says what it is made of', async ({
  app,
  host,
}) => {
  await begin(app, host)
  await expect(app.getByText(/^Best of [\d,]+ open jobs?, worked out (?:just now|\d+ min ago)$/)).toBeVisible()
  await expect(rows(app).first()).toContainText('Skills:')
})

/** Opens every row of the list in turn: its points, as they are shown, are its score, as it is shown, and their most are 100. */
async function expectAllAddUp(app: Page): Promise<void> {
  const detail = app.getByRole('region', { name: 'Job details' })
  const count = await rows(app).count()
  expect(count).toBeGreaterThan(10)
  for (let place = 0; place < count; place += 1) {
    await app.keyboard.press('j')
    if (place === 0) await app.keyboard.press('Enter')
    const row = list(app).getByRole('option', { selected: true })
    await expect(row).toHaveAttribute('aria-posinset', String(place + 1))
    await expect(detail.locator('[data-points]')).toHaveCount(7)
    const shown = await detail.evaluate((pane) => {
      const words = (selector: string) => [...pane.querySelectorAll(selector)].map(({ textContent }) => textContent)
      return {
        title: words('h2').join(' '),
        points: words('[data-points]'),
        most: words('[data-points] + span'),
        together: words('tfoot td').join(' '),
      }
    })
    await expect(row).toContainText(shown.title)
    const score = tenths(await row.locator('[data-fit]').textContent())
    const sum = (parts: readonly (string | null)[]) => parts.reduce((total, part) => total + tenths(part), 0)
    const { title } = shown
    expect({ title, sum: sum(shown.points), together: tenths(shown.together), most: sum(shown.most) }).toEqual({
      title,
      sum: score,
      together: score,
      most: 1000,
    })
  }
}

test.describe('the points of every recommendation add up on screen to its score', () => {
  // Fifty rows are opened, one after the other.
  test.describe.configure({ timeout: 240_000 })

  test('under the product’s own weights', async ({ app, host }) => {
    await begin(app, host)
    await expectAllAddUp(app)
  })

  test('under weights that do not divide evenly', async ({ app, host }) => {
    await begin(app, host)
    await app.goto(`${host.origin}/for-you?weights=open`)
    const panel = app.getByRole('complementary', { name: 'What counts' })
    for (const [factor, weight] of [
      ['Skills', '33.3'],
      ['Place', '7.7'],
      ['Freshness', '11.1'],
    ] as const) {
      await panel.getByRole('textbox', { name: `${factor}, as a number` }).fill(weight)
    }
    await panel.getByRole('button', { name: 'Apply' }).click()
    await expect(app.getByText('The new weights are in force')).toBeVisible()
    await app.goto(`${host.origin}/for-you`)
    await settled(app)
    await expectAllAddUp(app)
  })
})

test('the reasons of a recommendation fold, and only what is meant to scroll does', async ({ app, host }) => {
  await begin(app, host)
  await rows(app).first().click()
  const card = app.getByRole('region', { name: 'Match' })
  await expect(card.getByRole('heading', { name: 'Why not higher?' })).toBeVisible()
  const content = app.locator('#content')
  expect(await content.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0)
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

test('a job is hidden with a reason that is kept and learned from, and one undo takes all of it back', async ({
  app,
  host,
  home,
}) => {
  test.setTimeout(150_000)
  await begin(app, host)
  await rows(app).first().click()
  const detail = app.getByRole('region', { name: 'Job details' })
  const title = detail.getByRole('heading', { level: 2 })
  await expect(title).toBeVisible()
  const address = app.url()
  const jobId = Number(new URL(address).searchParams.get('job'))
  const name = (await title.textContent()) ?? ''
  const company = (await detail.locator('header p').first().textContent()) ?? ''
  const hidden = rows(app).filter({ hasText: `${name}${company}` })
  await expect(hidden).toHaveCount(1)
  const hiddenIds = async () => {
    const { jobs } = (await cli(home, ['search', '--show', 'hidden', '--json'])) as { jobs: { id: number }[] }
    return jobs.map(({ id }) => id)
  }
  const hide = async () => {
    await detail.getByRole('button', { name: 'Hide' }).click()
    await app.getByRole('menuitem', { name: 'Wrong place' }).click()
    await expect(app).not.toHaveURL(address)
  }
  await hide()
  await expect(hidden).toHaveCount(0)
  await app.getByRole('alert').filter({ hasText: 'Hidden' }).getByRole('button', { name: 'Undo' }).click()
  await expect(hidden).toHaveCount(1)
  await expect.poll(hiddenIds).toEqual([])

  await hidden.first().click()
  await hide()
  await expect.poll(hiddenIds).toEqual([jobId])
  await app.goto(address)
  await expect(detail.getByText('Hidden: wrong place')).toBeVisible()
  const learned = app.getByRole('region', { name: 'What was learned' })
  await app.goto(`${host.origin}/for-you?weights=open`)
  await expect(learned).toContainText('From 0 saved, 0 applied and 1 hidden jobs.')

  await app.goto(address)
  await detail.getByRole('button', { name: 'Show again' }).click()
  await expect(detail.getByText('Hidden: wrong place')).toBeHidden()
  await expect.poll(hiddenIds).toEqual([])
  await app.goto(`${host.origin}/for-you?weights=open`)
  await expect(learned).toContainText('Nothing yet')
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

test('what was learned is forgotten at once, and one undo brings it back', async ({ app, host }) => {
  await begin(app, host)
  const detail = app.getByRole('region', { name: 'Job details' })
  await rows(app).first().click()
  await detail.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(detail.getByRole('button', { name: 'Saved' })).toBeVisible()
  await app.goto(`${host.origin}/for-you?weights=open`)
  const learned = app.getByRole('region', { name: 'What was learned' })
  await expect(learned).toContainText('From 1 saved')
  await learned.getByRole('button', { name: 'Forget what was learned' }).click()
  await expect(learned).toContainText('Nothing yet')
  // The notice comes when the lists have taken it in.
  await expect(app.getByRole('button', { name: 'Undo' })).toBeVisible()
  await app.keyboard.press('g')
  await app.keyboard.press('n')
  await expect(app.getByRole('button', { name: 'Undo' })).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(learned).toContainText('From 1 saved')
})
