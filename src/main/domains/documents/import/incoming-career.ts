import { type Career, careerSchema, type Education, type Experience, personSchema } from '#shared/career.ts'
import type { Suggestion } from '#shared/resume-import.ts'
import { foldForKey } from '../../../infra/text/fold.ts'
import { companyKey } from '../../jobs/match/matching.service.ts'

type Of<K extends Suggestion['kind']> = Extract<Suggestion, { kind: K }>

function all<K extends Suggestion['kind']>(suggestions: readonly Suggestion[], kind: K): Of<K>[] {
  return suggestions.filter((each): each is Of<K> => each.kind === kind)
}

/** What was taken of a résumé as a career, its posts and degrees under the names that the own career has for them: a post is the same
 *  when the employer is, the spans overlap and the titles are alike. Pure. */
export function incomingCareer(suggestions: readonly Suggestion[], own: Career): Career {
  const fields = Object.fromEntries(all(suggestions, 'person').map(({ field, value }) => [field, value]))
  const links = all(suggestions, 'link').map(({ label, url }) => ({ label, url }))
  const values = <T>(list: readonly { readonly value: T }[]) => list.map(({ value }) => value)
  return careerSchema.parse({
    person: personSchema.parse({ ...fields, links: links.slice(0, 20) }),
    summary: all(suggestions, 'summary')[0]?.value ?? '',
    experiences: values(all(suggestions, 'experience'))
      .slice(0, 60)
      .map((post) => asKnown(post, own.experiences)),
    education: values(all(suggestions, 'education'))
      .slice(0, 30)
      .map((degree) => asKnownDegree(degree, own.education)),
    projects: values(all(suggestions, 'project')).slice(0, 60),
    extras: values(all(suggestions, 'extra')).slice(0, 200),
  })
}

function asKnown(post: Experience, own: readonly Experience[]): Experience {
  const same = own.find(
    (other) =>
      companyKey(other.company) === companyKey(post.company) &&
      isOverlapping(other, post) &&
      isAlike(other.title, post.title),
  )
  if (same === undefined) return post
  return { ...post, company: same.company, title: same.title || post.title, start: same.start ?? post.start }
}

function asKnownDegree(degree: Education, own: readonly Education[]): Education {
  const same = own.find(
    (other) =>
      isAlike(other.institution, degree.institution) &&
      isOverlapping(other, degree) &&
      isAlike(other.degree, degree.degree),
  )
  if (same === undefined) return degree
  return {
    ...degree,
    institution: same.institution,
    degree: same.degree || degree.degree,
    field: same.field || degree.field,
    start: same.start ?? degree.start,
  }
}

interface Spell {
  readonly start: string | null
  readonly end: string | null
}

/** Years and months as far as both say them; what says nothing of its time parts nothing. */
function isOverlapping(left: Spell, right: Spell): boolean {
  const isUndated = (spell: Spell) => spell.start === null && spell.end === null
  if (isUndated(left) || isUndated(right)) return true
  const from = (spell: Spell) => spell.start ?? spell.end ?? ''
  const isBefore = (end: string | null, start: string) => {
    if (end === null) return false
    const exact = Math.min(end.length, start.length)
    return end.slice(0, exact) < start.slice(0, exact)
  }
  return !isBefore(left.end, from(right)) && !isBefore(right.end, from(left))
}

function isAlike(left: string, right: string): boolean {
  const [one, two] = [foldForKey(left), foldForKey(right)]
  return one === '' || two === '' || one.includes(two) || two.includes(one)
}

/** The skills and languages that were taken, as the profile keeps them. Pure. */
export function incomingProfile(suggestions: readonly Suggestion[]) {
  return {
    skills: all(suggestions, 'skill').map(({ value }) => ({ name: value, years: null, level: null })),
    languages: all(suggestions, 'language').map(({ code, level }) => ({
      code,
      level,
      name: code,
      fluency: level ?? '',
    })),
  }
}
