import { array, assert, constantFrom, property } from 'fast-check'
import { expect, test } from 'vitest'
import { mergeNotes } from './merge-notes.ts'

test.each([
  ['both added below', 'a\nmine', 'a\ntheirs', 'a\ntheirs\nmine'],
  ['added at different places', 'top\na\nb', 'a\nb\nend', 'top\na\nb\nend'],
  ['the same', 'a\nb', 'a\nb', 'a\nb'],
  ['one is empty', 'a', '', '\na'],
  ['a line in the middle', 'a\nmine\nz', 'a\nz', 'a\nmine\nz'],
])('%s', (_what, mine, theirs, merged) => {
  expect(mergeNotes(mine, theirs)).toBe(merged)
})

const lines = array(constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 12 })
const isWithin = (part: readonly string[], whole: readonly string[]) => {
  let at = 0
  for (const line of whole) if (at < part.length && line === part[at]) at += 1
  return at === part.length
}

test('every line of both is in the merged text, in its order', () => {
  assert(
    property(lines, lines, (mine, theirs) => {
      const merged = mergeNotes(mine.join('\n'), theirs.join('\n')).split('\n')
      expect(isWithin(mine, merged) && isWithin(theirs, merged)).toBe(true)
    }),
  )
})
