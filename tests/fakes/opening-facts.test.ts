import { expect, test } from 'vitest'
import { openingsOf } from './content.ts'
import { countryCode, plainOf, sectionsOf, statedBand, uuidOf } from './opening-facts.ts'

const openings = openingsOf({ firstNumber: 10_000 })

test('every opening has a country code, an id of its own and sections that say what its text says', () => {
  const ids = new Set(openings.map((opening) => uuidOf(opening, 1)))
  expect(ids.size).toBe(openings.length)
  for (const opening of openings) {
    expect(countryCode(opening)).toMatch(/^[A-Z]{2}$/)
    const { before, list, after } = sectionsOf(opening)
    expect(`${before}\n<p>${list?.title}:</p><ul>${list?.itemsHtml}</ul>\n${after}`).toBe(opening.descriptionHtml)
    expect(plainOf(after)).toContain(`-${opening.number} in ${opening.city}.`)
  }
})

test('some openings state a band, and only those whose text does', () => {
  const banded = openings.filter((opening) => statedBand(opening) !== null)
  expect(banded.length).toBeGreaterThan(5)
  for (const opening of banded) expect(opening.descriptionHtml).toContain('€65,000')
})
