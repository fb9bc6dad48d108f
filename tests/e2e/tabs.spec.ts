import type { BrowserContext, Page } from '@playwright/test'
import { expect, test } from './app.ts'

// Browsers open six HTTP/1.1 connections to a host: with a stream in each tab the sixth tab would wait for ever.
const TABS = 8

test('eight tabs share one stream: each shows jobs and hears of changes, also after the tab that read it is closed', async ({
  app,
  context,
  host,
}) => {
  const streams = countStreams(context)
  await expect(firstJob(app)).toBeVisible()
  const others = await Promise.all(Array.from({ length: TABS - 1 }, () => openTab(context, `${host.origin}/jobs`)))
  for (const page of others) await expect(firstJob(page)).toBeVisible()
  expect(streams.count(), 'streams beside the one of the first tab').toBe(0)

  await pressOnFirstJob(others[TABS - 2], 'Save')
  for (const page of [app, ...others]) await expect(firstJob(page).getByText('Saved:')).toBeAttached()

  await app.close()
  await expect.poll(streams.count, 'streams that took over').toBe(1)
  await pressOnFirstJob(others[0], 'Saved')
  for (const page of others) await expect(firstJob(page).getByText('Saved:')).not.toBeAttached()
  expect(streams.count()).toBe(1)
})

test('a setting changed in one tab is changed on the screen of another', async ({ app, context, host }) => {
  await app.goto(`${host.origin}/settings/sources`)
  const other = await openTab(context, `${host.origin}/settings/sources`)
  const here = app.getByRole('switch', { name: 'The Muse on' })
  const there = other.getByRole('switch', { name: 'The Muse on' })
  await expect(there).toBeChecked()
  // A click, because the switch of a tab in the background follows its setting a moment later.
  await here.click({ force: true })
  await expect(here).not.toBeChecked()
  await expect(there).not.toBeChecked()
  await there.click({ force: true })
  await expect(here).toBeChecked()
})

test('every tab notices that the core went away, not only the one that reads the stream', async ({
  page,
  context,
  host,
}) => {
  await page.goto(host.launchUrl)
  const other = await openTab(context, `${host.origin}/jobs`)
  await expect(firstJob(page)).toBeVisible()
  await expect(firstJob(other)).toBeVisible()
  await host.stop()
  await expect(page.getByText('The connection is lost.')).toBeVisible()
  await expect(other.getByText('The connection is lost.')).toBeVisible()
})

test('a tab that lost its session does not keep the stream from others', async ({ page, context, host }) => {
  await page.goto(host.launchUrl)
  await expect(firstJob(page)).toBeVisible()
  const session = await context.cookies()
  await context.clearCookies()
  await firstJob(page).click()
  await expect(page.getByRole('heading', { name: 'This window is not connected' })).toBeVisible()
  await context.addCookies(session)
  const streams = countStreams(context)
  await openTab(context, `${host.origin}/jobs`)
  await expect.poll(streams.count).toBe(1)
})

async function openTab(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(url)
  return page
}

/** Counts the streams that pages ask for from now on. */
function countStreams(context: BrowserContext): { readonly count: () => number } {
  let count = 0
  context.on('request', (request) => {
    if (request.url().endsWith('/rpc/events/stream')) count += 1
  })
  return { count: () => count }
}

function firstJob(page: Page) {
  return page.getByRole('option').first()
}

async function pressOnFirstJob(page: Page | undefined, name: string): Promise<void> {
  if (!page) throw new Error('This tab is not open')
  await firstJob(page).click()
  await page.getByRole('region', { name: 'Job details' }).getByRole('button', { name, exact: true }).click()
}
