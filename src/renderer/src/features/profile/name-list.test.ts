import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leftOutWords, NAME_LENGTH_MAX, readNames, splitNames } from './name-list.ts'

it.each([
  ['Python, SQL,dbt', ['Python', 'SQL', 'dbt']],
  ['Python; SQL\ndbt\tAirflow', ['Python', 'SQL', 'dbt', 'Airflow']],
  ['• Python\n• Apache   Spark', ['Python', 'Apache Spark']],
  ['- Python\n- C++\n1. Go\n2) R', ['Python', 'C++', 'Go', 'R']],
  ['Python, SQL and dbt', ['Python', 'SQL and dbt']],
  ['Python, SQL, and dbt.', ['Python', 'SQL', 'dbt']],
  ['CI/CD, R&D, .NET, Node.js', ['CI/CD', 'R&D', '.NET', 'Node.js']],
  [' ,;\n ', []],
])('%j holds the names %j', (text, names) => {
  expect(splitNames(text)).toEqual(names)
})

describe('names read into a list', () => {
  const read = (text: string, existing: string[] = [], most = 200) =>
    readNames({ text, existing, preferred: ['PostgreSQL', 'dbt'], most })

  it('are written as jobs write them, each once', () => {
    expect(read('postgresql, DBT, dbt, Haskell')).toEqual({
      added: ['PostgreSQL', 'dbt', 'Haskell'],
      known: ['dbt'],
      tooLong: [],
      noRoom: [],
    })
  })

  it('are not taken twice, nor beyond the room there is, nor when they are no names', () => {
    const long = 'x'.repeat(NAME_LENGTH_MAX + 1)
    expect(read(`python, ${long}, Go, Rust`, ['Python'], 2)).toEqual({
      added: ['Go'],
      known: ['python'],
      tooLong: [long],
      noRoom: ['Rust'],
    })
  })

  it('lose nothing: each piece is taken or told of', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'B', ',', ' ', '\n', '-') }), (text) => {
        const { added, known, tooLong, noRoom } = read(text, ['a'], 3)
        expect(added.length + known.length + tooLong.length + noRoom.length).toBe(splitNames(text).length)
      }),
    )
  })
})

it.each([
  [{ known: [], tooLong: [], noRoom: [] }, null],
  [{ known: ['SQL'], tooLong: [], noRoom: [] }, 'Already there: SQL.'],
  [{ known: ['SQL', 'Go'], tooLong: [], noRoom: ['a', 'b'] }, 'Already there: SQL, Go. No room for 2 more.'],
])('what was left out of %j reads %j', (reading, words) => {
  expect(leftOutWords(reading)).toBe(words)
})
