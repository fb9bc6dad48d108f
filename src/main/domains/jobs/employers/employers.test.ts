import { describe, expect, test } from 'vitest'
import employersFile from '#resources/employers.json' with { type: 'json' }
import { BOARD_KINDS } from '#shared/employers.ts'
import { boardKey, boardPage } from './board-page.ts'
import { recogniseAddress } from './recognise-address.ts'
import { starterList, starterListSchema } from './starter-list.ts'

const { origin, employers } = starterListSchema.parse(employersFile)
const byKind = Object.groupBy(employers, ({ kind }) => kind)
const countries = new Set(employers.map(({ countryCode }) => countryCode))

describe('the starter list of employers', () => {
  test('says where it is from, and that no board was asked', () => {
    expect(origin).toContain('not asked live')
    expect(starterListSchema.strict().safeParse(employersFile).success).toBe(true)
  })

  test('is long enough to begin with, every board in it once', () => {
    expect(employers.length).toBeGreaterThanOrEqual(140)
    expect(starterList().size).toBe(employers.length)
  })

  test('has employers on every kind of board, and no kind prevails', () => {
    for (const kind of BOARD_KINDS) {
      const share = (byKind[kind]?.length ?? 0) / employers.length
      expect([kind, share > 0.05, share < 0.25]).toEqual([kind, true, true])
    }
  })

  test.each('DE NL FR SE IE ES PL BE AT DK FI PT CZ EE LT IT RO'.split(' '))('has employers of %s', (code) => {
    expect(countries).toContain(code)
  })

  test.each(['Spotify', 'Adyen', 'Booking.com', 'Google DeepMind', 'Monzo', 'Bolt', 'N26'])('has %s', (name) => {
    expect(employers.map((employer) => employer.name)).toContain(name)
  })

  test('names each employer once on each system', () => {
    const names = employers.map(({ kind, name }) => `${kind} ${name.toLowerCase()}`)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
  })

  test.each(employers)('$name: $kind/$slug', ({ name, kind, slug, variant, url, evidence, countryCode }) => {
    expect(name.trim()).toBe(name)
    expect(countryCode ?? 'XX').toMatch(/^[A-Z]{2}$/)
    for (const address of [url, evidence]) expect(new URL(address).protocol).toBe('https:')
    expect(recogniseAddress(boardPage({ kind, slug, variant }))).toEqual({ kind, slug, variant })
    const linked = recogniseAddress(url)
    expect(boardKey(linked ?? { kind, slug })).toBe(boardKey({ kind, slug }))
    expect([null, kind === 'lever' ? 'eu' : 'com']).toContain(variant)
  })
})
