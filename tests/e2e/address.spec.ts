import { expect, expectTotal, shownTotal, test } from './app.ts'

test('the address holds the whole view: filters, order, list and open job', async ({ app, host, context }) => {
  await app.goto(`${host.origin}/jobs?q=engineer&workplace=remote&workplace=hybrid&sort=salary`)
  const total = await shownTotal(app)
  await app.getByRole('option').nth(2).click()
  await expect(app).toHaveURL(/job=\d+/)
  const title = await app.getByRole('region', { name: 'Job details' }).getByRole('heading', { level: 2 }).textContent()

  const other = await context.newPage()
  await other.goto(app.url())
  await expectTotal(other, total)
  await expect(other.getByRole('region', { name: 'Job details' }).getByRole('heading', { level: 2 })).toHaveText(
    title ?? '',
  )
  await expect(other.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '3')
  await expect(other.getByRole('button', { name: 'Remove Workplace Hybrid' })).toBeVisible()
  await expect(other.getByRole('button', { name: 'Sort Highest pay' })).toBeVisible()
  await other.getByRole('button', { name: 'Close details' }).click()
  await expect(other).not.toHaveURL(/job=/)
})

test('an address with slips in it shows what it can', async ({ app, host }) => {
  const total = await shownTotal(app)
  await app.goto(`${host.origin}/jobs?country=Germany&salary=lots&visa=perhaps&sort=best&job=none&days=-1&unknown=1`)
  await expectTotal(app, total)
  await expect(app.getByRole('button', { name: 'Clear all' })).toBeHidden()
})

test('a job that is gone says so, and the list stays', async ({ app, host }) => {
  await app.goto(`${host.origin}/jobs?job=1`)
  await expect(app.getByRole('heading', { name: 'This job is not here' })).toBeVisible()
  await expect(app.getByRole('option').first()).toBeVisible()
})

test('an unknown address, however deep, offers the way back', async ({ app, host }) => {
  await app.goto(`${host.origin}/nowhere/at/all`)
  await app.getByRole('link', { name: 'Go to Jobs' }).click()
  await expect(app.getByRole('option').first()).toBeVisible()
})

test('"back" leaves the filters as they were, without stopping at every letter', async ({ app }) => {
  const total = await shownTotal(app)
  await app.getByRole('link', { name: 'Discover', exact: true }).click()
  await app.getByRole('link', { name: 'Jobs', exact: true }).click()
  await app.getByRole('combobox', { name: 'Search jobs' }).pressSequentially('python', { delay: 30 })
  await expect(app).toHaveURL(/q=python$/)
  await app.goBack()
  await expect(app).toHaveURL(/\/discover$/)
  await app.goForward()
  await expect.poll(() => shownTotal(app)).toBeLessThan(total)
})

test('in a narrow window the job takes the place of the list, and "back" returns to it', async ({ app }) => {
  await app.setViewportSize({ width: 800, height: 700 })
  await app.getByRole('option').nth(1).click()
  await expect(app.getByRole('listbox')).toBeHidden()
  const back = app.getByRole('button', { name: 'Back to the list' })
  await expect(back).toBeFocused()
  await back.press('Enter')
  await expect(app.getByRole('listbox', { name: 'Jobs' })).toBeFocused()
})

test('a window without a session is told what to do', async ({ host, browser }) => {
  const stranger = await browser.newContext()
  const page = await stranger.newPage()
  await page.goto(`${host.origin}/jobs`)
  await expect(page.getByText('address that the terminal printed')).toBeVisible()
  await stranger.close()
})

test('a window that loses its session says so instead of failing bit by bit', async ({ page, host, context }) => {
  await page.goto(host.launchUrl)
  await expect(page.getByRole('option').first()).toBeVisible()
  await context.clearCookies()
  await page.getByRole('option').first().click()
  await expect(page.getByRole('heading', { name: 'This window is not connected' })).toBeVisible()
})

test('a core that went away is noticed, and what is on screen stays', async ({ page, host }) => {
  await page.goto(host.launchUrl)
  await expect(page.getByRole('option').first()).toBeVisible()
  await host.stop()
  await expect(page.getByText('The connection is lost.')).toBeVisible()
  await expect(page.getByRole('option').first()).toBeVisible()
})
