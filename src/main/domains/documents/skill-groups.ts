import words from '#resources/career-words.json' with { type: 'json' }
import type { DocumentLanguage, WordGroup } from '#shared/documents.ts'
import { skillCategoryOf } from '../jobs/match/matching.service.ts'

const MOST_GROUPS = 40
const MOST_WORDS = 100

/** Skills under the headings of the skill table; without one when there would be but one. Pure. */
export function skillGroups(names: readonly string[], language: DocumentLanguage): WordGroup[] {
  const byGroup = Map.groupBy(names, groupIndexOf)
  return [...byGroup.keys()]
    .toSorted((one, other) => one - other)
    .flatMap((index) => {
      const label = byGroup.size === 1 ? '' : (words.groups[index]?.labels[language] ?? '')
      return chunks(byGroup.get(index) ?? []).map((found, part) => ({
        id: `skills${index}${part === 0 ? '' : `x${part}`}`,
        isShown: true,
        label,
        words: found,
      }))
    })
    .slice(0, MOST_GROUPS)
}

function groupIndexOf(name: string): number {
  const category = skillCategoryOf(name)
  const index = category === null ? -1 : words.groups.findIndex(({ categories }) => categories.includes(category))
  return index === -1 ? words.groups.length - 1 : index
}

function chunks(names: readonly string[]): string[][] {
  const count = Math.ceil(names.length / MOST_WORDS)
  return Array.from({ length: count }, (_, at) => names.slice(at * MOST_WORDS, (at + 1) * MOST_WORDS))
}

/** The groups with more skills in them: each goes to the shown group that has most of its kind, whatever that is called; else to one
 *  without a label, which is made where there is none. Pure. */
export function withSkills(groups: readonly WordGroup[], names: readonly string[]): WordGroup[] {
  return names.reduce<WordGroup[]>(withSkill, [...groups])
}

const LOOSE_ID = 'skillsmore'

function withSkill(groups: WordGroup[], name: string): WordGroup[] {
  const kind = groupIndexOf(name)
  const roomy = groups.filter(({ isShown, words: found }) => isShown && found.length < MOST_WORDS)
  const alike = (group: WordGroup) => group.words.filter((word) => groupIndexOf(word) === kind).length
  const best = roomy.toSorted((one, other) => alike(other) - alike(one))[0]
  const isAlike = best !== undefined && alike(best) > 0
  const home = isAlike ? best : roomy.find(({ label }) => label === '')
  if (home !== undefined) {
    return groups.map((group) => (group === home ? { ...group, words: [...group.words, name] } : group))
  }
  const hasRoom = groups.length < MOST_GROUPS && groups.every(({ id }) => id !== LOOSE_ID)
  return hasRoom ? [...groups, { id: LOOSE_ID, isShown: true, label: '', words: [name] }] : groups
}
