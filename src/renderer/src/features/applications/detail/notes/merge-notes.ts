/** Two versions of one text as one: lines that both have stand once, the others one after the other where they belong, first `theirs`,
 *  then `mine`. Nothing is lost. Pure; quadratic in lines, which is why the ends that are alike are set aside first. */
export function mergeNotes(mine: string, theirs: string): string {
  const a = theirs.split('\n')
  const b = mine.split('\n')
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1
  let end = 0
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1
  const middle = union(a.slice(start, a.length - end), b.slice(start, b.length - end))
  return [...a.slice(0, start), ...middle, ...a.slice(a.length - end)].join('\n')
}

/** Above this many cells a table of lines costs too much: both stand whole, one after the other. */
const CELLS_MAX = 4_000_000

function union(a: readonly string[], b: readonly string[]): string[] {
  if (a.length * b.length > CELLS_MAX) return [...a, ...b]
  const common = commonLengths(a, b)
  const merged: string[] = []
  let i = 0
  let j = 0
  while (i < a.length && j < b.length) {
    const left = a[i] ?? ''
    const right = b[j] ?? ''
    if (left === right) {
      merged.push(left)
      i += 1
      j += 1
    } else if ((common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0)) {
      merged.push(left)
      i += 1
    } else {
      merged.push(right)
      j += 1
    }
  }
  return [...merged, ...a.slice(i), ...b.slice(j)]
}

/** How many lines the rests of both have in common, from each pair of places on. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly Uint32Array[] {
  const table = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = table[i]
    const below = table[i + 1]
    if (!row || !below) continue
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return table
}
