import { describe, expect, test } from 'vitest'
import { aCard } from '../board/board.fixture.ts'
import { cardToChange, cellAfterKey, orderAfterClick, readEdit, TABLE_COLUMNS, type TableColumn } from './columns.ts'

const ZONE = 'Europe/Berlin'

function column(sort: TableColumn['sort']): TableColumn {
  const found = TABLE_COLUMNS.find((one) => one.sort === sort)
  if (!found) throw new Error(`no column ${sort}`)
  return found
}

const edit = (sort: TableColumn['sort'], text: string, card = aCard({ id: 1 })) =>
  readEdit(card, { column: column(sort), text, isIncomplete: false, zone: ZONE })

describe('changing a cell', () => {
  test('brings the change and the one that puts it right again', () => {
    expect(edit('company', ' Adyen ')).toEqual({
      kind: 'change',
      change: { company: 'Adyen' },
      back: { company: 'Zalando' },
    })
  })

  test('to what is there already is none', () => {
    expect(edit('company', 'Zalando ')).toEqual({ kind: 'same' })
    expect(edit('appliedAt', '')).toEqual({ kind: 'same' })
  })

  test.each([
    ['title', '  ', 'It cannot be empty.'],
    ['title', 'x'.repeat(301), 'It is too long.'],
  ] as const)('%s to %j is refused', (sort, text, word) => {
    expect(edit(sort, text)).toEqual({ kind: 'wrong', word })
  })

  test('a place may be emptied', () => {
    expect(edit('place', '')).toMatchObject({ kind: 'change', change: { place: '' } })
  })

  test('a day means its noon in the zone', () => {
    const change = { appliedAt: Date.parse('2026-11-29T11:00:00Z') }
    expect(edit('appliedAt', '2026-11-29')).toEqual({ kind: 'change', change, back: { appliedAt: null } })
    expect(edit('appliedAt', '', aCard({ id: 1, appliedAt: 5 }))).toMatchObject({ change: { appliedAt: null } })
  })
})

describe('a day', () => {
  test.each(['1989-12-31', '2200-01-01', '202026-01-01', '2026-02-30', '0026-11-02'])('%s is refused', (text) => {
    expect(edit('appliedAt', text)).toEqual({ kind: 'wrong', word: 'A day from 1990 to 2199.' })
  })

  test.each(['1990-01-01', '2199-12-31'])('%s is taken', (text) => {
    expect(edit('appliedAt', text)).toMatchObject({ kind: 'change' })
  })

  test.each([null, 5])('that is written halfway erases nothing, known: %j', (appliedAt) => {
    const typed = { column: column('appliedAt'), text: '', isIncomplete: true, zone: ZONE }
    expect(readEdit(aCard({ id: 1, appliedAt }), typed)).toEqual({ kind: 'wrong', word: 'The day is not complete.' })
  })
})

describe('what an edit changes', () => {
  const began = aCard({ id: 1, version: 1 })

  test('is the application as it is by now, when its cell is as it was', () => {
    const newest = aCard({ id: 1, version: 2, company: 'Adyen' })
    expect(cardToChange(began, newest, column('title'))).toBe(newest)
  })

  test('is what it was when somebody else changed the cell, so that the core refuses it', () => {
    const newest = aCard({ id: 1, version: 2, company: 'Adyen', appliedAt: 5 })
    expect(cardToChange(began, newest, column('company'))).toBe(began)
    expect(cardToChange(began, newest, column('appliedAt'))).toBe(began)
  })
})

test('a head sorts its own way first, then the other way round', () => {
  const order = { sort: 'updatedAt', isDescending: true } as const
  expect(orderAfterClick(order, column('title'))).toEqual({ sort: 'title', isDescending: false })
  expect(orderAfterClick(order, column('match'))).toEqual({ sort: 'match', isDescending: true })
  expect(orderAfterClick(order, column('updatedAt'))).toEqual({ sort: 'updatedAt', isDescending: false })
})

test.each([
  ['ArrowDown', { row: 1, column: 2 }],
  ['ArrowUp', { row: 0, column: 2 }],
  ['ArrowRight', { row: 0, column: 3 }],
  ['ArrowLeft', { row: 0, column: 1 }],
  ['Home', { row: 0, column: 0 }],
  ['End', { row: 0, column: 8 }],
  ['PageDown', { row: 4, column: 2 }],
  ['a', null],
])('%s leads to %j', (key, expected) => {
  expect(cellAfterKey({ row: 0, column: 2 }, key, { rows: 5, columns: 9, pageRows: 10 })).toEqual(expected)
})
