const COUNTS_TOLD_APART = 10_000
const LOOKED_AT_A_STEP = 10_000

/** The `most` entries with the highest counts, in no order; sorting all of them would hold up whoever waits. Takes a step for some
 *  thousands. */
export function* mostOf<T>(
  counted: ReadonlyMap<string, T>,
  options: { countOf: (value: T) => number; most: number },
): Generator<undefined, [string, T][]> {
  const { most } = options
  const countOf = (value: T) => Math.min(options.countOf(value), COUNTS_TOLD_APART)
  const histogram = new Uint32Array(COUNTS_TOLD_APART + 1)
  let looked = 0
  for (const value of counted.values()) {
    histogram[countOf(value)] = (histogram[countOf(value)] ?? 0) + 1
    looked += 1
    if (looked % LOOKED_AT_A_STEP === 0) yield
  }
  let least = COUNTS_TOLD_APART
  let above = 0
  while (least > 1 && above + (histogram[least] ?? 0) <= most) {
    above += histogram[least] ?? 0
    least -= 1
  }
  let room = most - above
  const chosen: [string, T][] = []
  for (const entry of counted) {
    looked += 1
    if (looked % LOOKED_AT_A_STEP === 0) yield
    const count = countOf(entry[1])
    if (count < least || (count === least && room <= 0)) continue
    if (count === least) room -= 1
    chosen.push(entry)
  }
  return chosen
}
