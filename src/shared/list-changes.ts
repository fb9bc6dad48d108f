/** What stands where in two lists of parts that bear ids. An id that comes twice in a list is told apart by its occurrence. */
export interface ListChanges<T> {
  readonly base: readonly Placed<T>[]
  readonly proposal: readonly Placed<T>[]
  /** Keys of what is in both and in the same order: the rest is placed between them. */
  readonly stable: ReadonlySet<string>
}

export interface Placed<T> {
  readonly key: string
  readonly part: T
  readonly index: number
  /** After how many of the stable ones it stands. */
  readonly gap: number
}

/** Two lists held beside each other. Pure. */
export function compareLists<T extends { readonly id: string }>(
  base: readonly T[],
  proposal: readonly T[],
): ListChanges<T> {
  const keysOfBase = keysOf(base)
  const keysOfProposal = keysOf(proposal)
  const places = new Map(keysOfProposal.map((key, index) => [key, index]))
  const common = keysOfBase.filter((key) => places.has(key))
  const kept = longestRise(common.map((key) => places.get(key) ?? 0))
  const stable = new Set(kept.flatMap((index) => common[index] ?? []))
  return {
    base: placed(base, { keys: keysOfBase, stable }),
    proposal: placed(proposal, { keys: keysOfProposal, stable }),
    stable,
  }
}

/** One list of what is taken of both: what is stable in its order, and between that first what is placed as in the base, then what is
 *  placed as in the proposal. Pure. */
export function woven<T>(
  { base, proposal, stable }: ListChanges<T>,
  take: { readonly asInBase: (placed: Placed<T>) => boolean; readonly asInProposal: (placed: Placed<T>) => boolean },
): Placed<T>[] {
  const anchors = base.filter(({ key }) => stable.has(key))
  const isLoose = ({ key }: Placed<T>) => !stable.has(key)
  const left = base.filter((one) => isLoose(one) && take.asInBase(one))
  const right = proposal.filter((one) => isLoose(one) && take.asInProposal(one))
  const between = (gap: number) => [...left, ...right].filter((one) => one.gap === gap)
  return [...between(0), ...anchors.flatMap((anchor, at) => [anchor, ...between(at + 1)])]
}

function keysOf(parts: readonly { readonly id: string }[]): string[] {
  const counts = new Map<string, number>()
  return parts.map(({ id }) => {
    const count = counts.get(id) ?? 0
    counts.set(id, count + 1)
    return count === 0 ? id : `${id}#${count}`
  })
}

function placed<T>(
  parts: readonly T[],
  { keys, stable }: { readonly keys: readonly string[]; readonly stable: ReadonlySet<string> },
): Placed<T>[] {
  let gap = 0
  return parts.map((part, index) => {
    const key = keys[index] ?? ''
    if (stable.has(key)) gap += 1
    return { key, part, index, gap }
  })
}

/** The indices of a longest rising run of the numbers, which are all different (patience sorting). */
function longestRise(numbers: readonly number[]): number[] {
  const tails: number[] = []
  const before: (number | undefined)[] = []
  numbers.forEach((number, index) => {
    const found = tails.findIndex((tail) => (numbers[tail] ?? 0) > number)
    const length = found === -1 ? tails.length : found
    before[index] = length === 0 ? undefined : tails[length - 1]
    tails[length] = index
  })
  const run: number[] = []
  for (let index = tails.at(-1); index !== undefined; index = before[index]) run.unshift(index)
  return run
}
