import type { Career } from '#shared/career.ts'
import type { ResumeSection, WordGroup } from '#shared/documents.ts'
import type { Profile } from '#shared/profile.ts'
import { skillNameOf } from '../../jobs/match/matching.service.ts'
import { readFactBook } from '../claims/fact-book.ts'
import { worthOf } from './asked-skills.ts'
import { withSkills } from '../skill-groups.ts'
import type { Choosing } from './choosing.ts'
import { readShownSkills } from './shown-skills.ts'

/** A short résumé shows no more skills that nobody asked for. */
const UNASKED_IN_SHORT = 4

/** Skills in the order of what is asked: musts, what is a plus, what is near to them, the others. Skills asked for that a point of the
 *  career shows, and the list lacked, are added. Pure. */
export function composeSkills(
  section: ResumeSection,
  known: Choosing & { readonly career: Career; readonly profile: Profile },
): ResumeSection {
  const { relevance, options, tell } = known
  const groups = withShown(section, known)
  const weightOf = (word: string) => worthOf(skillNameOf(word), relevance.asked)?.weight ?? 0
  const ordered = groups.map((group): WordGroup => {
    if (!group.isShown) return group
    const sorted = group.words.toSorted((one, other) => weightOf(other) - weightOf(one))
    const asked = sorted.filter((word) => weightOf(word) > 0)
    const others = sorted.filter((word) => weightOf(word) === 0)
    const words =
      options.length === 'short' ? [...asked, ...others.slice(0, Math.max(0, UNASKED_IN_SHORT - asked.length))] : sorted
    if (words.length < sorted.length)
      tell(
        group.id,
        `Left out, because nobody asked for it: ${sorted.filter((word) => !words.includes(word)).join(', ')}.`,
      )
    const first = asked.slice(0, 4)
    if (first.some((word, at) => word !== group.words[at]))
      tell(group.id, `First come the skills that the posting asks for, or that are near them: ${first.join(', ')}.`)
    return { ...group, words }
  })
  const best = (group: WordGroup) => group.words.reduce((sum, word) => sum + weightOf(word), 0)
  const sorted = ordered.toSorted((one, other) => best(other) - best(one)).filter(({ words }) => words.length > 0)
  if (sorted[0] && sorted[0].id !== ordered[0]?.id && sorted[0].label !== '')
    tell(section.id, `"${sorted[0].label}" comes first: it has most of what is asked.`)
  return { ...section, groups: sorted }
}

/** What a sentence of the career shows by name is a skill of the career, too. */
function withShown(
  section: ResumeSection,
  { career, profile, relevance, tell }: Choosing & { readonly career: Career; readonly profile: Profile },
): readonly WordGroup[] {
  const listed = new Set(section.groups.flatMap(({ words }) => words.map(skillNameOf)))
  const { facts } = readFactBook({ career, profile, now: 0 })
  const shown = new Map<string, string>()
  for (const { lines } of facts.values()) {
    for (const line of lines)
      for (const { name } of readShownSkills(line, { isFact: false })) if (!shown.has(name)) shown.set(name, line)
  }
  const missing = [...relevance.asked.keys()].filter((name) => shown.has(name) && !listed.has(name))
  const groups = withSkills(section.groups, missing)
  for (const name of missing) {
    const home = groups.find((group) => group.words.includes(name))
    if (home) tell(home.id, `${name} was added: the posting asks for it, and "${shown.get(name) ?? ''}" shows it.`)
  }
  return groups
}
