import type { Page } from '@playwright/test'
import { encryptedPdf, picturePdf, wordFile } from '../support/resume-files.ts'
import { pdfFile } from '../support/pdf-file.ts'
import { expect, test } from './app.ts'
import { coreOf } from './applications.ts'
import { expectAccessible } from './axe.ts'
import { pressAt, reach } from './by-keyboard.ts'

test.use({ profile: 'empty', contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ timeout: 120_000 })

const LINES = [
  'Ana Kowalska',
  'Data Engineer',
  'ana.kowalska@example.org | +48 600 100 200 | Warsaw, Poland',
  'https://github.com/anakowalska',
  '',
  'Experience',
  'Data Engineer, Havelwerk GmbH',
  'May 2019 - present',
  '• Cut the nightly run from 6 to 2 hours',
  '• Moved 40 jobs to Airflow',
  '',
  'Education',
  'MSc Computer Science, University of Warsaw',
  '2013 - 2018',
  '',
  'Skills',
  'Python, SQL, Airflow',
  '',
  'Languages',
  'Polish (native), English (C1)',
]

const pdf = () =>
  pdfFile([
    LINES.map((text, at) => ({ x: 50, y: 790 - at * 16, text: text.replace('•', '-') })).filter(
      ({ text }) => text !== '',
    ),
  ])

async function choose(app: Page, file: { readonly name: string; readonly buffer: Buffer }): Promise<void> {
  await app.goto(`${new URL(app.url()).origin}/profile/import`)
  await expect(app.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  await app.getByLabel('Résumé file').setInputFiles({ ...file, mimeType: '' })
}

const suggestion = (app: Page, name: string | RegExp) => app.getByRole('group', { name })

test('a PDF is read beside its words; what is accepted is kept, and nothing else', async ({ app }) => {
  await choose(app, { name: 'ana.pdf', buffer: pdf() })
  await expect(app.getByRole('heading', { level: 2, name: 'ana.pdf' })).toBeFocused()
  const post = suggestion(app, /Havelwerk/)
  await expect(post.getByRole('blockquote')).toContainText('Havelwerk GmbH')
  await expect(post).toContainText(/Sure|Check this/)
  await expectAccessible(app, 'suggestions')

  const take = app.getByRole('button', { name: /^Take in \d+$/ })
  await expect(take).toBeDisabled()
  await pressAt(app, app.getByRole('button', { name: 'Reject SQL' }))
  await reach(app, app.getByRole('button', { name: /^Accept all \d+: Skills$/ }), 'Shift+Tab')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('button', { name: 'Reject SQL' })).toHaveAttribute('aria-pressed', 'true')
  await reach(app, app.getByRole('button', { name: /^Accept .*Havelwerk/ }), 'Shift+Tab')
  await app.keyboard.press('Enter')
  await app.getByRole('button', { name: 'Edit Name: Ana Kowalska' }).click()
  await app.getByRole('textbox', { name: 'Name', exact: true }).fill('Ana Maria Kowalska')
  await app.getByRole('button', { name: /^Done with Name/ }).click()
  await take.click()

  await expect(app).toHaveURL(/\/profile\/career$/)
  const core = await coreOf(app)
  const { career } = await core.career.get()
  expect(career.person).toMatchObject({ name: 'Ana Maria Kowalska', email: '', phone: '' })
  expect(career.experiences).toMatchObject([{ company: 'Havelwerk GmbH', start: '2019-05', end: null }])
  expect(career.education).toEqual([])
  const skills = (await core.profile.get()).profile.skills.map(({ name }) => name)
  expect(skills).toContain('Python')
  expect(skills).not.toContain('SQL')

  await app.getByRole('alert').filter({ hasText: 'ana.pdf' }).getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await core.career.get()).isEmpty).toBe(true)
})

test('a file whose page is left holds nobody', async ({ app }) => {
  const { promise: never, resolve: goOn } = Promise.withResolvers<void>()
  await app.route('**/rpc/resumeImport/read', () => never)
  const asked = app.waitForRequest('**/rpc/resumeImport/read')
  await choose(app, { name: 'ana.pdf', buffer: pdf() })
  const request = await asked
  const left = app.waitForEvent('requestfailed', (failed) => failed === request)
  await app.getByRole('main').getByRole('link', { name: 'Career', exact: true }).first().click()
  await left
  goOn()
})

test('all of a DOCX is accepted at once', async ({ app }) => {
  await choose(app, { name: 'ana.docx', buffer: wordFile(LINES) })
  await app.getByRole('button', { name: 'Accept all', exact: true }).click()
  await app.getByRole('button', { name: /^Take in \d+$/ }).click()
  await expect(app.getByRole('textbox', { name: 'E-mail' })).toHaveValue('ana.kowalska@example.org')
  await expect(app.getByRole('group', { name: /Havelwerk/ })).toBeVisible()
})

test.describe('files of which nothing can be read say why and what to do', () => {
  const files = [
    ['scan.pdf', picturePdf, 'The pages are pictures'],
    ['locked.pdf', encryptedPdf, 'The file asks for a password'],
    ['empty.pdf', () => Buffer.alloc(0), 'The file is empty'],
    ['cut.pdf', () => Buffer.from('%PDF-1.7\n1 0 obj\n<<'), 'The file is broken'],
    ['photo.png', () => Buffer.from('89504e470d0a1a0a00000000', 'hex'), 'This kind of file cannot be read'],
  ] as const
  test('each in its own words', async ({ app }) => {
    for (const [name, make, title] of files) {
      await choose(app, { name, buffer: make() })
      const blank = app.getByRole('alert').filter({ hasText: title })
      await expect(blank, name).toContainText(name)
      await expect(app.getByRole('button', { name: 'Choose another file' })).toBeFocused()
    }
    await expectAccessible(app, 'a file that cannot be read')
    await app.keyboard.press('Enter')
    await expect(app.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  })
})

test.describe('dark theme', () => {
  test.use({ colorScheme: 'dark' })
  test('choosing and reviewing keep nobody out', async ({ app }) => {
    await app.goto(`${new URL(app.url()).origin}/profile/import`)
    await expect(app.getByRole('button', { name: 'Choose a file' })).toBeVisible()
    await expectAccessible(app, 'choosing a file')
    await choose(app, { name: 'ana.docx', buffer: wordFile(LINES) })
    await app.getByRole('button', { name: /^Edit .*Havelwerk/ }).click()
    await expect(app.getByRole('textbox', { name: 'Employer' })).toBeVisible()
    await app.getByRole('button', { name: /^Reject Python/ }).click()
    await expectAccessible(app, 'suggestions')
  })
})
