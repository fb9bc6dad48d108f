import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeRates, parseEcbRates, RatesRefused } from './ecb-rates.ts'
import type { DatedRate } from './exchange-rates.ts'

const NOW = Date.UTC(2026, 0, 8, 18)

const RATES: Readonly<Record<string, string>> = {
  USD: '1.1650',
  JPY: '182.10',
  CZK: '24.210',
  DKK: '7.4711',
  GBP: '0.86810',
  HUF: '384.20',
  PLN: '4.2130',
  RON: '5.0890',
  SEK: '10.7460',
  CHF: '0.9301',
  ISK: '146.90',
  NOK: '11.7420',
  TRY: '50.1020',
  AUD: '1.7350',
  BRL: '6.2640',
  CAD: '1.6120',
  CNY: '8.1400',
  HKD: '9.0730',
  INR: '104.7300',
  KRW: '1688.35',
}

/** DERIVED: the shape of the daily list of the European Central Bank; the rates are invented. */
function list(rates: Readonly<Record<string, string>> = RATES, day = '2026-01-08'): string {
  const cubes = Object.entries(rates).map(([currency, rate]) => `\t\t\t<Cube currency='${currency}' rate='${rate}'/>`)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">',
    '\t<gesmes:subject>Reference rates</gesmes:subject>',
    '\t<gesmes:Sender>\n\t\t<gesmes:name>European Central Bank</gesmes:name>\n\t</gesmes:Sender>',
    `\t<Cube>\n\t\t<Cube time='${day}'>`,
    ...cubes,
    '\t\t</Cube>\n\t</Cube>\n</gesmes:Envelope>',
  ].join('\n')
}

describe('parseEcbRates', () => {
  it('reads every rate with the day of the list', () => {
    const rates = parseEcbRates(list(), NOW)
    expect(rates).toHaveLength(Object.keys(RATES).length)
    expect(rates[0]).toEqual({ currency: 'USD', perEur: 1.165, asOf: '2026-01-08' })
  })

  it('reads double quotes and the other order of attributes too', () => {
    const xml = list().replaceAll("'", '"').replace('currency="USD" rate="1.1650"', 'rate="1.1650" currency="USD"')
    expect(parseEcbRates(xml, NOW)[0]).toEqual({ currency: 'USD', perEur: 1.165, asOf: '2026-01-08' })
  })

  it('takes the newest day of a longer list', () => {
    const older = list({ USD: '9.9' }, '2026-01-07').replaceAll(/[\s\S]*<Cube>|<\/Cube>\s*<\/gesmes[\s\S]*/g, '')
    const xml = list().replace('</Cube>\n\t</Cube>', `</Cube>${older}</Cube>`)
    expect(parseEcbRates(xml, NOW)[0]).toEqual({ currency: 'USD', perEur: 1.165, asOf: '2026-01-08' })
  })

  it.each(['0', '-1', 'NaN', '1e400', '', '1,5', '999999999'])('passes over the rate %j of a currency', (rate) => {
    const rates = parseEcbRates(list({ ...RATES, KRW: rate }), NOW)
    expect(rates.map(({ currency }) => currency)).not.toContain('KRW')
  })

  it.each([
    ['an error page', '<html><body>Sorry</body></html>', 'names no day'],
    ['nothing', '', 'names no day'],
    ['a day that does not exist', list(RATES, '2026-02-30'), 'names no day'],
    ['a day to come', list(RATES, '2026-01-20'), 'still to come'],
    ['half a list', list(Object.fromEntries(Object.entries(RATES).slice(0, 8))), 'not whole: 8 rates'],
    ['a list without the dollar', list({ ...RATES, USD: 'x' }), 'none for USD'],
  ])('refuses %s with a reason', (_what, xml, reason) => {
    expect(() => parseEcbRates(xml, NOW)).toThrow(RatesRefused)
    expect(() => parseEcbRates(xml, NOW)).toThrow(reason)
  })

  it('throws nothing else, whatever it is fed', () => {
    const cut = fc.tuple(fc.nat(2000), fc.nat(2000), fc.constantFrom('<', '>', "'", '<Cube ', 'time=', '\u0000', 'é'))
    const failureOf = (xml: string): unknown => {
      try {
        parseEcbRates(xml, NOW)
        return null
      } catch (error) {
        return error
      }
    }
    fc.assert(
      fc.property(cut, ([from, length, noise]) => {
        const xml = list()
        const failure = failureOf(xml.slice(0, from) + noise + xml.slice(from + length))
        expect(failure === null || failure instanceof RatesRefused).toBe(true)
      }),
    )
  })
})

describe('judgeRates', () => {
  const known = new Map<string, DatedRate>([
    ['USD', { currency: 'USD', perEur: 1, asOf: '2026-01-01' }],
    ['TRY', { currency: 'TRY', perEur: 40, asOf: '2023-06-01' }],
  ])
  const judge = (currency: string, perEur: number, asOf: string) =>
    judgeRates([{ currency, perEur, asOf }], (code) => known.get(code) ?? null)

  it.each([
    ['USD', 1.3, '2026-01-08'],
    ['USD', 0.77, '2026-01-08'],
    ['USD', 1, '2026-01-01'],
    // Three years begun: 1.3 × 1.3 × 1.3.
    ['TRY', 87, '2026-01-08'],
    ['XYZ', 5000, '2026-01-08'],
  ])('takes %s at %d on %s', (currency, perEur, asOf) => {
    expect(judge(currency, perEur, asOf)).toEqual({ taken: [{ currency, perEur, asOf }], refused: [] })
  })

  it.each([
    ['USD', 1.31, 'USD 1.31 per euro on 2026-01-08 is 31 % off the 1 of 2026-01-01.'],
    ['USD', 0.76, 'USD 0.76 per euro on 2026-01-08 is 24 % off the 1 of 2026-01-01.'],
    ['TRY', 88, 'TRY 88 per euro on 2026-01-08 is 120 % off the 40 of 2023-06-01.'],
  ])('refuses %s at %d and keeps the one before', (currency, perEur, reason) => {
    expect(judge(currency, perEur, '2026-01-08')).toEqual({
      taken: [],
      refused: [{ kept: known.get(currency), reason }],
    })
  })

  it('passes over a rate of an earlier day', () => {
    expect(judge('USD', 1.1, '2025-12-31')).toEqual({ taken: [], refused: [] })
  })
})
