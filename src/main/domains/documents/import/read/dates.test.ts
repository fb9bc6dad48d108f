import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findSpans } from './dates.ts'

const said = (text: string) => findSpans(text).map(({ start, end, isOpen }) => [start, isOpen ? 'open' : end])

describe('dates of résumés', () => {
  test.each([
    ['03/2019 – heute', '2019-03', 'open'],
    ['Mär. 2019 – Aug. 2021', '2019-03', '2021-08'],
    ['März 2019 bis August 2021', '2019-03', '2021-08'],
    ['janv. 2018 – présent', '2018-01', 'open'],
    ['de janvier 2018 à décembre 2019', '2018-01', '2019-12'],
    ['Février 2016 - aujourd’hui', '2016-02', 'open'],
    ['2018–2020', '2018', '2020'],
    ['since 2020', '2020', 'open'],
    ['seit 04.2020', '2020-04', 'open'],
    ['09.2015', '2015-09', '2015-09'],
    ['09.2015 - 12.2016', '2015-09', '2016-12'],
    ['Q3 2019', '2019', '2019'],
    ['Summer 2017', '2017', '2017'],
    ['enero de 2019 – actualidad', '2019-01', 'open'],
    ['septiembre 2015 a junio de 2019', '2015-09', '2019-06'],
    ['od 03.2019 do 05.2021', '2019-03', '2021-05'],
    ['styczeń 2020 – obecnie', '2020-01', 'open'],
    ['październik 2014 - czerwiec 2018', '2014-10', '2018-06'],
    ['gennaio 2019 – oggi', '2019-01', 'open'],
    ['mrt. 2019 – heden', '2019-03', 'open'],
    ['fevereiro de 2017 até março de 2020', '2017-02', '2020-03'],
    ['augusti 2018 – nu', '2018-08', 'open'],
    ['01/03/2019 – 31/08/2021', '2019-03', '2021-08'],
    ['2019-03 – 2021-08', '2019-03', '2021-08'],
    ["Sept '19 – Present", '2019-09', 'open'],
    ['03/19 – 04/21', '2019-03', '2021-04'],
    ['Mai – August 2018', '2018-05', '2018-08'],
    ['2018/2019', '2018', '2019'],
    ['bis 2019', null, '2019'],
    ['2021 –', '2021', 'open'],
    ['1 March 2019 to 2 April 2020', '2019-03', '2020-04'],
    ['March 3, 2019 - April 4, 2020', '2019-03', '2020-04'],
    ['May 1st, 2019 – present', '2019-05', 'open'],
    ['2009/10 – 2011/12', '2009', '2012'],
    ['2014/15 – 2016/17', '2014', '2017'],
    ['1999/00 – 2000/01', '1999', '2001'],
    ['2009/10 – 2012/03', '2009-10', '2012-03'],
    ['2009/03 – 2011/12', '2009-03', '2011-12'],
    ['2009/10', '2009', '2010'],
    ['seit 2009/10', '2009', 'open'],
    ['2019/05', '2019-05', '2019-05'],
    ['2016–17', '2016', '2017'],
    ['2016-17', '2016', '2017'],
    ['1999–00', '1999', '2000'],
    ['2016-11', '2016-11', '2016-11'],
    ['august 2019 – nå', '2019-08', 'open'],
    ['des. 2018 – mai 2020', '2018-12', '2020-05'],
    ['fra 2019 til 2021', '2019', '2021'],
    ['marts 2018 - d.d.', '2018-03', 'open'],
    ['forår 2017', '2017', '2017'],
    ['tammikuu 2019 – nykyinen', '2019-01', 'open'],
    ['kesäkuuta 2019', '2019-06', '2019-06'],
    ['syys 2017 – heinä 2019', '2017-09', '2019-07'],
    ['9/2017 – 12/2019', '2017-09', '2019-12'],
  ])('%s', (text, start, end) => {
    expect(said(text)).toEqual([[start, end]])
  })

  test.each(['+49 170 2019 2020', 'Raum 4711', '10115 Berlin', 'ISO 27001', '2020s'])('%s is no date', (text) => {
    expect(said(text)).toEqual([])
  })

  test('words beside it stay outside', () => {
    const text = 'Data Engineer, ACME GmbH (Mai 2019 – Juni 2020), Berlin'
    const [span] = findSpans(text)
    expect(text.slice(span?.from, span?.to)).toBe('Mai 2019 – Juni 2020')
  })

  test('any text gives spans that stand in it, whose end is not before their start', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 ./–a-zäé-]{0,80}$/u), (text) => {
        for (const { from, to, start, end } of findSpans(text)) {
          expect(from >= 0 && to <= text.length && from < to).toBe(true)
          expect(start === null || end === null || end.slice(0, 4) >= start.slice(0, 4)).toBe(true)
        }
      }),
    )
  })
})
