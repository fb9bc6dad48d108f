import { expect, test } from 'vitest'
import related from '#resources/related-skills.json' with { type: 'json' }
import { isKnownSkill, skillNameOf } from '../jobs/match/matching.service.ts'
import { standInsOf } from './related-skills.ts'

test('every name of the table is a name of the skill table', () => {
  const names = [...related.groups.flatMap(({ skills }) => skills), ...Object.entries(related.includes).flat(2)]
  expect(names.filter((name) => !isKnownSkill(name) || skillNameOf(name) !== name)).toEqual([])
})

test('a related skill counts in part, an included one in full, and the strongest way counts', () => {
  const ofPyTorch = new Map(standInsOf('PyTorch').map(({ name, share }) => [name, share]))
  expect(ofPyTorch.get('TensorFlow')).toBe(0.6)
  expect(ofPyTorch.get('Python')).toBe(1)
  const ofNext = new Map(standInsOf('Next.js').map(({ name, share }) => [name, share]))
  expect(ofNext.get('JavaScript')).toBe(1)
  expect(standInsOf('Python').map(({ name }) => name)).not.toContain('Python')
  expect(standInsOf('underwater basket weaving')).toEqual([])
})
