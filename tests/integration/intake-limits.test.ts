import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Core } from '#main/core.ts'
import { ADDED_SOURCE } from '#shared/intake.ts'
import { testCore } from '../support/test-core.ts'

/** What people paste and pages hold that does not fit: it ends in a draft that can be stored, or in words that say what is wrong. */

type Answer = (request: IncomingMessage, response: ServerResponse) => void

async function site(answer: Answer): Promise<{ core: Core; origin: string }> {
  const server = createServer(answer)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { core: testCore({ baseUrls: { [ADDED_SOURCE]: origin } }), origin }
}

const html = (response: ServerResponse, body: string) =>
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body)
const jsonLd = (posting: object) => {
  const data = JSON.stringify({ '@context': 'https://schema.org', '@type': 'JobPosting', ...posting })
  return `<html><head><script type="application/ld+json">${data.replaceAll('<', '\\u003c')}</script></head><body></body></html>`
}
const TEXT = 'We build trams and look after them. '.repeat(20)

describe('a page whose data is beyond all bounds', () => {
  test('makes a draft within them, which can be stored as it is', async () => {
    const { core } = await site(() => undefined)
    const text = jsonLd({
      title: `<b>Engineer</b> ${'x'.repeat(1500)}`,
      hiringOrganization: { name: 'Trams & Sons '.repeat(100) },
      jobLocation: Array.from({ length: 60 }, (_, index) => ({
        address: { addressLocality: `Town ${index} ${'y'.repeat(400)}`, addressCountry: 'DE' },
      })),
      identifier: { value: 'R'.repeat(900) },
      description: `<p onclick="alert(1)">${TEXT}</p><script>alert(1)</script>`.repeat(3),
      datePosted: '2999-01-01',
      baseSalary: { currency: 'EUR', value: { minValue: 90_000, maxValue: 70_000, unitText: 'YEAR' } },
      url: 'https://trams.example/jobs/1',
    })
    const { draft } = await core.client.intake.read({ text })
    expect(draft.title.startsWith('Engineer x')).toBe(true)
    expect(draft).toMatchObject({ postedAt: null, statedSalary: { min: 70_000, max: 90_000 } })
    // Whoever shows it need not trust the page.
    expect(draft.description).not.toMatch(/<script|onclick/)
    expect((await core.client.intake.add(draft)).outcome).toBe('new')
  })

  test('and one whose address is none says so', async () => {
    const { core } = await site(() => undefined)
    const text = jsonLd({ title: 'Engineer', description: TEXT, url: `https://trams.example/${'z'.repeat(3000)}` })
    const reading = await core.client.intake.read({ text }).catch((error: unknown) => error)
    expect(reading).toMatchObject({ code: 'NOT_A_POSTING' })
  })
})

describe('a pasted text', () => {
  test.each([
    ['without a host', 'https://'],
    ['with half a host', 'http://[::1'],
    ['with signs for a host', 'https://%%%/x'],
    ['beyond all length', `https://trams.example/${'a'.repeat(3000)}`],
  ])('with an address %s is read without it', async (_, address) => {
    const { core } = await site(() => undefined)
    const { draft } = await core.client.intake.read({ text: `Tram Driver at Trams\nApply: ${address}\n${TEXT}` })
    expect(draft).toMatchObject({ title: 'Tram Driver', url: '' })
    expect((await core.client.intake.add(draft)).outcome).toBe('new')
  })

  test('of nothing but signs is no posting', async () => {
    const { core } = await site(() => undefined)
    await expect(core.client.intake.read({ text: '???\n!!!\n***' })).rejects.toMatchObject({ code: 'NOT_A_POSTING' })
  })
})

test('a short address leads to the posting, which then goes by its own', async () => {
  const { core, origin } = await site((request, response) => {
    if (request.url === '/s') return response.writeHead(302, { location: '/jobs/7?utm_source=mail' }).end()
    return html(response, jsonLd({ title: 'Tram Driver', description: TEXT }))
  })
  const { draft } = await core.client.intake.read({ text: `${origin}/s` })
  expect(draft.url.startsWith(`${origin}/jobs/7`)).toBe(true)
})

test.each([
  ['http://127.0.0.1:1/', 'a private address'],
  ['http://169.254.169.254/latest/meta-data/', 'the address of a cloud machine'],
])('a page that redirects to %s (%s) is not followed there', async (location) => {
  const { core, origin } = await site((_request, response) => response.writeHead(302, { location }).end())
  await expect(core.client.intake.read({ text: `${origin}/x` })).rejects.toMatchObject({
    code: 'NOT_A_POSTING',
    data: { reason: expect.not.stringContaining('meta-data') },
  })
})

test('a page of many megabytes is not read to its end', async () => {
  const { core, origin } = await site((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<p>tram</p>'.repeat(600_000))
  })
  await expect(core.client.intake.read({ text: `${origin}/x` })).rejects.toMatchObject({
    code: 'NOT_A_POSTING',
    data: { reason: expect.stringMatching(/more than 5 MB/) },
  })
})

test('a draft for a source that does not exist is refused', async () => {
  const { core } = await site(() => undefined)
  const { draft } = await core.client.intake.read({ text: `Tram Driver\n${TEXT}` })
  await expect(core.client.intake.add({ ...draft, sourceId: 'nobody' })).rejects.toMatchObject({
    code: 'NOT_A_POSTING',
  })
  expect((await core.client.jobs.search({})).total).toBe(0)
})
