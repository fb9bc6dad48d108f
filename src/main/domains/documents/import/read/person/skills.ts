import { isKnownSkill, skillNameOf } from '../../../../jobs/match/matching.service.ts'
import { readSkills } from '../../../../jobs/enrich/reading-words.service.ts'

export interface FoundSkill {
  /** As the skill table writes it. */
  readonly name: string
  /** The words of the file that say so. */
  readonly words: string
  /** Whether it is an item of a list. */
  readonly isItem: boolean
}

const MAX_CHARS = 12_000
const MAX_ITEM_CHARS = 40

/** The skills of the table that a text names. Pure. */
export function skillsIn(text: string): FoundSkill[] {
  if (text.trim() === '') return []
  return readSkills({ title: '', descriptionText: text.slice(0, MAX_CHARS) }).map(({ name, evidence }) => ({
    name,
    words: evidence,
    isItem: false,
  }))
}

/** The skills of a list of them: there, "Go" and "R" are what they say. Pure. */
export function skillsListed(text: string): FoundSkill[] {
  const items = text
    .slice(0, MAX_CHARS)
    .split(/[,;|•·\n\t/:–—()]|\s{2,}|\s-\s|\.\s|\b(?:and|und|et|y|oraz|e|en|och)\b/u)
    .map((item) => item.trim())
    .filter((item) => item !== '' && item.length <= MAX_ITEM_CHARS && isKnownSkill(item))
    .map((item) => ({ name: skillNameOf(item), words: item, isItem: true }))
  const found = new Map<string, FoundSkill>()
  for (const skill of [...items, ...skillsIn(text)]) if (!found.has(skill.name)) found.set(skill.name, skill)
  return [...found.values()]
}
