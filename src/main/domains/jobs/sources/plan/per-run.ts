import type { ParsedItem, SourceContext } from '../source.ts'

/** Something that a source keeps for one run and forgets with it (a token, a page that is read in parts): it is never stored and never
 *  shared between two runs. */
export function perRun<T extends object>(create: () => T): (context: SourceContext) => T {
  const kept = new WeakMap<SourceContext, T>()
  return (context) => {
    const known = kept.get(context)
    if (known !== undefined) return known
    const fresh = create()
    kept.set(context, fresh)
    return fresh
  }
}

/** For a source whose queries overlap: its items without the postings that an earlier page of the same run brought. */
export function onceInRun(): (context: SourceContext, items: readonly ParsedItem[]) => readonly ParsedItem[] {
  const seenIn = perRun(() => new Set<string>())
  return (context, items) => {
    const seen = seenIn(context)
    return items.filter((item) => {
      if (!item.ok) return true
      const isNew = !seen.has(item.posting.sourcePostingId)
      seen.add(item.posting.sourcePostingId)
      return isNew
    })
  }
}
