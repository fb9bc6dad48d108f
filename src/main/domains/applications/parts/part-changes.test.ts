import { describe, expect, test } from 'vitest'
import { differs } from './part-changes.ts'

describe('fields differ from what is stored', () => {
  interface Fields {
    readonly name: string
    readonly pay: { readonly amount: number } | null
  }
  const stored: Fields & { readonly id: number } = { id: 1, name: 'Ana', pay: { amount: 1 } }

  test.each<[Fields, boolean]>([
    [{ name: 'Ana', pay: { amount: 1 } }, false],
    [{ name: 'ana', pay: { amount: 1 } }, true],
    [{ name: 'Ana', pay: { amount: 2 } }, true],
    [{ name: 'Ana', pay: null }, true],
  ])('%o: %s', (fields, isSo) => {
    expect(differs(fields, stored)).toBe(isSo)
  })
})
