import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findRows } from './city-table.ts'
import { foldName, shortSpelling, spellings } from './fold-name.ts'

const found = (key: string): string[] =>
  findRows(key).map(({ name, countryCode, kind }) => `${name} ${countryCode} ${kind}`)

describe('findRows', () => {
  it.each([
    ['bad urach', 'Bad Urach DE whole'],
    ['hagenberg im muhlkreis', 'Hagenberg im Mühlkreis AT whole'],
    ['kunzelsau', 'Künzelsau DE whole'],
    ['kuenzelsau', 'Künzelsau DE whole'],
    ['neuilly', 'Neuilly-sur-Seine FR short'],
    ['canary wharf', 'London GB district'],
  ])('finds %s as %s', (key, expected) => {
    expect(found(key)).toContain(expected)
  })

  it('puts the place with the most people first', () => {
    const people = findRows('paris').map((row) => row.people)
    expect(people.length).toBeGreaterThan(5)
    expect(people).toEqual(people.toSorted((a, b) => b - a))
  })

  it.each(['', 'a', 'berli', 'berlinn', 'zzzz', '0', ';', '\n', 'paris;paris'])('finds nothing under %j', (key) => {
    expect(found(key)).toEqual([])
  })

  it('finds each place under every spelling of its name, and only there', () => {
    const names = fc.constantFrom(
      'Sankt Gallen',
      'Saint-Denis',
      'Göttingen',
      'Trier',
      'Tromsø',
      'Alba de Tormes',
      'Żywiec',
    )
    fc.assert(
      fc.property(names, fc.string(), (name, other) => {
        for (const key of spellings(name)) expect(findRows(key).map((row) => row.name)).toContain(name)
        for (const row of findRows(foldName(other))) expect(row.countryCode).toMatch(/^[A-Z]{2}$/)
      }),
    )
  })
})

describe('spellings', () => {
  it.each([
    ['Düsseldorf', ['dusseldorf', 'duesseldorf']],
    ['Saint-Étienne', ['saint etienne', 'st etienne']],
    ['Biel/Bienne', ['biel bienne', 'biel', 'bienne']],
    ['Halle (Saale)', ['halle saale', 'halle']],
    ["'s-Hertogenbosch", ['s hertogenbosch']],
  ])('spells %s as %j', (name, expected) => {
    expect(spellings(name)).toEqual(expected)
  })

  it.each([
    ['Neuilly-sur-Seine', 'neuilly'],
    ['Ústí nad Labem', null],
    ['Frankfurt am Main', 'frankfurt'],
    ['Berlin', null],
  ])('calls %s in short %s', (name, expected) => {
    expect(shortSpelling(name)).toBe(expected)
  })
})
