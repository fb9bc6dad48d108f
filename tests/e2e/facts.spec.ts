import { expect, expectTotal, shownTotal, test } from './app.ts'

test('a fact shows the words it was read from, on hover and by keyboard', async ({ app, host }) => {
  await app.goto(`${host.origin}/jobs?visa=offers&salary=50000&country=DE`)
  await app.getByRole('option').first().click()
  const pay = app.getByRole('button', { name: /^€.* a (?:year|month)$/ }).first()
  const words = app.getByRole('tooltip').filter({ hasText: '“' })
  await pay.hover()
  await expect(words).toBeVisible()
  await app.mouse.move(0, 0)
  await expect(words).toBeHidden()
  await app.getByRole('button', { name: 'Put something right' }).focus()
  await app.keyboard.press('Shift+Tab')
  await expect(words).toBeVisible()
})

test('the permit check shows amount, validity and source, and knows more when the user says more', async ({
  app,
  host,
}) => {
  await app.goto(`${host.origin}/settings`)
  await app.getByLabel('Highest degree').click()
  await app.getByRole('option', { name: 'Vocational training' }).click()
  await expect(app.getByLabel('Highest degree')).toHaveValue('Vocational training')
  await app.goto(`${host.origin}/jobs?country=DE&role=product_manager&salary=60000`)
  await app.getByRole('option').first().click()
  // Without a degree the Blue Card is only open to IT.
  await expect(app.getByRole('heading', { level: 2 })).toBeVisible()
  await expect(app.getByRole('heading', { name: 'Does the pay reach the permit?' })).toBeHidden()
  await app.goto(`${host.origin}/jobs?country=DE&role=data_engineer&salary=60000`)
  await app.getByRole('option').first().click()
  const card = app.getByRole('region', { name: 'Does the pay reach the permit?' })
  await expect(card).toContainText('€45,934.20 a year')
  await expect(card).toContainText('valid since 1 Jan 2026')
  await expect(card).toContainText('make-it-in-germany.com')
})

test('what is read wrongly is put right, found by it, undone, put right again and taken back', async ({
  app,
  host,
}) => {
  await app.goto(`${host.origin}/jobs?visa=offers&country=DE`)
  await app.getByRole('option').first().click()
  const address = app.url()
  const dialog = app.getByRole('dialog', { name: 'Put right what was read' })
  const putRight = async () => {
    await app.getByRole('button', { name: 'Put something right' }).click()
    await dialog.getByLabel('Visa').click()
    await app.getByRole('option', { name: 'Refused' }).click()
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog).toBeHidden()
    await expect(app.getByRole('heading', { name: 'This employer does not sponsor a visa' })).toBeVisible()
    await expect(app.getByText('You put this right.')).toBeVisible()
  }
  await putRight()
  await app.getByRole('button', { name: 'Undo' }).click()
  await expect(app.getByRole('heading', { name: 'This employer helps with a visa' })).toBeVisible()

  await putRight()
  await app.goto(`${host.origin}/discover/quality`)
  await expect(app.getByText('visa of 1 job')).toBeVisible()
  await app.goto(address)
  await app.getByRole('button', { name: 'Put something right' }).click()
  await dialog.getByRole('button', { name: 'Take back visa' }).click()
  await expect(app.getByRole('heading', { name: 'This employer helps with a visa' })).toBeVisible()
})

test('jobs are filtered by whether their pay reaches a permit', async ({ app, host }) => {
  await app.goto(`${host.origin}/jobs?country=DE`)
  await expect(app.getByRole('option').first()).toBeVisible()
  await app.getByRole('button', { name: 'More' }).click()
  await app.getByRole('switch', { name: 'Pay reaches a permit’s threshold' }).check()
  await app.keyboard.press('Escape')
  await expect(app).toHaveURL(/permit=meets/)
  await expect(app.getByRole('listbox', { name: 'Jobs' })).toHaveAttribute('aria-busy', 'false')
  await app.getByRole('option').first().click()
  await expect(app.getByRole('region', { name: 'Does the pay reach the permit?' })).toContainText('Meets')
})

test('jobs that ask for a language that one does not speak are left out', async ({ app, host }) => {
  await app.goto(`${host.origin}/jobs?country=DE`)
  const before = await shownTotal(app)
  await app.getByRole('button', { name: 'More' }).click()
  const languages = app.getByRole('group', { name: 'Languages you speak' })
  await languages.getByRole('checkbox', { name: 'English' }).check()
  await app.keyboard.press('Escape')
  await expect(app).toHaveURL(/speaks=en/)
  await expect(app.getByRole('listbox', { name: 'Jobs' })).toHaveAttribute('aria-busy', 'false')
  const left = await shownTotal(app)
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThan(before)
  await expect(app.getByRole('button', { name: 'Remove You speak English' })).toBeVisible()
})

test('everything is read again on request, and the page says who read it', async ({ app, host }) => {
  await app.goto(`${host.origin}/discover/quality`)
  const jobs = app.getByText(/^Reader \d+: \d+ jobs$/)
  await expect(jobs).toBeVisible()
  const before = await jobs.textContent()
  await app.getByRole('button', { name: 'Read all again' }).click()
  await expect(jobs).toHaveText(before ?? '', { timeout: 30_000 })
})

test('a merge says why, is undone, stays undone, and is taken back', async ({ app, host }) => {
  await app.goto(`${host.origin}/jobs?q=Emsquell`)
  const total = await shownTotal(app)
  await app
    .getByRole('option', { name: /Data Engineer/ })
    .first()
    .click()
  await expect(app.getByRole('heading', { name: '2 postings of this job' })).toBeVisible()
  await expect(app.getByText(/^Why merged\? Same title, company and place/)).toBeVisible()
  await app.getByRole('button', { name: 'Not the same job' }).click()
  await expectTotal(app, total + 1)
  await expect(app.getByRole('heading', { name: '1 posting of this job' })).toBeVisible()
  await app.getByRole('button', { name: 'Undo' }).click()
  await expectTotal(app, total)
  await expect(app.getByRole('heading', { name: '2 postings of this job' })).toBeVisible()
})
