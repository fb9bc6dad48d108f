import type { Career, CareerChange, CareerImportMode, JsonResumePreview, Person } from '#shared/career.ts'
import type { Profile } from '#shared/profile.ts'
import { foldForKey } from '../../../../infra/text/fold.ts'
import { skillNameOf } from '../../../jobs/match/matching.service.ts'
import { CAREER_MOST, completedEntry, mergeCareer, withoutRoom } from './merge-career.ts'
import { withLanguages, withSkills } from './merge-profile.ts'
import { CAREER_LISTS, type CareerEntry, entryName, isSameDate, paired } from './same-entry.ts'

interface Known {
  readonly career: Career
  readonly profile: Profile
}

type Incoming = Pick<JsonResumePreview, 'career' | 'skills' | 'languages'>

/** What taking it in would do, entry by entry; the same that `mergeCareer`, `withSkills` and `withLanguages` do. Pure. */
export function changesOf(
  { career, profile }: Known,
  { incoming, mode }: { readonly incoming: Incoming; readonly mode: CareerImportMode },
): CareerChange[] {
  const told =
    mode === 'replace'
      ? replacements(career, mergeCareer(career, { incoming: incoming.career, mode }))
      : additions(career, incoming.career)
  return [...told, ...profileChanges(profile, incoming)]
}

function profileChanges({ skills, languages }: Profile, incoming: Incoming): CareerChange[] {
  const names = new Map(incoming.languages.map(({ code, name }) => [code, name]))
  const nextLanguages = withLanguages(languages, incoming.languages)
  const nextSkills = withSkills(skills, incoming.skills)
  return [
    ...nextSkills.slice(skills.length).map(({ name }) => ({ part: 'skills', name, effect: 'added' }) as const),
    ...missing(incoming.skills.map(skillKey), nextSkills.map(skillKey)).map(noRoomIn('skills')),
    ...nextLanguages.flatMap(({ code, level }, at): CareerChange[] => {
      const own = languages[at]
      if (own !== undefined && own.level === level) return []
      return [{ part: 'languages', name: names.get(code) ?? code, effect: own === undefined ? 'added' : 'completed' }]
    }),
    ...missing(
      [...names.keys()],
      nextLanguages.map(({ code }) => code),
    )
      .map((code) => names.get(code) ?? code)
      .map(noRoomIn('languages')),
  ]
}

const skillKey = ({ name }: { readonly name: string }) => skillNameOf(name)
const noRoomIn =
  (part: 'skills' | 'languages') =>
  (name: string): CareerChange => ({ part, name, effect: 'no_room' })

/** Those that are not among the others, each once, whatever their capitals. */
function missing(names: readonly string[], among: readonly string[]): string[] {
  const known = new Set(among.map((name) => name.toLowerCase()))
  return names.filter((name) => {
    const key = name.toLowerCase()
    const isNew = !known.has(key)
    known.add(key)
    return isNew
  })
}

function additions(career: Career, incoming: Career): CareerChange[] {
  const own = new Map(personLines(career.person))
  const links = new Set(career.person.links.map(({ url }) => url))
  let linkRoom = CAREER_MOST.links - career.person.links.length
  return [
    ...personLines(incoming.person).map(([field, value]) => personChange(value, sayingOf(own.get(field), value))),
    ...incoming.person.links.map(({ url }) => {
      if (links.has(url)) return personChange(url, 'known')
      linkRoom -= 1
      return personChange(url, linkRoom >= 0 ? 'added' : 'no_room')
    }),
    ...summaryChange(incoming.summary, sayingOf(career.summary, incoming.summary)),
    ...CAREER_LISTS.flatMap((list) => addedEntries(list, { own: career[list], incoming: incoming[list] })),
  ]
}

function addedEntries(
  part: (typeof CAREER_LISTS)[number],
  { own, incoming }: { readonly own: readonly CareerEntry[]; readonly incoming: readonly CareerEntry[] },
): CareerChange[] {
  let room = CAREER_MOST[part] - own.length
  return paired(own, incoming).map(({ entry, same }): CareerChange => {
    const name = entryName(entry)
    if (same !== null) return { part, name, effect: entryEffect(same, entry), ...cutOf(same, entry) }
    room -= 1
    return { part, name, effect: room >= 0 ? 'added' : 'no_room' }
  })
}

function cutOf(own: CareerEntry, entry: CareerEntry): Pick<CareerChange, 'cut'> {
  const { points, skills } = withoutRoom(own, entry)
  const words = [...counted(points, 'point'), ...counted(skills, 'skill')]
  return words.length === 0 ? {} : { cut: words.join(', ') }
}

const counted = (count: number, word: string) => (count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`])

function entryEffect(own: CareerEntry, entry: CareerEntry): CareerChange['effect'] {
  if (!isEqual(completedEntry(own, entry), own)) return 'completed'
  return isOtherwise(own, entry) ? 'kept' : 'known'
}

/** Whether a field of the entry says something else than the own one. An end where the own entry goes on is something else. */
function isOtherwise(own: CareerEntry, entry: CareerEntry): boolean {
  const said = new Map<string, unknown>(Object.entries(own))
  return Object.entries(entry).some(([field, value]: [string, unknown]) => {
    if (field === 'id' || typeof value !== 'string' || value === '') return false
    const other = said.get(field)
    if (field === 'start' || field === 'end' || field === 'date') {
      return typeof other !== 'string' || !isSameDate(other, value)
    }
    return typeof other !== 'string' || foldForKey(other) !== foldForKey(value)
  })
}

function replacements(career: Career, next: Career): CareerChange[] {
  const own = new Map(personLines(career.person))
  const nextLines = personLines(next.person)
  const gone = [...own].filter(([field]) => nextLines.every(([other]) => other !== field))
  const links = new Set(career.person.links.map(({ url }) => url))
  const nextLinks = new Set(next.person.links.map(({ url }) => url))
  return [
    ...nextLines.map(([field, value]) => personChange(value, givingWay(own.get(field), value))),
    ...gone.map(([, value]) => personChange(value, 'replaced')),
    ...[...nextLinks].map((url) => personChange(url, links.has(url) ? 'known' : 'added')),
    ...[...links].filter((url) => !nextLinks.has(url)).map((url) => personChange(url, 'replaced')),
    ...summaryChange(next.summary === '' ? career.summary : next.summary, givingWay(career.summary, next.summary)),
    ...CAREER_LISTS.flatMap((list) => replacedEntries(list, { own: career[list], next: next[list] })),
  ]
}

function replacedEntries(
  part: (typeof CAREER_LISTS)[number],
  { own, next }: { readonly own: readonly CareerEntry[]; readonly next: readonly CareerEntry[] },
): CareerChange[] {
  const known = new Map(own.map((entry) => [entry.id, entry]))
  const kept = next.map((entry): CareerChange => {
    const same = known.get(entry.id)
    known.delete(entry.id)
    const effect = same === undefined ? 'added' : isEqual(same, entry) ? 'known' : 'replaced'
    return { part, name: entryName(entry), effect }
  })
  return [
    ...kept,
    ...[...known.values()].map((entry) => ({ part, name: entryName(entry), effect: 'replaced' }) as const),
  ]
}

/** When nothing that is there gives way. */
function sayingOf(own: string | undefined, value: string): CareerChange['effect'] {
  if (own === undefined || own === '') return 'added'
  return own === value ? 'known' : 'kept'
}

function givingWay(own: string | undefined, value: string): CareerChange['effect'] {
  const effect = sayingOf(own, value)
  return effect === 'kept' ? 'replaced' : effect
}

function personChange(name: string, effect: CareerChange['effect']): CareerChange {
  return { part: 'person', name, effect }
}

const SUMMARY_SHOWN_CHARS = 80

function summaryChange(summary: string, effect: CareerChange['effect']): CareerChange[] {
  if (summary === '') return []
  const line = summary.replaceAll(/\s+/g, ' ')
  const name = line.length <= SUMMARY_SHOWN_CHARS ? line : `${line.slice(0, SUMMARY_SHOWN_CHARS)}…`
  return [{ part: 'summary', name, effect }]
}

/** What is said of a person, links aside. */
function personLines(person: Person): [string, string][] {
  const { links: _, ...lines } = person
  return Object.entries(lines).flatMap(([field, value]): [string, string][] =>
    value === null || value === '' ? [] : [[field, value]],
  )
}

/** Entries and their points bear names of their own; what they say counts. */
function isEqual(a: CareerEntry, b: CareerEntry): boolean {
  return JSON.stringify({ ...a, id: '' }) === JSON.stringify({ ...b, id: '' })
}
