/** Fewer amounts say nothing of what is usual. */
const MEDIAN_LEAST = 5

/** The middle amount, rounded, of amounts and how often each occurs; of an even number of them halfway between the two in the middle. Null of
 *  too few. Pure. */
export function medianOf(amounts: ReadonlyMap<number, number>): number | null {
  const total = [...amounts.values()].reduce((sum, count) => sum + count, 0)
  if (total < MEDIAN_LEAST) return null
  const sorted = [...amounts].toSorted(([left], [right]) => left - right)
  const amountAt = (place: number) => {
    let passed = 0
    return sorted.find(([, count]) => (passed += count) > place)?.[0] ?? 0
  }
  return Math.round((amountAt(Math.floor((total - 1) / 2)) + amountAt(Math.floor(total / 2))) / 2)
}

/** The largest counts first; equal ones by name. Pure. */
export function mostFrequent(counts: ReadonlyMap<string, number>, limit: number): { value: string; count: number }[] {
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted((left, right) => right.count - left.count || (left.value < right.value ? -1 : 1))
    .slice(0, limit)
}
