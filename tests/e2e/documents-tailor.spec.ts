import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { coreOf } from './applications.ts'
import { openApplication, section } from './application-page.ts'
import { expectAccessible } from './axe.ts'
import { content, expectPages, expectSaved, seedCareer, seedDocument } from './documents.ts'

test.describe.configure({ timeout: 240_000 })

const SOON = { timeout: 30_000 }

/** Opens the tailoring of the first job of the list. */
async function tailor(app: Page, word: 'Tailor a résumé' | 'Write a letter'): Promise<void> {
  await app.getByRole('option').first().click()
  await app.getByRole('region', { name: 'Job details' }).getByRole('link', { name: word }).click()
  await expect(app.getByRole('list', { name: 'Pieces' }).getByRole('listitem').first()).toBeVisible(SOON)
}

test('a résumé is tailored to a job by rules, piece by piece, and goes to the application for it', async ({
  app,
  host,
}) => {
  await openApplication(app)
  await seedCareer(app)
  await section(app, 'Files').waitFor()
  await app.getByRole('link', { name: 'Tailor a résumé' }).click()
  const pieces = app.getByRole('list', { name: 'Pieces' }).getByRole('listitem')
  await expect(pieces.first()).toBeVisible(SOON)
  const count = await pieces.count()
  const taken = app.getByRole('status', { name: 'How many are taken' })
  await expect(taken).toHaveText(`${count} of ${count} pieces taken`)
  await pieces.filter({ hasText: 'TU Berlin' }).getByRole('checkbox').uncheck()
  await expect(taken).toHaveText(`${count - 1} of ${count} pieces taken`)
  await app.getByRole('button', { name: 'Leave all' }).click()
  await expect(taken).toHaveText(`0 of ${count} pieces taken`)
  await app.getByRole('button', { name: 'Take all' }).click()
  await pieces.filter({ hasText: 'TU Berlin' }).getByRole('checkbox').uncheck()
  await app.getByRole('button', { name: 'Make the résumé' }).click()
  await expect(app).toHaveURL(/\/documents\/\d+$/)
  await expect(app.getByText(/^For /)).toBeVisible()
  await expectPages(app, 'Ada Größmann')
  await expect(content(app).getByRole('region', { name: 'Education' })).toHaveCount(0)
  await app.getByText('Check', { exact: true }).click()
  await expect(app.getByRole('status', { name: 'Score' })).toBeVisible(SOON)

  await app.getByRole('button', { name: 'Export' }).click()
  await app.getByRole('menuitem', { name: 'Attach to an application' }).click()
  const dialog = app.getByRole('dialog', { name: 'Attach to an application' })
  await expect(dialog.getByRole('combobox', { name: 'Application' })).not.toHaveValue('')
  await dialog.getByRole('button', { name: 'Attach' }).click()
  await expect(dialog).toBeHidden(SOON)
  await app.goto(`${host.origin}/documents`)
  await expect(app.getByRole('article').first()).toContainText('sent to 1 application')
})

test('a proposal follows the career, says so, and what was left stays left', async ({ app }) => {
  await seedCareer(app)
  await tailor(app, 'Tailor a résumé')
  const pieces = app.getByRole('list', { name: 'Pieces' }).getByRole('listitem')
  const school = pieces.filter({ hasText: 'TU Berlin' }).getByRole('checkbox')
  await school.uncheck()
  const core = await coreOf(app)
  const { career, version } = await core.career.get()
  const person = { ...career.person, headline: 'Keeper of tide tables' }
  await core.career.save({ career: { ...career, person }, version })
  await expect(app.getByRole('status', { name: 'Whether it changed' })).toContainText('made anew', SOON)
  await expect(school).not.toBeChecked()
  await app.getByRole('button', { name: 'Make the résumé' }).click()
  await expect(content(app).getByRole('textbox', { name: 'Headline' })).toHaveValue('Keeper of tide tables', SOON)
})

test('tailored from a document, only what differs is proposed', async ({ app, host }) => {
  await seedCareer(app)
  const id = await seedDocument(app)
  await tailor(app, 'Tailor a résumé')
  await app.getByRole('combobox', { name: 'Start from' }).selectOption(String(id))
  const pieces = app.getByRole('list', { name: 'Pieces' })
  await expect(pieces).not.toContainText('Added', SOON)
  await app.getByRole('button', { name: 'Leave all' }).click()
  await app.getByRole('button', { name: 'Make the résumé' }).click()
  await expect(app).toHaveURL(/\/documents\/\d+$/)
  await expectPages(app, /Built a ranking service/)
  await app.goto(`${host.origin}/documents`)
  await expect(app.getByRole('article')).toHaveCount(2)
})

test('a letter in German is put together for a job, and is edited on', async ({ app }) => {
  await seedCareer(app)
  await tailor(app, 'Write a letter')
  await app.getByRole('combobox', { name: 'Language' }).selectOption('de')
  await expect(app.getByRole('list', { name: 'Pieces' })).toContainText(/Sehr geehrte|Guten Tag|Hallo/, SOON)
  await app.getByRole('button', { name: 'Make the letter' }).click()
  await expect(app).toHaveURL(/\/documents\/\d+$/)
  const greeting = content(app).getByRole('textbox', { name: 'Greeting' })
  await greeting.fill('Guten Tag, Frau Muster,')
  await expectPages(app, /Guten Tag, Frau Muster/)
  await expectSaved(app)
})

test('without a career, tailoring leads to it; without a job, it asks for one', async ({ app, host }) => {
  await app.getByRole('option').first().click()
  await app.getByRole('link', { name: 'Tailor a résumé' }).click()
  await expect(app.getByRole('heading', { name: 'Your career is empty' })).toBeVisible()
  await app.goto(`${host.origin}/documents/tailor?job=x`)
  await expect(app.getByRole('heading', { name: 'Which job is it for?' })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('nobody is kept out of tailoring', async ({ app }) => {
      await seedCareer(app)
      await tailor(app, 'Tailor a résumé')
      await expectAccessible(app, 'tailoring')
      await app.setViewportSize({ width: 800, height: 700 })
      expect(await app.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    })
  })
}
