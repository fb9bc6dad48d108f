import type { Page } from '@playwright/test'
import { localDayOf } from '#shared/local-time.ts'
import { expect, test } from './app.ts'
import { coreOf, seedApplications } from './applications.ts'
import { expectAccessible } from './axe.ts'
import { pressAt } from './by-keyboard.ts'

test.use({ profile: 'empty', contextOptions: { reducedMotion: 'reduce' } })

const DAY_MS = 86_400_000
const ZONE = 'Europe/Berlin'

/** An interview today at 14:00, a follow-up that is overdue, and a deadline in forty days. */
async function openCalendar(app: Page, origin: string, query = ''): Promise<void> {
  const [talk, sent, saved] = await seedApplications(app, [
    { title: 'Data Engineer', company: 'Zalando', stage: 'interviewing' },
    { title: 'Backend Engineer', company: 'Adyen', stage: 'applied' },
    { title: 'ML Engineer', company: 'Spotify', stage: 'saved' },
  ])
  if (!talk || !sent || !saved) throw new Error('Three applications were to be there')
  const core = await coreOf(app)
  const now = Date.now()
  const localStart = `${localDayOf(now, ZONE)}T14:00`
  await core.interviews.add({ applicationId: talk.id, fields: { localStart, zone: ZONE, outcome: 'planned' } })
  const due = (kind: 'follow_up' | 'deadline', days: number) => ({
    kind,
    dueAt: now + days * DAY_MS,
    note: 'Ask Ms Weber',
  })
  await core.reminders.add({ applicationId: sent.id, fields: due('follow_up', -2) })
  await core.reminders.add({ applicationId: saved.id, fields: due('deadline', 40) })
  await app.goto(`${origin}/applications?view=calendar${query}`)
  await expect(app.getByRole('region', { name: 'Calendar' })).toBeVisible()
}

test('the month marks today, shows what comes when, lists what is overdue, and is turned by keys', async ({
  app,
  host,
}) => {
  await openCalendar(app, host.origin)
  const today = app.locator('td[aria-current="date"]')
  await expect(today.getByRole('link', { name: /14:00.*Zalando/ })).toBeVisible()
  const overdue = app.getByRole('region', { name: 'Overdue' })
  await expect(overdue.getByRole('link', { name: /2 d ago.*Adyen/ })).toBeVisible()
  const title = app.getByRole('heading', { level: 2 }).first()
  const month = await title.textContent()
  await app.keyboard.press('j')
  await expect(title).not.toHaveText(month ?? '')
  await app.keyboard.press('t')
  await expect(title).toHaveText(month ?? '')
  await pressAt(app, today.getByRole('link'))
  await expect(app).toHaveURL(/\/applications\/\d+$/)
})

test('the week has its days by the clock', async ({ app, host }) => {
  await openCalendar(app, host.origin, '&span=week')
  const today = app.locator('section[aria-current="date"]')
  await expect(today.getByRole('link', { name: /Zalando/ })).toBeVisible()
  await app.getByText('Agenda', { exact: true }).click()
  await expect(app).toHaveURL(/span=agenda/)
})

test('the agenda is all that a narrow window shows; its next page has the deadline', async ({ app, host }) => {
  await app.setViewportSize({ width: 800, height: 700 })
  await openCalendar(app, host.origin)
  await expect(app.getByRole('table')).toHaveCount(0)
  await expect(app.getByRole('region', { name: 'Calendar' }).getByRole('link', { name: /Zalando/ })).toBeVisible()
  await app.getByRole('button', { name: 'Next agenda' }).click()
  await expect(app.getByRole('link', { name: /Spotify/ })).toBeVisible()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the calendar keeps nobody out, ${colorScheme}`, async ({ app, host }) => {
    await app.emulateMedia({ colorScheme })
    for (const [index, span] of ['', '&span=week', '&span=agenda'].entries()) {
      if (index === 0) await openCalendar(app, host.origin, span)
      else await app.goto(`${host.origin}/applications?view=calendar${span}`)
      await expect(app.getByRole('link', { name: /Zalando/ }).first()).toBeVisible()
      await expectAccessible(app, `calendar ${span}`)
    }
  })
}
