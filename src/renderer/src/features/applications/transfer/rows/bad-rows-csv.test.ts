import { expect, test } from 'vitest'
import type { ImportRow } from '#shared/application-transfer.ts'
import { badRowsCsv } from './bad-rows-csv.ts'

function bad(line: number, problem: string): ImportRow {
  return { line, state: 'bad', title: '', company: '', stage: null, problems: [problem] }
}

function linesOf(csv: string): string[] {
  return csv.replace('\uFEFF', '').split('\r\n').slice(1, -1)
}

test('every row stands there with its line, its reason and what the file says', () => {
  const text = 'Title,Company\r\n,Acme\r\nDev,Globex\r\nOps,\r\n'
  const csv = badRowsCsv([bad(2, 'It has no title.'), bad(4, 'It has no employer.')], text)
  expect(linesOf(csv)).toEqual(['"2","It has no title.","","",",Acme"', '"4","It has no employer.","","","Ops,"'])
})

test('a row of several lines is there whole, and its quotes stay inside one cell', () => {
  const text = 'Title,Company,Notes\n,Acme,"one\ntwo"\nDev,Globex,\n'
  expect(linesOf(badRowsCsv([bad(2, 'It has no title.')], text))).toEqual([
    '"2","It has no title.","","",",Acme,""one\ntwo"""',
  ])
})

test('a quote that never closes brings its own line and not the rest of the file', () => {
  const text = `Title,Company\nDev,"Acme\n${'Ops,Globex\n'.repeat(100)}`
  expect(linesOf(badRowsCsv([bad(2, 'A quote in it does not close.')], text))).toEqual([
    '"2","A quote in it does not close.","","","Dev,""Acme"',
  ])
})

test('nothing that a stranger wrote into the file runs as a formula', () => {
  const csv = badRowsCsv([{ ...bad(1, 'It has no employer.'), title: '=1+1' }], '=HYPERLINK("http://x.example"),')
  expect(linesOf(csv)[0]).toContain(`"'=1+1"`)
  expect(linesOf(csv)[0]).toContain(`"'=HYPERLINK(`)
})
