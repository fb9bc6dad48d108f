import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './app.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze()
  const findings = violations.map((violation) => ({
    rule: violation.id,
    impact: violation.impact,
    where: violation.nodes.map((node) => node.target.join(' ')).slice(0, 5),
  }))
  expect(findings, what).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })

    test('jobs: list, open job, filters on, nothing found, filter open', async ({ app, host }) => {
      await expect(app.getByRole('option').first()).toBeVisible()
      await expectAccessible(app, 'list')
      await app
        .getByRole('option', { name: /helps with a visa/ })
        .first()
        .click()
      await expect(app.locator('article')).toBeVisible()
      await expectAccessible(app, 'open job')
      await app.goto(`${host.origin}/jobs?visa=refuses&country=DE`)
      await app.getByRole('option').first().click()
      await expect(app.locator('article')).toBeVisible()
      await expectAccessible(app, 'filters on, a refusal open')
      await app.goto(`${host.origin}/jobs?visa=conditional`)
      await app.getByRole('option').first().click()
      await expect(app.locator('article')).toBeVisible()
      await expectAccessible(app, 'a condition open')
      await app.goto(`${host.origin}/jobs?q=zzzzzz`)
      await expect(app.getByRole('heading', { name: 'No job matches' })).toBeVisible()
      await expectAccessible(app, 'nothing found')
      await app.goto(`${host.origin}/jobs`)
      await app.getByRole('button', { name: 'Country' }).click()
      await expect(app.getByRole('checkbox').first()).toBeVisible()
      await expectAccessible(app, 'filter open')
    })

    test('discover, with a run opened', async ({ app, host }) => {
      await app.goto(`${host.origin}/discover`)
      await app
        .getByRole('button', { name: /Command line/ })
        .first()
        .click()
      await expect(app.getByRole('table')).toBeVisible()
      await expectAccessible(app, 'discover')
    })

    test('settings', async ({ app, host }) => {
      await app.goto(`${host.origin}/settings`)
      await expect(app.getByText(/SQLite 3/)).toBeVisible()
      await expectAccessible(app, 'settings')
    })

    test('palette and shortcuts', async ({ app }) => {
      await app.keyboard.press('Control+k')
      await expect(app.getByRole('textbox', { name: 'Search actions' })).toBeFocused()
      await expectAccessible(app, 'palette')
      await app.keyboard.press('Escape')
      await expect(app.getByRole('dialog')).toBeHidden()
      await app.keyboard.press('?')
      await expect(app.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
      await expectAccessible(app, 'shortcuts')
    })

    test('narrow window', async ({ app, host }) => {
      await app.setViewportSize({ width: 800, height: 700 })
      for (const path of ['/jobs', '/discover', '/settings']) {
        await app.goto(`${host.origin}${path}`)
        await expect(app.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(app, path)
      }
    })

    test.describe('new profile', () => {
      test.use({ profile: 'new' })

      test('welcome', async ({ app }) => {
        await expectAccessible(app, 'welcome')
        await app.getByRole('button', { name: 'Choose sources and start' }).click()
        await expect(app.getByRole('switch').first()).toBeVisible()
        await expectAccessible(app, 'welcome, choosing')
      })
    })
  })
}
