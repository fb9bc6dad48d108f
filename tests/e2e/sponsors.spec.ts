import { expect, shownTotal, test } from './app.ts'

/** A register of sixty employers, one of which has a job in the sample feed. */
function registerOf(names: readonly string[]): string {
  const rows = [...names, ...Array.from({ length: 60 - names.length }, (_, index) => `Harrow ${index} Care Homes Ltd`)]
  const head = 'Organisation Name,Town/City,County,Type & Rating,Route'
  return [head, ...rows.map((name) => `"${name}",London,,Worker (A rating),Skilled Worker`)].join('\n')
}

test('a register is imported, its employers are found in it, jobs are filtered by it; a file that is none is refused', async ({
  app,
  host,
}) => {
  await app.goto(`${host.origin}/settings/sponsors`)
  const row = app.getByRole('listitem').filter({ hasText: 'United Kingdom' })
  await expect(row).toContainText('Not stored yet')
  const importFile = async (name: string, text: string) => {
    const chooser = app.waitForEvent('filechooser')
    await row.getByRole('button', { name: 'Import a file' }).click()
    await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  }
  await importFile('shopping.csv', 'milk,bread\n1,2\n')
  await expect(app.getByText('The file was not taken')).toBeVisible()
  await expect(row).toContainText('Not stored yet')

  await importFile('register.csv', registerOf(['Thistlewick Limited']))
  await expect(row).toContainText('60 employers')
  await expect(row).toContainText('from register.csv')

  await app.goto(`${host.origin}/jobs?sponsor=listed`)
  await expect.poll(() => shownTotal(app), { timeout: 20_000 }).toBeGreaterThan(0)
  await app
    .getByRole('option', { name: /Thistlewick/ })
    .first()
    .click()
  const card = app.getByRole('region', { name: 'In a sponsor register' })
  await expect(card).toContainText('Thistlewick Limited')
  await expect(card).toContainText('Routes: Skilled Worker')
  await expect(app.getByRole('button', { name: 'Remove Sponsor register Listed' })).toBeVisible()
})
