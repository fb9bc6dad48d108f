import { readFileSync } from 'node:fs'
import { convert } from 'html-to-text'
import { describe, expect, it } from 'vitest'
import { buildSampleFeed, serialiseFeed } from '../../scripts/data/sample-feed/feed.ts'
import { type SamplePosting, sampleFeedSchema } from '../../scripts/data/sample-feed/shape.ts'

const fileText = readFileSync(new URL('../../resources/sample-feed.json', import.meta.url), 'utf8')
const { postings } = sampleFeedSchema.parse(JSON.parse(fileText))
const whole = postings.filter(({ truth }) => truth.opening !== null)
const broken = postings.filter(({ truth }) => truth.opening === null)
const byId = new Map(postings.map((posting) => [posting.id, posting]))

const textOf = ({ descriptionHtml }: SamplePosting) =>
  convert(descriptionHtml, { wordwrap: false, preserveNewlines: true })
const shareOf = (isCounted: (posting: SamplePosting) => boolean) => whole.filter(isCounted).length / whole.length
const idsWhere = (isWrong: (posting: SamplePosting) => boolean) => whole.filter(isWrong).map(({ id }) => id)

/** The employer behind the three spellings of its name. */
const employerOf = ({ company }: SamplePosting) =>
  company.replace(
    / (GmbH & Co\. KG|GmbH|AG|KG|e\.V\.|B\.V\.|N\.V\.|SAS|SARL|SA|AB|ApS|A\/S|Oy|Ltd|S\.L\.|S\.A\.|Lda|Sp\. z o\.o\.|s\.r\.o\.|a\.s\.|BV|NV|S\.r\.l\.|OÜ)$/,
    '',
  )

describe('the bundled sample feed', () => {
  it('is what the generator writes today, byte for byte', () => {
    expect(serialiseFeed(buildSampleFeed()) === fileText).toBe(true)
  })

  it('has at least 320 postings with ids of their own and stays under 1.2 MB', () => {
    expect(postings.length).toBeGreaterThanOrEqual(320)
    expect(byId.size).toBe(postings.length)
    expect(Buffer.byteLength(fileText)).toBeLessThan(1_200_000)
  })

  it('comes from at least 90 employers in at least 15 countries', () => {
    expect(new Set(whole.map(employerOf)).size).toBeGreaterThanOrEqual(90)
    expect(new Set(whole.map(({ truth }) => truth.country)).size).toBeGreaterThanOrEqual(15)
  })

  it('has 10 to 14 percent duplicates, each on another board than the first posting and not before it', () => {
    const duplicates = whole.filter(({ id, truth }) => id !== truth.opening)
    expect(duplicates.length / whole.length).toBeGreaterThanOrEqual(0.1)
    expect(duplicates.length / whole.length).toBeLessThanOrEqual(0.14)
    const wrong = duplicates.filter(({ board, postedHoursAgo, truth }) => {
      const first = byId.get(truth.opening ?? '')
      return (
        !first || first.board === board || first.postedHoursAgo < postedHoursAgo || first.truth.opening !== first.id
      )
    })
    expect(wrong).toEqual([])
  })

  it('says the same facts in every copy of an opening, except pay that a board left out', () => {
    const wrong = idsWhere(({ truth }) => {
      const first = byId.get(truth.opening ?? '')?.truth
      const keys = ['opening', 'visa', 'city', 'country', 'workplace', 'seniority', 'roleFamily'] as const
      return !first || keys.some((key) => first[key] !== truth[key])
    })
    expect(wrong).toEqual([])
  })

  it('keeps look-alikes apart: same employer, same title without level, several openings', () => {
    const groups = new Map<string, Set<string | null>>()
    for (const posting of whole) {
      const title = posting.title.replace(/\s*\(.*?\)|^(Senior|Sr\.) | I{1,3}\b| – .*| - .*/g, '')
      const key = `${employerOf(posting)} ${title}`
      groups.set(key, (groups.get(key) ?? new Set()).add(posting.truth.opening))
    }
    expect([...groups.values()].filter((group) => group.size > 1).length).toBeGreaterThanOrEqual(15)
  })

  it('has the planned shares of visa, pay and language', () => {
    const near = (share: number, planned: number) => expect(Math.abs(share - planned)).toBeLessThan(0.03)
    near(
      shareOf(({ truth }) => truth.visa === 'offers'),
      0.25,
    )
    near(
      shareOf(({ truth }) => truth.visa === 'conditional'),
      0.1,
    )
    near(
      shareOf(({ truth }) => truth.visa === 'refuses'),
      0.15,
    )
    near(
      shareOf(({ truth }) => truth.salary !== null),
      0.45,
    )
    near(
      shareOf((posting) => / (und|für|wir) /i.test(textOf(posting))),
      0.28,
    )
  })

  it('covers every level, role family, workplace and pay period', () => {
    expect(new Set(whole.map(({ truth }) => truth.seniority)).size).toBe(9)
    expect(new Set(whole.map(({ truth }) => truth.roleFamily)).size).toBe(11)
    expect(new Set(whole.map(({ truth }) => truth.workplace)).size).toBe(4)
    expect(new Set(whole.map(({ truth }) => truth.salary?.period)).size).toBe(5)
    expect(new Set(whole.map(({ truth }) => truth.salary?.currency)).size).toBeGreaterThanOrEqual(7)
  })

  it.each([
    ['60k–75k EUR', /^\d+k–\d+k EUR$/],
    ['€60.000–75.000', /^€\d+\.000–\d+\.000$/],
    ['£55k', /^£\d+k$/],
    ['4.500 € brutto/Monat', /\.\d00 € brutto\/Monat$/],
    ["CHF 120'000", /^CHF \d+'000/],
    ['PLN … net (B2B + VAT)', /^PLN .* \(B2B \+ VAT\)$/],
    ['SEK 48 000/month', /^SEK \d+ 000\/month$/],
    ['up to €90,000', /^up to €\d+,000$/],
    ['ab 65.000 €', /^ab \d+\.000 €$/],
    ['hourly for students', /^€?[\d.,]+ ?(€\/Stunde|€ pro Stunde|per hour|\/h)/],
  ])('writes pay as in "%s" at least once', (_form, pattern) => {
    expect(whole.some(({ truth }) => pattern.test(truth.salaryEvidence ?? ''))).toBe(true)
  })
})

describe('the truth of the sample feed', () => {
  it('quotes a visa sentence that is in the posting, exactly when there is a status', () => {
    const wrong = idsWhere((posting) => {
      const { visa, visaEvidence } = posting.truth
      return (visa === 'unstated') !== (visaEvidence === null) || !textOf(posting).includes(visaEvidence ?? '')
    })
    expect(wrong).toEqual([])
  })

  it('quotes pay that stands in the salary field or the text, with the stated numbers', () => {
    const wrong = idsWhere((posting) => {
      const { salary, salaryEvidence } = posting.truth
      if (salary === null || salaryEvidence === null) return salary !== salaryEvidence || posting.salary !== null
      const digits = salaryEvidence.replace(/(?<=\d)[ .,'](?=\d{3})/g, '')
      const says = (amount: number | null) =>
        amount === null ||
        [amount, amount / 1000, amount.toFixed(2), amount.toFixed(2).replace('.', ',')].some((form) =>
          digits.includes(String(form)),
        )
      const isQuoted = posting.salary === salaryEvidence || textOf(posting).includes(salaryEvidence)
      return !isQuoted || !says(salary.min) || !says(salary.max)
    })
    expect(wrong).toEqual([])
  })

  it('calls a posting remote, hybrid or on-site only when its text, place or flag says so', () => {
    const words = {
      remote:
        /remote|distributed|work from home|wherever you live|works from home|ortsunabhängig|verteilt|Homeoffice|von zu Hause/i,
      hybrid:
        /hybrid|home office|from home|between home|at home|Homeoffice|mobiles Arbeiten|Télétravail|thuis|zu Hause/i,
      onsite: /on[- ]site|presence|in the office|vor Ort|Präsenz|Onsite|op locatie|sur site/i,
    }
    const wrong = idsWhere((posting) => {
      const { workplace } = posting.truth
      const said = `${posting.location} ${textOf(posting)}`
      if (workplace === 'unknown')
        return posting.remote !== null || /\b(hybrid|fully remote|home ?office|on-site|onsite|vor Ort)\b/i.test(said)
      return !words[workplace].test(said) && !(workplace === 'remote' && posting.remote === true)
    })
    expect(wrong).toEqual([])
  })

  it('takes a level from words in the title only', () => {
    const level =
      /\b(Senior|Sr|Junior|Lead|Head|Director|Staff|Principal|Intern|Internship|Graduate|Praktikum|Thesis|Werkstudent|I{1,3})\b|Mid-level|Medior|confirmé|Teamleitung|Working Student|Abschlussarbeit|Stage/
    const wrong = idsWhere(
      ({ title, truth }) => truth.seniority !== 'manager' && level.test(title) !== (truth.seniority !== 'unknown'),
    )
    expect(wrong).toEqual([])
  })
})

describe('safety of the sample feed', () => {
  it('has three or four broken postings without title or address', () => {
    expect(broken.length).toBeGreaterThanOrEqual(3)
    expect(broken.length).toBeLessThanOrEqual(4)
    expect(broken.every(({ title, url }) => title.trim() === '' || !URL.canParse(url))).toBe(true)
  })

  it('has exactly one posting with active markup', () => {
    const active = /<(script|iframe|style|img)\b|\son\w+=|javascript:/i
    expect(whole.filter(({ descriptionHtml }) => active.test(descriptionHtml))).toHaveLength(1)
    expect(broken.filter(({ descriptionHtml }) => active.test(descriptionHtml))).toEqual([])
  })

  it('names no address, host or phone number outside .example', () => {
    const hosts = [...fileText.matchAll(/(?:https?:\/\/|@)([\w.-]+)/g)].map(([, host]) => host ?? '')
    expect(hosts.length).toBeGreaterThan(postings.length)
    expect(hosts.filter((host) => !/\.example\.?$/.test(host))).toEqual([])
    expect(
      postings.filter((posting) => /\+\d{2}[\d /-]{6,}|\btel[.:]|\b0\d{2,4}[ /-]\d{3,}/i.test(textOf(posting))),
    ).toEqual([])
  })

  it('leaves no slot unfilled', () => {
    expect(
      postings.filter((posting) =>
        /[{}]|undefined|null|lorem/i.test(`${posting.title} ${textOf(posting).replace(/body \{.*?\}/, '')}`),
      ),
    ).toEqual([])
  })

  it('keeps descriptions between 900 and 2,200 characters, hand-written and hostile ones aside', () => {
    const templated = whole.filter(({ descriptionHtml }) => !descriptionHtml.startsWith('<script>'))
    const outside = templated.filter(
      ({ descriptionHtml }) => descriptionHtml.length < 900 || descriptionHtml.length > 2200,
    )
    expect(outside.map(({ id }) => id)).toEqual([])
  })

  it('does not repeat itself: postings of different employers share at most half of their sentences', () => {
    const sentences = whole.map((posting) => ({
      employer: employerOf(posting),
      lines: new Set(
        textOf(posting)
          .split(/\n+|(?<=[.?!]) /)
          .map((line) => line.trim())
          .filter((line) => line.length > 25),
      ),
    }))
    const alike = sentences.flatMap((one, index) =>
      sentences.slice(0, index).filter((other) => {
        if (one.employer === other.employer) return false
        const shared = [...one.lines].filter((line) => other.lines.has(line)).length
        return shared / Math.min(one.lines.size, other.lines.size) > 0.5
      }),
    )
    expect(alike).toEqual([])
  })
})
