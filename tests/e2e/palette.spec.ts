import { expect, test } from './app.ts'

const field = 'Search actions'

test('what is typed at once after opening the palette lands in its field and runs nothing on the page', async ({
  app,
}) => {
  await app.getByRole('option').first().click()
  await expect(app.getByRole('region', { name: 'Job details' })).toBeVisible()
  const address = app.url()
  for (const typed of ['jksh', 'gj', 'x?']) {
    await app.keyboard.press('Control+K')
    await app.keyboard.type(typed)
    await expect(app.getByRole('textbox', { name: field })).toHaveValue(typed)
    await app.keyboard.type(' more')
    await expect(app.getByRole('textbox', { name: field })).toHaveValue(`${typed} more`)
    await app.keyboard.press('Escape')
    await expect(app.getByRole('dialog')).toBeHidden()
    expect(app.url()).toBe(address)
  }
  await expect(app.getByRole('button', { name: 'Save', exact: true })).toHaveAttribute('aria-pressed', 'false')
})

test('Enter right after the letters runs what is found, and Escape gives the palette up', async ({ app }) => {
  await app.keyboard.press('Control+K')
  await app.keyboard.type('sponsor registers')
  await app.keyboard.press('Enter')
  await expect(app).toHaveURL(/\/settings\/sponsors$/)
  await app.keyboard.press('Control+K')
  await app.keyboard.press('Escape')
  await expect(app.getByRole('dialog')).toBeHidden()
  await app.keyboard.press('g')
  await app.keyboard.press('j')
  await expect(app).toHaveURL(/\/jobs$/)
})
