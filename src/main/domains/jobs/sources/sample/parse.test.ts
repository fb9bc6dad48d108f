import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { offlineContext } from '../../../../../../tests/support/offline-context.ts'
import { keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { parseSlice } from './parse.ts'
import { sample } from './sample.source.ts'

const text = readFileSync(new URL('fixtures/feed.json', import.meta.url), 'utf8')
const feed = JSON.parse(text) as unknown
const now = Date.UTC(2026, 10, 23, 12)

describe('the sample feed', () => {
  test('is read like any other source; its ages are counted back from now and its answers are left alone', () => {
    const [first, second] = parseSlice(feed, { start: 0, end: 100, now }).items
    expect(first).toEqual({
      ok: true,
      posting: {
        sourcePostingId: 'a-1',
        title: 'Data Engineer',
        company: 'Havelwerk Analytics',
        url: 'https://northboard.example/jobs/a-1',
        locations: ['Berlin', 'Hamburg'],
        countryCode: null,
        descriptionHtml: '<p>Python &amp; SQL</p>',
        postedAt: Date.UTC(2026, 10, 22, 6),
        closesAt: null,
        statedSalary: null,
        salaryText: '60.000–75.000 €',
        workplace: null,
        employmentType: 'full_time',
        requisitionId: null,
      },
    })
    expect(second).toMatchObject({ posting: { workplace: 'remote', postedAt: null, locations: [], salaryText: null } })
  })

  test('differs between two runs in nothing but the date of posting', () => {
    const withoutDate = (at: number) =>
      parseSlice(feed, { start: 0, end: 100, now: at }).items.map((item) =>
        item.ok ? { ...item.posting, postedAt: 0 } : item,
      )
    expect(withoutDate(now)).toEqual(withoutDate(now + 86_400_000))
  })

  test('comes in slices and says how long it is', () => {
    const slice = parseSlice(feed, { start: 1, end: 2, now })
    expect(slice.items).toHaveLength(1)
    expect(slice.total).toBe(3)
  })

  test('that comes with the app is read to its end without a request; the few items that are no postings are told apart', async () => {
    const context = offlineContext(now)
    const items = []
    let cursor: string | null = null
    do {
      const page = await sample.fetchPage(context, cursor)
      items.push(...page.items)
      cursor = page.nextCursor
    } while (cursor !== null)
    const ids = items.flatMap((item) => (item.ok ? [item.posting.sourcePostingId] : []))
    expect(ids.length).toBeGreaterThanOrEqual(300)
    expect(new Set(ids).size).toBe(ids.length)
    const reasons = new Set(items.flatMap((item) => (item.ok ? [] : [item.reason])))
    expect([...reasons].filter((reason) => reason !== 'no_title' && reason !== 'no_url')).toEqual([])
  })

  const underTest = {
    payload: feed,
    listKey: 'postings',
    parse: (json: string) => {
      try {
        return parseSlice(JSON.parse(json), { start: 0, end: 1000, now }).items
      } catch (error) {
        // JSON itself is read by the module loader; broken JSON never gets as far as the parser.
        if (error instanceof SyntaxError) return []
        throw error
      }
    },
  }
  test('never throws anything but unreadable, whatever is in the file', () => {
    expect(() => staysReadable(underTest)).not.toThrow()
  })
  test('keeps the good items whatever stands between them', () => {
    expect(() => keepsTheGoodItems(underTest)).not.toThrow()
  })
})
