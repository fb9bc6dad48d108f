import words from '#resources/career-words.json' with { type: 'json' }
import type { Career, Education, Experience, Extra, FactId, Project } from '#shared/career.ts'
import type {
  ClaimText,
  DocumentLanguage,
  ResumeContent,
  ResumeItem,
  ResumeSection,
  SectionKind,
  WordGroup,
} from '#shared/documents.ts'
import type { Profile } from '#shared/profile.ts'
import { skillNameOf } from '../jobs/match/matching.service.ts'
import { skillGroups } from './skill-groups.ts'

/** Everything the career holds, as a résumé: the usual order of sections, the newest first in each, every sentence with the fact that it
 *  is. Parts bear the ids of their facts, so that two résumés of one career can be compared. Pure. */
export function resumeFromCareer(career: Career, profile: Profile, language: DocumentLanguage): ResumeContent {
  const items = (kind: SectionKind, found: readonly ResumeItem[]) => sectionOf(kind, { items: [...found] })
  const extras = (kind: Extra['kind']) =>
    newestFirst(career.extras.filter((extra) => extra.kind === kind)).map(extraItem)
  const sections = [
    sectionOf('summary', { paragraphs: paragraphsOf(career.summary) }),
    items('experience', newestFirst(career.experiences).map(experienceItem)),
    items('education', newestFirst(career.education).map(educationItem)),
    items('projects', newestFirst(career.projects).map(projectItem)),
    sectionOf('skills', { groups: skillGroups(skillsOf(career, profile), language) }),
    sectionOf('languages', { groups: languageGroups(profile, language) }),
    items('certificates', extras('certificate')),
    { ...items('other', extras('course')), id: 'sectioncourses', title: words.courses[language] },
    items('publications', extras('publication')),
    items('awards', extras('award')),
    items('volunteering', extras('volunteering')),
    items('interests', extras('interest')),
    items('other', extras('other')),
  ]
  return {
    kind: 'resume',
    header: { ...career.person, isPlaceShown: true },
    sections: sections.filter(
      ({ paragraphs, items: found, groups }) => paragraphs.length + found.length + groups.length > 0,
    ),
  }
}

/** A section of a kind, of which a résumé has one, with what is in it. Pure. */
export function sectionOf(
  kind: SectionKind,
  filled: Partial<Pick<ResumeSection, 'paragraphs' | 'items' | 'groups'>>,
): ResumeSection {
  return { id: `section${kind}`, kind, title: '', isShown: true, paragraphs: [], items: [], groups: [], ...filled }
}

const MOST_PARAGRAPHS = 20

/** What the user says about themselves cites nothing: it is the career's own text, and no fact of its own. */
function paragraphsOf(summary: string): ClaimText[] {
  const paragraphs = summary.split(/\n\s*\n/).filter((text) => text.trim() !== '')
  const first = paragraphs.slice(0, MOST_PARAGRAPHS - 1)
  const rest = paragraphs.slice(MOST_PARAGRAPHS - 1).join('\n')
  return [...first, rest]
    .filter((text) => text !== '')
    .map((text, index) => ({ id: `summary${index + 1}`, text: text.trim(), isShown: true, cites: [] }))
}

const NOTHING_SAID = {
  isShown: true,
  title: '',
  organisation: '',
  place: '',
  start: null,
  end: null,
  isDated: false,
  url: '',
  note: '',
  bullets: [],
}

function experienceItem(fact: Experience): ResumeItem {
  const { id, title, company: organisation, place, url, start, end, summary } = fact
  const bullets = [...sentence(`${id.slice(0, 38)}s`, { text: summary, cites: id }), ...bulletsOf(fact)]
  return { ...NOTHING_SAID, id, title, organisation, place, url, start, end, bullets, cites: [id] }
}

function educationItem(fact: Education): ResumeItem {
  const { id, degree, field, institution: organisation, place, start, end, grade: note } = fact
  const title = [degree, field]
    .filter((part) => part !== '')
    .join(', ')
    .slice(0, 300)
  return { ...NOTHING_SAID, id, title, organisation, place, start, end, note, bullets: bulletsOf(fact), cites: [id] }
}

function projectItem(fact: Project): ResumeItem {
  const { id, name: title, role: note, url, start, end } = fact
  return { ...NOTHING_SAID, id, title, note, url, start, end, bullets: bulletsOf(fact), cites: [id] }
}

function extraItem({ id, name: title, by: organisation, date: start, url, text }: Extra): ResumeItem {
  const bullets = sentence(`${id.slice(0, 38)}s`, { text, cites: id })
  return { ...NOTHING_SAID, id, title, organisation, start, isDated: start !== null, url, bullets, cites: [id] }
}

function bulletsOf({ bullets }: Pick<Experience, 'bullets'>): ClaimText[] {
  return bullets.map(({ id, text }) => ({ id, text, isShown: true, cites: [id] }))
}

function sentence(id: FactId, { text, cites }: { text: string; cites: FactId }): ClaimText[] {
  return text === '' ? [] : [{ id, text, isShown: true, cites: [cites] }]
}

type Dated = Partial<Pick<Experience, 'start' | 'end'>> & Partial<Pick<Extra, 'date'>>

/** What goes on first, then what ended last; what has no dates stays where it was, at the end. */
function newestFirst<T extends Dated>(facts: readonly T[]): T[] {
  return facts.toSorted((one, other) => compare(lastOf(other), lastOf(one)) || compare(firstOf(other), firstOf(one)))
}

const GOES_ON = '9999'
const NEVER = ''

function lastOf({ start = null, end = null, date = null }: Dated): string {
  if (end !== null) return monthOf(end, '12')
  if (date !== null) return monthOf(date, '12')
  return start === null ? NEVER : GOES_ON
}

function firstOf({ start = null }: Dated): string {
  return start === null ? NEVER : monthOf(start, '01')
}

function monthOf(date: string, month: string): string {
  return date.length === 4 ? `${date}-${month}` : date
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}

/** Those of the profile first, then those of posts and projects, each once. */
function skillsOf(career: Career, { skills }: Profile): string[] {
  const used = [...newestFirst(career.experiences), ...newestFirst(career.projects)].flatMap((fact) => fact.skills)
  const names = [...skills.map(({ name }) => name), ...used].map(skillNameOf)
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
}

/** "German (C1)", in the language of the document. */
function languageGroups({ languages }: Profile, language: DocumentLanguage): WordGroup[] {
  if (languages.length === 0) return []
  const names = new Intl.DisplayNames([language], { type: 'language', fallback: 'code' })
  const said = languages.map(({ code, level }) => {
    const name = capitalised(names.of(code) ?? code, language)
    if (level === null) return name
    return `${name} (${level === 'native' ? words.native[language] : level})`
  })
  return [{ id: 'spokenlanguages', isShown: true, label: '', words: said }]
}

function capitalised(name: string, language: DocumentLanguage): string {
  return name.slice(0, 1).toLocaleUpperCase(language) + name.slice(1)
}
