import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { coreOf } from './applications.ts'
import { expectAccessible } from './axe.ts'
import { pressAt, reach } from './by-keyboard.ts'
import { linesListed } from './row-lines.ts'

test.use({ profile: 'empty', contextOptions: { reducedMotion: 'reduce' } })

test.describe.configure({ timeout: 120_000 })

const ROWS = 10_000
const BAD_EVERY = 50

/** Ten thousand rows, every fiftieth of which cannot be taken, each in another way; and the lines on which those stand. */
function manyRows(): { readonly text: string; readonly badLines: readonly number[] } {
  const badLines: number[] = []
  const rows = Array.from({ length: ROWS }, (_, row) => {
    const good = [`Engineer ${row}`, `Company ${row}`, 'Applied', '2026-03-02']
    if (row % BAD_EVERY !== 0) return good.join(',')
    badLines.push(row + 2)
    const bad = [
      ['', ...good.slice(1)],
      [good[0], '', ...good.slice(2)],
      [...good, 'one', 'two'],
      ['', '', ...good.slice(2)],
    ]
    return bad[(row / BAD_EVERY) % bad.length]?.join(',')
  })
  return { text: `${['Job title,Company,Status,Date applied', ...rows].join('\n')}\n`, badLines }
}

const HUNTR = [
  'Company,Title,List,Location,Url,Date Applied',
  'Acme,Data Engineer,Wishlist,Berlin,https://acme.example/1,',
  'Globex,Backend Engineer,Phone Screen,Lisbon,https://globex.example/2,03/04/2026',
  'Initech,Analyst,Somewhere else,Kraków,https://initech.example/3,02/05/2026',
  '',
].join('\n')

const heading = (app: Page, name: string | RegExp) => app.getByRole('heading', { level: 2, name })
const summary = (app: Page) => app.getByRole('status', { name: 'What the file holds' })
const importButton = (app: Page) => app.getByRole('button', { name: /^Import [\d,]+ applications?$/ })

async function open(app: Page): Promise<void> {
  await app.goto(`${new URL(app.url()).origin}/applications/import`)
  await expect(heading(app, 'Bring your applications along')).toBeVisible()
}

async function choose(app: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = typeof content === 'string' ? Buffer.from(content) : content
  await app.getByLabel('CSV file').setInputFiles({ name, mimeType: 'text/csv', buffer })
}

/** How many applications there are, by the core. */
async function total(app: Page): Promise<number> {
  const core = await coreOf(app)
  return (await core.applications.list({ limit: 1 })).total
}

/** A file as a drag carries it; its text over and over, made in the page, for one that is large. */
function carried(app: Page, name: string, text: string, times = 1) {
  const file = `new File(Array(${times}).fill(${JSON.stringify(text)}), ${JSON.stringify(name)}, { type: 'text/csv' })`
  return app.evaluateHandle(`(() => { const data = new DataTransfer(); data.items.add(${file}); return data })()`)
}

test('of ten thousand rows all two hundred bad ones are listed, the others go in, out again and back', async ({
  app,
  host,
}) => {
  test.setTimeout(240_000)
  const { text, badLines } = manyRows()
  expect(badLines).toHaveLength(200)
  await open(app)
  await choose(app, 'tracker.csv', text)
  await expect(summary(app)).toHaveText('9,800 new, 200 cannot be read', { timeout: 60_000 })
  expect(await linesListed(app, 'Rows that cannot be read')).toEqual(badLines)
  expect(await total(app)).toBe(0)

  const downloading = app.waitForEvent('download')
  await app.getByRole('button', { name: 'Download them as CSV' }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toBe('tracker - rows not read.csv')
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')
  expect(lines).toHaveLength(201)
  expect(lines[1]).toBe('"2","It has no title.","","Company 0",",Company 0,Applied,2026-03-02"')

  await importButton(app).click()
  await expect(heading(app, '9,800 applications imported')).toBeFocused({ timeout: 60_000 })
  await expectAccessible(app, 'an import that is done')
  expect(await total(app)).toBe(9800)
  await app.getByRole('button', { name: 'Undo this import' }).click()
  await expect(heading(app, '9,800 applications taken out again')).toBeVisible({ timeout: 60_000 })
  expect(await total(app)).toBe(0)

  await app.goto(`${host.origin}/applications/import`)
  const past = app.getByRole('region', { name: /^tracker\.csv/ })
  await expect(past).toContainText('9,800 applications')
  await past.getByRole('button', { name: 'Redo' }).click()
  await expect(past.getByRole('button', { name: 'Undo' })).toBeVisible({ timeout: 60_000 })
  expect(await total(app)).toBe(9800)
})

test('an export of another tracker is recognised, put right, and not taken twice', async ({ app }) => {
  await open(app)
  await choose(app, 'huntr.csv', HUNTR)
  await expect(app.getByText('This looks like an export from Huntr.')).toBeVisible()
  await expect(summary(app)).toHaveText('3 new')
  await expect(app.getByLabel('What “Title” is')).toHaveValue('title')
  await expect(app.getByLabel('Stage that “Phone Screen” means')).toHaveValue('interviewing')
  await expectAccessible(app, 'a file that is looked over')

  const rows = app.getByRole('region', { name: 'Rows as they will be', exact: true }).getByRole('listitem')
  await expect(rows.filter({ hasText: 'Analyst' })).toContainText('is no stage that is known')
  await app.getByLabel('Stage that “Somewhere else” means').selectOption('Offered')
  await expect(rows.filter({ hasText: 'Analyst' })).toContainText('Offered')
  await app.getByRole('radio', { name: /^Month first/ }).check()

  await app.getByLabel('What “Company” is').selectOption('')
  await expect(app.getByRole('alert')).toHaveText('Say which column holds the employer.')
  await expect(summary(app)).toHaveText('0 new, 3 cannot be read')
  await expect(app.getByRole('button', { name: 'Import 0 applications' })).toBeDisabled()
  await app.getByLabel('What “Company” is').selectOption('Employer')
  await expect(summary(app)).toHaveText('3 new')

  await importButton(app).click()
  await expect(heading(app, '3 applications imported')).toBeFocused()
  const core = await coreOf(app)
  const { text } = await core.applicationTransfer.export({ format: 'csv', text: 'Backend' })
  expect(text).toContain('"interviewing"')
  expect(text).toMatch(/"2026-03-04T12:00/)

  await app.getByRole('button', { name: 'Import another file' }).click()
  await choose(app, 'huntr.csv', HUNTR)
  await expect(summary(app)).toHaveText('0 new, 3 already there')
})

test('letters of old spreadsheets and pasted rows come through whole', async ({ app }) => {
  await open(app)
  await choose(app, 'alt.csv', Buffer.from('Firma;Stelle\nMüller;Köchin\n', 'latin1'))
  const rows = app.getByRole('region', { name: 'Rows as they will be', exact: true })
  await expect(rows).toContainText('Köchin · Müller')
  await expect(app.getByText('read as Windows-1252')).toBeVisible()
  await app.getByRole('button', { name: 'Another file' }).click()
  await app.getByRole('textbox', { name: 'Or paste it' }).fill('Company\tTitle\nAcme\tCook\n')
  await app.getByRole('button', { name: 'Read what I pasted' }).click()
  await expect(heading(app, 'Pasted table')).toBeFocused()
  await expect(rows).toContainText('Cook · Acme')
})

test('an answer that a newer question overtook is never shown', async ({ app }) => {
  await open(app)
  await choose(app, 'huntr.csv', HUNTR)
  await expect(summary(app)).toHaveText('3 new')
  const { promise: isReleased, resolve: release } = Promise.withResolvers<void>()
  const { promise: isHeld, resolve: held } = Promise.withResolvers<void>()
  await app.route(
    '**/rpc/applicationTransfer/previewImport',
    async (route) => {
      held()
      await isReleased
      await route.continue()
    },
    { times: 1 },
  )
  await app.getByLabel('What “Company” is').selectOption('')
  await isHeld
  await expect(importButton(app)).toBeDisabled()
  await app.getByLabel('What “Company” is').selectOption('Employer')
  await expect(importButton(app)).toBeEnabled()
  release()
  await app.getByLabel('What “Location” is').selectOption('')
  await expect(importButton(app)).toBeEnabled()
  await expect(summary(app)).toHaveText('3 new')
})

test('a file that is dropped on the window is looked over, and not taken for a posting', async ({ app }) => {
  await open(app)
  const data = await carried(app, 'dropped.csv', HUNTR)
  const place = app.getByRole('main')
  await place.dispatchEvent('dragenter', { dataTransfer: data })
  await expect(app.getByText('Drop the file to look it over')).toBeVisible()
  await expect(app.getByText('Drop it to add a job')).toBeHidden()
  await place.dispatchEvent('drop', { dataTransfer: data })
  await expect(heading(app, 'dropped.csv')).toBeFocused()
  await expect(app.getByText('Drop the file to look it over')).toBeHidden()
  await expect(summary(app)).toHaveText('3 new')
  await expect(app).toHaveURL(/\/applications\/import$/)
})

test('a file that is too large is refused before it is sent', async ({ app }) => {
  await open(app)
  const sent: string[] = []
  app.on('request', (request) => sent.push(request.url()))
  const data = await carried(app, 'huge.csv', 'Acme,Cook\n'.repeat(1000), 2001)
  await app.getByRole('main').dispatchEvent('drop', { dataTransfer: data })
  await expect(app.getByRole('alert')).toContainText('huge.csv is too large')
  await expect(app.getByRole('button', { name: 'Choose a file' })).toBeEnabled()
  expect(sent.filter((url) => url.includes('applicationTransfer/previewImport'))).toEqual([])
  await expectAccessible(app, 'a file that is too large')
})

test('what is no table is told as such, and leads on', async ({ app }) => {
  await open(app)
  for (const [name, content, title] of [
    ['photo.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), 'The file is no table'],
    ['nothing.csv', ' \n', 'The file is empty'],
    ['header.csv', 'Company,Title\n', 'The file has a header and no rows'],
  ] as const) {
    await choose(app, name, content)
    const alert = app.getByRole('alert').filter({ hasText: name })
    await expect(alert.getByRole('heading', { name: title })).toBeVisible()
    const other = alert.getByRole('button', { name: 'Choose another file' })
    await expect(other).toBeFocused()
    await other.click()
    await expect(heading(app, 'Bring your applications along')).toBeFocused()
  }
})

test('a file is imported and taken back by keyboard alone', async ({ app }) => {
  await app.keyboard.press('Control+k')
  await app.keyboard.type('import applications')
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(/\/applications\/import$/)
  const button = app.getByRole('button', { name: 'Choose a file' })
  // The browser is told to hand the chooser over a moment after this line: asked first, it is there when the key comes.
  const choosing = app.waitForEvent('filechooser')
  await reach(app, button)
  await app.keyboard.press('Enter')
  await (await choosing).setFiles({ name: 'huntr.csv', mimeType: 'text/csv', buffer: Buffer.from(HUNTR) })
  await expect(heading(app, 'huntr.csv')).toBeFocused()

  const place = app.getByLabel('What “Location” is')
  await reach(app, place)
  await app.keyboard.press('Home')
  await expect(place).toHaveValue('')
  await expect(summary(app)).toHaveText('3 new')
  await pressAt(app, importButton(app))
  await expect(heading(app, '3 applications imported')).toBeFocused()
  await pressAt(app, app.getByRole('button', { name: 'Undo this import' }))
  await expect(heading(app, '3 applications taken out again')).toBeVisible()
  const redo = app.getByRole('button', { name: 'Redo this import' })
  await expect(redo).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(heading(app, '3 applications imported')).toBeVisible()
})
