import { expect, test } from 'vitest'
import { DEFAULT_CONTENT, openingsOf } from './content.ts'
import { BOARDS, boardOf } from './boards.ts'
import { scriptPayloads } from './payloads.ts'

const all = (revision: number) => BOARDS.flatMap((board) => openingsOf(board, { ...DEFAULT_CONTENT, revision }))

test('the same options give the same openings, at least 60 on each board', () => {
  expect(all(1)).toEqual(all(1))
  for (const board of BOARDS) expect(openingsOf(board).length).toBeGreaterThanOrEqual(60)
})

test('no two openings could be taken for one, and every fourth of a board is also on Greenhouse', () => {
  const numbers = new Map(
    all(1).map((opening) => [`${opening.title.replace(' (m/w/d)', '')} ${opening.company}`, opening.number]),
  )
  expect(numbers.size).toBe(new Set(all(1).map((opening) => opening.number)).size)
  const greenhouse = new Set(openingsOf(boardOf('greenhouse')).map((opening) => opening.number))
  expect(openingsOf(boardOf('arbeitnow')).filter((opening) => greenhouse.has(opening.number))).toHaveLength(18)
})

test('a later revision has new, changed and removed openings, and leaves the others alone', () => {
  const before = new Map(openingsOf(boardOf('rss')).map((opening) => [opening.number, opening.descriptionHtml]))
  const after = openingsOf(boardOf('rss'), { ...DEFAULT_CONTENT, revision: 2 })
  const isNew = after.filter((opening) => !before.has(opening.number))
  const isChanged = after.filter(
    (opening) => (before.get(opening.number) ?? opening.descriptionHtml) !== opening.descriptionHtml,
  )
  expect([isNew.length, isChanged.length, before.size + isNew.length - after.length]).toEqual([5, 5, 4])
})

test('there are at least 40 payloads, each once', () => {
  expect(new Set(scriptPayloads).size).toBe(scriptPayloads.length)
  expect(scriptPayloads.length).toBeGreaterThanOrEqual(40)
})
