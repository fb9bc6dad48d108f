import type { Locator, Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { coreOf } from './applications.ts'
import { reach } from './by-keyboard.ts'
import { content, expectPages, expectSaved, seedCareer, seedDocument } from './documents.ts'

test.describe.configure({ timeout: 180_000 })

const grip = (around: Locator, name: string) => around.getByRole('button', { name: `Drag: ${name}`, exact: true })
const post = (app: Page, name: string) => content(app).getByRole('article').filter({ hasText: name })
const told = (app: Page, words: string | RegExp) => expect(app.locator('[id^="rfd-announcement"]')).toHaveText(words)

/** Takes a grip in the hand and brings it over the upper or lower part of something. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await to.scrollIntoViewIfNeeded()
  await from.scrollIntoViewIfNeeded()
  const start = await from.boundingBox()
  if (!start) throw new Error('There is nothing to drag')
  const [x, y] = [start.x + start.width / 2, start.y + start.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x, y + 8, { steps: 4 })
  const end = await to.boundingBox()
  if (!end) throw new Error('There is nowhere to drag it')
  await page.mouse.move(x, end.y + end.height / 2 + (end.y > y ? 6 : -6), { steps: 12 })
}

async function stored(app: Page, id: number): Promise<string> {
  return JSON.stringify((await (await coreOf(app)).documents.get({ id })).content)
}

test('a point is dragged to another place; what is typed beside it stays, the pages follow, undo takes it back', async ({
  app,
  host,
}) => {
  await seedCareer(app)
  const id = await seedDocument(app)
  await app.goto(`${host.origin}/documents/${id}`)
  await expectPages(app, /Built a ranking[\s\S]*Cut training[\s\S]*Mentored three/)
  const northwind = post(app, 'Northwind Labs')
  await northwind.getByRole('button', { name: /^Machine Learning Engineer/ }).click()
  const until = northwind.getByRole('textbox', { name: 'Until' })
  await until.fill('202')

  await drag(app, grip(northwind, 'Point 1'), northwind.getByRole('textbox', { name: 'Point 3' }))
  await told(app, /3 of 3, behind Point 3/)
  await app.mouse.up()
  await told(app, 'Point 1: now 3 of 3.')
  await expect(northwind.getByRole('textbox', { name: 'Point 3' })).toHaveValue(/^Built a ranking/)
  await expect(until).toHaveValue('202')
  await expect(until).toBeFocused()
  await expectPages(app, /Cut training[\s\S]*Mentored three[\s\S]*Built a ranking/)
  await expectSaved(app)
  expect(await stored(app, id)).toMatch(/bulletnw02.*bulletnw03.*bulletnw01/)

  await app.keyboard.press('Control+z')
  await expect(northwind.getByRole('textbox', { name: 'Point 1' })).toHaveValue(/^Built a ranking/)
  await expect(until).toHaveValue('202')
  await expect(until).toBeFocused()
})

test('by keyboard: a point is lifted, moved and dropped, put back with Escape, and undone', async ({ app, host }) => {
  await seedCareer(app)
  const id = await seedDocument(app)
  await app.goto(`${host.origin}/documents/${id}`)
  await expectPages(app, 'Mentored three engineers')
  const northwind = post(app, 'Northwind Labs')
  const points = northwind.getByRole('textbox', { name: /^Point/ })
  await points.nth(1).focus()
  await reach(app, grip(northwind, 'Point 2'), 'Shift+Tab')
  await expect(grip(northwind, 'Point 2')).toHaveAccessibleDescription(/Press Space to lift/)
  await app.keyboard.press('Space')
  await told(app, 'Point 2 lifted, 2 of 3.')
  // Nothing else happens while it is in the hand.
  await app.keyboard.press('Control+z')
  await app.keyboard.press('ArrowDown')
  await told(app, '3 of 3, behind Point 3.')
  await app.keyboard.press('Space')
  await told(app, 'Point 2: now 3 of 3.')
  await expect(points.nth(2)).toHaveValue(/^Cut training/)
  await expect(grip(northwind, 'Point 3')).toBeFocused()
  await expectPages(app, /Mentored three[\s\S]*Cut training/)

  await app.keyboard.press('Space')
  await told(app, 'Point 3 lifted, 3 of 3.')
  await app.keyboard.press('ArrowUp')
  await told(app, '2 of 3, before Point 2.')
  await app.keyboard.press('Escape')
  await told(app, 'Point 3 is back where it was.')
  await expect(points.nth(2)).toHaveValue(/^Cut training/)

  await app.keyboard.press('Control+z')
  await expect(points.nth(1)).toHaveValue(/^Cut training/)
  await expect(grip(northwind, 'Point 2')).toBeFocused()
  await expectSaved(app)
})

test('sections and items are dragged by their heads, which stay under the hand', async ({ app, host }) => {
  // Room enough that nothing is held at an edge, where the pane would scroll on.
  await app.setViewportSize({ width: 1280, height: 1600 })
  await seedCareer(app)
  const id = await seedDocument(app)
  await app.goto(`${host.origin}/documents/${id}`)
  await expectPages(app, /Experience[\s\S]*Education/i)
  const education = content(app).getByRole('region', { name: 'Education' })
  const handle = grip(education, 'Education')
  await drag(app, handle, grip(content(app), 'Experience'))
  await expect(content(app).getByRole('textbox', { name: 'Point 1' }).first()).not.toBeInViewport()
  await told(app, /before Experience/)
  await app.mouse.up()
  await told(app, /Education: now/)
  await expect(content(app).getByRole('textbox', { name: 'Point 1' }).first()).toBeVisible()
  await expect(handle).toBeInViewport()
  await expectPages(app, /Education[\s\S]*Experience/i)

  const experience = content(app).getByRole('region', { name: 'Experience' })
  const first = experience.getByRole('article').first()
  await expect(first).toContainText('Northwind Labs')
  await drag(
    app,
    grip(experience, 'Machine Learning Engineer, Northwind Labs'),
    grip(experience, 'Data Scientist, Havelwerk GmbH'),
  )
  await told(app, /^2 of 2, behind Data Scientist/)
  await app.mouse.up()
  await expect(first).toContainText('Havelwerk')
  await expectPages(app, /Havelwerk[\s\S]*Northwind/)
  await expectSaved(app)
})

test('what is locked does not move', async ({ app, host }) => {
  await seedCareer(app)
  const id = await seedDocument(app)
  await (await coreOf(app)).documents.update({ id, isLocked: true })
  await app.goto(`${host.origin}/documents/${id}`)
  await expect(content(app).getByRole('textbox', { name: 'Point 1' }).first()).toBeDisabled()
  await expect(content(app).getByRole('button', { name: /^Drag/ })).toHaveCount(0)
  await content(app).getByRole('button', { name: 'Unlock' }).click()
  await expect(content(app).getByRole('button', { name: /^Drag/ }).first()).toBeVisible()
})
