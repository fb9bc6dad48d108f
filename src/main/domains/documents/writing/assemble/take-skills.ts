import type { Finding } from '#shared/claims.ts'
import type { ResumeSection } from '#shared/documents.ts'
import { skillNameOf } from '../../../jobs/match/matching.service.ts'
import { sectionOf } from '../../resume-from-career.ts'
import { withSkills } from '../../skill-groups.ts'
import type { ResumeAnswer } from '../answer/answers.ts'
import { withoutUnseen } from '../ask/data-text.ts'
import type { Reason } from './sentences.ts'

const AT = 'sectionskills'

interface Taking {
  readonly answer: Pick<ResumeAnswer, 'skills'>
  readonly isPart: boolean
  /** Skills that the career or the profile has, as `skillKey` writes them. */
  readonly known: ReadonlySet<string>
}

interface Taken {
  readonly sections: ResumeSection[]
  readonly reasons: Reason[]
  readonly refused: Finding[]
}

/** How a skill is told from others. Pure. */
export function skillKey(name: string): string {
  return skillNameOf(name).toLowerCase()
}

/** Groups of skills with those that the answer names, the first first, and of them only what the career or the profile has. Pure. */
export function takeSkills(sections: readonly ResumeSection[], { answer, isPart, known }: Taking): Taken {
  const names = new Map(answer.skills.map((name) => [skillKey(withoutUnseen(name)), skillNameOf(withoutUnseen(name))]))
  const unknown = [...names].filter(([key]) => !known.has(key)).map(([, name]) => name)
  const refused = unknown.map((name) => refusal(name))
  const reasons =
    unknown.length === 0
      ? []
      : [
          {
            at: AT,
            message: `Left out, for neither your career nor your profile has it: ${unknown.map(plain).join(', ')}.`,
          },
        ]
  const wanted = [...names.keys()].filter((key) => known.has(key))
  if (isPart || wanted.length === 0) return { sections: [...sections], reasons, refused }
  const rank = (word: string) => wanted.indexOf(skillKey(word))
  const ordered = sections.map((section) => {
    if (section.kind !== 'skills') return section
    const groups = section.groups.map((group) => {
      const chosen = group.words.filter((word) => rank(word) !== -1).toSorted((one, other) => rank(one) - rank(other))
      return chosen.length === 0 ? { ...group, isShown: false } : { ...group, words: chosen }
    })
    return { ...section, groups }
  })
  return { sections: withMissing(ordered, { wanted, names }), reasons, refused }
}

/** Known skills that stood in no group go to those of their kind. */
function withMissing(
  sections: readonly ResumeSection[],
  { wanted, names }: { wanted: readonly string[]; names: ReadonlyMap<string, string> },
): ResumeSection[] {
  const groups = sections.flatMap((section) => (section.kind === 'skills' ? section.groups : []))
  const there = new Set(groups.filter(({ isShown }) => isShown).flatMap(({ words }) => words.map(skillKey)))
  const missing = wanted.filter((key) => !there.has(key)).map((key) => names.get(key) ?? key)
  if (missing.length === 0) return [...sections]
  if (groups.some(({ isShown }) => isShown)) {
    return sections.map((section) =>
      section.kind === 'skills' ? { ...section, groups: withSkills(section.groups, missing) } : section,
    )
  }
  const group = { id: 'skillschosen', isShown: true, label: '', words: missing }
  const old = sections.find(({ kind }) => kind === 'skills')
  if (old === undefined) return [...sections, sectionOf('skills', { groups: [group] })]
  return sections.map((section) =>
    section === old ? { ...section, isShown: true, groups: [...section.groups, group] } : section,
  )
}

function refusal(name: string): Finding {
  const words = plain(name)
  const message = `Neither your career nor your profile has ${words}. It was left out.`
  return { kind: 'skill', at: AT, text: words, words, message, nearest: null }
}

/** It is shown, and nobody vouches for it. */
function plain(name: string): string {
  return name
    .replaceAll(/[^\p{L}\p{N}\s.+#&/-]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 60)
}
