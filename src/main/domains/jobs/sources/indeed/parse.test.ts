import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { expectWellFormed, keepsTheGoodItems, staysReadable } from '../../../../../../tests/fakes/parser-laws.ts'
import { scriptPayloads } from '../../../../../../tests/fakes/payloads.ts'
import { HttpProblem } from '#main/infra/http/http.ts'
import { parsePayload } from '../parse-payload.ts'
import type { ParsedItem } from '../source.ts'
import { embeddedJson, endOfBrackets } from './embedded-json.ts'
import { indeed } from './indeed.source.ts'
import { parsePage, parseResults, parseView } from './parse.ts'
import { payOf } from './pay.ts'

const read = (name: string): string => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const LIST = 'https://de.indeed.com/jobs?q=data&l=&sort=date&fromage=7'
const VIEW = 'https://de.indeed.com/viewjob?jk=3c745bd1945cf2f4'
const parse = (text: string, url = LIST, context: Record<string, string> = {}) =>
  parsePage({ text, url, context, now: 0 })
const BERLIN = {
  sourcePostingId: '3c745bd1945cf2f4',
  title: 'Senior Data Engineer (m/w/d) & Mentor',
  company: 'Polarkreis Logistics',
  url: VIEW,
  locations: ['10115 Berlin'],
  countryCode: 'DE',
  descriptionHtml: '<p>We keep vaccines cold. Kotlin &amp; PostgreSQL.</p><p>We sponsor visas.</p>',
  postedAt: Date.UTC(2025, 10, 18),
  closesAt: null,
  statedSalary: { min: 70_000, max: 85_000, currency: 'EUR', period: 'year' },
  salaryText: '70.000 € – 85.000 € pro Jahr',
  workplace: 'hybrid',
  employmentType: 'full_time',
  requisitionId: null,
}

describe('a page of results on Indeed', () => {
  test('is read from the data in its script, the posting beside the list with its full text', () => {
    expect(parse(read('list.html'))).toEqual([
      { ok: true, posting: BERLIN },
      {
        ok: true,
        posting: {
          sourcePostingId: 'a1b2c3d4e5f60718',
          title: 'Backend Engineer',
          company: 'Tidemark Robotics',
          url: 'https://de.indeed.com/viewjob?jk=a1b2c3d4e5f60718',
          locations: ['Remote'],
          countryCode: 'DE',
          descriptionHtml: 'We map harbours.',
          postedAt: Date.UTC(2025, 10, 23),
          closesAt: null,
          statedSalary: null,
          salaryText: null,
          predictedSalary: { min: 62_000.1, max: 78_500.43, currency: 'EUR', period: 'year' },
          workplace: 'remote',
          employmentType: 'part_time',
          requisitionId: null,
        },
      },
      {
        ok: true,
        posting: expect.objectContaining({
          sourcePostingId: '0f0e0d0c0b0a0908',
          postedAt: Date.UTC(2025, 10, 18, 8),
          statedSalary: null,
          salaryText: null,
          workplace: null,
          employmentType: null,
        }) as unknown,
      },
      { ok: false, reason: 'closed', detail: 'card 4 (ffffffffffffffff) has expired', closedId: 'ffffffffffffffff' },
      { ok: false, reason: 'bad_shape', detail: 'card 5 has no key' },
    ])
  })

  test.each<[string, string, Record<string, string>, string | null]>([
    ['its address', 'https://uk.indeed.com/jobs?q=', {}, 'GB'],
    ['what the request knew', 'https://source.invalid/', { country: 'fr' }, 'FR'],
    ['nothing', 'https://source.invalid/', {}, null],
  ])('knows its country from %s', (_, url, context, country) => {
    const text = read('list.html').replaceAll('"country": "DE",', '')
    const [item] = parse(text, url, context)
    expect(item).toMatchObject({ posting: { countryCode: country } })
  })

  test('may be the bare data, wrapped or not, or a single entry', () => {
    const { value } = embeddedJson(read('list.html'), /"mosaic-provider-jobcards"\]=/g) as {
      value: { metaData: { mosaicProviderJobCardsModel: { results: unknown[] } } }
    }
    const model = value.metaData.mosaicProviderJobCardsModel
    const [first] = model.results
    for (const form of [value, value.metaData, model, model.results]) {
      expect(parse(JSON.stringify(form)).map(({ ok }) => ok)).toEqual([true, true, true, false, false])
    }
    for (const form of [first, { results: first }]) {
      expect(parse(JSON.stringify(form))).toMatchObject([{ ok: true, posting: { title: BERLIN.title } }])
    }
  })

  test.each([
    [
      'no entries',
      '<script>window.mosaic.providerData["mosaic-provider-jobcards"]={"metaData":{"mosaicProviderJobCardsModel":{"results":[]}}};</script>',
    ],
    [
      'no list',
      '<script id="mosaic-data">window.mosaic = {};</script><div class="jobsearch-NoResult-messageContainer">x</div>',
    ],
  ])('with %s is empty', (_, text) => {
    expect(parse(text)).toEqual([])
  })

  test.each([
    ['a check', '<html><head><title>Security Check - Indeed.com</title></head></html>', LIST],
    ['a silent check', '<html><script>window.__CF$cv$params={}</script></html>', LIST],
    [
      'a way to the sign-in',
      '<html><script>location="/account/login?from=bot-detection-anonymous"</script></html>',
      LIST,
    ],
    ['the sign-in', '<html><body>Welcome</body></html>', 'https://secure.indeed.com/auth?hl=de'],
    ['a form', '<html><title>Sign in</title><input type=password></html>', LIST],
  ])('that is %s wants a person', (_, text, url) => {
    expect(() => parse(text, url)).toThrow(expect.objectContaining({ code: 'challenge' }))
    expect(() => parseView({ text, url }, { key: 'x', country: null })).toThrow(
      expect.objectContaining({ code: 'challenge' }),
    )
  })

  test.each([
    ['another page', '<html><h1>About</h1></html>'],
    ['nothing', ''],
    ['data of another kind', '{"jobs":[]}'],
    ['half a page', read('list.html').slice(0, 2500)],
  ])('that is %s is unreadable', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  test('says which posting it shows in full', () => {
    expect(parseResults({ text: read('list.html'), url: LIST }, 'DE').fullKey).toBe('3c745bd1945cf2f4')
  })
})

describe("a posting's page on Indeed", () => {
  test('is read from either of its data, what is no JSON left aside', () => {
    const expected = { ...BERLIN, postedAt: null, employmentType: null }
    expect(parse(read('viewjob.html'), VIEW)).toEqual([{ ok: true, posting: expected }])
  })

  test.each(['viewjob-older.html', 'viewjob-spa.json'])('%s', (name) => {
    expect(parse(read(name), 'https://source.invalid/', { country: 'DE' })).toEqual([
      {
        ok: true,
        posting: {
          sourcePostingId: 'a1b2c3d4e5f60718',
          title: 'Backend Engineer',
          company: 'Tidemark Robotics',
          url: 'https://de.indeed.com/viewjob?jk=a1b2c3d4e5f60718',
          locations: ['20095 Hamburg'],
          countryCode: 'DE',
          descriptionHtml: '<p>We map harbours &amp; more.</p>',
          postedAt: Date.UTC(2025, 10, 23, 8),
          closesAt: null,
          statedSalary: null,
          salaryText: null,
          predictedSalary: { min: 62_000, max: 78_500, currency: 'EUR', period: 'year' },
          workplace: null,
          employmentType: 'part_time',
          requisitionId: null,
        },
      },
    ])
  })

  test('is read from its structured data when it has no other', () => {
    const text = `<script type="application/ld+json">{"@context":"https://schema.org","@type":"JobPosting","title":"Data Engineer","hiringOrganization":{"name":"Acme"},"description":"<p>Text</p>","datePosted":"2026-11-20","jobLocation":{"address":{"addressLocality":"Lyon","addressCountry":"FR"}},"url":"https://fr.indeed.com/viewjob?jk=0123456789abcdef&from=x"}</script>`
    expect(parse(text, 'https://fr.indeed.com/viewjob?jk=0123456789abcdef')).toMatchObject([
      {
        ok: true,
        posting: {
          sourcePostingId: '0123456789abcdef',
          url: 'https://fr.indeed.com/viewjob?jk=0123456789abcdef',
          title: 'Data Engineer',
          countryCode: 'FR',
        },
      },
    ])
  })

  test('of another posting is not taken for the one that was asked for', () => {
    const answer = { text: read('viewjob.html'), url: VIEW }
    expect(parseView(answer, { key: 'a1b2c3d4e5f60718', country: 'DE' })).toBeNull()
    expect(parseView(answer, { key: '3c745bd1945cf2f4', country: 'DE' })?.ok).toBe(true)
    expect(parseView({ text: read('list.html'), url: LIST }, { key: 'a1b2c3d4e5f60718', country: 'DE' })).toBeNull()
  })
})

describe('pay', () => {
  const yearly = { min: 60_000, max: 80_000, type: 'YEARLY' }
  const stated = { min: 60_000, max: 80_000, currency: 'EUR', period: 'year' }
  const snippet = (source: string | null, words: string | null = 'text') => ({ currency: 'EUR', source, text: words })
  test.each<[string, Parameters<typeof payOf>[0], ReturnType<typeof payOf>]>([
    [
      'out of the posting is stated',
      { extractedSalary: yearly, salarySnippet: snippet('EXTRACTION'), estimatedSalary: null },
      { statedSalary: { ...stated, period: 'year' }, salaryText: 'text' },
    ],
    [
      'of the employer is stated',
      { extractedSalary: { ...yearly, type: 'yearly' }, salarySnippet: snippet('EMPLOYER'), estimatedSalary: null },
      { statedSalary: { ...stated, period: 'year' }, salaryText: 'text' },
    ],
    [
      'without a word for where it comes from is stated as long as there is no estimate',
      { extractedSalary: yearly, salarySnippet: snippet(null), estimatedSalary: null },
      { statedSalary: { ...stated, period: 'year' }, salaryText: 'text' },
    ],
    [
      'of unknown origin beside an estimate is neither',
      { extractedSalary: yearly, salarySnippet: snippet(null), estimatedSalary: { ...yearly, min: 1, currency: null } },
      { statedSalary: null, salaryText: null, predictedSalary: { ...stated, min: 1, period: 'year' } },
    ],
    [
      'out of the posting beside an estimate is stated, and the estimate is an estimate',
      {
        extractedSalary: yearly,
        salarySnippet: snippet('EXTRACTION'),
        estimatedSalary: { ...yearly, min: 1, currency: 'CHF' },
      },
      {
        statedSalary: { ...stated, period: 'year' },
        salaryText: 'text',
        predictedSalary: { ...stated, min: 1, currency: 'CHF', period: 'year' },
      },
    ],
    [
      'that Indeed estimated is never stated',
      { extractedSalary: yearly, salarySnippet: snippet('INDEED_ESTIMATE'), estimatedSalary: null },
      { statedSalary: null, salaryText: null, predictedSalary: { ...stated, period: 'year' } },
    ],
    [
      'that says that it is an estimate is never stated',
      { extractedSalary: yearly, salarySnippet: snippet(null, 'Geschätzt: 60.000 €'), estimatedSalary: null },
      { statedSalary: null, salaryText: null, predictedSalary: { ...stated, period: 'year' } },
    ],
    [
      'of a source that nobody knows is not stated',
      { extractedSalary: yearly, salarySnippet: snippet('SOMETHING_NEW'), estimatedSalary: null },
      { statedSalary: null, salaryText: null },
    ],
    [
      'a week has no period of ours; its words are kept',
      {
        extractedSalary: { min: 900, max: 900, type: 'WEEKLY' },
        salarySnippet: snippet('EXTRACTION', '900 € pro Woche'),
        estimatedSalary: null,
      },
      { statedSalary: null, salaryText: '900 € pro Woche' },
    ],
    [
      'without a currency is words only',
      {
        extractedSalary: yearly,
        salarySnippet: { currency: '', source: 'EXTRACTION', text: '60–80k' },
        estimatedSalary: null,
      },
      { statedSalary: null, salaryText: '60–80k' },
    ],
    [
      'from an amount has no upper end',
      {
        extractedSalary: { min: 60_000, max: 60_000, type: 'YEARLY' },
        salarySnippet: snippet('EXTRACTION', 'Ab 60.000 € pro Jahr'),
        estimatedSalary: null,
      },
      { statedSalary: { ...stated, max: null, period: 'year' }, salaryText: 'Ab 60.000 € pro Jahr' },
    ],
    [
      'up to an amount has no lower end',
      {
        extractedSalary: { min: 0, max: 75_000, type: 'YEARLY' },
        salarySnippet: snippet('EXTRACTION', 'Up to €75,000'),
        estimatedSalary: null,
      },
      { statedSalary: { ...stated, min: null, max: 75_000, period: 'year' }, salaryText: 'Up to €75,000' },
    ],
  ])('%s', (_, fields, pay) => {
    expect(payOf(fields)).toEqual(pay)
  })
})

describe('the JSON in a script', () => {
  test.each<[string, number | null]>([
    ['{"a":[1,{"b":"]}"}]};rest', 20],
    ['{"a":"\\"}"}x', 11],
    ['{"a":"\\\\"}x', 10],
    ['{"a":1', null],
    ['{"a":"', null],
    ['{"a":"\\', null],
  ])('ends where its bracket closes: %s', (text, end) => {
    expect(endOfBrackets(text, 0)).toBe(end)
  })

  test('whatever it is, is cut out whole', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (value, after) => {
        const found = embeddedJson(`x=${JSON.stringify(value)};${after.replaceAll('x=', '')}`, /x=/g)
        expect(found).toEqual({ kind: 'json', value: JSON.parse(JSON.stringify(value)) as unknown })
      }),
    )
  })

  test('is the first one that is JSON; an object of JavaScript is not run', () => {
    expect(embeddedJson('d={a: alert(1)};d={"a":1}', /d=/g)).toEqual({ kind: 'json', value: { a: 1 } })
    expect(embeddedJson('d={a: alert(1)}', /d=/g)).toEqual({ kind: 'broken' })
    expect(embeddedJson('e={}', /d=/g)).toEqual({ kind: 'none' })
  })
})

describe('whatever it is fed', () => {
  const model = { results: resultsOf(read('list.html')), pageNumber: 1 }
  const law = { payload: model, listKey: 'results', parse: (text: string) => parse(text) }
  test('it gives an outcome for each entry or a code for all', () => {
    expect(() => staysReadable(law)).not.toThrow()
  })
  test('it keeps the good entries', () => {
    expect(() => keepsTheGoodItems(law)).not.toThrow()
  })

  test('pages spoiled anywhere give well-formed postings, rejections, or a code', () => {
    const fine = (text: string): void => {
      expect(['fine', 'unreadable', 'challenge']).toContain(outcomeOf(() => parse(text)))
    }
    const pages = ['list.html', 'viewjob.html', 'viewjob-older.html', 'viewjob-spa.json'].map(read)
    const spoiled = fc.property(fc.constantFrom(...pages), fc.nat(6000), fc.string(), (html, at, noise) => {
      fine(html.slice(0, at))
      fine(html.slice(0, at) + noise + html.slice(at + noise.length))
    })
    fc.assert(spoiled, { numRuns: 200 })
    for (const payload of scriptPayloads)
      fine(read('list.html').replaceAll('Engineer', JSON.stringify(payload).slice(1, -1)))
  })
})

test('an answer is told from a refusal by its status, too', async () => {
  const answer = {
    body: Buffer.from(read('list.html')),
    url: LIST,
    context: { country: 'DE' },
    now: Date.UTC(2026, 10, 23),
  }
  const read200 = await parsePayload(indeed, { ...answer, status: 200 })
  expect(read200.items).toHaveLength(3)
  expect(read200.items[1]?.salaryPredicted).toBeDefined()
  expect(read200.items[1]?.salary).toBeNull()
  for (const status of [403, 429])
    expect(await parsePayload(indeed, { ...answer, status })).toMatchObject({ status: 'blocked' })
})

function resultsOf(page: string): readonly unknown[] {
  const found = embeddedJson(page, /"mosaic-provider-jobcards"\]=/g)
  const { metaData } = (found.kind === 'json' ? found.value : {}) as {
    metaData: { mosaicProviderJobCardsModel: { results: unknown[] } }
  }
  return metaData.mosaicProviderJobCardsModel.results
}

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
