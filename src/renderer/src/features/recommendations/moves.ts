import type { JobId } from '#shared/ids.ts'
import { formatQuantity } from '../../ui/format.ts'

/** How a job's place in the list differs from before: up or down by so many places, or not in it before. */
export type Move =
  | { readonly kind: 'up' | 'down'; readonly by: number }
  | { readonly kind: 'new' }
  | { readonly kind: 'same' }

export interface Moves {
  readonly byId: ReadonlyMap<JobId, Move>
  readonly moved: number
  readonly arrived: number
  readonly left: number
}

/** What became of each job between two orders of the list. Pure. */
export function movesBetween(before: readonly JobId[], after: readonly JobId[]): Moves {
  const placeBefore = new Map(before.map((id, place) => [id, place]))
  const byId = new Map<JobId, Move>()
  for (const [place, id] of after.entries()) byId.set(id, moveOf(placeBefore.get(id), place))
  const moves = [...byId.values()]
  const arrived = moves.filter(({ kind }) => kind === 'new').length
  return {
    byId,
    moved: moves.filter(({ kind }) => kind === 'up' || kind === 'down').length,
    arrived,
    left: before.filter((id) => !byId.has(id)).length,
  }
}

function moveOf(before: number | undefined, after: number): Move {
  if (before === undefined) return { kind: 'new' }
  if (before === after) return { kind: 'same' }
  return before > after ? { kind: 'up', by: before - after } : { kind: 'down', by: after - before }
}

/** '12 jobs move, 2 come in, 2 drop out'; says so when the order stays. Pure. */
export function movesWords({ moved, arrived, left }: Pick<Moves, 'moved' | 'arrived' | 'left'>): string {
  const parts = [
    moved > 0 ? formatQuantity(moved, ['job moves', 'jobs move']) : null,
    arrived > 0 ? `${arrived} ${arrived === 1 ? 'comes' : 'come'} in` : null,
    left > 0 ? `${left} ${left === 1 ? 'drops' : 'drop'} out` : null,
  ].filter((part) => part !== null)
  return parts.length === 0 ? 'The order stays as it is' : parts.join(', ')
}
