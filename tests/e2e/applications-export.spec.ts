import { readFile } from 'node:fs/promises'
import { expect, test } from './app.ts'
import { seedApplications } from './applications.ts'

test.use({ profile: 'empty', contextOptions: { reducedMotion: 'reduce' } })

test('what the filters show is given out, and the calendar', async ({ app, host }) => {
  await seedApplications(app, [
    { title: 'Data Engineer', company: 'Acme' },
    { title: '=1+1', company: 'Globex' },
  ])
  await app.goto(`${host.origin}/applications?view=table&q=Globex`)
  await expect(app.getByRole('row').filter({ hasText: 'Globex' })).toBeVisible()
  await app.getByRole('button', { name: 'Import and export' }).click()
  const downloadingTable = app.waitForEvent('download')
  await app.getByRole('menuitem', { name: 'As a table (CSV)' }).click()
  const table = await downloadingTable
  expect(table.suggestedFilename()).toMatch(/^applications-\d{4}-\d\d-\d\d\.csv$/)
  await expect(app.getByText(`${table.suggestedFilename()} is in your downloads`)).toBeVisible()
  const text = await readFile(await table.path(), 'utf8')
  expect(text).toContain(`"'=1+1"`)
  expect(text).not.toContain('Acme')

  await app.keyboard.press('Control+k')
  await app.keyboard.type('export calendar')
  const downloadingCalendar = app.waitForEvent('download')
  await app.keyboard.press('Enter')
  const calendar = await downloadingCalendar
  expect(calendar.suggestedFilename()).toMatch(/\.ics$/)
  expect(await readFile(await calendar.path(), 'utf8')).toContain('BEGIN:VCALENDAR')
})
