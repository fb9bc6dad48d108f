/** A piece of a text by its character offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** How many of the spans, which are in order of `key`, have a `key` below `offset`. */
export function countBelow(spans: readonly Span[], key: keyof Span, offset: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.[key] ?? Infinity) < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The span that holds the offset, of spans in order that do not overlap. */
export function holding<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  const span = spans[countBelow(spans, 'start', offset + 1) - 1]
  return span && span.end >= offset ? span : undefined
}
