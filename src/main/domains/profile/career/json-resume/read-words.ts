import type { JsonResumePreview } from '#shared/career.ts'
import type { ProfileSkill } from '#shared/profile.ts'
import { isKnownSkill } from '../../../jobs/match/matching.service.ts'
import type { Fields } from './json-fields.ts'
import { languageCodeOf, languageName, skillLevelOf, spokenLevelOf } from './levels.ts'

const SKILLS_MOST = 200
const LANGUAGES_MOST = 40
const SKILL = { most: SKILLS_MOST, chars: 60 } as const

/** The skills, each once. An entry with keywords is a group: its name is a skill only if the skill table knows it. Pure but for what it
 *  reports. */
export function readSkills(file: Fields): ProfileSkill[] {
  const skills = new Map<string, ProfileSkill>()
  for (const entry of file.objects('skills')) {
    for (const skill of skillsOf(entry)) {
      const key = skill.name.toLowerCase()
      if (skills.has(key)) continue
      if (skills.size < SKILLS_MOST) skills.set(key, skill)
      else entry.leaveOut('name', `more than ${SKILLS_MOST} skills`)
    }
  }
  return [...skills.values()]
}

function skillsOf(entry: Fields): ProfileSkill[] {
  const keywords = entry.lines('keywords', SKILL)
  const name = entry.line('name', 60)
  const word = entry.line('level', 60)
  const years = yearsOf(entry)
  entry.done()
  const level = skillLevelOf(word)
  if (word !== '' && level === null) entry.leaveOut('level', 'no level that is known')
  if (keywords.length === 0) {
    if (name === '') entry.refuse('a skill without a name')
    return name === '' ? [] : [{ name, years, level }]
  }
  if (level !== null) entry.leaveOut('level', 'the level of a group is not that of each skill in it')
  const named = keywords.map((keyword): ProfileSkill => ({ name: keyword, years: null, level: null }))
  if (name !== '' && isKnownSkill(name)) return [{ name, years, level }, ...named]
  entry.leaveOut('name', 'the name of a group')
  return named
}

/** Beside the schema: the app's own files have it. */
function yearsOf(entry: Fields): number | null {
  const text = entry.line('years', 10)
  if (text === '') return null
  const years = Number(text)
  if (Number.isFinite(years) && years >= 0 && years <= 60) return years
  entry.leaveOut('years', 'no number of years')
  return null
}

/** The languages that a table calls so, each once. Pure but for what it reports. */
export function readLanguages(file: Fields): JsonResumePreview['languages'] {
  const languages = new Map<string, JsonResumePreview['languages'][number]>()
  for (const entry of file.objects('languages')) {
    const name = entry.line('language', 80)
    const fluency = entry.line('fluency', 80)
    entry.done()
    const code = languageCodeOf(name)
    if (code === null) {
      entry.refuse(name === '' ? 'a language without a name' : 'no language that is known')
      continue
    }
    const level = spokenLevelOf(fluency)
    if (fluency !== '' && level === null) entry.leaveOut('fluency', 'no level such as B2 or a mother tongue')
    if (languages.has(code)) entry.leaveOut('language', 'named twice')
    else if (languages.size < LANGUAGES_MOST) languages.set(code, { code, name: languageName(code), fluency, level })
    else entry.leaveOut('language', `more than ${LANGUAGES_MOST} languages`)
  }
  return [...languages.values()]
}
