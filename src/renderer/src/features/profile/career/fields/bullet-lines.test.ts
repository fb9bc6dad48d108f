import { expect, it } from 'vitest'
import { bulletsOf, lineProblem } from './bullet-lines.ts'

const BEFORE = [
  { id: 'aaaaaa', text: 'Did a' },
  { id: 'bbbbbb', text: 'Did b' },
]

it.each([
  ['the same', 'Did a\nDid b', 'aaaaaa Did a, bbbbbb Did b'],
  ['changed where it stood', 'Did a well\nDid b', 'aaaaaa Did a well, bbbbbb Did b'],
  ['in another order', 'Did b\nDid a', 'bbbbbb Did b, aaaaaa Did a'],
  ['one more on top', 'Did c\nDid a\nDid b', 'new001 Did c, aaaaaa Did a, bbbbbb Did b'],
  ['one gone', 'Did b', 'bbbbbb Did b'],
  ['pasted with signs', '• Did a\n\n- Did b\n', 'aaaaaa Did a, bbbbbb Did b'],
  ['a minus that is none', '-5 % costs', 'aaaaaa -5 % costs'],
  ['bold, not a sign', '**Did** a', 'aaaaaa **Did** a'],
  ['nothing', ' \n', ''],
])('lines: %s', (_name, text, bullets) => {
  let made = 0
  const newId = () => `new${String((made += 1)).padStart(3, '0')}`
  const found = bulletsOf(text, { before: BEFORE, newId })
  expect(found.map((bullet) => `${bullet.id} ${bullet.text}`).join(', ')).toBe(bullets)
})

it.each([
  ['Did a', false],
  ['x'.repeat(1001), true],
  ['a\n'.repeat(61), true],
])('%.8j cannot be kept: %j', (text, isProblem) => {
  expect(lineProblem(text) !== null).toBe(isProblem)
})
