import { describe, expect, test } from 'vitest'
import { keysOf } from './known-rows.ts'

function openingOf(title: string): string {
  return keysOf({ title, company: 'Acme', url: null }).opening
}

describe('the title of an opening', () => {
  test.each([
    ['Engineer (m/w/d)', 'engineer'],
    ['C++ Developer', 'c++-developer (m/f/d)'],
    ['Ｃ＋＋ Developer', 'C++ Developer'],
    ['C# Developer', 'C♯ Developer'],
    ['Dev + Ops', 'Dev & Ops'],
    ['#4711 Engineer', '4711: Engineer'],
  ])('%j is %j', (one, other) => expect(openingOf(one)).toBe(openingOf(other)))

  test.each([
    ['C++ Developer', 'C# Developer'],
    ['C++ Developer', 'C Developer'],
    ['C# Developer', 'C Developer'],
    ['Developer (C++17)', 'Developer (C17)'],
    ['++', '##'],
  ])('%j is not %j', (one, other) => expect(openingOf(one)).not.toBe(openingOf(other)))
})
