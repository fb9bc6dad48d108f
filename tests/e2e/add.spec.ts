import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, expectTotal, shownTotal, test as base } from './app.ts'

const TEXT = `Senior Data Engineer at Havelwerk Analytics
Location: Berlin, Germany

We measure how trains age. You build pipelines in Python and dbt on PostgreSQL.
We sponsor visas for candidates from abroad. Pay: €70,000 – €85,000 per year, hybrid.`

const POSTING = {
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'Platform Engineer',
  url: 'https://lichtbogen.example/jobs/1',
  hiringOrganization: { '@type': 'Organization', name: 'Lichtbogen Energy' },
  jobLocation: { '@type': 'Place', address: { addressLocality: 'Amsterdam', addressCountry: 'NL' } },
  description: '<p>You run our Kubernetes clusters. We cannot sponsor a visa for this role.</p>',
}

const PAGES: Readonly<Record<string, string>> = {
  '/jobs/1': `<!doctype html><title>A job</title><script type="application/ld+json">${JSON.stringify(POSTING)}</script>`,
  '/empty': '<!doctype html><title>Welcome</title><p>Nothing here.</p>',
}

/** A careers site on this machine, which the host is told to trust. */
const test = base.extend<{ site: string }>({
  site: async ({ browserName: _browserName }, use) => {
    const server = createServer((request, response) => {
      const page = PAGES[request.url ?? '']
      response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(page ?? 'Not found')
    })
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    server.closeAllConnections()
    await new Promise((resolve) => void server.close(resolve))
  },
  hostArgs: async ({ site }, use) => use(['--base-url', `added=${site}`]),
})

async function read(app: Page, text: string): Promise<void> {
  await app.getByRole('textbox', { name: 'Address or text' }).fill(text)
  await app.getByRole('button', { name: 'Read it' }).click()
}

test('a pasted text becomes a draft, is put right with what is read of it, and is then a job that opens', async ({
  app,
}) => {
  const before = await shownTotal(app)
  await app.keyboard.press('n')
  await read(app, TEXT)
  await expect(app.getByRole('textbox', { name: 'Title' })).toHaveValue('Senior Data Engineer')
  await expect(app.getByRole('textbox', { name: 'Company' })).toHaveValue('Havelwerk Analytics')
  await expect(app.getByText('This employer helps with a visa')).toBeVisible()
  await expect(app.getByRole('list', { name: 'Skills' })).toContainText('Python')

  await app.getByRole('textbox', { name: 'Title' }).fill('')
  await expect(app.getByText('A job needs a title.')).toBeVisible()
  await expect(app.getByRole('button', { name: 'Add to my jobs' })).toBeDisabled()
  await app.getByRole('textbox', { name: 'Title' }).fill('Lead Data Engineer')
  await expect(app.getByText('Level').locator('..')).toContainText('Lead')
  await app.getByRole('button', { name: 'Add to my jobs' }).click()

  await expect(app).toHaveURL(/job=\d+/)
  const detail = app.getByRole('region', { name: 'Job details' })
  await expect(detail.getByRole('heading', { level: 2 })).toHaveText('Lead Data Engineer')
  await expect(detail.getByText('Added by you')).toBeVisible()
  await expectTotal(app, before + 1)
})

test('a page is read by its address, added once, and known when it comes again', async ({ app, site }) => {
  await app.getByRole('link', { name: 'Add' }).click()
  await read(app, `${site}/jobs/1`)
  await expect(app.getByText('Read from the data that the page has for search engines.')).toBeVisible()
  await expect(app.getByRole('textbox', { name: 'Title' })).toHaveValue('Platform Engineer')
  await expect(app.getByText('This employer does not sponsor a visa')).toBeVisible()
  await app.getByRole('button', { name: 'Add to my jobs' }).click()
  await expect(app).toHaveURL(/job=\d+/)
  const address = app.url()

  await app.keyboard.press('n')
  await read(app, `${site}/jobs/1`)
  await expect(app.getByText('You have this job already.')).toBeVisible()
  await app.getByRole('link', { name: 'Open it' }).click()
  await expect(app).toHaveURL(address)
})

test('what is no posting says so and what to do instead', async ({ app, site }) => {
  await app.keyboard.press('n')
  await read(app, `${site}/empty`)
  await expect(app.getByText('Paste its text instead.')).toBeVisible()
  await read(app, 'Engineer')
  await expect(app.getByText(/a title in the first line, and the text below it/)).toBeVisible()
  await read(app, 'http://127.0.0.1:1/private')
  await expect(app.getByText(/No posting was recognised in it\./)).toBeVisible()
})

test('a text that is dropped on the window is read; a picture is refused with what can be dropped', async ({ app }) => {
  await drop(app, { text: TEXT })
  await expect(app).toHaveURL(/\/add$/)
  await expect(app.getByRole('textbox', { name: 'Title' })).toHaveValue('Senior Data Engineer')
  await drop(app, { fileName: 'photo.png' })
  await expect(app.getByText('Drop a link, a text, or a saved page (.html, .txt).')).toBeVisible()
  await drop(app, { fileName: 'saved.html' })
  await expect(app.getByRole('textbox', { name: 'Title' })).toHaveValue('Platform Engineer')
})

/** What a browser tells a page when something is dropped on it. */
async function drop(app: Page, what: { readonly text: string } | { readonly fileName: string }): Promise<void> {
  const put =
    'text' in what
      ? `data.setData('text/plain', ${JSON.stringify(what.text)})`
      : `data.items.add(new File(${JSON.stringify([PAGES['/jobs/1']])}, ${JSON.stringify(what.fileName)}))`
  const dataTransfer = await app.evaluateHandle(`(() => { const data = new DataTransfer(); ${put}; return data })()`)
  for (const type of ['dragenter', 'dragover', 'drop']) await app.dispatchEvent('body', type, { dataTransfer })
}
