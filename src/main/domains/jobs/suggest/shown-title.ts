import { titleKey } from '../pipeline/title-key.ts'

const SEPARATOR = /\s*[()[\]{}|•·;,]+\s*|\s+[-–—/:~@]+\s+|\s*[–—]\s*|:\s+/u

/** How jobs are called that share a title's key: of the titles given, the part in front of the decoration where that alone has the key
 *  ("Data Engineer (m/f/d) - Berlin" → "Data Engineer"); the one met most often, then the shortest. Null without titles. Pure. */
export function shownTitle(titles: readonly string[], key: string): string | null {
  const counts = new Map<string, number>()
  for (const title of titles) {
    const [front = ''] = title.trim().split(SEPARATOR)
    const shown = front !== '' && titleKey(front) === key ? front : title.trim()
    counts.set(shown, (counts.get(shown) ?? 0) + 1)
  }
  const [first] = [...counts].sort(([a, aCount], [b, bCount]) => bCount - aCount || a.length - b.length)
  return first?.[0] ?? null
}
