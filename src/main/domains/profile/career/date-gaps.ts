import type { Experience } from '#shared/career.ts'

export interface DateGap {
  /** The employer after which nothing is said. */
  readonly after: string
  /** Whole months between, at least. */
  readonly months: number
}

interface Span {
  readonly company: string
  readonly from: number
  readonly to: number
}

/** The longest time between posts of which nothing is said; null when there is none. A year without a month is taken at its widest, so
 *  that no gap is seen that need not be one. What comes before the first and after the last post is none. Pure. */
export function longestGap(experiences: readonly Experience[]): DateGap | null {
  const spans = experiences.flatMap(spanOf).toSorted((a, b) => a.from - b.from)
  let longest: DateGap | null = null
  let latest: Span | null = null
  for (const span of spans) {
    const months: number = latest === null ? 0 : span.from - latest.to - 1
    if (latest !== null && months > (longest?.months ?? 0)) longest = { after: latest.company, months }
    if (latest === null || span.to > latest.to) latest = span
  }
  return longest
}

function spanOf({ company, start, end }: Experience): Span[] {
  if (start === null) return []
  return [{ company, from: monthOf(start, 1), to: end === null ? Infinity : monthOf(end, 12) }]
}

/** Months since the year 0; a year alone gets `monthUnsaid`. */
function monthOf(date: string, monthUnsaid: number): number {
  const [year, month] = date.split('-').map(Number)
  return (year ?? 0) * 12 + (month ?? monthUnsaid)
}
