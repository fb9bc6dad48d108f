import { expect, test } from './app.ts'

test('a job leads to similar ones and to more of its employer, and what was opened is found again', async ({ app }) => {
  await app.getByRole('combobox', { name: 'Search jobs' }).fill('data')
  await app.keyboard.press('Tab')
  await expect(app).toHaveURL(/q=data/)
  // A job counts as viewed when it was open for a moment.
  const isNoted = () => app.waitForResponse((response) => response.url().includes('noteViewed'))
  const firstNoted = isNoted()
  await app.getByRole('option').first().click()
  const detail = app.getByRole('region', { name: 'Job details' })
  const title = detail.getByRole('heading', { level: 2 })
  await expect(title).toBeVisible()
  const first = (await title.textContent()) ?? ''
  const similar = detail.getByRole('list', { name: 'Similar jobs' }).getByRole('link')
  await expect(similar.first()).toContainText(/level|skills|title|also/)
  await firstNoted
  const opened = ((await similar.first().locator('span > span').first().textContent()) ?? '').trim()
  const nextNoted = isNoted()
  await similar.first().press('Enter')
  await expect(title).toHaveText(opened)
  await expect(app).toHaveURL(/q=data/)
  await nextNoted

  await detail.getByRole('region', { name: 'Posting', exact: true }).focus()
  await app.keyboard.press('g')
  await app.keyboard.press('y')
  await expect(app.getByRole('heading', { name: 'Recently viewed' })).toBeVisible()
  const viewed = app.getByRole('list', { name: 'Recently viewed' }).getByRole('link')
  await expect(viewed.first()).toContainText(opened)
  await expect(viewed.nth(1)).toContainText(first)

  await app.keyboard.press('Control+k')
  const palette = app.getByRole('dialog')
  await palette.getByLabel('Search actions').fill(first.slice(0, 20))
  await expect(palette.getByRole('button').filter({ hasText: first.slice(0, 20) })).not.toHaveCount(0)
  await app.keyboard.press('Enter')
  await expect(title).toHaveText(first)
})

test('an employer with several jobs shows the others', async ({ app, host }) => {
  await app.goto(`${host.origin}/jobs?q=${encodeURIComponent('"Brennholt Energie"')}`)
  await app.getByRole('option').first().click()
  const others = app.getByRole('list', { name: /^More at Brennholt Energie/ }).getByRole('link')
  await expect(others.first()).toBeVisible()
})

test('nothing viewed yet says how to begin', async ({ app, host }) => {
  await app.goto(`${host.origin}/recent`)
  await expect(app.getByRole('heading', { name: 'Nothing viewed yet' })).toBeVisible()
  await app.getByRole('link', { name: 'Go to Jobs' }).click()
  await expect(app.getByRole('option').first()).toBeVisible()
})
