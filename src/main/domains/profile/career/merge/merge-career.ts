import type { Career, CareerImportMode, Person } from '#shared/career.ts'
import { foldForKey } from '../../../../infra/text/fold.ts'
import { skillNameOf } from '../../../jobs/match/matching.service.ts'
import { type CareerEntry, paired } from './same-entry.ts'

type Bullets = Career['experiences'][number]['bullets']

/** As many as the schema takes. */
export const CAREER_MOST = {
  experiences: 60,
  education: 30,
  projects: 60,
  extras: 200,
  links: 20,
  bullets: 60,
  skills: 60,
} as const

/** The career with what comes in. 'add': what is missing is added and filled in, and nothing that is there changes; the same post, degree,
 *  project or other entry is not doubled. 'replace': what comes in, with the ids of what was there already, and what was confirmed. Pure. */
export function mergeCareer(
  career: Career,
  { incoming, mode }: { readonly incoming: Career; readonly mode: CareerImportMode },
): Career {
  const { confirmed } = career
  if (mode === 'replace') {
    return {
      ...incoming,
      experiences: withKnownIds(career.experiences, incoming.experiences),
      education: withKnownIds(career.education, incoming.education),
      projects: withKnownIds(career.projects, incoming.projects),
      extras: withKnownIds(career.extras, incoming.extras),
      confirmed,
    }
  }
  return {
    person: filledPerson(career.person, incoming.person),
    summary: career.summary === '' ? incoming.summary : career.summary,
    experiences: joined(career.experiences, incoming.experiences, CAREER_MOST.experiences),
    education: joined(career.education, incoming.education, CAREER_MOST.education),
    projects: joined(career.projects, incoming.projects, CAREER_MOST.projects),
    extras: joined(career.extras, incoming.extras, CAREER_MOST.extras),
    confirmed,
  }
}

function filledPerson(own: Person, incoming: Person): Person {
  const links = incoming.links.filter(({ url }) => own.links.every((link) => link.url !== url))
  // A city belongs to its country: half of another address would be a place that nobody named.
  const place = isPlaceOpen(own, incoming) ? incoming : own
  return {
    name: own.name === '' ? incoming.name : own.name,
    headline: own.headline === '' ? incoming.headline : own.headline,
    email: own.email === '' ? incoming.email : own.email,
    phone: own.phone === '' ? incoming.phone : own.phone,
    city: own.city === '' ? place.city : own.city,
    countryCode: own.countryCode ?? place.countryCode,
    links: [...own.links, ...links].slice(0, CAREER_MOST.links),
  }
}

function isPlaceOpen(own: Person, incoming: Person): boolean {
  const isCityOpen = own.city === '' || foldForKey(own.city) === foldForKey(incoming.city)
  return isCityOpen && (own.countryCode === null || own.countryCode === incoming.countryCode)
}

/** Each incoming one goes to the entry that it is, else to the end. */
function joined<T extends CareerEntry>(own: readonly T[], incoming: readonly T[], most: number): T[] {
  const pairs = paired(own, incoming)
  const completed = own.map((entry) => {
    const others = pairs.filter(({ same }) => same === entry)
    return others.reduce((whole, other) => completedEntry(whole, other.entry), entry)
  })
  return [...completed, ...pairs.filter(({ same }) => same === null).map(({ entry }) => entry)].slice(0, most)
}

function withKnownIds<T extends CareerEntry>(own: readonly T[], incoming: readonly T[]): T[] {
  return paired(own, incoming).map(({ entry, same }) => {
    if (same === null) return entry
    if (!('bullets' in entry) || !('bullets' in same)) return { ...entry, id: same.id }
    const ids = new Map(same.bullets.map(({ id, text }) => [text, id]))
    const bullets = entry.bullets.map((bullet) => ({ ...bullet, id: ids.get(bullet.text) ?? bullet.id }))
    return { ...entry, id: same.id, bullets }
  })
}

/** The own entry with what it does not say taken from the other; points and skills that are new are added. A span stays as it is unless
 *  nothing is said of it: a start of one and an end of the other would be a span that nobody named. Pure. */
export function completedEntry<T extends CareerEntry>(own: T, other: T): T {
  const said = new Map<string, unknown>(Object.entries(own))
  const isDated = 'start' in own && (own.start !== null || own.end !== null)
  const taken = Object.entries(other).filter(([field]) => {
    if (field === 'start' || field === 'end') return !isDated
    return said.get(field) === '' || said.get(field) === null
  })
  const entry: T = { ...own, ...Object.fromEntries(taken), id: own.id }
  const bullets = 'bullets' in own && 'bullets' in other ? { bullets: withNewBullets(own.bullets, other.bullets) } : {}
  const skills = 'skills' in own && 'skills' in other ? { skills: withNewSkills(own.skills, other.skills) } : {}
  return { ...entry, ...bullets, ...skills }
}

/** How many points and skills of the other the own entry has no room for. Pure. */
export function withoutRoom(
  own: CareerEntry,
  other: CareerEntry,
): { readonly points: number; readonly skills: number } {
  const over = (count: number, most: number) => Math.max(0, count - most)
  const points =
    'bullets' in own && 'bullets' in other ? own.bullets.length + newBullets(own.bullets, other.bullets).length : 0
  const skills =
    'skills' in own && 'skills' in other ? own.skills.length + newSkills(own.skills, other.skills).length : 0
  return { points: over(points, CAREER_MOST.bullets), skills: over(skills, CAREER_MOST.skills) }
}

function withNewBullets(own: Bullets, other: Bullets): Bullets {
  return [...own, ...newBullets(own, other)].slice(0, CAREER_MOST.bullets)
}

function newBullets(own: Bullets, other: Bullets): Bullets {
  const known = new Set(own.map(({ text }) => foldForKey(text)))
  return other.filter(({ text }) => !known.has(foldForKey(text)))
}

function withNewSkills(own: readonly string[], other: readonly string[]): string[] {
  return [...own, ...newSkills(own, other)].slice(0, CAREER_MOST.skills)
}

function newSkills(own: readonly string[], other: readonly string[]): string[] {
  const known = new Set(own.map((name) => skillNameOf(name).toLowerCase()))
  return other.filter((name) => !known.has(skillNameOf(name).toLowerCase()))
}
