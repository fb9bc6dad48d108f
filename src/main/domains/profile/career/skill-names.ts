import type { Career } from '#shared/career.ts'
import { skillNameOf } from '../../jobs/match/matching.service.ts'

/** The same career with skills under their names of the skill table, in each entry once. Pure. */
export function withSkillNames(career: Career): Career {
  const named = <T extends { readonly skills: readonly string[] }>(entry: T): T => ({
    ...entry,
    skills: distinct(entry.skills.map(skillNameOf)),
  })
  return { ...career, experiences: career.experiences.map(named), projects: career.projects.map(named) }
}

function distinct(names: readonly string[]): string[] {
  const known = new Map<string, string>()
  for (const name of names) if (!known.has(name.toLowerCase())) known.set(name.toLowerCase(), name)
  return [...known.values()]
}
