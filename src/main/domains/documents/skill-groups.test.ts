import { describe, expect, it } from 'vitest'
import type { WordGroup } from '#shared/documents.ts'
import { withSkills } from './skill-groups.ts'

const group = (id: string, label: string, words: string[], isShown = true): WordGroup => ({ id, label, words, isShown })
const LANGUAGES = group('skills0', 'Programming languages', ['Python', 'SQL'])
const SCIENCE = group('skills1', 'AI and science', ['PyTorch'])

describe('skills that are added to groups', () => {
  it.each([
    ['to those of its kind', [LANGUAGES, SCIENCE], 'Machine Learning', ['Python, SQL', 'PyTorch, Machine Learning']],
    ['by what stands in them, not by their labels', [group('mine01', 'Werkzeug', ['Go'])], 'Rust', ['Go, Rust']],
    ['to one without a label', [group('mine01', '', ['Docker'])], 'Machine Learning', ['Docker, Machine Learning']],
    ['to a new one, where none is like it', [LANGUAGES], 'Machine Learning', ['Python, SQL', 'Machine Learning']],
    [
      'to none that is hidden',
      [LANGUAGES, { ...SCIENCE, isShown: false }],
      'Machine Learning',
      ['Python, SQL', 'PyTorch', 'Machine Learning'],
    ],
  ])('%s', (_, groups, name, expected) => {
    expect(withSkills(groups, [name]).map(({ words }) => words.join(', '))).toEqual(expected)
  })

  it('keeps several that fit nowhere together, and changes nothing it was given', () => {
    const before = structuredClone(LANGUAGES)
    expect(withSkills([LANGUAGES], ['Machine Learning', 'Kubernetes']).map(({ words }) => words.length)).toEqual([2, 2])
    expect(LANGUAGES).toEqual(before)
  })

  it('never makes more words than a group may hold', () => {
    const full = group(
      'full01',
      '',
      Array.from({ length: 100 }, (_, at) => `Word ${at}`),
    )
    expect(withSkills([full], ['Rust']).map(({ words }) => words.length)).toEqual([100, 1])
  })
})
