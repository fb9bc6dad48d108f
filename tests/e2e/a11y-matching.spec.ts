import { expect, test } from './app.ts'
import { expectAccessible } from './axe.ts'
import { begin, rows } from './match-list.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })
    // Every rule over every element takes its time.
    test.describe.configure({ timeout: 150_000 })

    test('for you: the first profile, the list, an explanation, the weights, tried ones, something learned', async ({
      app,
      host,
    }) => {
      await app.goto(`${host.origin}/for-you`)
      await expect(app.getByRole('button', { name: 'Show my jobs' })).toBeVisible()
      await expectAccessible(app, 'the first profile')
      await begin(app, host)
      await expectAccessible(app, 'the list')
      await rows(app).nth(1).click()
      const detail = app.getByRole('region', { name: 'Job details' })
      await expect(detail.getByRole('heading', { name: 'Why not higher?' })).toBeVisible()
      await expectAccessible(app, 'an explanation')
      await detail.getByRole('button', { name: 'Save', exact: true }).click()
      await expect(app.getByRole('alert').filter({ hasText: 'Saved' })).toBeVisible()
      await app.goto(`${host.origin}/for-you?weights=open`)
      const panel = app.getByRole('complementary', { name: 'What counts' })
      await expect(panel.getByText('From 1 saved')).toBeVisible()
      await expectAccessible(app, 'the weights')
      await panel.getByRole('slider', { name: 'Pay' }).fill('90')
      await expect(panel.getByText(/jobs? moves?|comes? in/)).toBeVisible()
      await expectAccessible(app, 'tried weights')
    })

    test('skills to learn, and a profile with much in it', async ({ app, host }) => {
      await begin(app, host)
      await app.goto(`${host.origin}/for-you/skills`)
      await expect(app.getByRole('table', { name: 'Skills to learn' })).toBeVisible()
      await expectAccessible(app, 'skills to learn')
      await app.goto(`${host.origin}/profile`)
      for (const name of ['Senior', 'Remote', 'Learning budget']) {
        await app.getByRole('checkbox', { name, exact: true }).check({ force: true })
      }
      await app.getByRole('textbox', { name: 'The least you would take' }).fill('70000')
      await app.getByRole('textbox', { name: 'What you hope for' }).fill('60000')
      await app.keyboard.press('Tab')
      await expect(app.getByText('This is below the least that you would take.')).toBeVisible()
      await expect(app.getByRole('alert').first()).toBeVisible()
      await expectAccessible(app, 'profile')
    })

    test('the open job with its match, its reasons folded and told', async ({ app, host }) => {
      await begin(app, host)
      await app.goto(`${host.origin}/jobs?visa=offers`)
      await app.getByRole('option').first().click()
      const card = app.getByRole('region', { name: 'Match' })
      await expect(card.locator('[data-points]')).toHaveCount(7)
      await expectAccessible(app, 'folded')
      await card.getByRole('button', { name: 'Why this score?' }).click()
      await expect(card.getByRole('heading', { name: 'Why not higher?' })).toBeVisible()
      await expectAccessible(app, 'told')
      await app.goto(`${host.origin}/jobs?visa=refuses`)
      await app.getByRole('option').first().click()
      await expect(card.locator('[data-points]')).toHaveCount(7)
      await expectAccessible(app, 'a refusal')
    })
  })
}
