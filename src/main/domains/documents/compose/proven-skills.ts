import type { Career, FactId } from '#shared/career.ts'
import type { Profile } from '#shared/profile.ts'
import { skillNameOf } from '../../jobs/match/matching.service.ts'
import { readShownSkills } from './shown-skills.ts'

/** Facts that show a skill; none where the profile alone says it. */
export interface Proof {
  readonly cites: readonly FactId[]
}

/** Facts cited for one skill. */
const MOST_CITES = 2

/** The skills of career and profile under the table's names, with the facts that show each. Pure. */
export function provenSkills({ career, profile }: { career: Career; profile: Profile }): Map<string, Proof> {
  const found = new Map<string, FactId[]>(profile.skills.map(({ name }) => [skillNameOf(name), []]))
  const add = (name: string, id: FactId) => {
    const known = found.get(name)
    if (!known) found.set(name, [id])
    else if (known.length < MOST_CITES && !known.includes(id)) known.push(id)
  }
  for (const { id, skills, bullets } of [...career.experiences, ...career.projects]) {
    for (const skill of skills) add(skillNameOf(skill), id)
    for (const bullet of bullets)
      for (const { name } of readShownSkills(bullet.text, { isFact: false })) add(name, bullet.id)
  }
  return new Map([...found].map(([name, cites]) => [name, { cites }]))
}
