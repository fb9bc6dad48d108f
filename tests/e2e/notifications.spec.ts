import type { Page } from '@playwright/test'
import { startFakeSmtp } from '../fakes/smtp-server.ts'
import { startFakeWebhook } from '../fakes/webhook.ts'
import { expect, test, turn } from './app.ts'
import { coreOf, seedApplications } from './applications.ts'
import { expectAccessible } from './axe.ts'
import type { Host } from './host.ts'

test.describe.configure({ timeout: 120_000 })

const TOLD_MS = 30_000
const TITLE = 'Platform Engineer'

/** An application with a reminder that is due; the app tells of it by itself. */
async function remindOf(app: Page, note = 'Send the certificate'): Promise<void> {
  const core = await coreOf(app)
  const [card] = await seedApplications(app, [{ title: TITLE, company: 'Kupferkessel' }])
  if (!card) throw new Error('The application was not added')
  await core.reminders.add({
    applicationId: card.id,
    fields: { kind: 'deadline', dueAt: Date.now() - 60_000, note },
  })
}

/** No hour is quiet, whenever this runs. */
async function wake(app: Page): Promise<void> {
  const core = await coreOf(app)
  await core.settings.update({ quietHours: { isOn: false, from: '22:00', until: '07:30' } })
}

const message = (app: Page) => app.getByRole('listitem').filter({ hasText: TITLE })

test('what comes in is said at once, stands in the inbox as unread, and is read once it was opened', async ({
  app,
  host,
}) => {
  await remindOf(app)
  const notice = app.getByRole('alert').filter({ hasText: TITLE })
  await expect(notice).toBeVisible({ timeout: TOLD_MS })
  const inbox = app.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Inbox/ })
  await expect(inbox).toHaveAccessibleName(/^Inbox \d+ unread$/)
  await app.keyboard.press('g')
  await app.keyboard.press('i')
  await expect(app).toHaveURL(`${host.origin}/inbox`)
  await expect(app.getByRole('region', { name: 'Today' })).toBeVisible()
  const row = message(app).filter({ hasText: 'Deadline' })
  await expect(row.getByText('Unread', { exact: true })).toBeVisible()

  await row.getByRole('link').click()
  await expect(app).toHaveURL(/\/applications\/\d+$/)
  await expect(app.getByRole('heading', { name: TITLE })).toBeVisible()
  await app.goBack()
  await expect(row).toBeVisible()
  await expect(row.getByText('Unread', { exact: true })).toBeHidden()
})

test('all are marked as read and put back, one is marked by itself, and only the unread ones are shown', async ({
  app,
  host,
}) => {
  await app.goto(`${host.origin}/inbox`)
  await expect(app.getByRole('heading', { name: 'Nothing has been told yet' })).toBeVisible()
  await remindOf(app)
  const row = message(app).filter({ hasText: 'Deadline' })
  await expect(row).toBeVisible({ timeout: TOLD_MS })
  const count = app.getByRole('status').filter({ hasText: /unread/i })
  await app.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(count).toContainText('Nothing unread')
  await app.getByRole('alert').filter({ hasText: 'marked as read' }).getByRole('button', { name: 'Undo' }).click()
  await expect(row.getByText('Unread', { exact: true })).toBeVisible()

  await turn(app.getByRole('switch', { name: 'Only unread' }))
  await expect(row).toBeVisible()
  await app.getByRole('button', { name: 'Mark all as read' }).click()
  await expect(app.getByRole('heading', { name: 'You have read everything' })).toBeVisible()
  await app.getByRole('button', { name: 'Show all' }).click()
  await row.getByRole('button', { name: /^Mark .* as unread$/ }).click()
  await expect(row.getByText('Unread', { exact: true })).toBeVisible()
})

test('which messages go which ways, and when, is kept as it is chosen', async ({ app, host }) => {
  await app.goto(`${host.origin}/settings/notifications`)
  const table = app.getByRole('table', { name: 'Messages by type and channel' })
  await expect(table.getByRole('link', { name: 'not set up' }).first()).toBeVisible()
  await table.getByRole('checkbox', { name: 'New jobs by Email' }).check()
  await table.getByRole('checkbox', { name: 'Achievements by Desktop' }).uncheck()
  const core = await coreOf(app)
  const stored = () => core.settings.get()
  await expect
    .poll(async () => (await stored()).notificationPreferences)
    .toMatchObject({ job_match: ['os', 'email'], achievement: [] })

  await app.getByLabel('Quiet from').fill('21:15')
  await expect.poll(async () => (await stored()).quietHours).toMatchObject({ isOn: true, from: '21:15' })
  await turn(app.getByRole('switch', { name: 'Quiet hours' }))
  await expect(app.getByLabel('Quiet from')).toBeDisabled()
  await app.getByRole('textbox', { name: 'Messages a day' }).fill('900')
  await expect(app.getByText('From 1 to 500.', { exact: true })).toBeVisible()
  await app.getByRole('combobox', { name: 'Time zone' }).fill('Lisbon')
  await app.getByRole('option', { name: 'Europe/Lisbon' }).click()
  await expect.poll(async () => (await stored()).timeZone).toBe('Europe/Lisbon')
  await app.getByLabel('Time of the morning briefing').fill('06:45')
  await expect.poll(async () => (await stored()).dailyBriefingAt).toBe('06:45')
  expect((await stored()).notificationDailyCap).toBe(20)
})

test('a mail server is set up field by field, says what is wrong with one, and is tried with one letter', async ({
  app,
  host,
}) => {
  const smtp = await startFakeSmtp()
  try {
    await app.goto(`${host.origin}/settings/notifications`)
    const email = app.getByRole('region', { name: 'Email', exact: true })
    await email.getByRole('combobox', { name: 'Mail provider' }).click()
    await app.getByRole('option', { name: 'Gmail' }).click()
    await expect(email.getByRole('textbox', { name: 'Mail server' })).toHaveValue('smtp.gmail.com')
    await expect(email.getByText(/app password/).first()).toBeVisible()
    await email.getByRole('combobox', { name: 'Encryption' }).click()
    await app.getByRole('option', { name: 'None (local only)' }).click()
    await fill(email.getByRole('textbox', { name: 'Mail server' }), '127.0.0.1')
    await fill(email.getByRole('textbox', { name: 'Port' }), String(smtp.port))
    await fill(email.getByRole('textbox', { name: 'From' }), 'me@example')
    await expect(email.getByText('This is no mail address. It looks like name@example.org.')).toBeVisible()
    await fill(email.getByRole('textbox', { name: 'From' }), 'me@example.org')
    await fill(email.getByRole('textbox', { name: 'To' }), 'me@example.org')
    await expect(email.getByText('Ready', { exact: true })).toBeVisible()

    const send = email.getByRole('button', { name: 'Send a test by Email' })
    await send.click()
    await expect(email.getByText(/^It works\. The mail server took a letter/)).toBeVisible()
    expect(smtp.letters.map(({ subject }) => subject)).toEqual(['Career Copilot can reach you here'])
    smtp.setMode('refuse')
    await send.click()
    await expect(email.getByText(/^It does not work\./)).toBeVisible()
    expect(smtp.letters).toHaveLength(1)
  } finally {
    await smtp.close()
  }
})

test('what could not be sent is told on the tab with its reason, and goes when it is sent again', async ({
  app,
  host,
}) => {
  test.skip(process.platform !== 'linux', 'keys are set only where no keychain of a person is reached')
  const webhook = await startFakeWebhook({ mode: 'refuse' })
  try {
    await wake(app)
    await setUpWebhook(app, { host, url: `${webhook.url}/in` })
    await remindOf(app)
    const tab = app.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: /^Notifications/ })
    await expect(tab).toHaveText(/\(\d+ failed\)/, { timeout: TOLD_MS })
    await app.getByRole('link', { name: 'What was sent' }).click()
    await app.getByText('Failed', { exact: true }).first().click()
    const row = app.getByRole('list', { name: 'Deliveries' }).getByRole('listitem').filter({ hasText: 'Deadline' })
    await expect(row).toContainText('Webhook')
    const before = webhook.received.length
    webhook.setMode('ok')
    await row.getByRole('button', { name: /^Send .* again by Webhook$/ }).click()
    await expect(tab).toHaveText('Notifications', { timeout: TOLD_MS })
    await app.getByText('Sent', { exact: true }).first().click()
    await expect(row).toBeVisible()
    await expect.poll(() => webhook.received.length).toBe(before + 1)
    const [first, last] = [webhook.received[0], webhook.received.at(-1)]
    expect(last?.headers['idempotency-key']).toBe(first?.headers['idempotency-key'])
  } finally {
    await webhook.close()
  }
})

async function setUpWebhook(app: Page, { host, url }: { host: Host; url: string }): Promise<void> {
  await app.goto(`${host.origin}/settings/notifications`)
  const card = app.getByRole('region', { name: 'Webhook', exact: true })
  await expect(card.getByText('Enter the address that the webhook goes to.')).toBeVisible()
  await fill(card.getByRole('textbox', { name: 'Address' }), url)
  await expect(card.getByText('Set a signing secret for the webhook among the keys.')).toBeVisible()
  await card.getByRole('textbox', { name: 'Webhook signing secret' }).fill('a-secret-of-the-test')
  await card.getByRole('button', { name: 'Save' }).click()
  await expect(card.getByText('Ready', { exact: true })).toBeVisible()
}

async function fill(field: ReturnType<Page['getByRole']>, value: string): Promise<void> {
  await field.fill(value)
  await field.press('Enter')
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('inbox, settings and deliveries have nothing that keeps anybody out', async ({ app, host }) => {
      await app.goto(`${host.origin}/inbox`)
      await expect(app.getByRole('heading', { name: 'Nothing has been told yet' })).toBeVisible()
      await expectAccessible(app, 'an empty inbox')
      await remindOf(app)
      await expect(message(app).first()).toBeVisible({ timeout: TOLD_MS })
      await expectAccessible(app, 'the inbox')
      for (const width of [1280, 800]) {
        await app.setViewportSize({ width, height: 800 })
        await app.goto(`${host.origin}/settings/notifications`)
        await expect(app.getByRole('region', { name: 'ntfy', exact: true })).toBeVisible()
        await expectAccessible(app, `notification settings at ${width} px`)
      }
      await app.goto(`${host.origin}/settings/notifications/deliveries`)
      await expect(app.getByRole('heading', { name: 'Deliveries' })).toBeVisible()
      await expectAccessible(app, 'deliveries')
    })
  })
}
