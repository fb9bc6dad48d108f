import type { Page } from '@playwright/test'
import { ODD_FILTERS, ODD_TEXTS, type OddQuestion } from '../support/odd-questions.ts'
import { expect, shownTotal, test } from './app.ts'

/** Whatever is typed or stands in an address, the screen shows jobs or says why there are none: no error, and it goes on working. */

const field = (app: Page) => app.getByRole('combobox', { name: 'Search jobs' })

async function expectAnswer(app: Page, { name, hint }: Pick<OddQuestion, 'name' | 'hint'>): Promise<void> {
  const result = app.getByRole('status').filter({ hasText: /jobs? ·/ })
  if (hint !== null) await expect(result, name).toContainText(new RegExp(hint.source.replace(/^\^/, '')))
  const list = app.getByRole('listbox', { name: 'Jobs' })
  const blank = app.getByRole('heading', { name: 'No job matches all of this' })
  await expect(list.or(blank), name).toBeVisible()
  await expect(app.getByRole('alert'), name).toHaveCount(0)
  await expect(app.getByRole('heading', { level: 1 }), name).toBeVisible()
}

test('odd texts in the search field are answered with jobs or a hint', async ({ app }) => {
  test.setTimeout(180_000)
  const all = await shownTotal(app)
  for (const question of ODD_TEXTS) {
    await field(app).fill(question.input.text ?? '')
    await app.keyboard.press('Escape')
    await expectAnswer(app, question)
  }
  await field(app).fill('python')
  await expect(app).toHaveURL(/q=python$/)
  await expect
    .poll(async () => {
      const total = await shownTotal(app)
      return total > 0 && total < all
    })
    .toBe(true)
  await app.keyboard.press('Escape')
  await app.getByRole('listbox', { name: 'Jobs' }).getByRole('option').first().click()
  await expect(app.getByRole('heading', { level: 2 })).toBeVisible()
})

/** The address of a filter, as the screen writes it. */
function addressOf({ input }: OddQuestion): string {
  const { text, countries, cities, workplaces, skills, skillsAny, salaryMinEur, salaryMaxEur } = input
  const lists = { country: countries, city: cities, workplace: workplaces, skill: skills, anyskill: skillsAny }
  const one = { q: text, salary: salaryMinEur, salarymax: salaryMaxEur }
  const pairs = Object.entries({ ...lists, ...one }).flatMap(([key, value]) =>
    [value ?? []].flat().map((item): [string, string] => [key, String(item)]),
  )
  return new URLSearchParams(pairs).toString()
}

test('filters that leave nothing say what to take off, and taking it off helps', async ({ app, host }) => {
  test.setTimeout(120_000)
  for (const question of ODD_FILTERS) {
    await app.goto(`${host.origin}/jobs?${addressOf(question)}`)
    await expectAnswer(app, question)
    expect(await shownTotal(app), question.name).toBe(0)
  }
  await app.goto(`${host.origin}/jobs?country=DE&city=Paris`)
  await expectAnswer(app, { name: 'a city abroad', hint: /Paris is in France/ })
  await app.getByRole('button', { name: 'Remove City Paris' }).click()
  await expect.poll(() => shownTotal(app)).toBeGreaterThan(0)
})

test('addresses full of nonsense open the list', async ({ app, host }) => {
  for (const search of [
    'q=%00%F0%9F%9A%80&country=XX&skill=&anyskill=%20',
    `q=${'('.repeat(3_000)}&salary=-1&salarymax=NaN&days=99999`,
    'visa=1%20OR%201=1&workplace=["remote","moon"]&sort=drop%20table&job=-5',
    'anyskill={"a":[1,2]}&city=[[["x"]]]&speaks=[null,"en"]',
  ]) {
    await app.goto(`${host.origin}/jobs?${search}`)
    await expectAnswer(app, { name: search.slice(0, 60), hint: null })
  }
})

test('any of some skills and a highest pay are set, told as chips, and taken off', async ({ app }) => {
  const all = await shownTotal(app)
  await app.getByRole('button', { name: 'Skills' }).click()
  const any = app.getByRole('combobox', { name: 'Any of these' })
  await any.fill('AWS')
  await any.press('Enter')
  await expect.poll(() => shownTotal(app)).toBeLessThan(all)
  const one = await shownTotal(app)
  await any.fill('kubernetes')
  await any.press('Enter')
  await expect.poll(() => shownTotal(app)).toBeGreaterThan(one)
  const either = await shownTotal(app)
  await app.keyboard.press('Escape')
  await app.keyboard.press('Escape')
  await expect(app.getByRole('button', { name: 'Remove Any skill AWS' })).toBeVisible()
  await app.getByRole('button', { name: 'Remove Any skill AWS' }).click()
  await expect.poll(() => shownTotal(app)).toBeLessThan(either)

  await app.getByRole('button', { name: 'Salary' }).click()
  await app.getByRole('textbox', { name: 'At most, gross a year' }).fill('60000')
  await app.keyboard.press('Escape')
  await expect(app).toHaveURL(/salarymax=60000/)
  await app.getByRole('button', { name: /^Remove Salary up to/ }).click()
  await expect(app).not.toHaveURL(/salarymax/)
})
