export const HOW_TO_SORT =
  'Press Space to lift, the arrow keys to move, Space to drop and Escape to leave it where it was.'

interface Moving {
  /** What the members of the list are called, as it was when one was lifted. */
  readonly names: readonly string[]
  readonly from: number
}

/** What is told of one that was lifted. Pure. */
export function liftedWords({ names, from }: Moving): string {
  return `${names[from] ?? 'It'} lifted, ${from + 1} of ${names.length}.`
}

/** What is told where it is held; `over` null: beside its list. Pure. */
export function heldWords({ names, from }: Moving, over: number | null): string {
  if (over === null) return 'Not over its list: dropped here it stays where it was.'
  if (over === from) return `${over + 1} of ${names.length}, where it was.`
  return `${over + 1} of ${names.length}, ${over < from ? 'before' : 'behind'} ${names[over] ?? 'the next'}.`
}

/** What is told when it was let go. Pure. */
export function droppedWords({ names, from }: Moving, to: number | null): string {
  const name = names[from] ?? 'It'
  if (to === null || to === from) return `${name} is back where it was.`
  return `${name}: now ${to + 1} of ${names.length}.`
}
