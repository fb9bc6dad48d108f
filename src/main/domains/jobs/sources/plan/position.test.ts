import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cursorsAfter, positionAt, queriesInTurn } from './position.ts'

const QUERIES = ['Data Engineer de', 'Data Engineer nl', 'DevOps de']

describe('where a source of several queries is', () => {
  test('every page of every query is visited once, in order, whatever the queries are called', () => {
    const words = fc.uniqueArray(fc.string({ minLength: 0, maxLength: 12 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(words, fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 6, maxLength: 6 }), (queries, pages) => {
        const visited: string[] = []
        let cursor: string | null = null
        do {
          const at = positionAt(queries, cursor)
          if (at === null) throw new Error('a list of queries has a position')
          visited.push(`${at.query}#${at.page}`)
          const count = pages[queries.indexOf(at.query)] ?? 1
          cursor = cursorsAfter(queries, at, at.page + 1 < count).nextCursor
        } while (cursor !== null)
        expect(visited).toEqual(
          queries.flatMap((query, index) => Array.from({ length: pages[index] ?? 1 }, (_, page) => `${query}#${page}`)),
        )
      }),
    )
  })

  test('a query whose page held only known postings is left for the next one, the last for the end', () => {
    const first = positionAt(QUERIES, '3 Data Engineer de')
    expect(first).toEqual({ query: 'Data Engineer de', page: 3 })
    expect(cursorsAfter(QUERIES, { query: 'Data Engineer de', page: 3 }, true).cursorWhenAllKnown).toBe(
      '0 Data Engineer nl',
    )
    expect(cursorsAfter(QUERIES, { query: 'DevOps de', page: 0 }, true).cursorWhenAllKnown).toBeNull()
  })

  test.each(['2 Beekeeper fr', 'x Data Engineer de', '-1 Data Engineer de', '1.5 DevOps de', ''])(
    'a cursor that means nothing (any more) starts over: %j',
    (cursor) => {
      expect(positionAt(QUERIES, cursor)).toEqual({ query: 'Data Engineer de', page: 0 })
    },
  )

  test('without queries there is no position', () => {
    expect(positionAt([], null)).toBeNull()
  })
})

describe('queries in turn', () => {
  test('over many runs each is asked as often as any other, and none twice in a run', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 12 }), (length, count) => {
        const queries = Array.from({ length }, (_, index) => `q${index}`)
        const asked = new Map<string, number>()
        for (let turn = 0; turn < length; turn += 1) {
          const now = queriesInTurn(queries, { turn, count })
          expect(new Set(now).size).toBe(now.length)
          for (const query of now) asked.set(query, (asked.get(query) ?? 0) + 1)
        }
        expect(new Set(asked.values()).size).toBe(1)
        expect(asked.size).toBe(length)
      }),
    )
  })

  test('all of them when there is room, none when there is not', () => {
    expect(queriesInTurn(QUERIES, { turn: 7, count: Infinity })).toEqual(QUERIES)
    expect(queriesInTurn(QUERIES, { turn: 7, count: 0 })).toEqual([])
    expect(queriesInTurn([], { turn: 1, count: 0 })).toEqual([])
  })
})
