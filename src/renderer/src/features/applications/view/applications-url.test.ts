import { describe, expect, test } from 'vitest'
import { readApplicationsSearch, toFilter, toSearch, toView, withoutFilters } from './applications-url.ts'

describe('the address', () => {
  test('of the plain board is plain', () => {
    expect(toSearch(toView({}))).toEqual({})
    expect(toView({})).toMatchObject({ view: 'board', only: 'all', sort: 'updatedAt', isDescending: true })
  })

  test('keeps what is shown', () => {
    const search = {
      view: 'table',
      q: 'python',
      stage: ['applied', 'offered'],
      company: 'Adyen',
      from: '2026-11-01',
      until: '2026-11-30',
      only: 'due',
      sort: 'title',
      order: 'up',
      span: 'week',
      day: '2026-12-24',
      add: 'open',
    } as const
    expect(toSearch(toView(search))).toEqual(search)
  })

  test.each([
    [{ view: 'kanban' }, {}],
    [{ stage: 'nowhere' }, {}],
    [{ stage: 'offered' }, { stage: ['offered'] }],
    [{ stage: ['offered', 'saved', 'offered'] }, { stage: ['saved', 'offered'] }],
    [{ from: '2026-02-30' }, {}],
    [{ from: 'yesterday', until: '2026-11-30' }, { until: '2026-11-30' }],
    [{ q: '   ' }, {}],
    [{ q: 2026 }, { q: '2026' }],
    [{ sort: 'updatedAt', order: 'down' }, {}],
    [{ only: ['due', 'ghosted'] }, { only: 'due' }],
  ])('%j is read as %j', (raw, expected) => {
    expect(readApplicationsSearch(raw)).toEqual(expected)
  })
})

describe('the filter', () => {
  test('has whole days of the zone, also when the clocks change', () => {
    const view = toView({ from: '2026-10-25', until: '2026-10-25' })
    const { appliedFrom, appliedUntil } = toFilter(view, 'Europe/Berlin')
    expect(appliedFrom).toBe(Date.parse('2026-10-24T22:00:00Z'))
    expect(appliedUntil).toBe(Date.parse('2026-10-25T23:00:00Z') - 1)
  })

  test('is taken off whole; what is shown and how stays', () => {
    const view = toView({ view: 'table', q: 'x', stage: ['saved'], only: 'due', sort: 'title' })
    expect(toSearch(withoutFilters(view))).toEqual({ view: 'table', sort: 'title' })
  })
})
