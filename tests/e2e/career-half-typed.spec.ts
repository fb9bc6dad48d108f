import { expect, test } from './app.ts'
import { coreOf } from './applications.ts'

test.use({ profile: 'empty', contextOptions: { reducedMotion: 'reduce' } })
test.describe.configure({ timeout: 120_000 })

test('what cannot be stored yet comes again with its reason: fields, a link, a post without an employer', async ({
  app,
}) => {
  const core = await coreOf(app)
  const text = JSON.stringify({
    basics: { name: 'Ana Müller', email: 'ana@example.org' },
    work: [{ name: 'Acme', position: 'Engineer', startDate: '2019-05' }],
  })
  await core.career.importJsonResume({ text, mode: 'add', version: 0 })
  await app.goto(`${new URL(app.url()).origin}/profile/career`)
  const acme = app.getByRole('group', { name: 'Engineer, Acme', exact: true })
  await acme.getByRole('button', { name: /^Engineer, Acme/ }).click()
  const to = acme.getByRole('textbox', { name: 'To' })
  const email = app.getByRole('textbox', { name: 'E-mail' })
  await to.fill('202')
  await email.fill('ana@')
  await app.getByRole('textbox', { name: 'Link address' }).fill('github.com/ana')
  await app.getByRole('button', { name: 'Add post' }).click()
  const added = app.getByRole('group', { name: 'New post' })
  await added.getByRole('textbox', { name: 'Title' }).fill('Baker')
  await added.getByRole('textbox', { name: 'From' }).fill('2012')

  await app.reload()
  await expect(to).toHaveValue('202')
  await expect(to).toHaveAccessibleDescription(/Write it as 2019-05/)
  await expect(email).toHaveValue('ana@')
  await expect(email).toHaveAccessibleDescription(/Write it as name@example.org/)
  await expect(app.getByRole('textbox', { name: 'Link address' })).toHaveValue('github.com/ana')
  await expect(added.getByRole('textbox', { name: 'Title' })).toHaveValue('Baker')
  expect((await core.career.get()).career).toMatchObject({
    person: { email: 'ana@example.org' },
    experiences: [{ company: 'Acme', end: null }],
  })

  await to.fill('2020')
  await email.fill('ana@example.com')
  await app.getByRole('button', { name: 'Add link' }).click()
  await added.getByRole('textbox', { name: 'Employer' }).fill('Globex')
  await expect
    .poll(async () => (await core.career.get()).career)
    .toMatchObject({
      person: { email: 'ana@example.com', links: [{ url: 'https://github.com/ana' }] },
      experiences: [
        { company: 'Globex', title: 'Baker', start: '2012' },
        { company: 'Acme', end: '2020' },
      ],
    })
  await app.reload()
  await expect(app.getByRole('textbox', { name: 'Link address' })).toHaveValue('')
  await expect(acme).toBeVisible()
  await expect(added).toHaveCount(0)
  await expect(to).toBeHidden()
})

test('a career that is empty but for half an address opens where it was left', async ({ app }) => {
  await app.goto(`${new URL(app.url()).origin}/profile/career`)
  await app.getByRole('button', { name: 'Write it yourself' }).click()
  const email = app.getByRole('textbox', { name: 'E-mail' })
  await email.fill('ana@')
  await app.reload()
  await expect(email).toHaveValue('ana@')
})
