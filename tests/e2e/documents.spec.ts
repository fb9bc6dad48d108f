import type { Route } from '@playwright/test'
import { expect, test } from './app.ts'
import { coreOf } from './applications.ts'
import { openApplication, takeBack } from './application-page.ts'
import { pressAt, reach } from './by-keyboard.ts'
import { content, expectPages, expectSaved, seedCareer, seedDocument } from './documents.ts'

test.describe.configure({ timeout: 180_000 })

test('a résumé is made from the career, and its pages come from the exported file', async ({ app, host }) => {
  await app.goto(`${host.origin}/documents`)
  await expect(app.getByRole('heading', { name: 'No documents yet' })).toBeVisible()
  await expect(app.getByRole('link', { name: 'Fill in your career' })).toBeVisible()
  await seedCareer(app)
  await app.reload()
  await app.getByRole('button', { name: 'New résumé' }).click()
  const dialog = app.getByRole('dialog', { name: 'New document' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('For everyone')
  await expect(dialog.getByRole('combobox', { name: 'Start from' })).toHaveValue('career')
  await dialog.getByRole('button', { name: 'Make it' }).click()
  await expect(app).toHaveURL(/\/documents\/\d+$/)
  await expectPages(app, 'Ada Größmann')
  await expectPages(app, /Built a ranking service/)
  await app.getByText('Check', { exact: true }).click()
  await expect(app.getByRole('list', { name: 'Checks' })).toContainText('Contact details')
  await app.getByText('Claims', { exact: true }).click()
  await expect(app.getByRole('heading', { name: 'Your career backs all of it' })).toBeVisible()
})

test('by keyboard alone: a point is written, moved, left out and removed, and the pages follow', async ({
  app,
  host,
}) => {
  await seedCareer(app)
  const id = await seedDocument(app)
  await app.goto(`${host.origin}/documents/${id}`)
  await expectPages(app, 'Mentored three engineers')
  const post = content(app).getByRole('article').filter({ hasText: 'Northwind Labs' })
  const third = post.getByRole('textbox', { name: 'Point 3' })
  await third.focus()
  await app.keyboard.press('Control+End')
  await app.keyboard.press('Enter')
  const fourth = post.getByRole('textbox', { name: 'Point 4' })
  await expect(fourth).toBeFocused()
  await app.keyboard.type('Mentored three engineers in **Python**.')
  await expectPages(app, /Mentored three engineers in Python/)
  await expectSaved(app)

  await app.keyboard.press('Alt+ArrowUp')
  await expect(third).toHaveValue(/in \*\*Python\*\*/)
  await expect(third).toBeFocused()
  await expect(app.getByRole('status', { name: 'What moved' })).toHaveText(/3 of 4/)

  // One stop for the tools of a row; the arrow keys go on from there.
  await reach(app, post.getByRole('button', { name: 'Move up: Point 3' }))
  await app.keyboard.press('ArrowRight')
  await app.keyboard.press('ArrowRight')
  await expect(post.getByRole('button', { name: 'Leave out: Point 3' })).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(app.getByRole('region', { name: 'Page 1 of' })).not.toContainText('engineers in Python', {
    timeout: 30_000,
  })
  await expect(post.getByRole('button', { name: 'Show: Point 3' })).toBeFocused()

  await reach(app, third, 'Shift+Tab')
  await app.keyboard.press('Control+a')
  await app.keyboard.press('Delete')
  await app.keyboard.press('Backspace')
  await expect(fourth).toHaveCount(0)
  await expectSaved(app)
  const stored = await (await coreOf(app)).documents.get({ id })
  expect(JSON.stringify(stored.content)).not.toContain('**Python**')
})

test('sections go up, down, off and out, get another heading, and all of it can be undone', async ({ app, host }) => {
  await seedCareer(app)
  const id = await seedDocument(app)
  await app.goto(`${host.origin}/documents/${id}`)
  const page = app.getByRole('region', { name: 'Page 1 of' })
  await expectPages(app, /Experience[\s\S]*Education/i)
  const education = content(app).getByRole('region', { name: 'Education' })
  await education.getByRole('button', { name: 'Move up: Education' }).click()
  await expectPages(app, /Education[\s\S]*Experience/i)
  await education.getByRole('textbox', { name: 'Heading' }).fill('Where I learned')
  await expectPages(app, /where i learned/i)
  await content(app).getByRole('button', { name: 'Leave out: Projects' }).click()
  await expect(page).not.toContainText('Open tide tables', { timeout: 30_000 })
  await content(app).getByRole('button', { name: 'Remove: Skills' }).click()
  await expect(content(app).getByRole('region', { name: 'Skills' })).toHaveCount(0)
  await expect(content(app).getByRole('textbox', { name: 'Heading' }).and(app.locator(':focus'))).toHaveCount(1)
  for (let step = 0; step < 4; step += 1) await app.getByRole('button', { name: 'Undo' }).click()
  await expect(app.getByRole('button', { name: 'Undo' })).toBeDisabled()
  await expect(content(app).getByRole('region', { name: 'Skills' })).toBeVisible()
  await expectPages(app, /Experience[\s\S]*Education[\s\S]*Open tide tables|Experience[\s\S]*Open tide tables/i)
  await app.getByRole('button', { name: 'Redo' }).click()
  await expectPages(app, /Education[\s\S]*Experience/i)
  await expectSaved(app)
})

test('what no fact backs is marked at its sentence, keeps the file from an application, and is confirmed or dropped', async ({
  app,
  host,
}) => {
  await openApplication(app)
  await seedCareer(app)
  const id = await seedDocument(app)
  await app.goto(`${host.origin}/documents/${id}`)
  const post = content(app).getByRole('article').filter({ hasText: 'Northwind Labs' })
  await post.getByRole('textbox', { name: 'Point 3' }).fill('Mentored 75 engineers.')
  const notes = post.getByRole('list', { name: 'Not backed by your career' })
  await expect(notes).toContainText('75')
  await expect(app.getByText(/^Claims \(\d\)$/)).toBeVisible()

  await app.getByRole('button', { name: 'Export' }).click()
  await app.getByRole('menuitem', { name: 'Attach to an application' }).click()
  const dialog = app.getByRole('dialog', { name: 'Attach to an application' })
  await expect(dialog.getByRole('alert')).toContainText('not backed by your career')
  await dialog.getByRole('combobox', { name: 'Application' }).selectOption({ index: 1 })
  await dialog.getByRole('button', { name: 'Attach' }).click()
  await expect(dialog.getByRole('alert').filter({ hasText: 'Not attached: for this application' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  await notes.getByRole('button', { name: 'It is true' }).first().click()
  await expect(notes).toHaveCount(0)
  const career = await (await coreOf(app)).career.get()
  expect(career.career.confirmed.map(({ text }) => text)).toEqual(['Mentored 75 engineers.'])

  await post.getByRole('textbox', { name: 'Point 2' }).fill('Cut training time by 99 %.')
  await app.getByText(/^Claims \(\d\)$/).click()
  const open = app.getByRole('list', { name: 'Open claims' })
  await expect(open).toContainText('99')
  await open.getByRole('button', { name: 'Drop it' }).first().click()
  await expect(app.getByRole('heading', { name: 'Your career backs all of it' })).toBeVisible()
  await expect(post.getByRole('textbox', { name: 'Point 3' })).toHaveCount(0)
  await expectSaved(app)
})

test('it is downloaded as PDF and Word, and goes to an application as a version that is kept', async ({
  app,
  host,
}) => {
  await openApplication(app)
  await seedCareer(app)
  const id = await seedDocument(app)
  await app.goto(`${host.origin}/documents/${id}`)
  for (const [word, start] of [
    ['PDF', '%PDF-'],
    ['Word (DOCX)', 'PK'],
  ] as const) {
    await app.getByRole('button', { name: 'Export' }).click()
    const saving = app.waitForEvent('download')
    await app.getByRole('menuitem', { name: `Download as ${word}` }).click()
    const stream = await (await saving).createReadStream()
    expect(
      Buffer.concat(await stream.toArray())
        .subarray(0, start.length)
        .toString(),
    ).toBe(start)
  }
  await app.getByRole('button', { name: 'Export' }).click()
  await app.getByRole('menuitem', { name: 'Attach to an application' }).click()
  const dialog = app.getByRole('dialog', { name: 'Attach to an application' })
  await dialog.getByRole('combobox', { name: 'Application' }).selectOption({ index: 1 })
  await dialog.getByRole('button', { name: 'Attach' }).click()
  await expect(dialog).toBeHidden()
  await app.getByRole('link', { name: 'Versions' }).click()
  await expect(app.getByRole('list', { name: 'Versions' })).toContainText(/Sent[\s\S]*Went to/)
  await app.getByRole('list', { name: 'Versions' }).getByRole('link').click()
  await expect(app.getByRole('list', { name: 'Files', exact: true })).toContainText('.pdf')
})

test('a file that is left before it is made holds nobody, and that is said', async ({ app, host }) => {
  await seedCareer(app)
  const id = await seedDocument(app)
  await app.goto(`${host.origin}/documents/${id}`)
  await expectPages(app, 'Mentored three engineers')
  const { promise: never, resolve: goOn } = Promise.withResolvers<void>()
  await app.route('**/rpc/documents/render', () => never)
  const asked = app.waitForRequest('**/rpc/documents/render')
  await app.getByRole('button', { name: 'Export' }).click()
  await app.getByRole('menuitem', { name: 'Download as PDF' }).click()
  const request = await asked
  const left = app.waitForEvent('requestfailed', (failed) => failed === request)
  await app.getByRole('navigation').getByRole('link', { name: 'Documents', exact: true }).first().click()
  await left
  await expect(app.getByRole('alert').filter({ hasText: 'was not exported' })).toContainText('Its page was left')
  goOn()
})

test('a version is kept, compared word by word, and restored', async ({ app, host }) => {
  await seedCareer(app)
  const id = await seedDocument(app)
  await app.goto(`${host.origin}/documents/${id}/versions`)
  await app.getByRole('button', { name: 'Keep a version' }).click()
  const dialog = app.getByRole('dialog', { name: 'Keep a version' })
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Before')
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await expect(app.getByRole('list', { name: 'Versions' })).toContainText('Before')
  await expect(app.getByRole('status', { name: 'How many differences' })).toHaveText('Both say the same.')

  await app.getByRole('link', { name: 'To the document' }).click()
  const headline = content(app).getByRole('textbox', { name: 'Headline' })
  await headline.fill('Machine learning researcher')
  await expectSaved(app)
  await app.getByRole('link', { name: 'Versions' }).click()
  const differences = app.getByRole('list', { name: 'Differences' })
  await expect(differences).toContainText('Headline')
  await expect(differences.locator('del')).toHaveText('engineer')
  await expect(differences.locator('ins')).toHaveText('researcher')

  await app.getByRole('button', { name: 'Restore Before' }).click()
  await expect(app.getByRole('status', { name: 'How many differences' })).toHaveText('Both say the same.')
  await expect(app.getByRole('list', { name: 'Versions' })).toContainText('Kept before going back')
  await app.getByRole('link', { name: 'To the document' }).click()
  await expect(headline).toHaveValue('Machine learning engineer')
})

test('versions that say the same and look different tell what, and going back brings the looks back', async ({
  app,
  host,
}) => {
  await seedCareer(app)
  const id = await seedDocument(app)
  const core = await coreOf(app)
  await core.documents.keepVersion({ id, name: 'Before' })
  await app.goto(`${host.origin}/documents/${id}`)
  const looks = app.getByRole('region', { name: 'Looks' })
  await looks.getByText('Compact', { exact: true }).click()
  await looks.getByRole('combobox', { name: 'Page' }).selectOption('letter')
  await looks.getByRole('switch', { name: 'Fit on one page' }).focus()
  await app.keyboard.press('Space')
  await expect(app.getByRole('region', { name: 'Preview' })).toContainText('US Letter, 216 × 279 mm', {
    timeout: 30_000,
  })
  await expectSaved(app)
  await app.getByRole('link', { name: 'Versions' }).click()
  await expect(app.getByRole('status', { name: 'How many differences' })).toHaveText(
    'Both say the same; they look different.',
  )
  await expect(app.getByRole('list', { name: 'Looks' }).getByRole('listitem')).toHaveText([
    'Template: Modern → Compact',
    'Page: A4 → US Letter',
    'Fit on one page: Off → On',
  ])
  await app.getByRole('button', { name: 'Restore Before' }).click()
  await expect(app.getByRole('status', { name: 'How many differences' })).toHaveText('Both say the same.')
  expect((await core.documents.get({ id })).style).toMatchObject({
    template: 'modern',
    pageSize: 'a4',
    isOnePage: false,
  })
})

test('pages are looked at larger and smaller, whatever is done beside them', async ({ app, host }) => {
  await seedCareer(app)
  const id = await seedDocument(app)
  await app.goto(`${host.origin}/documents/${id}`)
  await expectPages(app, 'Ada')
  const preview = app.getByRole('region', { name: 'Preview' })
  await expect(preview).toContainText('A4, 210 × 297 mm')
  const size = preview.getByRole('combobox', { name: 'Size of the pages' })
  const widthPx = async () =>
    Math.round((await app.getByRole('region', { name: 'Page 1 of' }).boundingBox())?.width ?? 0)
  const fitting = await widthPx()
  await size.selectOption('2')
  await expect.poll(widthPx).toBe(1587)
  await preview.getByRole('button', { name: 'Smaller pages' }).click()
  await expect(size).toHaveValue('1.5')
  await size.selectOption('fit')
  await preview.getByRole('button', { name: 'Larger pages' }).click()
  await expect.poll(widthPx).toBeGreaterThan(fitting)
  // The tools stay in sight, wherever the pages are scrolled to.
  await size.selectOption('2')
  await app.getByRole('region', { name: 'Result' }).evaluate((pane) => pane.scrollTo({ left: 600 }))
  await expect(size).toBeInViewport({ ratio: 1 })
  await app.getByText('Check', { exact: true }).click()
  await app.getByText('Preview', { exact: true }).click()
  await expect(size).toHaveValue('2')
})

test('a locked one is only read, until it is unlocked; the list renames, copies, removes and puts back', async ({
  app,
  host,
}) => {
  await seedCareer(app)
  const id = await seedDocument(app)
  await app.goto(`${host.origin}/documents`)
  const row = app.getByRole('article', { name: 'My résumé', exact: true })
  const menu = async (item: string) => {
    await row.getByRole('button', { name: /^More for/ }).click()
    await app.getByRole('menuitem', { name: item }).click()
  }
  await menu('Make it the master')
  await expect(row.getByText('Master', { exact: true })).toBeVisible()
  await menu('Lock')
  await expect(row.getByText('Locked', { exact: true })).toBeVisible()
  await menu('Duplicate')
  await expect(app.getByRole('link', { name: 'Copy of My résumé' })).toBeVisible()
  await menu('Remove')
  await expect(row).toHaveCount(0)
  await takeBack(app, 'Document removed')
  await expect(row).toBeVisible()
  await menu('Remove')
  await app.reload()
  const removed = app.getByRole('region', { name: 'Removed' })
  await expect(removed.getByRole('article')).toContainText('My résumé')
  await pressAt(app, removed.getByRole('button', { name: 'Restore My résumé' }))
  await expect(row).toBeVisible()
  await expect(removed).toHaveCount(0)

  await app.goto(`${host.origin}/documents/${id}`)
  await expect(content(app).getByRole('textbox', { name: 'Headline' })).toBeDisabled()
  await expect(app.getByRole('button', { name: 'Undo' })).toBeDisabled()
  await content(app).getByRole('button', { name: 'Unlock' }).click()
  const headline = content(app).getByRole('textbox', { name: 'Headline' })
  await expect(headline).toBeEnabled()

  // The keys that take back are off with the fields.
  await headline.fill('Another one')
  await expectSaved(app)
  await app.getByRole('button', { name: 'Export' }).click()
  await app.getByRole('menuitem', { name: 'Lock' }).click()
  await expect(headline).toBeDisabled()
  await content(app).focus()
  await app.keyboard.press('Control+z')
  await expect(headline).toHaveValue('Another one')
})

test('edited in two windows: nothing is lost, and one of both is chosen', async ({ app, host }) => {
  await seedCareer(app)
  const id = await seedDocument(app)
  const headline = content(app).getByRole('textbox', { name: 'Headline' })
  await app.goto(`${host.origin}/documents/${id}`)
  await expect(headline).toHaveValue('Machine learning engineer')
  const core = await coreOf(app)
  const stored = await core.documents.get({ id })
  const header = { ...stored.content.header, headline: 'From elsewhere' }
  // The other window is faster by a moment.
  const saveElsewhere = async (route: Route) => {
    await core.documents.save({ ...stored, content: { ...stored.content, header } })
    await route.continue()
  }
  await app.route('**/rpc/documents/save', saveElsewhere, { times: 1 })
  await headline.fill('From here')
  const conflict = app.getByRole('region', { name: 'Changed elsewhere' })
  await expect(conflict).toBeVisible()
  expect((await core.documents.get({ id })).content.header.headline).toBe('From elsewhere')
  await conflict.getByRole('button', { name: 'Keep mine' }).click()
  await expectSaved(app)
  expect((await core.documents.get({ id })).content.header.headline).toBe('From here')
  await app.getByRole('button', { name: 'Undo' }).click()
  await expect(headline).toHaveValue('From elsewhere')
})

test('what could not be saved is kept on this machine and outlives a crash', async ({ app, host }) => {
  await seedCareer(app)
  const id = await seedDocument(app)
  await app.goto(`${host.origin}/documents/${id}`)
  const headline = content(app).getByRole('textbox', { name: 'Headline' })
  await expect(headline).toBeVisible()
  await app.route('**/rpc/documents/save', (route) => route.fulfill({ status: 409, body: '{}' }))
  await headline.fill('Not to be lost')
  await expect(content(app).getByRole('alert')).toContainText('kept on this machine')
  await app.unroute('**/rpc/documents/save')
  await app.reload()
  await expect(headline).toHaveValue('Not to be lost')
  await expectSaved(app)
})

test('a letter is edited beside its page, and what is not here says so', async ({ app, host }) => {
  await seedCareer(app)
  const id = await seedDocument(app, { kind: 'letter', name: 'Letter' })
  await app.goto(`${host.origin}/documents/${id}`)
  await content(app).getByRole('textbox', { name: 'Greeting' }).fill('Dear Ms Sample,')
  await content(app).getByRole('button', { name: 'Add a paragraph' }).click()
  await app.keyboard.type('Thank you for reading.')
  await expectPages(app, /Dear Ms Sample[\s\S]*Thank you for reading/)
  await expectSaved(app)
  await app.goto(`${host.origin}/documents/999999`)
  await expect(app.getByRole('heading', { name: 'This document is not here' })).toBeVisible()
  await app.goto(`${host.origin}/documents/none/versions`)
  await expect(app.getByRole('heading', { name: 'This document is not here' })).toBeVisible()
})
