import { describe, expect, it } from 'vitest'
import { fieldWords, stillFits, takeSuggestion } from './suggestion-picks.ts'

const none = { skills: [], cities: [] }

describe('takeSuggestion', () => {
  it.each([
    ['pyt', { kind: 'skill', value: 'Python', from: 0 }, { text: '', skills: ['Python'] }],
    ['senior pyt', { kind: 'skill', value: 'Python', from: 7 }, { text: 'senior', skills: ['Python'] }],
    ['rust skill:pyt', { kind: 'skill', value: 'Python', from: 5 }, { text: 'rust', skills: ['Python'] }],
    ['munchen', { kind: 'city', value: 'Munich', from: 0 }, { text: '', cities: ['Munich'] }],
    ['zal', { kind: 'company', value: 'Zalando', from: 0 }, { text: 'company:"Zalando"' }],
    ['rust zal', { kind: 'company', value: 'The "Z" Co', from: 5 }, { text: 'rust company:"The  Z  Co"' }],
    ['data', { kind: 'title', value: 'Data Engineer', from: 0 }, { text: 'Data Engineer' }],
    ['data', { kind: 'title', value: 'Data (Cloud) | -Engineer', from: 0 }, { text: 'Data Cloud Engineer' }],
  ] as const)('%s, taken as %o', (typed, suggestion, patch) => {
    expect(takeSuggestion(typed, suggestion, none)).toEqual(patch)
  })

  it('adds to the filters that are on, each once', () => {
    const view = { skills: ['Rust', 'python'], cities: [] }
    expect(takeSuggestion('py', { kind: 'skill', value: 'Python', from: 0 }, view).skills).toEqual(['Rust', 'python'])
    expect(takeSuggestion('go', { kind: 'skill', value: 'Go', from: 0 }, view).skills).toEqual(['Rust', 'python', 'Go'])
  })

  it('a filter that is full leaves the value to the text', () => {
    const skills = Array.from({ length: 20 }, (_, index) => `Skill ${index}`)
    expect(takeSuggestion('py', { kind: 'skill', value: 'Python', from: 0 }, { skills, cities: [] })).toEqual({
      text: 'skill:"Python"',
    })
  })
})

describe('fieldWords', () => {
  it.each([
    ['c', ['company', 'city'], 0],
    ['rust co', ['company'], 5],
    ['rust -sk', ['skill'], 6],
    ['(T', ['title'], 1],
    ['company', ['company'], 0],
  ])('%s offers %j', (typed, names, from) => {
    expect(fieldWords(typed)).toMatchObject(names.map((name) => ({ name, from })))
  })

  it.each(['', 'company:', 'company:s', 'x', 'c ', 'c++', '"c"'])('%j offers none', (typed) => {
    expect(fieldWords(typed)).toEqual([])
  })
})

describe('stillFits', () => {
  it.each([
    ['Python', 0, 'py', 'py', true],
    ['Python', 0, 'py', 'pyt', true],
    ['Python', 0, 'py', 'pyx', false],
    ['Python', 0, 'py', 'p', false],
    ['Data Engineer', 0, 'e', 'eng', true],
    ['Berlin', 7, 'senior be', 'senior berl', true],
    ['Berlin', 7, 'senior be', 'junior be', false],
    ['Python', 0, 'pyht', 'pyhto', false],
  ])('%s from %i for “%s” under “%s”: %s', (value, from, asked, typed, holds) => {
    expect(stillFits({ value, from }, { asked, typed })).toBe(holds)
  })
})
