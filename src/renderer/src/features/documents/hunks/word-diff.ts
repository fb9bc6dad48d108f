interface DiffPart {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
  /** Its place among the parts. */
  readonly id: number
}

/** Above this many cells a table of words costs too much: then all of it is told as changed. */
const CELLS_MAX = 1_000_000

/** Two texts word by word: what both have, what only `before` has, what only `after` has, in the order of reading. Joined without the
 *  new parts it is `before`, without those that are gone `after`. Pure. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const a = wordsOf(before)
  const b = wordsOf(after)
  if (a.length * b.length > CELLS_MAX) return joined([part('gone', before), part('new', after)])
  const common = commonLengths(a, b)
  const parts: Piece[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const left = a[i] ?? ''
    const right = b[j] ?? ''
    if (left === right) {
      parts.push(part('same', left))
      i += 1
      j += 1
    } else if ((common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) {
      parts.push(part('gone', left))
      i += 1
    } else {
      parts.push(part('new', right))
      j += 1
    }
  }
  parts.push(...a.slice(i).map((word) => part('gone', word)), ...b.slice(j).map((word) => part('new', word)))
  return joined(parts)
}

type Piece = Omit<DiffPart, 'id'>

const part = (kind: Piece['kind'], text: string): Piece => ({ kind, text })

const wordsOf = (text: string): string[] => text.match(/\s+|[^\s]+/g) ?? []

function joined(parts: readonly Piece[]): DiffPart[] {
  const all: Piece[] = []
  for (const next of parts) {
    const last = all.at(-1)
    if (next.text === '') continue
    if (last?.kind === next.kind) all[all.length - 1] = part(next.kind, last.text + next.text)
    else all.push(next)
  }
  return all.map((one, id) => ({ ...one, id }))
}

/** How many words the rests of both have in common, from each pair of places on. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint32Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = table[i]
    const below = table[i + 1]
    if (!row || !below) continue
    for (let j = b.length - 1; j >= 0; j -= 1)
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
  }
  return table
}
