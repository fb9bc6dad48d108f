import { expect, test } from './boards.ts'

// Elsewhere they would go to the keychain of whoever runs this; there tests/keychain has its own way.
test.skip(process.platform !== 'linux', 'keys are set only where no keychain of a person is reached')

const WRONG = 'wrong-Zq7xKw93-of-the-test'
const RIGHT = 'right-Zq7xKw93-of-the-test'

test('a key goes in and never comes back: it is set, refused, replaced, taken and deleted without being shown', async ({
  app,
  host,
}) => {
  const answers: Promise<string>[] = []
  app.on('response', (response) => {
    // The stream of events does not end.
    if (!response.url().endsWith('/events/stream')) answers.push(response.text().catch(() => ''))
  })
  await app.goto(`${host.origin}/settings/keys`)
  await expect(app.getByText(/less safe than a keychain/)).toBeVisible()
  const key = app.getByRole('group', { name: 'RapidAPI key' })
  await expect(key.getByText('Not set')).toBeVisible()
  await key.getByLabel('RapidAPI key', { exact: true }).fill(WRONG)
  await key.getByRole('button', { name: 'Save' }).click()
  await expect(key.getByText('Set', { exact: true })).toBeVisible()
  await expect(key.getByLabel('RapidAPI key', { exact: true })).toHaveValue('')

  await key.getByRole('button', { name: 'Test RapidAPI key' }).click()
  await expect(key.getByText(/It does not work\..*refused the key/)).toBeVisible()
  await expect(key.getByText('Refused', { exact: true })).toBeVisible()
  await app.goto(`${host.origin}/settings/sources`)
  await app.getByRole('button', { name: /^JSearch/ }).click()
  await app.getByRole('button', { name: 'Test connection to JSearch' }).click()
  await expect(app.getByText(/Check the key in Settings/)).toBeVisible()

  await app.goto(`${host.origin}/settings/keys`)
  await key.getByLabel('RapidAPI key', { exact: true }).fill(RIGHT)
  await key.getByRole('button', { name: 'Save' }).click()
  await key.getByRole('button', { name: 'Test RapidAPI key' }).click()
  await expect(key.getByText(/It works\./)).toBeVisible()
  await app.reload()
  await expect(key.getByText('Set', { exact: true })).toBeVisible()
  const shown =
    (await app.content()) +
    (await app.locator('input').evaluateAll((inputs) => inputs.map(({ value }) => value).join()))
  const heard = (await Promise.all(answers)).join()
  expect(heard).toContain('RAPIDAPI_KEY')
  for (const value of [WRONG, RIGHT]) {
    expect(shown).not.toContain(value)
    expect(heard).not.toContain(value)
  }

  await key.getByRole('button', { name: 'Delete RapidAPI key' }).click()
  await expect(key.getByText('Set', { exact: true })).toBeVisible()
  await key.getByRole('button', { name: 'Delete RapidAPI key' }).click()
  await expect(key.getByText('Not set')).toBeVisible()
})
