import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { expectWellFormed } from '../../../../../../tests/fakes/parser-laws.ts'
import { scriptPayloads } from '../../../../../../tests/fakes/payloads.ts'
import { HttpProblem } from '#main/infra/http/http.ts'
import { parsePayload } from '../parse-payload.ts'
import type { ParsedItem } from '../source.ts'
import { linkedin } from './linkedin.source.ts'
import { parseList, parsePage, parsePosting } from './parse.ts'

const read = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const LIST = 'https://www.linkedin.com/jobs-guest/jobs/api/seeMoreJobPostings/search?keywords=x&start=0'
const POSTING = 'https://www.linkedin.com/jobs-guest/jobs/api/jobPosting/4300000001'
const parse = (text: string, url: string, context = {}) => parsePage({ text, url, context, now: 0 })
const posting = (text: string, card = {}) => {
  const item = parsePosting({ text, url: POSTING }, card)
  if (!item.ok) throw new Error(item.detail)
  return item.posting
}

describe('a page of results on LinkedIn', () => {
  test('gives its cards, however they are nested and whatever the order of their attributes', () => {
    expect(parseList({ text: read('list.html'), url: LIST })).toEqual([
      {
        id: '4300000001',
        title: 'Senior Data Engineer & Mentor (m/w/d)',
        company: 'Polarkreis Logistics',
        location: 'Berlin, Berlin, Germany',
        url: 'https://de.linkedin.com/jobs/view/senior-data-engineer-m-w-d-at-polarkreis-logistics-4300000001',
        postedAt: Date.UTC(2026, 10, 18),
      },
      {
        id: '4300000002',
        title: 'Backend Engineer',
        company: 'Tidemark Robotics',
        location: 'Greater Munich Metropolitan Area',
        url: 'https://www.linkedin.com/jobs/view/4300000002/',
        postedAt: Date.UTC(2026, 10, 23),
      },
      {
        id: '4300000003',
        title: 'Product Manager',
        company: 'Lumen Health',
        location: 'Utrecht, Netherlands (Remote)',
        url: 'https://nl.linkedin.com/jobs/view/product-manager-at-lumen-health-4300000003',
        postedAt: null,
      },
      {
        id: '4300000004',
        title: null,
        company: 'Without A Title',
        location: null,
        url: 'https://nl.linkedin.com/jobs/view/4300000004',
        postedAt: null,
      },
    ])
  })

  test('without ids on its cards gives them by their links', () => {
    const text = `<ul><li><a class="x base-card__full-link" href="https://in.linkedin.com/jobs/view/rust-at-acme-77?trk=x">Rust Engineer</a>
      <a class="hidden-nested-link">Acme</a><span class="job-search-card__location">London</span></li>
      <li><a href="/jobs/view/78" class="base-card__full-link"><span class="sr-only">Go Engineer</span></a></li></ul>`
    expect(parseList({ text, url: LIST })).toMatchObject([
      {
        id: '77',
        title: 'Rust Engineer',
        company: 'Acme',
        location: 'London',
        url: 'https://in.linkedin.com/jobs/view/rust-at-acme-77',
      },
      { id: '78', title: 'Go Engineer', company: null, location: null, url: 'https://www.linkedin.com/jobs/view/78' },
    ])
  })

  test('names no pay: a card does not say whose figure it is', () => {
    const items = parse(read('list.html'), LIST)
    expect(items.map((item) => (item.ok ? item.posting.salaryText : item.reason))).toEqual([
      null,
      null,
      null,
      'no_title',
    ])
  })

  test.each([
    ['nothing', ''],
    ['an empty list', '<!DOCTYPE html>\n<!----><ul class="jobs-search__results-list"></ul>'],
    ['an empty page', '<html><head><title>x</title><style>a{}</style></head><body>\n</body></html>'],
  ])('that is %s is empty', (_, text) => {
    expect(parseList({ text, url: LIST })).toEqual([])
  })

  test.each([
    [
      'the sign-in page that it was sent to',
      '<html><body>Join</body></html>',
      'https://www.linkedin.com/authwall?trk=x',
    ],
    [
      'a script that leads to the sign-in page',
      '<html><script>window.location.href = "https://" + d + "/authwall?trk=x"</script></html>',
      LIST,
    ],
    [
      'a sign-in form',
      '<html><title>Sign in</title><form><input type="password" name="session_password"></form></html>',
      LIST,
    ],
    ['a check of the visitor', '<html><title>Just a moment...</title></html>', LIST],
  ])('that is %s asks for a person', (_, text, url) => {
    expect(() => parseList({ text, url })).toThrow(expect.objectContaining({ code: 'challenge' }))
    expect(() => parsePosting({ text, url }, {})).toThrow(expect.objectContaining({ code: 'challenge' }))
  })

  test.each([
    ['another page', '<h1>About us</h1>'],
    ['data', '{"elements":[]}'],
  ])('that is %s is unreadable', (_, text) => {
    expect(() => parse(text, LIST)).toThrow(expect.objectContaining({ code: 'unreadable' }))
    expect(() => parsePosting({ text, url: POSTING }, {})).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })
})

describe("a posting's page on LinkedIn", () => {
  test('is read with the date of its card', () => {
    const postedAt = Date.UTC(2026, 10, 18)
    expect(posting(read('posting.html'), { id: '4300000001', postedAt })).toEqual({
      sourcePostingId: '4300000001',
      title: 'Senior Data Engineer & Mentor (m/w/d)',
      company: 'Polarkreis Logistics',
      url: 'https://de.linkedin.com/jobs/view/senior-data-engineer-m-w-d-at-polarkreis-logistics-4300000001',
      locations: ['Berlin, Berlin, Germany'],
      countryCode: null,
      descriptionHtml:
        '<strong>About us</strong><br><br><p>We keep vaccines cold. <div class="closed-job">Applications for 2025 are closed.</div></p><ul><li>Python &amp; Spark</li><li>We sponsor visas.</li></ul>',
      postedAt,
      closesAt: null,
      statedSalary: null,
      salaryText: '€70,000.00/yr - €85,000.00/yr',
      workplace: null,
      employmentType: 'full_time',
      requisitionId: null,
    })
  })

  test('has an id by itself, and no date that it does not say', () => {
    const [item] = parse(read('posting.html'), 'https://source.invalid/')
    expect(item).toMatchObject({ ok: true, posting: { sourcePostingId: '4300000001', postedAt: null } })
    const bare = read('posting.html').replace(/<a class="topcard__link"[^>]*>/, '<a>')
    expect(parse(bare, 'https://source.invalid/')[0]).toMatchObject({
      posting: { sourcePostingId: '4300000001', url: 'https://www.linkedin.com/jobs/view/4300000001' },
    })
  })

  test('takes the date from its structured data', () => {
    const data =
      '<script type="application/ld+json">{"@type":"JobPosting","title":"x","datePosted":"2026-11-02","validThrough":"2026-12-02","baseSalary":{"currency":"EUR","value":{"minValue":1,"maxValue":2,"unitText":"YEAR"}}}</script>'
    expect(posting(read('posting.html') + data)).toMatchObject({
      title: 'Senior Data Engineer & Mentor (m/w/d)',
      postedAt: Date.UTC(2026, 10, 2),
      closesAt: Date.UTC(2026, 11, 2),
      statedSalary: null,
    })
  })

  test('that takes no applications any more is closed, in any language', () => {
    expect(parse(read('closed.html'), POSTING)).toEqual([
      {
        ok: false,
        reason: 'closed',
        detail: 'posting 4300000003 no longer takes applications',
        closedId: '4300000003',
      },
    ])
  })

  test.each([
    ['is estimated by LinkedIn from similar roles', null],
    ['wurde geschätzt', null],
    ['is provided by Polarkreis Logistics', '€70,000.00/yr - €85,000.00/yr'],
  ])('whose pay %s', (words, pay) => {
    const text = read('posting.html').replace(/This range is provided[^<]*/, `This range ${words}.`)
    expect(posting(text).salaryText).toBe(pay)
  })

  test.each([
    ['Beschäftigungsverhältnis', 'Teilzeit', 'part_time'],
    ['Type d’emploi', 'Temps plein', 'full_time'],
    ['Nobody knows this heading', 'Internship', 'internship'],
    ['Employment type', 'Other', null],
  ])('under %s: %s', (heading, value, kind) => {
    const text = read('posting.html').replace('>Employment type<', `>${heading}<`).replace('>Full-time<', `>${value}<`)
    expect(posting(text).employmentType).toBe(kind)
  })

  test('does not take the number of applicants for a place', () => {
    const text = read('posting.html').replace(/<span class="topcard__flavor topcard__flavor--bullet">[^<]*<\/span>/, '')
    expect(posting(text).locations).toEqual([])
    expect(posting(text, { location: 'Berlin' }).locations).toEqual(['Berlin'])
  })
})

test('an answer is told from a refusal by its status, too', async () => {
  const answer = { body: Buffer.from(read('list.html')), url: LIST, context: {}, now: Date.UTC(2026, 10, 23) }
  expect(await parsePayload(linkedin, { ...answer, status: 200 })).toMatchObject({ status: 'ok' })
  for (const status of [429, 403, 999]) {
    expect(await parsePayload(linkedin, { ...answer, status })).toMatchObject({ status: 'blocked' })
  }
})

test('pay as LinkedIn writes it is understood', async () => {
  const answer = { body: Buffer.from(read('posting.html')), url: POSTING, context: {}, now: 0, status: 200 }
  const { items } = await parsePayload(linkedin, answer)
  expect(items[0]?.salary).toEqual({ min: 70_000, max: 85_000, currency: 'EUR', period: 'year' })
  expect(items[0]).toMatchObject({ countryCode: 'DE', workplace: 'unknown', employmentType: 'full_time' })
})

test('pages spoiled anywhere give well-formed postings, rejections, or a code', () => {
  // Half a page with a sign-in form is one that asks for a person.
  const fine = (text: string): void => {
    for (const url of [LIST, POSTING])
      expect(['fine', 'unreadable', 'challenge']).toContain(outcomeOf(() => parse(text, url)))
  }
  const spoiled = fc.property(
    fc.constantFrom(read('list.html'), read('posting.html'), read('closed.html')),
    fc.nat(5000),
    fc.string(),
    (html, at, noise) => {
      fine(html.slice(0, at))
      fine(html.slice(0, at) + noise + html.slice(at + noise.length))
    },
  )
  fc.assert(spoiled, { numRuns: 200 })
  for (const payload of scriptPayloads) fine(read('list.html').replaceAll('Engineer', payload))
  for (const payload of scriptPayloads) fine(read('posting.html').replaceAll('Engineer', payload))
})

test('a card more or less changes nothing about the others', () => {
  const cards = read('list.html')
    .split(/(?=<li>)/)
    .slice(1, 4)
  const alone = cards.map((card) => parse(card, LIST)[0])
  fc.assert(
    fc.property(
      fc.shuffledSubarray(cards, { minLength: 1 }),
      fc.constantFrom('', '<li></li>', '<li><div class="base-card"></div></li>'),
      (some, junk) => {
        const items = parse(some.join(junk) + junk, LIST).filter(({ ok }) => ok)
        expect(items).toEqual(some.map((card) => alone[cards.indexOf(card)]))
        for (const item of items) expectWellFormed(item)
      },
    ),
  )
})

/** The code that a parser ends with; 'fine' when every item is well formed. */
function outcomeOf(run: () => readonly ParsedItem[]): string {
  try {
    for (const item of run()) expectWellFormed(item)
    return 'fine'
  } catch (error) {
    if (error instanceof HttpProblem) return error.code
    throw error
  }
}
