import { expect, test } from './app.ts'

test('the key for notices leads to the newest one, also while the one before is fading', async ({ app, host }) => {
  await app.goto(`${host.origin}/profile`)
  const level = app.getByRole('checkbox', { name: 'Senior' })
  await app.getByRole('checkbox', { name: 'Backend' }).check({ force: true })
  await expect(app.getByRole('alert').filter({ hasText: 'Roles changed' })).toBeVisible()
  await level.check({ force: true })
  const newest = app.getByRole('alert').filter({ hasText: 'Levels changed' })
  await expect(newest).toBeVisible()
  await app.keyboard.press('g')
  await app.keyboard.press('n')
  await expect(newest.getByRole('button', { name: 'Undo' })).toBeFocused()
  await app.keyboard.press('Enter')
  await expect(level).not.toBeChecked()
})

for (const width of [1280, 800]) {
  test(`a notice stands below the screen at ${width} px, and a newer one takes its place`, async ({ app, host }) => {
    await app.setViewportSize({ width, height: 700 })
    await app.goto(`${host.origin}/profile`)
    const notices = app.getByRole('alert')
    await app.getByRole('checkbox', { name: 'Backend' }).check({ force: true })
    await expect(notices).toContainText('Roles changed')
    await app.getByRole('checkbox', { name: 'Senior' }).check({ force: true })
    await expect(notices.filter({ hasText: 'Levels changed' })).toBeVisible()
    await expect(notices).toHaveCount(1)
    const bottom = async () => {
      const [screen, notice] = await Promise.all([app.locator('#content').boundingBox(), notices.boundingBox()])
      return { screen: (screen?.y ?? 0) + (screen?.height ?? 0), notice: notice?.y ?? 0 }
    }
    await expect
      .poll(async () => {
        const { screen, notice } = await bottom()
        return notice >= screen
      })
      .toBe(true)
  })
}
