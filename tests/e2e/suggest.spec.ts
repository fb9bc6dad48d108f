import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, expectTotal, shownTotal, test } from './app.ts'

const field = (app: Page) => app.getByRole('combobox', { name: 'Search jobs' })
const choices = (app: Page) => app.getByRole('listbox', { name: 'Suggestions' }).getByRole('option')

test('a skill is found in spite of a slip and taken by keys, as a filter beside what was typed', async ({ app }) => {
  await app.keyboard.press('/')
  await app.keyboard.type('engineer pyhton')
  const python = choices(app).filter({ hasText: /^Python, Skill/ })
  await expect(python).toBeVisible()
  await expect(field(app)).toHaveAttribute('aria-expanded', 'true')
  await expect(field(app)).not.toHaveAttribute('aria-activedescendant')
  for (let step = 0; step < 8 && (await python.getAttribute('aria-selected')) !== 'true'; step += 1) {
    await app.keyboard.press('ArrowDown')
  }
  await expect(python).toHaveAttribute('aria-selected', 'true')
  await expect(field(app)).toHaveAttribute('aria-activedescendant', (await python.getAttribute('id')) ?? '')
  await expect(field(app)).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(app.getByRole('button', { name: 'Remove Skill Python' })).toBeVisible()
  await expect(field(app)).toHaveValue('engineer')
  await expect(field(app)).toBeFocused()
  await expect(field(app)).toHaveAttribute('aria-expanded', 'false')
  await expect(app).toHaveURL(/q=engineer/)
  await expect.poll(() => shownTotal(app)).toBeGreaterThan(0)

  await app.goBack()
  await expect(app.getByRole('button', { name: 'Remove Skill Python' })).toBeHidden()
})

test('a city becomes a filter, a company a field of the text', async ({ app }) => {
  const total = await shownTotal(app)
  await field(app).fill('munchen')
  await choices(app)
    .filter({ hasText: /^Munich, City/ })
    .click()
  await expect(app.getByRole('button', { name: /^Remove City Munich/ })).toBeVisible()
  await expect(field(app)).toHaveValue('')
  await expect.poll(() => shownTotal(app)).toBeLessThan(total)
  await app.getByRole('button', { name: /^Remove City Munich/ }).click()
  await expectTotal(app, total)

  await app.keyboard.press('/')
  await app.keyboard.type('co')
  const company = choices(app).filter({ hasText: /^company:/ })
  await expect(company).toBeVisible()
  await company.click()
  await expect(field(app)).toHaveValue('company:')
  await expect(field(app)).toBeFocused()
  await app.keyboard.type('a')
  await expect(choices(app).first()).toContainText('Company')
  const name = ((await choices(app).first().textContent()) ?? '').split(', Company')[0] ?? ''
  await choices(app).first().click()
  await expect(field(app)).toHaveValue(`company:"${name}"`)
  await expect.poll(() => shownTotal(app)).toBeLessThan(total)
  await expect.poll(() => shownTotal(app)).toBeGreaterThan(0)
})

test('Escape closes the suggestions and keeps the text; Enter on none searches; Tab leaves', async ({ app }) => {
  await app.keyboard.press('/')
  await app.keyboard.type('data')
  await expect(choices(app).first()).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(choices(app)).toHaveCount(0)
  await expect(field(app)).toBeFocused()
  await expect(field(app)).toHaveValue('data')
  await app.keyboard.press('Alt+ArrowDown')
  await expect(choices(app).first()).toBeVisible()
  await app.keyboard.press('ArrowUp')
  await expect(choices(app).last()).toHaveAttribute('aria-selected', 'true')
  await app.keyboard.press('ArrowDown')
  await expect(field(app)).not.toHaveAttribute('aria-activedescendant')
  await app.keyboard.press('Tab')
  await expect(choices(app)).toHaveCount(0)
  await expect(field(app)).not.toBeFocused()

  await app.keyboard.press('/')
  await app.keyboard.type('python')
  await expect(choices(app).first()).toBeVisible()
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(/q=python/)
  await expect(app.getByRole('listbox', { name: 'Jobs' })).toBeFocused()
  await expect(choices(app)).toHaveCount(0)
  await app.keyboard.press('j')
  await expect(app.getByRole('listbox', { name: 'Jobs' })).toHaveAttribute('aria-activedescendant', 'job-row-0')
})

test('suggestions for another text are not shown while those for the newer one are on their way', async ({ app }) => {
  await field(app).fill('pyth')
  await expect(choices(app).filter({ hasText: /^Python, Skill/ })).toBeVisible()
  let isHeld = true
  await app.route('**/rpc/jobs/suggest**', async (route) => {
    await expect.poll(() => isHeld).toBe(false)
    await route.continue()
  })
  await field(app).fill('pythx')
  await expect(choices(app)).toHaveCount(0)
  await field(app).fill('munic')
  await expect(choices(app)).toHaveCount(0)
  isHeld = false
  await expect(choices(app).filter({ hasText: /^Munich, City/ })).toBeVisible()
  await app.unrouteAll({ behavior: 'wait' })
})

test('a search that finds nothing offers the words put right', async ({ app, host }) => {
  await app.goto(`${host.origin}/jobs?q=pyhton`)
  await expect(app.getByRole('status').filter({ hasText: 'Did you mean' })).toBeVisible()
  await app.getByRole('button', { name: 'python', exact: true }).press('Enter')
  await expect(field(app)).toHaveValue('python')
  await expect(field(app)).toBeFocused()
  await expect.poll(() => shownTotal(app)).toBeGreaterThan(0)
  await expect(app.getByText('Did you mean')).toBeHidden()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })
    test.describe.configure({ timeout: 120_000 })

    test('the open suggestions and the correction are accessible', async ({ app, host }) => {
      const findings = async (where: string) => {
        const { violations } = await new AxeBuilder({ page: app }).include(where).setLegacyMode().analyze()
        return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.target.join(' '))])
      }
      await field(app).fill('py')
      await expect(choices(app).first()).toBeVisible()
      await app.keyboard.press('ArrowDown')
      expect(await findings('main')).toEqual([])
      await app.goto(`${host.origin}/jobs?q=pyhton`)
      await expect(app.getByText('Did you mean')).toBeVisible()
      expect(await findings('main')).toEqual([])
    })
  })
}
