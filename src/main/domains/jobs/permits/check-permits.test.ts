import { describe, expect, test } from 'vitest'
import type { Place, SalaryFact } from '#shared/facts.ts'
import { type PermitSituation, permitSituationSchema } from '#shared/permits.ts'
import { BUNDLED_RATES } from '#main/infra/money/exchange-rates.ts'
import { checkPermits, thresholdsFor, thresholdsReached } from './check-permits.ts'
import { allThresholds } from './thresholds.ts'

const NOW = Date.UTC(2026, 10, 28)

function pay(fields: Partial<SalaryFact>): SalaryFact {
  return {
    min: null,
    max: null,
    currency: 'EUR',
    period: 'year',
    evidence: null,
    yearEur: null,
    tax: null,
    contract: null,
    paymentsPerYear: null,
    variants: [],
    extras: [],
    ...fields,
  }
}

const exactly = (amount: number, fields: Partial<SalaryFact> = {}) => pay({ min: amount, max: amount, ...fields })
const placesIn = (...codes: string[]): Place[] =>
  codes.map((countryCode) => ({ city: null, countryCode, latitude: null, longitude: null }))

interface Case {
  readonly country: string
  readonly salary: SalaryFact | null
  readonly situation?: Partial<PermitSituation>
  readonly roleFamily?: 'backend' | 'product_manager' | 'other'
  readonly now?: number
}

function check({ country, salary, situation = {}, roleFamily = 'backend', now = NOW }: Case) {
  const facts = { salary, places: placesIn(country), roleFamily }
  return checkPermits(facts, { situation: permitSituationSchema.parse(situation), rates: BUNDLED_RATES, now })
}

function verdicts(one: Case) {
  return Object.fromEntries(check(one).map(({ permit, region, verdict }) => [region ?? permit, verdict]))
}

describe('the German Blue Card', () => {
  const degree = { degree: 'master', degreeOn: '2015-07-01' } as const

  test('an exact pay at the lower threshold is enough in IT, and shows amount, date and source', () => {
    const [card] = check({ country: 'DE', salary: exactly(45_934.2) })
    expect(card).toMatchObject({
      permit: 'EU Blue Card',
      verdict: 'meets',
      doubts: [],
      threshold: { id: 'de-blue-card-2', amount: 45_934.2, validFrom: '2026-01-01', isStale: false },
      pay: { low: 45_934, high: 45_934 },
    })
    expect(card?.threshold.source).toContain('make-it-in-germany')
  })

  test.each<[string, Case, string, readonly string[]]>([
    ['a cent below', { country: 'DE', salary: exactly(45_934.19) }, 'below', []],
    ['no pay stated', { country: 'DE', salary: null }, 'cannot_tell', ['no_salary']],
    [
      'a range that reaches it',
      { country: 'DE', salary: pay({ min: 40_000, max: 60_000 }) },
      'cannot_tell',
      ['range_spans'],
    ],
    ['a range that lies above it', { country: 'DE', salary: pay({ min: 52_000, max: 60_000 }) }, 'meets', []],
    ['up to more', { country: 'DE', salary: pay({ max: 60_000 }) }, 'cannot_tell', ['open_range']],
    ['up to less', { country: 'DE', salary: pay({ max: 40_000 }) }, 'below', []],
    ['from more', { country: 'DE', salary: pay({ min: 60_000 }) }, 'meets', []],
    ['from less', { country: 'DE', salary: pay({ min: 30_000 }) }, 'cannot_tell', ['open_range']],
    ['net pay', { country: 'DE', salary: exactly(90_000, { tax: 'net' }) }, 'cannot_tell', ['net_pay']],
    ['a contractor', { country: 'DE', salary: exactly(90_000, { contract: 'b2b' }) }, 'cannot_tell', ['contractor']],
    ['months', { country: 'DE', salary: exactly(4500, { period: 'month' }) }, 'meets', []],
    [
      'thirteen months',
      { country: 'DE', salary: exactly(3600, { period: 'month', paymentsPerYear: 13 }) },
      'meets',
      [],
    ],
    ['hours that are enough however many', { country: 'DE', salary: exactly(30, { period: 'hour' }) }, 'meets', []],
    [
      'hours that may be enough',
      { country: 'DE', salary: exactly(24, { period: 'hour' }) },
      'cannot_tell',
      ['hours_unknown'],
    ],
    ['another currency', { country: 'DE', salary: exactly(100_000, { currency: 'USD' }) }, 'meets', []],
    [
      'a currency without a rate',
      { country: 'DE', salary: exactly(1, { currency: 'XTS' }) },
      'cannot_tell',
      ['no_rate'],
    ],
  ])('%s', (_name, one, verdict, doubts) => {
    expect(check({ ...one, situation: degree })[0]).toMatchObject({ verdict, doubts })
  })

  test('between the two thresholds it hangs on the occupation', () => {
    const between = { country: 'DE', salary: exactly(48_000), situation: degree } as const
    expect(check({ ...between, roleFamily: 'backend' })[0]?.verdict).toBe('meets')
    expect(check({ ...between, roleFamily: 'product_manager' })[0]?.verdict).toBe('below')
    expect(check({ ...between, roleFamily: 'other' })[0]).toMatchObject({
      verdict: 'cannot_tell',
      doubts: ['occupation_unknown'],
    })
  })

  test('without a degree only IT is open', () => {
    const none = { country: 'DE', salary: exactly(60_000), situation: { degree: 'none' } } as const
    expect(check({ ...none, roleFamily: 'backend' })[0]?.verdict).toBe('meets')
    expect(check({ ...none, roleFamily: 'product_manager' })).toEqual([])
  })
})

describe('what is particular to a country', () => {
  test('the Dutch threshold hangs on the age, to the day', () => {
    const young = (birthDate: string | null) =>
      check({ country: 'NL', salary: exactly(4800, { period: 'month' }), situation: { birthDate } })[0]
    expect(young('1996-11-29')?.verdict).toBe('meets')
    expect(young('1996-11-28')?.verdict).toBe('cannot_tell')
    expect(young(null)).toMatchObject({ verdict: 'cannot_tell' })
    expect(young(null)?.doubts).toContain('age_unknown')
  })

  test('a Dutch year may hold the holiday allowance, a month does not', () => {
    const situation = { birthDate: '1980-01-01', degree: 'none' } as const
    const month = check({ country: 'NL', salary: exactly(5942, { period: 'month' }), situation })
    expect(month.map(({ verdict }) => verdict)).toEqual(['meets'])
    const [year] = check({ country: 'NL', salary: exactly(5942 * 12), situation })
    expect(year).toMatchObject({ verdict: 'cannot_tell', doubts: ['holiday_pay_unknown'] })
    expect(check({ country: 'NL', salary: exactly(5942 * 12 * 1.08 + 1), situation })[0]?.verdict).toBe('meets')
  })

  test('an Austrian month is paid fourteen times where the threshold says so', () => {
    const found = check({ country: 'AT', salary: exactly(3500, { period: 'month' }), situation: { degree: 'none' } })
    expect(found).toMatchObject([{ permit: 'Red-White-Red key worker', verdict: 'meets' }])
    const card = check({
      country: 'AT',
      salary: exactly(4200, { period: 'month' }),
      situation: { degree: 'bachelor' },
    })[0]
    expect(card).toMatchObject({ verdict: 'cannot_tell', doubts: ['payments_unknown'] })
  })

  test('a country that fixes no figure cannot be told, whatever is paid', () => {
    const [italy] = check({ country: 'IT', salary: exactly(200_000), situation: { degree: 'master' } })
    expect(italy).toMatchObject({ verdict: 'cannot_tell', doubts: ['no_fixed_figure'], threshold: { amount: null } })
  })

  test('Belgium is checked region by region', () => {
    expect(
      verdicts({ country: 'BE', salary: exactly(60_000), situation: { degree: 'master', birthDate: '1980-01-01' } }),
    ).toMatchObject({ Flanders: 'below', Brussels: 'meets' })
  })

  test('a country that the product knows nothing of, and no country, give no check', () => {
    expect(check({ country: 'US', salary: exactly(200_000) })).toEqual([])
    expect(
      checkPermits(
        { salary: exactly(90_000), places: [], roleFamily: 'backend' },
        { situation: permitSituationSchema.parse({}), rates: BUNDLED_RATES, now: NOW },
      ),
    ).toEqual([])
  })
})

test('who needs no permit gets no check', () => {
  expect(check({ country: 'DE', salary: exactly(90_000), situation: { isPermitNeeded: false } })).toEqual([])
})

test('figures say that they are stale: those of an earlier year, those past their last day, and all of them in time', () => {
  const staleOf = (country: string, now = NOW) =>
    check({ country, salary: null, situation: { degree: 'master' }, now })[0]?.threshold.isStale
  expect(staleOf('LU')).toBe(true)
  expect(staleOf('NL')).toBe(false)
  expect(staleOf('NL', Date.UTC(2027, 0, 1))).toBe(true)
  expect(staleOf('DE', Date.UTC(2027, 0, 1))).toBe(false)
  expect(staleOf('DE', Date.UTC(2028, 1, 1))).toBe(true)
})

test('every row has an id of its own and a source', () => {
  const rows = allThresholds()
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  for (const row of rows) expect(row.source, row.id).toMatch(/\w/)
})

test('what a filter looks for is what a check finds', () => {
  const situation = permitSituationSchema.parse({ degree: 'master', degreeOn: '2024-07-01', birthDate: '1999-05-05' })
  const { always, inIt } = thresholdsFor(situation, NOW)
  for (const country of ['DE', 'NL', 'IE', 'FR', 'AT', 'SE', 'DK', 'FI', 'ES', 'BE', 'PL', 'CZ', 'EE', 'GB']) {
    for (const amount of [30_000, 47_000, 60_000, 90_000]) {
      for (const roleFamily of ['backend', 'product_manager'] as const) {
        const salary = exactly(amount)
        const reached = thresholdsReached({ salary, places: placesIn(country) }, BUNDLED_RATES)
        const ways = roleFamily === 'backend' ? [...always, ...inIt] : always
        const isFound = reached.some((id) => ways.includes(id))
        const isMet = check({ country, salary, situation, roleFamily }).some(({ verdict }) => verdict === 'meets')
        expect([country, amount, roleFamily, isFound]).toEqual([country, amount, roleFamily, isMet])
      }
    }
  }
})
