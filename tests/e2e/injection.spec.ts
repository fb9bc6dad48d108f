import { companySlugs } from '../fakes/content.ts'
import type { Fakes } from '../fakes/job-boards.ts'
import { scriptPayloads } from '../fakes/payloads.ts'
import { baseUrlFlags, expect, test } from './boards.ts'
import { cli } from './host.ts'

/** Every payload in every field of every source: stored, listed, opened, and nothing of it runs or calls out. */

test.use({
  count: scriptPayloads.length,
  employers: companySlugs()
    .slice(0, 4)
    .map((slug) => `https://boards.greenhouse.io/${slug}`),
})

const SOURCES = ['arbeitnow', 'the-muse', 'greenhouse', 'rss']

async function storeHostilePostings(home: string, boards: Fakes): Promise<number> {
  for (const board of SOURCES) boards.setMode(board, 'script-injection')
  const set = (key: string, value: unknown) => cli(home, ['settings', 'set', key, JSON.stringify(value)])
  await set('rssFeeds', [`${boards.urls['rss']}/feed.xml`])
  await set('targetRoles', [])
  await set('targetCountries', [])
  await set('maxPostingsPerRun', 10_000)
  const discover = ['discover', '--source', SOURCES.join(','), '--json']
  const run = (await cli(home, [...baseUrlFlags(boards), ...discover])) as { new: number; state: string }
  expect(run.state).toBe('completed')
  return run.new
}

test('postings full of scripts are shown as text: nothing runs, nothing is requested', async ({
  page,
  home,
  host,
  boards,
}) => {
  test.setTimeout(300_000)
  expect(scriptPayloads.length).toBeGreaterThanOrEqual(40)
  const stored = await storeHostilePostings(home, boards)
  expect(stored).toBeGreaterThan(scriptPayloads.length / 2)

  const alarms: string[] = []
  page.on('dialog', (dialog) => {
    alarms.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(host.origin) || request.url().startsWith('data:image/svg+xml')
    if (!isOwn) alarms.push(`request: ${request.url()}`)
  })
  page.on('popup', (popup) => alarms.push(`popup: ${popup.url()}`))
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) alarms.push(`refused by the policy: ${message.text()}`)
  })

  await page.goto(host.launchUrl)
  const { jobs } = (await cli(home, ['search', '--per-page', '200', '--json'])) as { jobs: { id: number }[] }
  expect(jobs.length).toBe(Math.min(stored, 200))
  const detail = page.getByRole('region', { name: 'Job details' })
  await page.getByRole('option').first().click()
  for (const { id } of jobs) {
    await expect(page).toHaveURL(new RegExp(`job=${id}(&|$)`))
    await expect(detail.getByRole('heading', { level: 2 })).toBeVisible()
    await expect(detail.getByRole('heading', { name: /postings? of this job$/ })).toBeVisible()
    const harmful = await detail.evaluate((element) => {
      const found = element.querySelectorAll('script, iframe, object, embed, form, link, meta, base, style')
      const handlers = [...element.querySelectorAll('*')].flatMap((node) =>
        node.getAttributeNames().filter((name: string) => name.startsWith('on')),
      )
      const links = [...element.querySelectorAll('a')].map((link) => link.protocol)
      return { elements: found.length, handlers, schemes: links.filter((scheme) => !/^https?:$/.test(scheme)) }
    })
    expect(harmful).toEqual({ elements: 0, handlers: [], schemes: [] })
    await page.keyboard.press('j')
  }
  expect(alarms).toEqual([])
})
