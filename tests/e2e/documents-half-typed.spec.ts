import { expect, test } from './app.ts'
import { coreOf } from './applications.ts'
import { content, expectSaved, seedCareer, seedDocument } from './documents.ts'

test.describe.configure({ timeout: 120_000 })

test('half a date and half an address come again with their reasons, until they are whole', async ({ app, host }) => {
  await seedCareer(app)
  const id = await seedDocument(app)
  await app.goto(`${host.origin}/documents/${id}`)
  const post = content(app).getByRole('article').filter({ hasText: 'Northwind Labs' })
  const fold = post.getByRole('button', { name: /^Machine Learning Engineer/ })
  const until = post.getByRole('textbox', { name: 'Until' })
  const email = content(app).getByRole('textbox', { name: 'E-mail' })
  await fold.click()
  await until.fill('202')
  await email.fill('ada@')
  await expect(until).toHaveAccessibleDescription(/Write it as 2024-03/)
  // Folded in, it says that something waits there.
  await fold.click()
  await expect(fold).toContainText('A field is not finished')

  await app.reload()
  await expect(until).toHaveValue('202')
  await expect(until).toHaveAccessibleDescription(/Write it as 2024-03/)
  await expect(email).toHaveValue('ada@')
  await expect(email).toHaveAccessibleDescription(/Write a whole address/)
  const core = await coreOf(app)
  expect((await core.documents.get({ id })).content.header.email).toBe('ada@example.com')

  // Another screen, and back.
  await app.getByRole('link', { name: 'Versions' }).click()
  await app.getByRole('link', { name: 'To the document' }).click()
  await expect(until).toHaveValue('202')
  await until.fill('March 2024')
  await email.fill('ada@example.org')
  await email.press('Tab')
  await expect(until).toHaveValue('2024-03')
  await expectSaved(app)
  await app.reload()
  await expect(email).toHaveValue('ada@example.org')
  await expect(post).toContainText('2024-03')
  await expect(until).toHaveCount(0)
})

test('in a locked one what stands in it is shown', async ({ app, host }) => {
  await seedCareer(app)
  const id = await seedDocument(app)
  await app.goto(`${host.origin}/documents/${id}`)
  const email = content(app).getByRole('textbox', { name: 'E-mail' })
  await email.fill('ada@')
  await (await coreOf(app)).documents.update({ id, isLocked: true })
  await app.reload()
  await expect(email).toBeDisabled()
  await expect(email).toHaveValue('ada@example.com')
})
