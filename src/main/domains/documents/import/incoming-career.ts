import { type Career, careerSchema, personSchema } from '#shared/career.ts'
import type { Suggestion } from '#shared/resume-import.ts'
import { asKnownDegrees, asKnownPosts } from './known-entries.ts'

type Of<K extends Suggestion['kind']> = Extract<Suggestion, { kind: K }>

function all<K extends Suggestion['kind']>(suggestions: readonly Suggestion[], kind: K): Of<K>[] {
  return suggestions.filter((each): each is Of<K> => each.kind === kind)
}

/** What was taken of a résumé as a career, even if it is more than one holds: what there is no room for is told when it is merged. Its
 *  posts and degrees bear the ids of the own ones that they are. Several summaries become one, as far as there is room. Pure. */
export function incomingCareer(suggestions: readonly Suggestion[], own: Career): Career {
  const fields = Object.fromEntries(all(suggestions, 'person').map(({ field, value }) => [field, value]))
  const links = all(suggestions, 'link').map(({ label, url }) => ({ label, url }))
  const values = <T>(list: readonly { readonly value: T }[]) => list.map(({ value }) => value)
  return {
    ...careerSchema.parse({}),
    person: { ...personSchema.parse(fields), links },
    summary: takenSummaries(suggestions).join(SUMMARIES_JOINT),
    experiences: asKnownPosts(values(all(suggestions, 'experience')), own.experiences),
    education: asKnownDegrees(values(all(suggestions, 'education')), own.education),
    projects: values(all(suggestions, 'project')),
    extras: values(all(suggestions, 'extra')),
  }
}

const SUMMARIES_JOINT = '\n\n'
const SUMMARY_MOST = 3000

/** Those that fit whole, each once. Pure. */
export function takenSummaries(suggestions: readonly Suggestion[]): string[] {
  const taken: string[] = []
  for (const { value } of all(suggestions, 'summary')) {
    const text = value.trim()
    const whole = [...taken, text].join(SUMMARIES_JOINT)
    if (text !== '' && !taken.includes(text) && whole.length <= SUMMARY_MOST) taken.push(text)
  }
  return taken
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
