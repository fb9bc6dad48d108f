import related from '#resources/related-skills.json' with { type: 'json' }
import type { AskedPosting } from './asked-posting.ts'
import { withIncluded } from '../claims/read/skills/skills-said.ts'

/** How much what a posting asks for counts. */
const MUST = 3
const PLUS = 1.5
const NAMED = 1

/** The skills that a posting asks for, with their weight. Pure. */
export function askedSkills({ facts }: AskedPosting): Map<string, number> {
  const weights = new Map<string, number>()
  for (const { name, need } of facts.skills) {
    weights.set(name, need === 'required' ? MUST : need === 'preferred' ? PLUS : NAMED)
  }
  return weights
}

/** A skill that is asked for, or near one: `for` is the one that is asked for, `share` how much it stands in for it, 0 to 1. */
export interface SkillWorth {
  readonly weight: number
  readonly for: string
  readonly share: number
}

/** What a skill of the career is worth for what is asked; null when it is near nothing of it. Pure. */
export function worthOf(name: string, asked: ReadonlyMap<string, number>): SkillWorth | null {
  const own = asked.get(name)
  if (own !== undefined) return { weight: own, for: name, share: 1 }
  const candidates = [...withIncluded([name])].flatMap((other) => candidate(other, { asked, share: 1 }))
  for (const { share, skills } of related.groups) {
    if (skills.includes(name)) candidates.push(...skills.flatMap((other) => candidate(other, { asked, share })))
  }
  return candidates.toSorted((one, other) => other.weight - one.weight)[0] ?? null
}

function candidate(
  name: string,
  { asked, share }: { asked: ReadonlyMap<string, number>; share: number },
): SkillWorth[] {
  const weight = asked.get(name)
  return weight === undefined ? [] : [{ weight: weight * share, for: name, share }]
}
