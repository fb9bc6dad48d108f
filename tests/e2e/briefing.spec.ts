import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'
import { coreOf, seedApplications } from './applications.ts'
import { expectAccessible } from './axe.ts'
import { begin } from './match-list.ts'

test.describe.configure({ timeout: 120_000 })

const HOUR_MS = 3_600_000

/** '2026-11-29T14:00' as the clocks of a zone show an instant. */
function localTime(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T')
}

/** An interview in New York in this hour, something overdue, and something to follow up. */
async function seedDay(app: Page): Promise<void> {
  const core = await coreOf(app)
  const [talk, late, ask] = await seedApplications(app, [
    { title: 'Senior Data Engineer', company: 'Nordlicht Analytik', stage: 'interviewing' },
    { title: 'Platform Engineer', company: 'Kupferkessel', stage: 'saved' },
    { title: 'Backend Engineer', company: 'Havelwerk', appliedDaysAgo: 8 },
  ])
  if (!talk || !late || !ask) throw new Error('Not every application was added')
  // In this very minute: later it may be tomorrow already.
  await core.interviews.add({
    applicationId: talk.id,
    fields: { kind: 'video', localStart: localTime(Date.now(), 'America/New_York'), zone: 'America/New_York' },
  })
  const due = { kind: 'deadline', dueAt: Date.now() - 26 * HOUR_MS, note: 'Send the certificate' } as const
  await core.reminders.add({ applicationId: late.id, fields: due })
  await core.reminders.add({ applicationId: ask.id, fields: { kind: 'follow_up', dueAt: Date.now() - HOUR_MS } })
}

test.beforeEach(async ({ app }) => {
  const core = await coreOf(app)
  await core.settings.update({ timeZone: 'Europe/Berlin' })
})

test('the morning tells what the day brings in the user’s time, and what is due is settled on the spot', async ({
  app,
  host,
}) => {
  await seedDay(app)
  await app.goto(`${host.origin}/briefing/morning`)
  const letter = app.getByRole('article', { name: 'Morning briefing' })
  await expect(letter).toContainText('Good morning.')
  const interviews = letter.getByRole('list', { name: 'Interviews today' })
  await expect(interviews.getByRole('listitem')).toContainText('Nordlicht Analytik · Interview')
  await expect(interviews).toContainText(/\d{2}:\d{2} in New York/)

  const due = letter.getByRole('list', { name: 'Due today or before' })
  await expect(due).toContainText('Overdue since')
  await expect(due).toContainText('Send the certificate')
  await due.getByRole('button', { name: 'Done: Deadline, Platform Engineer at Kupferkessel' }).click()
  await expect(letter.getByText('Nothing is due.')).toBeVisible()
  await app.getByRole('alert').filter({ hasText: 'Done' }).getByRole('button', { name: 'Undo' }).click()
  await expect(due).toContainText('Platform Engineer')

  const ask = letter.getByRole('list', { name: 'To follow up' })
  await ask.getByRole('button', { name: /^Put off: Follow up, Backend Engineer/ }).click()
  await app.getByRole('menuitem', { name: /^Next week/ }).click()
  await expect(letter.getByText('Nobody is to be asked again today.')).toBeVisible()
})

test('with nothing to tell, every part says so in a sentence, and none with a zero', async ({ app, host }) => {
  await app.goto(`${host.origin}/briefing/morning`)
  const letter = app.getByRole('article')
  await expect(letter.getByText('No interview is planned for today.')).toBeVisible()
  await expect(letter).not.toContainText(/(?<!\d)0 (?:new|jobs?|interviews?|postings?)/)
  await app.getByRole('navigation', { name: 'Briefings' }).getByRole('link', { name: 'Evening' }).click()
  await expect(letter.getByText('Nothing is planned for tomorrow yet.')).toBeVisible()
  await expect(letter.getByText('Nothing is left open.')).toBeVisible()
  await app.getByRole('navigation', { name: 'Briefings' }).getByRole('link', { name: 'Week' }).click()
  await expect(letter.getByText('No application moved in these two weeks.')).toBeVisible()
  await expect(letter.getByText(/new jobs came in, none the week before\./)).toBeVisible()
  await app.getByRole('navigation', { name: 'Briefings' }).getByRole('link', { name: 'Earlier ones' }).click()
  await expect(app.getByRole('heading', { name: 'None has been written yet' })).toBeVisible()
})

test('new jobs that fit stand in the morning with their reasons, and are saved and hidden there', async ({
  app,
  host,
}) => {
  await begin(app, host)
  await app.goto(`${host.origin}/briefing/morning`)
  const jobs = app.getByRole('list', { name: 'New jobs for you' })
  const first = jobs.getByRole('listitem').first()
  await expect(first).toBeVisible({ timeout: 30_000 })
  await expect(first.getByText(/match/)).toBeAttached()
  const title = (await first.getByRole('link').textContent()) ?? ''
  await first.getByRole('button', { name: /^Save / }).click()
  await expect(app.getByRole('alert').filter({ hasText: 'Saved' })).toBeVisible()
  const core = await coreOf(app)
  await expect
    .poll(async () => (await core.jobs.search({ mark: 'saved' })).jobs.map((job) => job.title))
    .toContain(title)
  await expect(first.getByRole('status')).toHaveText('Saved')
  await app.getByRole('button', { name: 'Undo' }).click()
  await expect(first.getByRole('status')).toHaveCount(0)
  await expect(first.getByRole('button', { name: /^Save / })).toBeEnabled()
})

test('the key leads to the briefing of the hour, and the week counts what moved', async ({ app, host }) => {
  await seedDay(app)
  await app.keyboard.press('g')
  await app.keyboard.press('t')
  await expect(app).toHaveURL(/\/briefing\/(?:morning|evening)$/)
  await expect(app.getByRole('link', { name: 'How this reaches me' })).toBeVisible()
  await app.goto(`${host.origin}/briefing/week`)
  const funnel = app.getByRole('table', { name: 'Applications that reached a stage' })
  await expect(funnel.getByRole('row', { name: /^Interviewing/ })).toContainText('1')
  await app.goto(`${host.origin}/briefing/987654`)
  await expect(app.getByRole('heading', { name: 'There is no such briefing' })).toBeVisible()
})

test('achievements are a quiet list, and nothing of them is shown once they are switched off', async ({
  app,
  host,
}) => {
  const core = await coreOf(app)
  // What was reached before they are switched on is noted at once; otherwise only when it can no longer be a slip.
  await core.settings.update({ isAchievementsOn: false })
  await seedDay(app)
  await core.settings.update({ isAchievementsOn: true })
  await app.goto(`${host.origin}/briefing/week`)
  const tab = app.getByRole('navigation', { name: 'Briefings' }).getByRole('link', { name: 'Achievements' })
  await tab.click()
  const list = app.getByRole('list', { name: 'Achievements' })
  await expect(list.getByRole('listitem').filter({ hasText: 'First application' })).toContainText('Reached on', {
    timeout: 30_000,
  })
  await expect(list.getByRole('listitem').filter({ hasText: 'Ten applications' })).toContainText(/\d of 10/)
  await core.settings.update({ isAchievementsOn: false })
  await expect(tab).toBeHidden()
  await expect(app.getByRole('heading', { name: 'Achievements are switched off' })).toBeVisible()
  await app.goto(`${host.origin}/briefing/week`)
  await expect(app.getByRole('article', { name: 'Weekly summary' })).toBeVisible()
  await expect(app.getByRole('complementary', { name: 'Achievements' })).toBeHidden()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('briefings have nothing that keeps anybody out', async ({ app, host }) => {
      await seedDay(app)
      for (const width of [1280, 800]) {
        await app.setViewportSize({ width, height: 800 })
        for (const [path, name] of [
          ['morning', 'Morning briefing'],
          ['evening', 'Evening summary'],
          ['week', 'Weekly summary'],
        ] as const) {
          await app.goto(`${host.origin}/briefing/${path}`)
          await expect(app.getByRole('article', { name })).toBeVisible()
          await expectAccessible(app, `${name} at ${width} px`)
        }
      }
      await app.goto(`${host.origin}/briefing/achievements`)
      await expect(app.getByRole('list', { name: 'Achievements' })).toBeVisible()
      await expectAccessible(app, 'achievements')
    })
  })
}
