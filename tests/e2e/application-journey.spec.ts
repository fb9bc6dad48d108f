import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { dayFromNow, openApplication, section, takeBack } from './application-page.ts'

test.describe.configure({ timeout: 180_000 })

/** Everything that the timeline tells, the latest on top. */
function told(app: Page) {
  return section(app, 'Timeline').getByRole('listitem')
}

test('by mouse: a job is applied for, with a file, an interview elsewhere and an offer that is accepted', async ({
  app,
}) => {
  await openApplication(app)
  const title = await app.getByRole('heading', { level: 2 }).first().textContent()
  await expect(app.getByText('Sent, waiting for an answer')).toBeVisible()

  const files = section(app, 'Files')
  const choosing = app.waitForEvent('filechooser')
  await files.getByRole('button', { name: 'Attach a résumé' }).click()
  await (await choosing).setFiles({ name: 'cv.txt', mimeType: 'text/plain', buffer: Buffer.from('Ten years of data.') })
  await expect(files.getByRole('list', { name: 'Files', exact: true })).toContainText('cv.txt')

  const interviews = section(app, 'Interviews')
  await interviews.getByRole('button', { name: 'Add an interview' }).click()
  const form = interviews.getByRole('form', { name: 'New interview' })
  await form.getByRole('textbox', { name: 'Day' }).fill(dayFromNow(10))
  await form.getByLabel('Time', { exact: true }).fill('14:00')
  await form.getByRole('combobox', { name: 'Time zone' }).click()
  await form.getByRole('combobox', { name: 'Time zone' }).fill('Lisbon')
  await app.getByRole('option', { name: /^Lisbon/ }).click()
  await expect(form.getByText('That is 15:00 your time.')).toBeVisible()
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form).toBeHidden()
  const coming = interviews.getByRole('list', { name: 'Interviews to come' })
  await expect(coming).toContainText('Video interview')
  await expect(coming).toContainText('That is 15:00 your time.')

  await moveTo(app, 'Interviewing')
  await moveTo(app, 'Offered')
  const offers = section(app, 'Offers')
  await offers.getByRole('button', { name: 'Add an offer' }).click()
  const offer = offers.getByRole('form', { name: 'New offer' })
  await offer.getByRole('textbox', { name: 'Pay, gross' }).fill('72000')
  await offer.getByRole('textbox', { name: 'Answer by', exact: true }).fill(dayFromNow(5))
  await app.keyboard.press('Escape')
  await offer.getByRole('button', { name: 'Save' }).click()
  await expect(offers.getByRole('list', { name: 'Offers' })).toContainText('€72,000 a year')
  await moveTo(app, 'Accepted')

  await expect(told(app)).toHaveText([
    /Moved to Accepted, from offered/,
    /Got an offer: €72,000 a year/,
    /Moved to Offered, from interviewing/,
    /Moved to Interviewing, from applied/,
    /Video interview planned for .* 15:00/,
    /Attached cv\.txt/,
    ...(await earlier(app)),
  ])
  await offers.getByRole('link', { name: 'Side by side' }).click()
  const table = app.getByRole('table', { name: /^Offers side by side/ })
  await expect(table.getByRole('columnheader', { name: title ?? '' })).toBeVisible()
  await expect(table.getByRole('row', { name: /^Pay as told/ })).toContainText('€72,000 a year')
})

/** How an application begins depends on how it came about; it ends the timeline. */
async function earlier(app: Page): Promise<RegExp[]> {
  const all = await told(app).allTextContents()
  const rest = all.slice(6)
  expect(rest.at(-1)).toMatch(/Added from a job, as (?:saved|applied)/)
  return rest.map((text) => new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)))
}

test('every step can be taken back, and the timeline says that it was', async ({ app }) => {
  await openApplication(app)
  await moveTo(app, 'Interviewing')
  await takeBack(app, 'Moved to Interviewing')
  await expect(app.getByText('Sent, waiting for an answer')).toBeVisible()
  const undone = told(app).filter({ hasText: 'Moved to Interviewing' })
  await expect(undone).toContainText('taken back on')
  await expect(undone.locator('s')).toHaveText('Moved to Interviewing, from applied')

  const contacts = section(app, 'Contacts')
  await contacts.getByRole('button', { name: 'Add a contact' }).click()
  const form = contacts.getByRole('form', { name: 'New contact' })
  await form.getByRole('textbox', { name: 'Name' }).fill('Jana Novak')
  await form.getByRole('button', { name: 'Save' }).click()
  const list = contacts.getByRole('list', { name: 'Contacts' })
  await expect(list).toContainText('Jana Novak')
  await list.getByRole('button', { name: 'Remove Jana Novak' }).click()
  await expect(list).toBeHidden()
  await expect(contacts.getByRole('button', { name: 'Add a contact' })).toBeFocused()
  await takeBack(app, 'Contact removed')
  await expect(list).toContainText('Jana Novak')

  await app.getByRole('button', { name: 'More for this application' }).click()
  await app.getByRole('menuitem', { name: 'Remove the application' }).click()
  await expect(app.getByText('This application was removed. It is kept for a while.')).toBeVisible()
  await app.getByRole('button', { name: 'Put it back' }).click()
  await expect(app.getByText('This application was removed. It is kept for a while.')).toBeHidden()
  await expect(list).toContainText('Jana Novak')
})

async function moveTo(app: Page, stage: string): Promise<void> {
  await app.getByRole('button', { name: 'Move to…' }).click()
  await app.getByRole('menuitem', { name: new RegExp(`^${stage}`) }).click()
  await expect(told(app).first()).toContainText(`Moved to ${stage}`)
}
