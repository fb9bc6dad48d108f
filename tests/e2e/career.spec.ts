import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { coreOf } from './applications.ts'
import { expectAccessible } from './axe.ts'
import { pressAt, reach } from './by-keyboard.ts'

test.use({ profile: 'empty', contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ timeout: 120_000 })

const RESUME = {
  basics: { name: 'Ana Müller', email: 'ana@example.org', summary: 'Builds pipelines.' },
  work: [
    {
      name: 'Acme',
      position: 'Engineer',
      startDate: '2019-05',
      highlights: ['Cut costs by 30 %'],
      keywords: ['Kafka'],
    },
    { name: 'Globex', position: 'Analyst', startDate: '2015', endDate: '2019-04' },
    { position: 'Cook' },
  ],
  education: [{ institution: 'TU Berlin', studyType: 'MSc', endDate: '2015' }],
  skills: [{ name: 'Python' }],
  languages: [{ language: 'German', fluency: 'C1' }],
}

const saved = (app: Page) => expect(app.getByText(/^Saved just now$/)).toBeVisible()
const entry = (app: Page, name: string) => app.getByRole('group', { name, exact: true })

async function open(app: Page): Promise<void> {
  await app.goto(`${new URL(app.url()).origin}/profile/career`)
  await expect(app.getByRole('navigation', { name: 'Profile' })).toBeVisible()
}

async function write(app: Page): Promise<void> {
  await open(app)
  await app.getByRole('button', { name: 'Write it yourself' }).click()
}

async function chooseFile(app: Page, name: string, content: string): Promise<void> {
  await app.goto(`${new URL(app.url()).origin}/profile/import`)
  await expect(app.getByRole('button', { name: 'Choose a file' })).toBeVisible()
  await app.getByLabel('Résumé file').setInputFiles({ name, mimeType: '', buffer: Buffer.from(content) })
}

/** Puts a résumé in by the core, and shows it. */
async function filled(app: Page): Promise<void> {
  const core = await coreOf(app)
  await core.career.importJsonResume({ text: JSON.stringify(RESUME), mode: 'add', version: 0 })
  await open(app)
  await expect(entry(app, 'Engineer, Acme')).toBeVisible()
}

test('an empty career says how to begin, and is written by keyboard', async ({ app }) => {
  await open(app)
  await expect(app.getByRole('link', { name: 'Import a PDF or DOCX' })).toBeVisible()
  await expect(app.getByRole('link', { name: 'Import a JSON Resume' })).toBeVisible()
  await pressAt(app, app.getByRole('button', { name: 'Write it yourself' }))
  await reach(app, app.getByRole('textbox', { name: 'Name', exact: true }))
  await app.keyboard.type('Ana Müller')
  await pressAt(app, app.getByRole('button', { name: 'Add post' }))
  await expect(app.getByRole('textbox', { name: 'Employer' })).toBeFocused()
  await app.keyboard.type('Acme')
  await app.keyboard.press('Tab')
  await app.keyboard.type('Engineer')
  await app.keyboard.press('Tab')
  await app.keyboard.type('May 2019')
  await reach(app, app.getByRole('textbox', { name: 'What you did and reached' }))
  await app.keyboard.type('Cut costs by 30 %')
  await app.keyboard.press('Enter')
  await app.keyboard.type('Led a team')
  await saved(app)

  const core = await coreOf(app)
  await expect
    .poll(async () => (await core.career.get()).career)
    .toMatchObject({
      person: { name: 'Ana Müller' },
      experiences: [
        {
          company: 'Acme',
          title: 'Engineer',
          start: '2019-05',
          bullets: [{ text: 'Cut costs by 30 %' }, { text: 'Led a team' }],
        },
      ],
    })
  await open(app)
  await expect(app.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Ana Müller')
  await expect(entry(app, 'Engineer, Acme')).toContainText('May 2019 to now')
})

test('what cannot be kept is told beside its field, and what was kept stays', async ({ app }) => {
  await filled(app)
  const email = app.getByRole('textbox', { name: 'E-mail' })
  await email.fill('ana(at)example')
  await email.press('Tab')
  await expect(email).toHaveAccessibleDescription(/Write it as name@example.org/)
  await app.getByRole('button', { name: /^Engineer, Acme/ }).click()
  const to = entry(app, 'Engineer, Acme').getByRole('textbox', { name: 'To' })
  await to.fill('2018')
  await expect(to).toHaveAccessibleDescription(/The end is before the start/)
  await to.fill('soon')
  await to.press('Tab')
  await expect(to).toHaveAccessibleDescription(/Write it as 2019-05/)
  await app.getByRole('textbox', { name: 'Phone' }).fill('030 1')
  await saved(app)
  const core = await coreOf(app)
  await expect
    .poll(async () => (await core.career.get()).career.person)
    .toMatchObject({ phone: '030 1', email: 'ana@example.org' })
})

test('entries are put in order, removed and got back', async ({ app }) => {
  await filled(app)
  const core = await coreOf(app)
  const companies = async () => (await core.career.get()).career.experiences.map(({ company }) => company)
  const down = app.getByRole('button', { name: 'Move Engineer, Acme down' })
  await pressAt(app, down)
  await expect(down).toBeFocused()
  await expect.poll(companies).toEqual(['Globex', 'Acme'])
  await app.getByRole('button', { name: 'Remove Engineer, Acme' }).click()
  await expect(entry(app, 'Engineer, Acme')).toBeHidden()
  await expect.poll(companies).toEqual(['Globex'])
  await app
    .getByRole('alert')
    .filter({ hasText: 'Engineer, Acme removed' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect(entry(app, 'Engineer, Acme')).toBeVisible()
  await expect.poll(companies).toEqual(['Globex', 'Acme'])
})

test('skills of a post are offered to the profile that jobs are compared with', async ({ app }) => {
  await filled(app)
  await app.getByRole('button', { name: /^Engineer, Acme/ }).click()
  await expect(app.getByText(/Jobs are not compared with \S*Kafka yet/)).toBeVisible()
  await app.getByRole('button', { name: 'Add to your skills' }).click()
  await expect(app.getByText(/Jobs are not compared with/)).toBeHidden()
  const core = await coreOf(app)
  expect((await core.profile.get()).profile.skills.map(({ name }) => name)).toContainEqual(
    expect.stringMatching(/Kafka/),
  )
})

test('what another window writes elsewhere joins; the same written twice waits for a choice', async ({ app }) => {
  await filled(app)
  const core = await coreOf(app)
  const theirs = async (summary: string) => {
    const { career, version } = await core.career.get()
    await core.career.save({ career: { ...career, summary }, version })
  }
  await theirs('From another window.')
  const summary = app.getByRole('textbox', { name: 'About yourself' })
  await expect(summary).toHaveValue('From another window.')

  // The page is held back, so that both write before either hears of the other.
  let release = () => undefined as void
  const held = new Promise<void>((resolve) => (release = resolve))
  await app.route('**/rpc/career/save', async (route) => {
    await held
    await route.continue()
  })
  await summary.fill('Mine.')
  await app.waitForRequest('**/rpc/career/save')
  await theirs('Theirs.')
  const before = await core.career.get()
  await core.career.save({
    career: { ...before.career, person: { ...before.career.person, phone: '030 7' } },
    version: before.version,
  })
  release()
  const choice = app.getByRole('alert').filter({ hasText: 'Changed in another window, too' })
  await expect(choice).toContainText('Summary')
  await expect(summary).toHaveValue('Mine.')
  await expectAccessible(app, 'a choice between two windows')
  await choice.getByRole('button', { name: 'Take what the other window wrote' }).click()
  await expect(summary).toHaveValue('Theirs.')
  await app
    .getByRole('alert')
    .filter({ hasText: 'Taken from the other window' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await expect.poll(async () => (await core.career.get()).career.summary).toBe('Mine.')
  expect((await core.career.get()).career.person.phone).toBe('030 7')
})

test('a JSON Resume is looked over, taken in, taken back, and given out again', async ({ app }) => {
  await chooseFile(app, 'resume.json', JSON.stringify(RESUME))
  await expect(app.getByRole('heading', { level: 2, name: 'resume.json' })).toBeFocused()
  await expect(app.getByRole('region', { name: 'Left out' })).toContainText('work[2]: a post without an employer')
  await expectAccessible(app, 'what a file would bring')
  await pressAt(app, app.getByRole('button', { name: 'Take it in' }))
  await expect(entry(app, 'Engineer, Acme')).toBeVisible()
  const core = await coreOf(app)
  expect((await core.profile.get()).profile.languages).toEqual([{ code: 'de', level: 'C1' }])

  const [download] = await Promise.all([
    app.waitForEvent('download'),
    app.getByRole('button', { name: 'Export' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('ana-muller-resume.json')
  const text = await readFile(await download.path(), 'utf8')
  expect(JSON.parse(text)).toMatchObject({
    basics: { name: 'Ana Müller' },
    work: [{ name: 'Acme' }, { name: 'Globex' }],
  })

  await chooseFile(app, 'other.json', JSON.stringify({ basics: { name: 'Ana M.' } }))
  await expect(app.getByText('Yours stays')).toBeVisible()
  await app.getByRole('radio', { name: 'Replace my career' }).check()
  await expect(app.getByText(/replaced or removed/)).toBeVisible()
  await app.getByRole('button', { name: 'Take it in' }).click()
  await expect(app.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Ana M.')
  await app.getByRole('alert').filter({ hasText: 'other.json' }).getByRole('button', { name: 'Undo' }).click()
  await expect(entry(app, 'Engineer, Acme')).toBeVisible()
  await expect(app.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Ana Müller')
})

test('a file that is no JSON Resume says what to do', async ({ app }) => {
  await chooseFile(app, 'package.json', '{"name":"x"}')
  const refusal = app.getByRole('alert').filter({ hasText: 'The file is no JSON Resume' })
  await expect(refusal).toContainText('Choose another file')
  await chooseFile(app, 'broken.json', '{"basics":')
  await expect(refusal).toContainText('It is no JSON.')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme })
    test('the empty and the filled career keep nobody out', async ({ app }) => {
      await open(app)
      await expect(app.getByRole('button', { name: 'Write it yourself' })).toBeVisible()
      await expectAccessible(app, 'an empty career')
      await write(app)
      await app.getByRole('button', { name: 'Add post' }).click()
      await expect(app.getByRole('textbox', { name: 'Employer' })).toBeFocused()
      await expectAccessible(app, 'a new post')
      await filled(app)
      await app.getByRole('button', { name: /^Engineer, Acme/ }).click()
      await expect(app.getByRole('textbox', { name: 'Employer' })).toBeVisible()
      await expectAccessible(app, 'a filled career')
    })
  })
}
