import type { FakeBoard } from './board.ts'
import { arbeitnow } from './boards/arbeitnow.ts'
import { greenhouse } from './boards/greenhouse.ts'
import { rss } from './boards/rss.ts'
import { theMuse } from './boards/the-muse.ts'

/** Every stand-in there is; each is served on a port of its own. */
export const BOARDS: readonly FakeBoard[] = [arbeitnow, theMuse, greenhouse, rss]

export function boardOf(id: string): FakeBoard {
  const board = BOARDS.find((candidate) => candidate.id === id)
  if (board === undefined) throw new Error(`there is no stand-in for ${id}`)
  return board
}
