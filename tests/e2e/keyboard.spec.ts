import type { Locator, Page } from '@playwright/test'
import { expect, expectTotal, shownTotal, test } from './app.ts'
import { pressAt, reach } from './by-keyboard.ts'
import { cli } from './host.ts'

/** The button that opens a filter, whatever it is set to. */
function filter(page: Page, name: string): Locator {
  return page.getByRole('group', { name: 'Filters', exact: true }).getByRole('button', { name: new RegExp(`^${name}`) })
}

test('search, move, open, save, hide and undo without touching the mouse', async ({ app }) => {
  const total = await shownTotal(app)
  await app.keyboard.press('/')
  await expect(app.getByRole('combobox', { name: 'Search jobs' })).toBeFocused()
  await app.keyboard.type('engineer')
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(/q=engineer/)
  await expect.poll(() => shownTotal(app)).toBeLessThan(total)
  const found = await shownTotal(app)
  const list = app.getByRole('listbox', { name: 'Jobs' })
  await expect(list).toBeFocused()

  await app.keyboard.press('j')
  await app.keyboard.press('j')
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('k')
  await expect(list).toHaveAttribute('aria-activedescendant', 'job-row-1')
  await app.keyboard.press('Enter')
  const detail = app.getByRole('region', { name: 'Job details' })
  await expect(detail.getByRole('heading', { level: 2 })).toBeVisible()
  await expect(app.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '2')
  const first = await detail.getByRole('heading', { level: 2 }).textContent()

  await app.keyboard.press('j')
  await expect(app.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '3')
  await app.keyboard.press('k')
  await expect(detail.getByRole('heading', { level: 2 })).toHaveText(first ?? '')

  await app.keyboard.press('s')
  await expect(detail.getByRole('button', { name: 'Saved' })).toHaveAttribute('aria-pressed', 'true')
  await app.keyboard.press('z')
  await expect(detail.getByRole('button', { name: 'Save', exact: true })).toHaveAttribute('aria-pressed', 'false')

  await app.keyboard.press('h')
  await expectTotal(app, found - 1)
  await app.keyboard.press('z')
  await expectTotal(app, found)

  await app.keyboard.press('Escape')
  await expect(detail).toBeHidden()
  await expect(list).toBeFocused()
  await app.keyboard.press('Shift+X')
  await expectTotal(app, total)
})

test('from the first Tab to an open job, with words, country, visa and pay, as the command line finds it', async ({
  app,
  home,
}) => {
  // Every step is a key, and the command line is asked twice.
  test.setTimeout(120_000)
  const found = async (...filter: readonly string[]) => {
    const answer = await cli(home, ['search', '--text', 'engineer', '--country', 'DE', ...filter, '--json'])
    return (answer as { total: number }).total
  }
  const total = await shownTotal(app)
  await app.keyboard.press('Tab')
  await expect(app.getByRole('link', { name: 'Skip to content' })).toBeFocused()
  await app.keyboard.press('Enter')
  await reach(app, app.getByRole('combobox', { name: 'Search jobs' }))
  await app.keyboard.type('engineer')
  await app.keyboard.press('Tab')

  await pressAt(app, filter(app, 'Country'))
  await expect(app.getByRole('textbox', { name: 'Find country' })).toBeFocused()
  await app.keyboard.type('germ')
  await pressAt(app, app.getByRole('checkbox', { name: /^Germany/ }), 'Space')
  await app.keyboard.press('Escape')
  await expect(filter(app, 'Country')).toBeFocused()

  await pressAt(app, filter(app, 'Visa'))
  await pressAt(app, app.getByRole('checkbox', { name: /^Offers a visa/ }), 'Space')
  await app.keyboard.press('Escape')
  await expect(app).toHaveURL(/country=DE.*visa=offers|visa=offers.*country=DE/)
  const withVisa = await found('--visa', 'offers')
  await expectTotal(app, withVisa)

  await pressAt(app, filter(app, 'Salary'))
  await expect(app.getByRole('textbox', { name: 'At least, gross a year' })).toBeFocused()
  await app.keyboard.type('70000')
  await app.keyboard.press('Escape')
  await expect(filter(app, 'Salary')).toBeFocused()
  await expect(app).toHaveURL(/salary=70000/)
  const withPay = await found('--visa', 'offers', '--salary-min', '70000')
  expect(withPay).toBeGreaterThan(0)
  expect(withPay).toBeLessThan(withVisa)
  await expectTotal(app, withPay)

  await reach(app, app.getByRole('listbox', { name: 'Jobs' }))
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('Enter')
  const detail = app.getByRole('region', { name: 'Job details' })
  await expect(detail.getByRole('heading', { name: 'This employer helps with a visa' })).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(detail).toBeHidden()
  await reach(app, app.getByRole('button', { name: /^Remove Salary/ }), 'Shift+Tab')
  await app.keyboard.press('Enter')
  await expectTotal(app, withVisa)
  await app.keyboard.press('Shift+X')
  await expectTotal(app, total)
})

test('a filter is set, and taken off again, by keys', async ({ app }) => {
  const total = await shownTotal(app)
  await pressAt(app, filter(app, 'Workplace'))
  const remote = app.getByRole('checkbox', { name: /Remote/ })
  await expect(remote).toBeFocused()
  await app.keyboard.press('Space')
  await expect(remote).toBeChecked()
  await app.keyboard.press('Escape')
  await expect(filter(app, 'Workplace')).toBeFocused()
  await expect(app).toHaveURL(/workplace=remote/)
  await expect.poll(() => shownTotal(app)).toBeLessThan(total)
  await pressAt(app, app.getByRole('button', { name: 'Remove Workplace Remote' }))
  await expectTotal(app, total)
})

test('the palette knows every action and runs it', async ({ app }) => {
  await app.keyboard.press('Control+k')
  const field = app.getByRole('textbox', { name: 'Search actions' })
  await expect(field).toBeFocused()
  for (const name of [
    'Search jobs',
    'Saved jobs',
    'Discover',
    'Settings',
    'Run discovery now',
    'Switch to dark theme',
  ]) {
    await expect(app.getByRole('dialog').getByText(name, { exact: true })).toBeVisible()
  }
  await app.keyboard.type('search jobs')
  await app.keyboard.press('Enter')
  await expect(app.getByRole('combobox', { name: 'Search jobs' })).toBeFocused()

  await app.keyboard.press('Control+k')
  await app.keyboard.type('dark')
  await app.keyboard.press('Enter')
  await expect(app.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

test('rooms are reached by two keys, and the sheet lists the keys', async ({ app }) => {
  await app.keyboard.press('g')
  await app.keyboard.press('d')
  await expect(app).toHaveURL(/\/discover$/)
  await app.keyboard.press('g')
  await app.keyboard.press('s')
  await expect(app).toHaveURL(/\/settings$/)
  await app.keyboard.press('g')
  await app.keyboard.press('v')
  await expect(app).toHaveURL(/\/jobs\?show=saved$/)
  await expect(app.getByRole('heading', { name: 'Nothing saved yet' })).toBeVisible()
  for (const [key, address] of [
    ['c', '/discover/coverage'],
    ['q', '/discover/quality'],
    ['e', '/employers'],
    ['o', '/settings/sources'],
    ['h', '/settings/schedule'],
    ['k', '/settings/keys'],
    ['l', '/settings/sponsors'],
    ['f', '/for-you'],
    ['y', '/recent'],
    ['p', '/profile'],
  ] as const) {
    await app.keyboard.press('g')
    await app.keyboard.press(key)
    await expect(app).toHaveURL(new RegExp(`${address}$`))
  }
  await app.keyboard.press('?')
  const sheet = app.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(sheet.getByText('Employers to watch')).toBeVisible()
  await app.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
})

test('letters typed into a field are text, not commands', async ({ app }) => {
  await app.keyboard.press('/')
  await app.keyboard.type('gsjkh?xz')
  await expect(app.getByRole('combobox', { name: 'Search jobs' })).toHaveValue('gsjkh?xz')
  await expect(app).toHaveURL(/\/jobs/)
  await expect(app.getByRole('heading', { name: 'No job matches all of this' })).toBeVisible()
  await pressAt(app, app.getByRole('button', { name: 'Clear filters' }))
  await expect(app.getByRole('option').first()).toBeVisible()
})

test('a search is refined step by step without the mouse: words, skill, city', async ({ app, home }) => {
  const total = await shownTotal(app)
  await app.keyboard.press('/')
  await app.keyboard.type('engineer')
  await app.keyboard.press('Enter')
  await expect.poll(() => shownTotal(app)).toBeLessThan(total)
  const found = await shownTotal(app)

  await reach(app, filter(app, 'Skills'), 'Shift+Tab')
  await app.keyboard.press('Enter')
  await expect(app.getByLabel('All of these').first()).toBeFocused()
  await app.keyboard.type('pyth')
  await expect(app.getByRole('option', { name: /^Python\s*\d+/i })).toBeVisible()
  await app.keyboard.press('ArrowDown')
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(/skill=Python/i)
  await expect.poll(() => shownTotal(app)).toBeLessThan(found)
  await app.keyboard.press('Escape')
  await app.keyboard.press('Escape')
  await reach(app, filter(app, 'City'), 'Shift+Tab')
  await app.keyboard.press('Enter')
  await pressAt(app, app.getByRole('checkbox', { name: /Berlin/ }), 'Space')
  await expect(app).toHaveURL(/city=berlin/i)
  await app.keyboard.press('Escape')
  await expect(app.getByRole('button', { name: 'Remove City Berlin' })).toBeVisible()
  const command = ['search', '--text', 'engineer', '--skill', 'Python', '--city', 'Berlin', '--json']
  const { total: refined } = (await cli(home, command)) as { total: number }
  expect(refined).toBeGreaterThan(0)
  await expectTotal(app, refined)
  await app.keyboard.press('Shift+X')
  await expectTotal(app, total)
})
