/** Seeded chance for the bundled feed: the same seed gives the same sequence on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Integer in [low, high], both ends included. */
  integer(low: number, high: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  shuffle<T>(list: readonly T[]): T[]
  /** The next entry of a list that is dealt like a pack of cards: every entry comes once before any comes again. */
  deal<T>(key: string, list: readonly T[], isUsable?: (entry: T) => boolean): T
  /** Several different entries, dealt the same way. */
  dealSome<T>(request: DealRequest<T>): T[]
}

interface DealRequest<T> {
  readonly key: string
  readonly list: readonly T[]
  readonly count: number
  readonly isUsable?: (entry: T) => boolean
}

/** 32-bit generator "mulberry32" (Tommy Ettinger, public domain): small, fast and good enough to vary prose. */
function createSequence(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export function createRandom(seed: number): Random {
  const next = createSequence(seed)
  const packs = new Map<string, unknown[]>()

  function shuffle<T>(list: readonly T[]): T[] {
    const result = [...list]
    for (let index = result.length - 1; index > 0; index -= 1) {
      const other = Math.floor(next() * (index + 1))
      const held = result[index] as T
      result[index] = result[other] as T
      result[other] = held
    }
    return result
  }

  function pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error('nothing to pick from')
    return list[Math.floor(next() * list.length)] as T
  }

  function deal<T>(key: string, list: readonly T[], isUsable: (entry: T) => boolean = () => true): T {
    if (!list.some(isUsable)) throw new Error(`no usable entry in "${key}"`)
    const pack = (packs.get(key) ?? []) as T[]
    packs.set(key, pack)
    if (!pack.some((entry) => isUsable(entry))) pack.push(...shuffle(list))
    const index = pack.findIndex((entry) => isUsable(entry))
    const [card] = pack.splice(index, 1)
    return card as T
  }

  function dealSome<T>({ key, list, count, isUsable = () => true }: DealRequest<T>): T[] {
    const chosen: T[] = []
    const wanted = Math.min(count, list.filter(isUsable).length)
    while (chosen.length < wanted) chosen.push(deal(key, list, (entry) => isUsable(entry) && !chosen.includes(entry)))
    return chosen
  }

  return {
    next,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick,
    shuffle,
    deal,
    dealSome,
  }
}
