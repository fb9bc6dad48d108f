import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isoDate, statedDay } from './written-date.ts'

describe('a written date', () => {
  test.each([
    ['2026-11-02', '2026-11-02'],
    ['2 November 2026', '2026-11-02'],
    ['2nd November 2026', '2026-11-02'],
    ['02/11/2026', '2026-11-02'],
    ['2-11-2026', '2026-11-02'],
    ['2.11.2026', '2026-11-02'],
    ['2 november 2026', '2026-11-02'],
    ['2. november 2026', '2026-11-02'],
    ['2 de novembro de 2026', '2026-11-02'],
    ['14 março 2026', '2026-03-14'],
    ['3 maart 2026', '2026-03-03'],
    ['18. maj 2026', '2026-05-18'],
    ['2026-11-20_-_Worker', '2026-11-20'],
    ['31/06/2026', null],
    ['2026-13-01', null],
    ['2 Brumaire 2026', null],
    ['November 2026', null],
    ['', null],
  ])('%j', (text, date) => {
    expect(isoDate(text)).toBe(date)
  })
})

describe('the day that a list says it is of', () => {
  test.each([
    ['Last update: 2 November 2026.', '2026-11-02'],
    ['Last updated on 18/11/2026', '2026-11-18'],
    ['List as of 1 October 2026', '2026-10-01'],
    ['Laatst bijgewerkt: 3 maart 2026', '2026-03-03'],
    ['Senest opdateret den 18. maj 2026', '2026-05-18'],
    ['Lista atualizada em 12/10/2026', '2026-10-12'],
    ['Updated regularly. The scheme began on 1 January 2015. Last update 2026-11-02', '2026-11-02'],
    ['The scheme began on 1 January 2015.', null],
    ['It is updated regularly.', null],
  ])('%j', (text, date) => {
    expect(statedDay(text)).toBe(date)
  })

  test('any text has one or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(statedDay(`as of ${text}`) ?? '2026-01-01').toMatch(/^\d{4}-\d{2}-\d{2}$/)
      }),
    )
  })
})
