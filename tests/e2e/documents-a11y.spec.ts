import { expect, test } from './app.ts'
import { coreOf } from './applications.ts'
import { expectAccessible } from './axe.ts'
import { content, expectPages, seedCareer, seedDocument } from './documents.ts'

test.describe.configure({ timeout: 240_000 })

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('nobody is kept out of the documents: empty, listed, edited, with claims and versions', async ({
      app,
      host,
    }) => {
      await app.goto(`${host.origin}/documents`)
      await expect(app.getByRole('heading', { name: 'No documents yet' })).toBeVisible()
      await expectAccessible(app, 'no documents')
      await seedCareer(app)
      const id = await seedDocument(app)
      await app.goto(`${host.origin}/documents?add=letter`)
      await expect(app.getByRole('dialog', { name: 'New document' })).toBeVisible()
      await expectAccessible(app, 'new document')
      await app.keyboard.press('Escape')
      await expect(app.getByRole('dialog')).toHaveCount(0)
      await app.getByRole('button', { name: 'More for My résumé' }).click()
      await expect(app.getByRole('menuitem').first()).toBeVisible()
      await expectAccessible(app, 'list, menu open')

      await app.goto(`${host.origin}/documents/${id}`)
      await expectPages(app, 'Ada')
      const post = content(app).getByRole('article').filter({ hasText: 'Northwind Labs' })
      await post.getByRole('button', { name: /^Machine Learning Engineer/ }).click()
      await post.getByRole('textbox', { name: 'Point 3' }).fill('Mentored 75 engineers.')
      await post.getByRole('button', { name: 'Leave out: Point 1' }).click()
      await expect(post.getByRole('list', { name: 'Not backed by your career' })).toBeVisible({ timeout: 30_000 })
      await app.mouse.move(2, 2)
      await expect(app.getByRole('tooltip')).toHaveCount(0)
      await expectAccessible(app, 'editor, an open claim at its sentence')
      await app.getByText(/^Claims \(\d\)$/).click()
      await expect(app.getByRole('list', { name: 'Open claims' })).toBeVisible()
      await expectAccessible(app, 'claims')
      await app.getByText('Check', { exact: true }).click()
      await expect(app.getByRole('list', { name: 'Checks' })).toBeVisible()
      await expectAccessible(app, 'check')

      const core = await coreOf(app)
      await core.documents.keepVersion({ id, name: 'Before' })
      await core.documents.update({ id, isLocked: true })
      await expect(content(app).getByRole('button', { name: 'Unlock' })).toBeVisible()
      await expectAccessible(app, 'locked')
      await core.documents.update({ id, isLocked: false })
      await content(app).getByRole('textbox', { name: 'Headline' }).fill('Something else')
      await app.getByRole('link', { name: 'Versions' }).click()
      await expect(app.getByRole('list', { name: 'Differences' }).getByRole('listitem').first()).toBeVisible()
      await expectAccessible(app, 'versions')
    })
  })
}

test('at 800 pixels one side is shown at a time, and nothing sticks out', async ({ app, host }) => {
  await app.setViewportSize({ width: 800, height: 700 })
  await seedCareer(app)
  const id = await seedDocument(app)
  await app.goto(`${host.origin}/documents/${id}`)
  await expect(content(app).getByRole('textbox', { name: 'Headline' })).toBeVisible()
  expect(await app.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
  await app.getByText('Preview', { exact: true }).click()
  await expectPages(app, 'Ada')
  await expect(content(app)).toHaveCount(0)
  expect(await app.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
  await app.goto(`${host.origin}/documents/${id}/versions`)
  await expect(app.getByRole('heading', { name: 'No version is kept yet' })).toBeVisible()
  expect(await app.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
})
