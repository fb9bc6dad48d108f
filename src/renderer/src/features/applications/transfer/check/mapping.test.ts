import { describe, expect, test } from 'vitest'
import type { ImportMapping, ImportPreview } from '#shared/application-transfer.ts'
import {
  datesMatter,
  fieldOf,
  mappingShown,
  ordersTold,
  readAs,
  samplesOf,
  unclearDate,
  withField,
  withStage,
} from './mapping.ts'

const MAPPING: ImportMapping = { columns: { title: 0, company: 1, appliedAt: 2 }, stages: {}, dates: 'iso' }

function previewOf(samples: string[][], mapping: ImportMapping = MAPPING): ImportPreview {
  return {
    preset: null,
    delimiter: ',',
    header: ['a', 'b', 'c', 'd'],
    samples,
    mapping,
    words: [],
    counts: { new: 0, known: 0, twice: 0, bad: 0 },
    rows: [],
  }
}

describe('columns', () => {
  test('a field that goes to another column leaves the first one out', () => {
    const mapping = withField(MAPPING, 3, 'title')
    expect(mapping.columns).toEqual({ company: 1, appliedAt: 2, title: 3 })
    expect(fieldOf(mapping, 0)).toBeNull()
    expect(fieldOf(mapping, 3)).toBe('title')
  })

  test('a column says one thing: what it said before is not taken any more', () => {
    expect(withField(MAPPING, 1, 'place').columns).toEqual({ title: 0, place: 1, appliedAt: 2 })
  })

  test('a column can be left out', () => {
    expect(withField(MAPPING, 2, null).columns).toEqual({ title: 0, company: 1 })
  })

  test('samples are the first three values that say something', () => {
    const samples = [['x'], ['', 'b1'], [], ['y', ' b2 '], ['z', 'b3'], ['w', 'b4']]
    expect(samplesOf({ samples }, 1)).toEqual(['b1', 'b2', 'b3'])
  })
})

describe('stages', () => {
  test('what the user says of a word counts over what was recognised, and words of a new column are there at once', () => {
    const said = withStage(MAPPING, 'Offer', 'accepted')
    const recognised = { ...MAPPING, stages: { Offer: 'offered', Absage: 'rejected' } as const }
    expect(mappingShown(said, previewOf([], recognised)).stages).toEqual({ Offer: 'accepted', Absage: 'rejected' })
    expect(withStage(said, 'Offer', null).stages).toEqual({})
  })
})

describe('how days are written', () => {
  test.each([
    ['2026-04-03', false],
    ['3 April 2026', false],
    ['03/04/2026', true],
    ['3.4.26', true],
    ['3/4/24, 2:22 PM', true],
  ])('%s asks for the order: %s', (value, isAsked) => {
    expect(datesMatter(previewOf([['t', 'c', value]]), MAPPING)).toBe(isAsked)
  })

  test('days beyond the first rows ask, too, when the core recognised an order', () => {
    const recognised = { ...MAPPING, dates: 'month_first' } as const
    expect(datesMatter(previewOf([['t', 'c', '']], recognised), recognised)).toBe(true)
  })

  test('without a column of days there is nothing to ask', () => {
    expect(datesMatter(previewOf([['t', 'c', '03/04/2026']]), withField(MAPPING, 2, null))).toBe(false)
  })

  test.each<[string, ImportMapping['dates'], ImportMapping['dates']]>([
    ['13/04/2026', 'month_first', 'day_first'],
    ['04/13/2026', 'day_first', 'month_first'],
    ['03/04/2026', 'iso', 'day_first'],
    ['03/04/2026', 'month_first', 'month_first'],
    ['2026-04-03', 'iso', 'iso'],
  ])('%s after %s is taken as %s', (value, before, after) => {
    expect(ordersTold(previewOf([['t', 'c', value]]), { ...MAPPING, dates: before })).toBe(after)
  })

  test('the value shown with the question is one that can be read both ways', () => {
    const preview = previewOf([
      ['t', 'c', '13/04/2026'],
      ['t', 'c', '04/04/2026'],
      ['t', 'c', '03/04/2026'],
    ])
    expect(unclearDate(preview, MAPPING)).toBe('03/04/2026')
    expect(readAs('03/04/2026', 'day_first')).toEqual({ day: 3, month: 4 })
    expect(readAs('03/04/2026', 'month_first')).toEqual({ day: 4, month: 3 })
    expect(readAs('2026-04-03', 'day_first')).toBeNull()
  })
})
