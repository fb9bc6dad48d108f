import { describe, expect, test } from 'vitest'
import { behavesAsJobFeed } from '../../support/job-feeds.ts'
import { fakesFor, readerOf, reasonsIn } from '../../support/read-source.ts'

const id = 'berlin-startup-jobs'

describe('Berlin Startup Jobs', () => {
  test('is read with one request, all of it', async () => {
    const fakes = await fakesFor()
    const { items, problems } = await readerOf(fakes, id)()
    expect(reasonsIn(items)).toEqual({ ok: 72 })
    expect(problems).toEqual([])
    expect(fakes.requests().map(({ path }) => path)).toEqual(['/feed/'])
    const ids = items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : []))
    expect(new Set(ids).size).toBe(72)
  })

  test("gives employer, role, the whole text, and an address on the board's host", async () => {
    const fakes = await fakesFor()
    const { items } = await readerOf(fakes, id)()
    for (const item of items) {
      if (!item.ok) continue
      const { posting } = item
      expect(posting.company).toMatch(/^[A-ZÄÖÜ]/)
      expect(posting.title).not.toContain('//')
      expect(posting.url.startsWith(`${fakes.urls[id] ?? ''}/engineering/`)).toBe(true)
      expect(posting).toMatchObject({ locations: ['Berlin, Germany'], workplace: null, employmentType: null })
      expect(posting.descriptionHtml).toMatch(/^<p>[\s\S]*Reference[\s\S]*<\/p>$/)
    }
  })

  test('keeps other trades out, and everything for who looks elsewhere', async () => {
    const fakes = await fakesFor()
    const read = readerOf(fakes, id)
    const roles = reasonsIn((await read({ plan: { roles: ['Data Scientist'] } })).items)
    expect(roles['outside_roles']).toBeGreaterThan(0)
    expect(roles['ok']).toBeGreaterThan(0)
    expect(reasonsIn((await read({ plan: { countries: ['NL'] } })).items)).toEqual({ outside_countries: 72 })
  })
})

behavesAsJobFeed({ id, name: 'Berlin Startup Jobs', items: 72 })
