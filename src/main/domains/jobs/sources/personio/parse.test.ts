import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { xmlKeepsNeighbours, xmlStaysReadable } from '../../../../../../tests/fakes/xml-laws.ts'
import { normalise } from '../../pipeline/normalise.ts'
import type { RawPosting } from '../../posting.ts'
import { parseBoard } from './parse.ts'
import { personio } from './personio.source.ts'

const board = readFileSync(new URL('fixtures/board.xml', import.meta.url), 'utf8')
const base = 'https://kranich.jobs.personio.de'
const parse = (text: string) =>
  parseBoard({ text, url: `${base}/xml` }, { slug: 'kranich', company: 'Kranich Health', base })
const postings = (text: string): readonly RawPosting[] => parse(text).flatMap((item) => (item.ok ? [item.posting] : []))
const reasons = (text: string) => parse(text).map((item) => (item.ok ? 'ok' : item.reason))
const wrap = (items: readonly string[]): string =>
  `<workzag-jobs>${items.map((inner) => `<position>${inner}</position>`).join('')}</workzag-jobs>`
const good = '<id>1</id><name>Data Engineer</name>'

describe('a Personio board', () => {
  const read = postings(board)

  test('gives a position with what the feed says and null for what it does not', () => {
    expect(read[0]).toEqual({
      sourcePostingId: 'kranich/2100001',
      title: 'Senior Data Engineer (m/w/d)',
      company: 'Kranich Health GmbH & Co. KG',
      url: 'https://kranich.jobs.personio.de/job/2100001',
      locations: ['Berlin', 'München', 'Berlin (Remote)'],
      countryCode: null,
      descriptionHtml: expect.any(String) as string,
      postedAt: Date.UTC(2026, 10, 2, 9, 15),
      closesAt: null,
      statedSalary: { min: 72000, max: 90000, currency: 'EUR', period: 'year' },
      salaryText: null,
      workplace: null,
      employmentType: 'full_time',
      requisitionId: null,
    })
  })

  test('joins the sections under their headings, and tells level and years as they were filed', () => {
    const [posting] = read
    expect(posting && normalise(posting, { sourceId: 'personio', now: Date.UTC(2026, 10, 23) })).toMatchObject({
      posting: {
        descriptionText: [
          'Deine Aufgaben',
          'Du baust Pipelines mit Python & Kafka.',
          'What we offer & more',
          "Visa sponsorship\nWe don't say in the office",
          'Ask Ada.',
          'Seniority: experienced. Years of experience: more than 15.',
        ].join('\n\n'),
      },
    })
  })

  test('takes a position whose fields are in another order, and leaves open what it leaves open', () => {
    expect(read[1]).toMatchObject({
      sourcePostingId: 'kranich/2100002',
      title: 'Product Manager',
      company: 'Kranich Health',
      locations: [],
      descriptionHtml: '',
      employmentType: null,
      statedSalary: null,
    })
  })

  test('guesses no date and no pay', () => {
    expect(read[2]).toMatchObject({
      postedAt: null,
      statedSalary: null,
      employmentType: 'internship',
      descriptionHtml: expect.stringContaining('<p>Label images.</p>') as string,
    })
  })

  test('says why a position is no posting', () => {
    expect(reasons(board)).toEqual(['ok', 'ok', 'ok', 'no_url', 'no_title', 'bad_shape', 'ok'])
  })
})

test('takes further offices as text, and sections without the element around them', () => {
  const inner = `${good}<office>Remote</office><additionalOffices>Münster</additionalOffices><jobDescription><name>Du</name><value><![CDATA[<p>Baust.</p>]]></value></jobDescription>`
  expect(postings(wrap([inner]))).toMatchObject([
    { locations: ['Remote', 'Münster'], descriptionHtml: '<h3>Du</h3>\n<p>Baust.</p>' },
  ])
})

describe('a board that is not as it should be', () => {
  test.each([
    ['without positions', '<workzag-jobs></workzag-jobs>', []],
    ['as an empty element', '<?xml version="1.0"?><workzag-jobs/>', []],
    ['of one position', wrap([good]), ['ok']],
    [
      'with attributes and a byte order mark',
      `\ufeff${wrap([good]).replace('<position>', '<position type="x">')}`,
      ['ok'],
    ],
    ['in upper case', wrap([good]).toUpperCase(), ['ok']],
    ['with a position that does not end', wrap([good, good]).replace('</position>', ''), ['bad_shape', 'ok']],
    ['with comments', wrap([`<!-- <position> -->${good}<department><!-- x --></department>`]), ['ok']],
  ])('%s', (_, text, expected) => {
    expect(reasons(text)).toEqual(expected)
  })

  test.each([
    ['a web page', '<!DOCTYPE html><html><body>Page not found</body></html>'],
    ['a feed', '<rss version="2.0"><channel/></rss>'],
    ['JSON', '[]'],
    ['nothing', ''],
    ['half of one', wrap([good, good]).slice(0, -30)],
    ['one without its end', wrap([good, good]).slice(0, -5)],
  ])('is unreadable when it is %s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  test('expands no entities, neither of its own making nor from elsewhere', () => {
    const doctype =
      '<!DOCTYPE workzag-jobs [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    expect(postings(doctype + wrap(['<id>1</id><name>Dev &b; &x;</name>']))[0]?.title).toBe('Dev &b; &x;')
  })

  test('holds at most 5,000 positions', () => {
    const many = (count: number) => wrap(Array.from({ length: count }, () => good))
    expect(parse(many(5000))).toHaveLength(5000)
    expect(() => parse(many(5001))).toThrow(expect.objectContaining({ code: 'unreadable' }))
  })

  test('keeps a text that talks about the tags of the feed', () => {
    const inner = `${good}<jobDescriptions><jobDescription><name>N</name><value><![CDATA[<p></value></jobDescriptions></p>]]></value></jobDescription></jobDescriptions>`
    expect(postings(wrap([inner, good])).map(({ title }) => title)).toEqual(['Data Engineer', 'Data Engineer'])
  })
})

describe('an answer that lies here', () => {
  const url = 'https://kranich.jobs.personio.com/xml'
  const urlOf = (context: Record<string, string>, from: string): string | null => {
    const items = personio.parse({ text: wrap([good]), url: from, context, now: 0 })
    const [item] = Array.isArray(items) ? (items as ReturnType<typeof parse>) : []
    return item?.ok === true ? item.posting.url : null
  }

  test.each([
    [{}, url, 'https://kranich.jobs.personio.com/job/1'],
    [{ slug: 'tidemark' }, '', 'https://tidemark.jobs.personio.de/job/1'],
    [
      { slug: 'tidemark', variant: 'com' },
      'https://tidemark.jobs.personio.de/xml',
      'https://tidemark.jobs.personio.com/job/1',
    ],
    [{}, '', null],
  ])('of %j from "%s" leads to %s', (context, from, expected) => {
    expect(urlOf(context, from)).toBe(expected)
  })
})

describe('whatever is sent', () => {
  const underTest = { documents: [board], wrap, good, parse }
  test('nothing but unreadable is thrown', () => {
    expect(() => xmlStaysReadable(underTest)).not.toThrow()
  })
  test('the positions before and after a broken one are kept', () => {
    expect(() => xmlKeepsNeighbours(underTest)).not.toThrow()
  })
})
