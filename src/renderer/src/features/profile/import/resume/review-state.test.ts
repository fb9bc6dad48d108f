import { expect, it } from 'vitest'
import type { Suggestion } from '#shared/resume-import.ts'
import { acceptedOf, allAccepted, byKind, decided, edited, isWhole, UNREVIEWED } from './review-state.ts'

const skill = (id: string, value = id): Suggestion => ({
  id,
  kind: 'skill',
  value,
  source: value,
  confidence: 0.98,
  doubts: [],
})
const ALL = [skill('a'), skill('b'), skill('c')]
const idsOf = (suggestions: readonly Suggestion[]) => suggestions.map(({ id }) => id).join('')

it('nothing is taken that was not accepted', () => {
  expect(acceptedOf(UNREVIEWED, ALL)).toEqual([])
  expect(idsOf(acceptedOf(decided(UNREVIEWED, 'b', 'accepted'), ALL))).toBe('b')
})

it('the same decision again takes it back, another takes its place', () => {
  const accepted = decided(UNREVIEWED, 'a', 'accepted')
  expect(decided(accepted, 'a', 'accepted').decisions.size).toBe(0)
  expect(decided(accepted, 'a', 'rejected').decisions.get('a')).toBe('rejected')
})

it('accepting all leaves what was rejected', () => {
  expect(idsOf(acceptedOf(allAccepted(decided(UNREVIEWED, 'b', 'rejected'), ALL), ALL))).toBe('ac')
})

it('what was put right is taken as it was put right', () => {
  expect(acceptedOf(edited(UNREVIEWED, skill('a', 'Rust')), ALL)).toEqual([skill('a', 'Rust')])
})

it('kinds come in their order, without the empty ones', () => {
  const summary: Suggestion = { id: 's', kind: 'summary', value: 'x', source: 'x', confidence: 1, doubts: [] }
  expect(byKind([...ALL, summary]).map(([kind, of]) => `${kind} ${of.length}`)).toEqual(['summary 1', 'skill 3'])
})

it.each([
  [skill('a', 'Rust'), true],
  [skill('a', ' '), false],
])('%j is whole: %j', (suggestion, whole) => {
  expect(isWhole(suggestion)).toBe(whole)
})
