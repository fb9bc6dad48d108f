import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { correctText } from './correct-text.ts'
import { createEditCounter } from './edits.ts'
import { findSuggestions } from './find-suggestions.ts'
import { typedPart } from './typed-part.ts'
import { buildVocabulary, type Entry, type SuggestionKind, type Vocabulary } from './vocabulary.ts'

function entry(kind: SuggestionKind, value: string, jobs: number, others: readonly string[] = []): Entry {
  return { kind, value, jobs, spellings: [value, ...others] }
}

function made(entries: readonly Entry[]): Vocabulary {
  const steps = buildVocabulary(entries)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

const vocabulary = made([
  entry('skill', 'Python', 900, ['Python3']),
  entry('skill', 'PyTorch', 120),
  entry('skill', 'C++', 90),
  entry('skill', 'C#', 80),
  entry('skill', 'Kubernetes', 300, ['k8s']),
  entry('skill', 'Node.js', 200),
  entry('skill', 'Linux', 500, ['X distro']),
  entry('skill', 'XML', 200),
  entry('city', 'Munich', 400, ['München']),
  entry('city', 'Łódź', 30),
  entry('city', 'Berlin', 800),
  entry('company', 'Zalando SE', 25),
  entry('company', 'Berliner Kindl', 2),
  entry('company', 'Belrin Bikes', 1),
  entry('title', 'Senior Python Developer', 40),
  entry('title', 'Data Engineer', 500),
  entry('title', 'Senior Data Engineer', 300),
  entry('title', 'Data Scientist', 350),
])
const countEdits = createEditCounter()

function suggested(text: string, limit = 8) {
  const part = typedPart(text)
  return part === null ? [] : findSuggestions(vocabulary, part, { limit, countEdits })
}
const values = (text: string) => suggested(text).map(({ value }) => value)

describe('suggestions', () => {
  it.each([
    ['pyth', 'Python'],
    ['PYTH', 'Python'],
    ['munchen', 'Munich'],
    ['muenchen', 'Munich'],
    ['Münch', 'Munich'],
    ['lodz', 'Łódź'],
    ['k8', 'Kubernetes'],
    ['node', 'Node.js'],
    ['c++', 'C++'],
    ['c#', 'C#'],
    ['berlin', 'Berlin'],
    ['data eng', 'Data Engineer'],
    ['engineer senior', 'Senior Data Engineer'],
  ])('%s brings %s first, and corrects nothing', (text, value) => {
    expect(suggested(text)[0]).toMatchObject({ value, isCorrected: false, from: 0 })
  })

  it.each([
    ['pyhto', 'Python'],
    ['zalnado', 'Zalando SE'],
    ['kuberntes', 'Kubernetes'],
    ['munihc', 'Munich'],
    ['pyhton devloper', 'Senior Python Developer'],
    ['company:zalnado', 'Zalando SE'],
  ])('%s is taken for %s', (text, value) => {
    expect(suggested(text)[0]).toMatchObject({ value, isCorrected: true })
  })

  it('what somebody misspelt in a posting does not hide what is meant', () => {
    expect(values('belrin')).toEqual(['Berlin', 'Belrin Bikes'])
  })

  it('a few letters are not corrected', () => {
    expect(suggested('jav')).toEqual([])
    expect(suggested('qyz')).toEqual([])
  })

  it('the last words alone, when nothing is called by all of them', () => {
    expect(suggested('remote zalando')).toEqual([
      { kind: 'company', value: 'Zalando SE', jobs: 25, isCorrected: false, from: 7 },
    ])
  })

  it('all the words first, then the last ones', () => {
    expect(values('senior python').slice(0, 2)).toEqual(['Senior Python Developer', 'Python'])
    expect(suggested('senior python')[1]).toMatchObject({ value: 'Python', from: 7 })
  })

  it('a word that is misspelt is also suggested alone', () => {
    expect(suggested('senior pyhton').map(({ value, from }) => [value, from])).toEqual([
      ['Senior Python Developer', 0],
      ['Python', 7],
    ])
  })

  it('what others call something counts from its first word on, and less than a name', () => {
    expect(values('x')).toEqual(['XML', 'Linux'])
    expect(values('distro')).toEqual([])
  })

  it('a field word says what it can only be, and belongs to what is replaced', () => {
    expect(suggested('rust city:ber')).toEqual([
      { kind: 'city', value: 'Berlin', jobs: 800, isCorrected: false, from: 5 },
    ])
    expect(values('skill:ber')).toEqual([])
  })

  it('no more than asked for, and the same thing once', () => {
    expect(suggested('d', 2)).toHaveLength(2)
    expect(values('python').filter((value) => value === 'Python')).toHaveLength(1)
  })

  it('any text is answered, with what is stored only', () => {
    const known = new Set(vocabulary.entries.map(({ value }) => value))
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a-z"(): -]{0,40}$/)), (text) => {
        for (const { value, from } of suggested(text)) {
          expect(known.has(value)).toBe(true)
          expect(from).toBeLessThan(text.length)
        }
      }),
    )
  })
})

describe('the corrected text', () => {
  it.each([
    ['pyhton', 'python'],
    ['Pyhton', 'Python'],
    ['senoir pyhton developer', 'senior python developer'],
    ['"data enginer" -berlni', '"data engineer" -berlin'],
    ['company:zalnado', 'company:zalando'],
    ['skill:kuberntes OR pyhton', 'skill:kubernetes OR python'],
  ])('%s → %s', (text, corrected) => {
    expect(correctText(text, vocabulary, countEdits)).toBe(corrected)
  })

  it.each(['python', 'senior data engineer', '', 'xyzzy', 'pyhto*', 'compnay:', 'jva', 'münchen'])(
    '%j is left alone',
    (text) => {
      expect(correctText(text, vocabulary, countEdits)).toBeNull()
    },
  )
})
