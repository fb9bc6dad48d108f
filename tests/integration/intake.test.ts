import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { Core } from '#main/core.ts'
import { ADDED_SOURCE } from '#shared/intake.ts'
import { fakesFor } from '../support/read-source.ts'
import { discover, testCore, watchOnly } from '../support/test-core.ts'

/** One job at a time, by hand: an address, a page or a text goes in, the user confirms, and it is stored like any other. */

const JSON_LD = `<!doctype html><html><head><title>Job</title><script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'JobPosting',
  title: 'Senior Data Engineer',
  hiringOrganization: { '@type': 'Organization', name: 'Havelwerk Analytics' },
  jobLocation: { '@type': 'Place', address: { addressLocality: 'Berlin', addressCountry: 'DE' } },
  datePosted: '2026-11-20',
  description: '<p>Python and Airflow. We sponsor your visa.</p>',
  baseSalary: {
    '@type': 'MonetaryAmount',
    currency: 'EUR',
    value: { minValue: 70000, maxValue: 85000, unitText: 'YEAR' },
  },
})}</script></head><body><h1>Senior Data Engineer</h1></body></html>`
const READABLE = `<!doctype html><html><head><title>Platform Engineer | Kranich</title><meta property="og:site_name" content="Kranich"></head>
  <body><main><h1>Platform Engineer</h1><p>${'Kubernetes, Go and a team of eight in Vienna. '.repeat(10)}</p><p>We cannot sponsor visas.</p></main></body></html>`
const LOGIN =
  '<!doctype html><html><head><title>Sign in</title></head><body><form><input type="password"></form></body></html>'

async function pages(answers: Readonly<Record<string, string>>): Promise<{ core: Core; origin: string }> {
  const server = createServer((request, response) => {
    const html = answers[request.url ?? '']
    response
      .writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
      .end(html ?? 'gone')
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { core: testCore({ baseUrls: { [ADDED_SOURCE]: origin } }), origin }
}

test('a page with data for machines is read by it, and stored only when it is confirmed', async () => {
  const { core, origin } = await pages({ '/jobs/1': JSON_LD })
  const reading = await core.client.intake.read({ text: `${origin}/jobs/1` })
  expect(reading).toMatchObject({
    way: 'json-ld',
    others: 0,
    knownJobId: null,
    draft: { title: 'Senior Data Engineer', company: 'Havelwerk Analytics', sourceId: ADDED_SOURCE },
    facts: { visa: { status: 'offers' }, salary: { min: 70_000, max: 85_000, currency: 'EUR' } },
  })
  expect((await core.client.jobs.search({})).total).toBe(0)
  const added = await core.client.intake.add(reading.draft)
  expect(added.outcome).toBe('new')
  const job = await core.client.jobs.get({ id: added.jobId })
  expect(job).toMatchObject({ title: 'Senior Data Engineer', place: { city: 'Berlin', countryCode: 'DE' } })
  expect(job.postings.map(({ sourceName }) => sourceName)).toEqual(['Added by you'])
  const again = await core.client.intake.read({ text: `${origin}/jobs/1` })
  expect(again.knownJobId).toBe(added.jobId)
  expect((await core.client.intake.add(again.draft)).outcome).toBe('known')
  expect((await core.client.jobs.search({})).total).toBe(1)
})

test('a page without such data is read as people see it', async () => {
  const { core, origin } = await pages({ '/p': READABLE })
  const reading = await core.client.intake.read({ text: `${origin}/p` })
  expect(reading).toMatchObject({
    way: 'page',
    draft: { title: 'Platform Engineer', company: 'Kranich', url: `${origin}/p` },
    facts: { visa: { status: 'refuses', evidence: 'We cannot sponsor visas.' } },
  })
})

test('a posting of a known board is read off the board, and a later run knows it', async () => {
  const fakes = await fakesFor({ content: { count: 24 } })
  const core = testCore({ baseUrls: fakes.urls, resolve: () => Promise.reject(new Error('no such host')) })
  await core.client.settings.update({ targetRoles: [], targetCountries: [] })
  await watchOnly(core, 'greenhouse', ['kranich'])
  await discover(core, ['greenhouse'])
  const [stored] = (await core.client.jobs.search({})).jobs
  if (stored === undefined) throw new Error('the board has no job')
  const { postings } = await core.client.jobs.get({ id: stored.id })
  const id = /jobs\/(\d+)/.exec(postings[0]?.url ?? '')?.[1]
  // The page itself is on a host that does not answer here: the board is asked instead.
  const reading = await core.client.intake.read({ text: `https://boards.greenhouse.io/kranich/jobs/${id}` })
  expect(reading).toMatchObject({ way: 'board', knownJobId: stored.id, draft: { sourceId: 'greenhouse' } })
  expect((await core.client.intake.add(reading.draft)).jobId).toBe(stored.id)
})

test('a text is read by its first line and its labels; without an address it is known by what it says', async () => {
  const core = testCore()
  const text =
    'Machine Learning Engineer at Polarkreis\nLocation: Munich, Germany\nPyTorch. Visa sponsorship is available.'
  const reading = await core.client.intake.read({ text })
  expect(reading).toMatchObject({
    way: 'text',
    draft: { title: 'Machine Learning Engineer', company: 'Polarkreis', url: '', locations: ['Munich, Germany'] },
    facts: { visa: { status: 'offers' }, places: [{ city: 'Munich', countryCode: 'DE' }] },
  })
  const first = await core.client.intake.add(reading.draft)
  expect((await core.client.intake.add(reading.draft)).jobId).toBe(first.jobId)
  const other = await core.client.intake.add({ ...reading.draft, title: 'Data Analyst', description: 'Another text.' })
  expect(other.jobId).not.toBe(first.jobId)
  expect((await core.client.jobs.get({ id: first.jobId })).postings[0]?.url).toBe('')
})

test('what the user changes is read anew before it is stored', async () => {
  const core = testCore()
  const { draft } = await core.client.intake.read({ text: 'Data Engineer\nWe build things with Python.' })
  const changed = { ...draft, salaryText: '€60,000 – €70,000 per year', locations: ['Amsterdam'] }
  const { facts } = await core.client.intake.preview(changed)
  expect(facts).toMatchObject({
    salary: { min: 60_000, max: 70_000 },
    places: [{ city: 'Amsterdam', countryCode: 'NL' }],
  })
})

test.each([
  ['a login page', '/login', /no posting/],
  ['a page that is gone', '/none', /status 404/],
])('%s is no posting and says so', async (_, path, reason) => {
  const { core, origin } = await pages({ '/login': LOGIN })
  await expect(core.client.intake.read({ text: origin + path })).rejects.toMatchObject({
    code: 'NOT_A_POSTING',
    data: { reason: expect.stringMatching(reason) },
  })
})

test.each(['http://10.0.0.1/job', 'http://localhost/job', 'http://169.254.169.254/latest', 'https://[::1]/x'])(
  'an address in a private network is never asked: %s',
  async (text) => {
    await expect(testCore().client.intake.read({ text })).rejects.toMatchObject({ code: 'NOT_A_POSTING' })
  },
)

test('scripts in a pasted page are shown as text and run nowhere', async () => {
  const core = testCore()
  const text = `<html><body><main><h1>Engineer <img src=x onerror=alert(1)></h1><p>${'Work with us. '.repeat(30)}</p><script>alert(1)</script></main></body></html>`
  const { draft } = await core.client.intake.read({ text })
  const { jobId } = await core.client.intake.add(draft)
  const job = await core.client.jobs.get({ id: jobId })
  expect(job.descriptionHtml).not.toMatch(/<script|onerror|<img/i)
  expect(job.title).toBe('Engineer')
})
