import type { JsonResumePreview } from '#shared/career.ts'
import type { Profile } from '#shared/profile.ts'
import { skillNameOf } from '../../../jobs/match/matching.service.ts'

const SKILLS_MOST = 200
const LANGUAGES_MOST = 40

/** The skills, and then those that are not among them under any of their names, as far as there is room. Pure. */
export function withSkills(skills: Profile['skills'], incoming: Profile['skills']): Profile['skills'] {
  const known = new Set(skills.map(({ name }) => skillNameOf(name).toLowerCase()))
  const added: Profile['skills'] = []
  for (const skill of incoming) {
    const name = skillNameOf(skill.name)
    if (known.has(name.toLowerCase()) || skills.length + added.length >= SKILLS_MOST) continue
    known.add(name.toLowerCase())
    added.push({ ...skill, name })
  }
  return [...skills, ...added]
}

/** The languages, and then those that are not among them, as far as there is room; one without a level gets that of the file. Pure. */
export function withLanguages(
  languages: Profile['languages'],
  incoming: JsonResumePreview['languages'],
): Profile['languages'] {
  const levels = new Map(incoming.map(({ code, level }) => [code, level]))
  const added = [...levels].filter(([code]) => languages.every((language) => language.code !== code))
  const completed = languages.map(({ code, level }) => ({ code, level: level ?? levels.get(code) ?? null }))
  return [...completed, ...added.map(([code, level]) => ({ code, level }))].slice(0, LANGUAGES_MOST)
}
