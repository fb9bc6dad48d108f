import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import words from '#resources/salary-words.json' with { type: 'json' }
import { stripAccents } from '#main/infra/text/fold.ts'
import passages from './fixtures/passages.json' with { type: 'json' }
import { readSalary } from './salary.ts'
import { brief, ofText, silent } from './salary.fixture.ts'

interface Passage {
  readonly text: string
  readonly expected: string | null
  readonly country: string | null
}

const STATED: readonly Passage[] = passages.stated.map(([text, expected, country]) => ({
  text: text ?? '',
  expected: expected ?? null,
  country: country ?? null,
}))
const SILENT: readonly Passage[] = passages.silent.map(([text, country]) => ({
  text: text ?? '',
  expected: null,
  country: country ?? null,
}))

describe('readSalary', () => {
  it.each(STATED)('reads pay from $text as $expected', ({ text, expected, country }) => {
    const fact = ofText(text, country)
    expect(brief(fact)).toBe(expected)
    expect(text).toContain(fact?.evidence ?? 'nothing')
  })

  it.each(SILENT)('takes no pay from $text', ({ text, country }) => {
    expect(brief(ofText(text, country))).toBeNull()
  })

  it.each([
    ['45 000 kr', 'SE', '45000 SEK month'],
    ['€60.000', null, '60000 EUR year'],
    ['60000-75000', 'DE', '60000..75000 EUR year'],
    ['Competitive', 'DE', null],
    ['£350 - £400 per day', 'GB', '350..400 GBP day'],
    ['45 000 kr', null, null],
    ['£45,000.00/yr - £55,000.00/yr', 'GB', '45000..55000 GBP year'],
    ['Mensuel de 2500.0 Euros à 3000.0 Euros sur 12.0 mois', 'FR', '2500..3000 EUR month'],
    ['13 Monatsgehälter, 55.000 €', 'DE', '55000 EUR year'],
    ['30 Tage Urlaub, 38h/Woche, 50.000 EUR', 'DE', '50000 EUR year'],
    ['€65,000 OTE €85,000', 'IE', '65000 EUR year'],
    ['€5,000 sign-on bonus, €70,000 base', 'IE', '70000 EUR year'],
    ['Estimated $90k - $110k', 'US', null],
    ['401k, 15 days PTO', 'US', null],
    ['E13 TV-L', 'DE', null],
  ])('reads the salary line %j of a source in %s as %j', (salaryText, countryCode, expected) => {
    expect(brief(readSalary({ ...silent, salaryText, countryCode }))).toBe(expected)
  })

  it.each([
    ['Senior Engineer (€80k-€95k)', '80000..95000 EUR year'],
    ['Data Scientist - £600 per day', '600 GBP day'],
    ['Python Developer, up to 70k €', '..70000 EUR year'],
    ['Machine Learning Engineer – €80k', '80000 EUR year'],
    ['Data Engineer (m/w/d) ab 65.000 €', '65000.. EUR year'],
    ['Werkstudent (m/w/d) 15 €/Std.', '15 EUR hour'],
    ['Budget Analyst £40,000', '40000 GBP year'],
    ['Engineer 2024 - 2 positions', null],
    ['Data Engineer – Ref. 45000', null],
    ['Head of a €50M fund', null],
    ['Software Engineer (€5k sign-on bonus)', null],
    ['Sales Manager for accounts of €100k', null],
    ['Growth Manager, 10k users to 1M', null],
  ])('reads the title %j as %j', (title, expected) => {
    expect(brief(readSalary({ ...silent, title }))).toBe(expected)
  })

  it('takes the structured field over the words, without evidence', () => {
    const statedSalary = { min: 50_000, max: 60_000, currency: 'eur', period: 'year' as const }
    const fact = readSalary({ ...silent, statedSalary, descriptionText: 'Salary: €70,000 per year' })
    expect(fact).toEqual({
      min: 50_000,
      max: 60_000,
      currency: 'EUR',
      period: 'year',
      evidence: null,
      yearEur: { min: 50_000, max: 60_000, asOf: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
      tax: null,
      contract: null,
      paymentsPerYear: null,
      variants: [],
      extras: [],
    })
  })

  it.each([
    [{ min: 0, max: 0, currency: 'EUR', period: 'year' as const }],
    [{ min: null, max: null, currency: 'EUR', period: 'year' as const }],
    [{ min: Number.NaN, max: -5, currency: 'EUR', period: 'year' as const }],
    [{ min: 50_000, max: 60_000, currency: '', period: 'year' as const }],
  ])('passes over a structured field that says nothing: %j', (statedSalary) => {
    const fact = readSalary({ ...silent, statedSalary, descriptionText: 'Salary: €70,000 per year' })
    expect(brief(fact)).toBe('70000 EUR year')
  })

  it('puts swapped structured bounds in order', () => {
    const statedSalary = { min: 60_000, max: 50_000, currency: 'EUR', period: 'year' as const }
    expect(brief(readSalary({ ...silent, statedSalary }))).toBe('50000..60000 EUR year')
  })

  it('reckons the year with the rates it is given', () => {
    const rates = { asOf: '2026-01-02', unitsPerEur: { EUR: 1, SEK: 10 } }
    const fact = readSalary({ ...silent, descriptionText: 'Månadslön 40 000 kr', countryCode: 'SE' }, rates)
    expect(fact?.yearEur).toEqual({ min: 48_000, max: 48_000, asOf: '2026-01-02' })
  })
})

/** The digits of a figure without the noughts that thousands and separators add or take. */
function digitsOf(figure: number): string {
  return String(figure).replaceAll(/\D/g, '').replace(/0+$/, '').replace(/^0+/, '')
}

describe('the laws of the salary reader', () => {
  const PIECES = [
    ['€', '£', ' kr', ' zł', ' EUR', '60k', '60.000', '75 000', '4.500,50', '401k', '14', '2024', '1,2 M'],
    ['Salary: ', 'Gehalt ', 'salaire ', 'RAL ', ' brutto', ' netto + VAT', ' (B2B)', ' bonus', ' OTE', ' budget '],
    [' - ', ' to ', ' bis ', '/', 'up to ', 'ab ', 'min. ', ' and ', ' or ', ', ', '; ', '. ', '\n', '|', '(', ')'],
    [' per month', ' pro Jahr', '/h', ' per week', ' x 14', ' 13. Monatsgehalt', 'Senior ', 'Blue Card ', 'x'],
  ]
  const pieces = fc.constantFrom(...PIECES.flat())
  const texts = fc.array(fc.oneof({ weight: 5, arbitrary: pieces }, fc.string()), { maxLength: 40 })
  const countries = fc.constantFrom('SE', 'DE', 'PL', 'GB', 'US', 'HU', null)

  it('quotes only what is there, and finds its bounds in order', () => {
    fc.assert(
      fc.property(texts, countries, (written, country) => {
        const text = written.join('')
        const fact = ofText(text, country)
        if (!fact) return
        expect(text).toContain(fact.evidence)
        for (const { evidence } of fact.extras) expect(text).toContain(evidence)
        for (const { label } of fact.variants) expect(label === null || text.includes(label)).toBe(true)
        for (const { min, max } of [fact, ...fact.variants]) {
          expect(min ?? max).not.toBeNull()
          expect((min ?? 0) <= (max ?? Infinity)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('states no figure whose digits are not in the text', () => {
    fc.assert(
      fc.property(texts, countries, (written, country) => {
        const text = written.join('')
        const fact = ofText(text, country)
        const figures = [fact, ...(fact?.variants ?? [])].flatMap((said) => [said?.min ?? null, said?.max ?? null])
        const numbers = (text.match(/\d(?:[\d.,'’\s]*\d)?/g) ?? []).map((number) => number.replaceAll(/\D/g, ''))
        for (const figure of figures) {
          if (figure === null) continue
          expect(numbers.some((number) => number.includes(digitsOf(figure)))).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  const SEEDS = [
    ['1', '1 ', '€1 ', '1-', '60.000 ', 'Gehalt ', '€60k - ', '(', '1.', '€1.', '60/', 'from 60k ', 'x 14 '],
    ['up to ', 'salary of ', '€60k bonus, ', '13. ', '/ mies. ', '€50k (junior), ', '5 % bonus and '],
    ['visa requires €9 ', 'our app shows ', 'a nurse earns €9k ', 'on average ', '9 Ft-tól ', '€9 (estimated '],
  ]
  it.each(SEEDS.flat())('reads 50 kB of %j to the end', (piece) => {
    const text = piece.repeat(50_000 / piece.length)
    expect(() =>
      readSalary({ ...silent, title: text.slice(0, 300), salaryText: text, descriptionText: text }),
    ).not.toThrow()
  })
})

describe('the salary words', () => {
  const { origin: _origin, filler: _filler, payment_counts: _counts, joints: _joints, ...phrases } = words
  const listed = Object.values(phrases).flat()

  it('let a phrase continue everywhere or nowhere: the matcher keeps one of two that fold to the same letters', () => {
    const folded = listed.map((phrase) => stripAccents(phrase).replaceAll('-', ' '))
    const wholes = new Set(folded.filter((phrase) => !phrase.startsWith('*') && !phrase.endsWith('*')))
    const open = folded.filter((phrase) => phrase.startsWith('*') || phrase.endsWith('*'))
    expect(open.filter((phrase) => wholes.has(phrase.replaceAll(/^\*|\*$/g, '')))).toEqual([])
  })
})
