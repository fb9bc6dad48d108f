import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readMatchSearch, toInput, toMatchSearch, toMatchView } from './match-url.ts'

describe('the address of the For you screen', () => {
  it('is plain while everything has its default', () => {
    expect(toMatchSearch(toMatchView({}))).toEqual({})
    expect(toInput(toMatchView({}))).toEqual({ limit: 50, minScore: 30, maxPerCompany: 3 })
  })

  it.each([
    [
      { job: '12', weights: 'open', limit: '100' },
      { job: 12, weights: 'open', limit: 100 },
    ],
    [
      { min: '0', company: '1' },
      { min: 0, company: 1 },
    ],
    [{ min: '101', company: '0', limit: 'many', job: '-1', weights: 'shut' }, {}],
    [{ min: ['60', '70'], job: [] }, { min: 60 }],
    [{ limit: '50', min: '30', company: '3' }, {}],
  ])('%j is read as %j', (raw, search) => {
    expect(readMatchSearch(raw)).toEqual(search)
  })

  it('never throws, and what was read reads the same again', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('limit', 'min', 'company', 'job', 'weights'), fc.anything()), (raw) => {
        const search = readMatchSearch(raw)
        expect(toMatchSearch(toMatchView(search))).toEqual(search)
      }),
    )
  })
})
