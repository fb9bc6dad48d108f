import { describe, expect, test } from 'vitest'
import { isCountryCode } from '#shared/countries.ts'
import { DEFAULT_COUNTRIES } from '#shared/settings.ts'
import gazetteer from '#resources/countries.json' with { type: 'json' }
import { testCore } from '../support/test-core.ts'

describe('the countries to look in', () => {
  test.each(['ZZ', 'EU', 'UK', 'de', 'D', 'DEU', '', 'D1'])('%j is no country and is refused by name', async (code) => {
    const { client } = testCore()
    await expect(client.settings.update({ targetCountries: ['NL', code] })).rejects.toMatchObject({
      code: 'SETTING_INVALID',
      data: { issues: [{ key: 'targetCountries', message: expect.stringContaining('two-letter code') }] },
    })
    expect((await client.settings.get()).targetCountries).toEqual(DEFAULT_COUNTRIES)
  })

  test('every country that a posting can be placed in can be chosen', () => {
    const known = Object.keys(gazetteer.countries)
    expect(known.length).toBeGreaterThan(240)
    expect(known.filter((code) => !isCountryCode(code))).toEqual([])
    expect(DEFAULT_COUNTRIES.filter((code) => !isCountryCode(code))).toEqual([])
  })
})
