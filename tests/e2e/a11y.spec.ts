import { expect, test, turn } from './app.ts'
import { expectAccessible } from './axe.ts'

const NARROW = [
  '/jobs',
  '/for-you',
  '/for-you/skills',
  '/profile',
  '/compare',
  '/recent',
  '/searches',
  '/discover',
  '/discover/coverage',
  '/discover/quality',
  '/settings',
  '/settings/sources',
  '/settings/schedule',
  '/settings/keys',
  '/settings/sponsors',
  '/add',
]
for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })
    // Every rule over every element takes its time.
    test.describe.configure({ timeout: 150_000 })

    test('jobs: list, open job, filters on, nothing found, filter open', async ({ app, host }) => {
      await expect(app.getByRole('option').first()).toBeVisible()
      await expectAccessible(app, 'list')
      await app.getByRole('button', { name: /^Sort/ }).click()
      await expect(app.getByRole('menuitemradio').first()).toBeVisible()
      await expectAccessible(app, 'order')
      await app.keyboard.press('Escape')
      await app
        .getByRole('option', { name: /helps with a visa/ })
        .first()
        .click()
      await expect(app.locator('article')).toBeVisible()
      await expectAccessible(app, 'open job')
      await app.goto(`${host.origin}/jobs?visa=refuses&country=DE`)
      await app.getByRole('option').first().click()
      await expect(app.locator('article')).toBeVisible()
      await expectAccessible(app, 'filters on, a refusal open')
      await app.goto(`${host.origin}/jobs?visa=conditional`)
      await app.getByRole('option').first().click()
      await expect(app.locator('article')).toBeVisible()
      await expectAccessible(app, 'a condition open')
      await app.goto(`${host.origin}/jobs?q=zzzzzz`)
      await expect(app.getByRole('heading', { name: 'No job matches' })).toBeVisible()
      await expectAccessible(app, 'nothing found')
      await app.goto(`${host.origin}/jobs`)
      await app.getByRole('button', { name: 'Country' }).click()
      await expect(app.getByRole('checkbox').first()).toBeVisible()
      await expectAccessible(app, 'filter open')
    })

    test('jobs: some picked, why they are hidden, side by side, similar ones, viewed ones', async ({ app, host }) => {
      await expect(app.getByRole('option').first()).toBeVisible()
      for (const key of ['j', 'x', 'Shift+J', 'Shift+J']) await app.keyboard.press(key)
      await expect(app.getByText('3 selected')).toBeVisible()
      await expectAccessible(app, 'some picked')
      await app.getByRole('button', { name: 'Hide 3…' }).click()
      await expect(app.getByRole('menuitem').first()).toBeVisible()
      await expectAccessible(app, 'why they are hidden')
      await app.keyboard.press('Escape')
      await app.getByRole('button', { name: 'Compare' }).click()
      await expect(app.getByRole('table', { name: 'Jobs side by side' })).toBeVisible()
      await expectAccessible(app, 'side by side')
      await app.goto(`${host.origin}/compare`)
      await expect(app.getByRole('heading', { name: 'Nothing to compare yet' })).toBeVisible()
      await expectAccessible(app, 'nothing to compare')
      await app.goto(`${host.origin}/recent`)
      await expect(app.getByRole('heading', { name: 'Nothing viewed yet' })).toBeVisible()
      await expectAccessible(app, 'nothing viewed')
      await app.goto(`${host.origin}/jobs?q=data`)
      const noted = app.waitForResponse((response) => response.url().includes('noteViewed'))
      await app.getByRole('option').first().click()
      await noted
      await expect(app.getByRole('list', { name: 'Similar jobs' })).toBeVisible()
      await expectAccessible(app, 'similar jobs')
      await app.goto(`${host.origin}/recent`)
      await expect(app.getByRole('list', { name: 'Recently viewed' })).toBeVisible()
      await expectAccessible(app, 'viewed')
      await app.goto(`${host.origin}/jobs?city=berlin`)
      for (const name of [/^City/, 'Salary', 'Skills'] as const) {
        await app.getByRole('button', { name }).first().click()
        await expect(app.getByRole('dialog')).toBeVisible()
        await expectAccessible(app, `filter ${String(name)} open`)
        await app.keyboard.press('Escape')
        await app.keyboard.press('Escape')
      }
    })

    test('discover: a run opened, the pause menu; coverage', async ({ app, host }) => {
      await app.goto(`${host.origin}/settings/schedule`)
      await turn(app.getByRole('switch', { name: 'Run by itself' }))
      await app.goto(`${host.origin}/discover`)
      await app
        .getByRole('button', { name: /Command line/ })
        .first()
        .click()
      await expect(app.getByRole('table')).toBeVisible()
      await expectAccessible(app, 'discover')
      await app.getByRole('button', { name: 'Pause' }).click()
      await expect(app.getByRole('menuitem').first()).toBeVisible()
      await expectAccessible(app, 'pause menu')
      await app.goto(`${host.origin}/discover/coverage`)
      await expect(app.getByRole('table', { name: 'Coverage by source' })).toBeVisible()
      await expectAccessible(app, 'coverage')
      await app.goto(`${host.origin}/discover/quality`)
      await expect(app.getByRole('table', { name: 'Facts by source' })).toBeVisible()
      await expectAccessible(app, 'data quality')
      await app.goto(`${host.origin}/settings/sponsors`)
      await expect(app.getByRole('listitem').first()).toBeVisible()
      await expectAccessible(app, 'sponsor registers')
    })

    test('employers: a board recognised, some of the list, nobody', async ({ app, host }) => {
      await app.goto(`${host.origin}/employers`)
      await app.getByRole('textbox', { name: 'Add an employer' }).fill('https://jobs.lever.co/havelwerk')
      await app.getByRole('button', { name: 'Look' }).click()
      await app.getByRole('button', { name: 'Watch' }).click()
      await app.getByRole('textbox', { name: 'Add an employer' }).fill('https://jobs.lever.co/lichtbogen')
      await app.getByRole('button', { name: 'Look' }).click()
      await expect(app.getByText('recognised by its address')).toBeVisible()
      await app.getByRole('searchbox', { name: 'Find an employer' }).fill('lever')
      await expect(app.getByRole('switch', { name: 'Watch Havelwerk' })).toBeVisible()
      await expectAccessible(app, 'employers')
      await app.getByRole('searchbox', { name: 'Find an employer' }).fill('nobody')
      await expect(app.getByRole('heading', { name: 'No such employer' })).toBeVisible()
      await expectAccessible(app, 'no employer')
    })

    test('settings: general, keys, a schedule and one that cannot be used', async ({ app, host }) => {
      await app.goto(`${host.origin}/settings`)
      await expect(app.getByText(/SQLite 3/)).toBeVisible()
      await expectAccessible(app, 'general')
      await app.goto(`${host.origin}/settings/keys`)
      await expect(app.getByText('Not set').first()).toBeVisible()
      await expectAccessible(app, 'keys')
      await app.goto(`${host.origin}/settings/schedule`)
      await expect(app.getByRole('listitem').first()).toBeVisible()
      await expectAccessible(app, 'schedule')
      await app.getByRole('textbox', { name: 'Cron line' }).fill('61 * * * *')
      await expect(app.getByRole('listitem')).toHaveCount(0)
      await expectAccessible(app, 'a cron line that cannot be used')
    })

    test('sources: rows opened, a connection tested, terms to read', async ({ app, host }) => {
      await app.goto(`${host.origin}/settings/sources`)
      for (const name of [
        'Arbeitnow',
        'The Muse',
        'Greenhouse',
        'RSS and Atom feeds',
        'Firecrawl',
        'LinkedIn',
        'Sample feed',
      ]) {
        await app.getByRole('button', { name: new RegExp(`^${name}`) }).click()
      }
      await app.getByRole('button', { name: 'Test connection to Sample feed' }).click()
      await expect(app.getByText(/^Answers; .* It took /)).toBeVisible()
      await expectAccessible(app, 'sources')
      await app.getByRole('switch', { name: 'LinkedIn on' }).click({ force: true })
      await expect(app.getByRole('dialog')).toBeVisible()
      await expectAccessible(app, 'terms')
    })

    test('add a job: nothing yet, a problem, a draft', async ({ app, host }) => {
      await app.goto(`${host.origin}/add`)
      const text = app.getByRole('textbox', { name: 'Address or text' })
      await text.fill('Engineer')
      await app.getByRole('button', { name: 'Read it' }).click()
      await expect(app.getByText(/No posting was recognised in it/)).toBeVisible()
      await expectAccessible(app, 'a problem')
      await text.fill('Data Engineer at Havelwerk\n\nWe sponsor visas. You know Python. €70,000 per year in Berlin.')
      await app.getByRole('button', { name: 'Read it' }).click()
      await expect(app.getByRole('list', { name: 'Skills' })).toBeVisible()
      await expectAccessible(app, 'a draft')
      await app.getByRole('textbox', { name: 'Title' }).fill('')
      await expect(app.getByText('A job needs a title.')).toBeVisible()
      await expectAccessible(app, 'a draft without a title')
    })

    test('palette and shortcuts', async ({ app }) => {
      await app.keyboard.press('Control+k')
      await expect(app.getByRole('textbox', { name: 'Search actions' })).toBeFocused()
      await expectAccessible(app, 'palette')
      await app.keyboard.press('Escape')
      await expect(app.getByRole('dialog')).toBeHidden()
      await app.keyboard.press('?')
      await expect(app.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
      await expectAccessible(app, 'shortcuts')
    })

    test('narrow window', async ({ app, host }) => {
      await app.setViewportSize({ width: 800, height: 700 })
      for (const path of NARROW) {
        await app.goto(`${host.origin}${path}`)
        await expect(app.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(app, path)
      }
    })

    test.describe('new profile', () => {
      test.use({ profile: 'new' })

      test('welcome', async ({ app }) => {
        await expectAccessible(app, 'welcome')
        await app.getByRole('button', { name: 'Choose sources and start' }).click()
        await app.getByRole('button', { name: 'Choose among them' }).click()
        await expect(app.getByRole('switch').first()).toBeVisible()
        await expectAccessible(app, 'welcome, choosing')
      })
    })
  })
}
