import type { ResumeSection, SectionKind } from '#shared/documents.ts'
import { readDegreeAsks } from '../ats/degree-terms.ts'
import type { AskedPosting } from './asked-posting.ts'
import type { Choosing } from './choosing.ts'

/** So many skills asked for make a list of them the first thing to look for. */
const MANY_SKILLS = 6
const OPTIONAL: ReadonlySet<SectionKind> = new Set(['interests', 'awards', 'volunteering', 'publications', 'other'])

/** Sections by what the posting weighs: skills before posts where it asks for many, publications up for research, projects before
 *  education where they show more. A short résumé hides what nobody asked for. Pure. */
export function orderSections(
  sections: readonly ResumeSection[],
  { posting, relevance, options, tell }: Choosing & { readonly posting: AskedPosting },
): ResumeSection[] {
  const order = [...sections]
  const move = (kind: SectionKind, { before, why }: { before: SectionKind; why: string }) => {
    const [from, to] = [
      order.findIndex((section) => section.kind === kind),
      order.findIndex((section) => section.kind === before),
    ]
    const section = order[from]
    if (!section || to === -1 || from < to) return
    order.splice(from, 1)
    order.splice(to, 0, section)
    tell(section.id, why)
  }
  const required = posting.facts.skills.filter(({ need }) => need === 'required').length
  const isResearch = posting.facts.roleFamily === 'research'
  if (required >= MANY_SKILLS)
    move('skills', {
      before: 'experience',
      why: `Skills come before the posts: the posting requires ${required} of them.`,
    })
  if (isResearch)
    move('publications', { before: 'projects', why: 'Publications come early: it is a post in research.' })
  const isDegreeAsked = readDegreeAsks(posting.descriptionText).some(({ isNice }) => !isNice)
  const projects = order.find(({ kind, isShown }) => kind === 'projects' && isShown)
  if (!isDegreeAsked && !isResearch && projects && skillsOf(projects, relevance) > 0)
    move('projects', {
      before: 'education',
      why: 'Projects come before education: they show skills that the posting asks for, and it asks for no degree.',
    })
  return order.map((section) => {
    if (options.length !== 'short' || !OPTIONAL.has(section.kind) || !section.isShown) return section
    if (isResearch && section.kind === 'publications') return section
    if (section.items.some(({ isShown }) => isShown)) return section
    tell(section.id, 'Left out: the résumé is to be short, and nothing in it is asked for.')
    return { ...section, isShown: false }
  })
}

function skillsOf({ items }: ResumeSection, { fitOf }: Choosing['relevance']): number {
  return items.reduce(
    (sum, { title, bullets }) => sum + fitOf([title, ...bullets.map(({ text }) => text)].join('. ')).skills.length,
    0,
  )
}
