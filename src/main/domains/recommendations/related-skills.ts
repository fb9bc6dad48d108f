import related from '#resources/related-skills.json' with { type: 'json' }

const INCLUDES: Readonly<Record<string, readonly string[]>> = related.includes

/** How much a known skill counts for another: `share` 0 to 1, `by` the skill that is known. */
export interface StandIn {
  readonly name: string
  readonly share: number
  readonly by: string
}

/** Skills that whoever knows `name` knows, too, in full or in part; the strongest for each. Pure. */
export function standInsOf(name: string): StandIn[] {
  const best = new Map<string, StandIn>()
  const add = (other: string, share: number) => {
    if (other === name || (best.get(other)?.share ?? 0) >= share) return
    best.set(other, { name: other, share, by: name })
  }
  for (const other of includedIn(name)) add(other, 1)
  for (const { share, skills } of related.groups) {
    if (skills.includes(name)) for (const other of skills) add(other, share)
  }
  return [...best.values()]
}

function includedIn(name: string): Set<string> {
  const found = new Set<string>()
  const open = [name]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const other of INCLUDES[next] ?? []) {
      if (found.has(other)) continue
      found.add(other)
      open.push(other)
    }
  }
  return found
}
