import type { Mention } from './find-mentions.ts'
import { countBelow } from './spans.ts'

/** A member of the family this near speaks for an ambiguous word. */
const NEAR_CHARS = 400
const PAIR_CHARS = 40

/** Where each skill was found, by its name, in order. */
type FoundSkills = ReadonlyMap<string, readonly Mention[]>

/** The mentions by the name of their skill. */
export function groupByName(mentions: readonly Mention[]): FoundSkills {
  const found = new Map<string, Mention[]>()
  for (const mention of mentions) {
    const known = found.get(mention.skill.name)
    if (known) known.push(mention)
    else found.set(mention.skill.name, [mention])
  }
  return found
}

/** True where technologies are near in whose company the word is meant: "Express" near Node.js, "Beam" near Flink. */
export function hasFamilyNear(found: FoundSkills, { skill, start }: Mention): boolean {
  const isNear = (name: string): boolean => {
    const mentions = found.get(name) ?? []
    const first = mentions[countBelow(mentions, 'start', start - NEAR_CHARS)]
    return first !== undefined && first.start < start + NEAR_CHARS
  }
  return skill.near?.some(isNear) ?? false
}

/** Two words that are ambiguous alone are not so side by side: "Elixir with Phoenix", "Unity and Unreal". */
export function arePair(one: Mention, other: Mention): boolean {
  if (other.start - one.end > PAIR_CHARS) return false
  if (![one, other].every(({ certainty }) => certainty === 'mid' || certainty === 'context')) return false
  return (one.skill.near?.includes(other.skill.name) || other.skill.near?.includes(one.skill.name)) ?? false
}
