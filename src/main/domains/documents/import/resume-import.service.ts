import type { CareerChange, CareerView } from '#shared/career.ts'
import type { Suggestion } from '#shared/resume-import.ts'
import { skillNameOf } from '../../jobs/match/matching.service.ts'
import { type CareerService, withLanguages, withSkills } from '../../profile/career/career.service.ts'
import type { DocumentWorker } from '../worker/document-worker.ts'
import { incomingCareer, incomingProfile, takenSummaries } from './incoming-career.ts'

export interface ResumeImportService {
  /** Reads the file on this machine and writes nothing. Throws WORK_ENDED; aborted, it rejects with an AbortError at once. */
  readonly read: DocumentWorker['read']
  /** Takes suggestions into career and profile, in one transaction. What is there stays as it is; the same post or degree gets what it
   *  lacked. `known`: there already; `kept`: not taken, since something else is said there; `noRoom`: what there is no room for. */
  readonly accept: (suggestions: readonly Suggestion[]) => Counts & {
    readonly view: CareerView
    readonly profileVersion: number
  }
}

interface Counts {
  readonly added: number
  readonly merged: number
  readonly known: number
  readonly kept: number
  readonly noRoom: string[]
}

/** Résumés that come as PDF or DOCX: without a key, and without asking anybody. */
export function createResumeImportService(options: {
  readonly career: Pick<CareerService, 'takeIn'>
  readonly worker: Pick<DocumentWorker, 'read'>
}): ResumeImportService {
  const { career, worker } = options
  return {
    read: worker.read,
    accept: (suggestions) => {
      const taken = career.takeIn(
        (own) => ({ career: incomingCareer(suggestions, own), ...incomingProfile(suggestions) }),
        { mode: 'add' },
      )
      return { view: taken.view, profileVersion: taken.profileVersion, ...countsOf(suggestions, taken) }
    },
  }
}

type Taken = Pick<ReturnType<CareerService['takeIn']>, 'before' | 'incoming' | 'changes'>

/** Each suggestion counts once, whatever became of it. */
function countsOf(suggestions: readonly Suggestion[], taken: Taken): Counts {
  const joined = new Set(takenSummaries(suggestions))
  const all = suggestions.filter((each) => each.kind === 'summary')
  const summaries = all.filter(({ value }) => joined.has(value.trim())).length
  const cutSummaries = taken.before.career.summary === '' ? all.length - summaries : 0
  const count = (effect: CareerChange['effect']) => {
    const changes = taken.changes.filter((change) => change.effect === effect)
    return changes.reduce((sum, { part }) => sum + (part === 'summary' ? summaries : 1), 0)
  }
  const added = count('added')
  const merged = count('completed')
  const known = count('known') + knownNames(taken)
  const without = count('no_room') + cutSummaries
  return {
    added,
    merged,
    known,
    kept: suggestions.length - added - merged - known - without,
    noRoom: noRoomFor(taken, cutSummaries),
  }
}

function noRoomFor({ changes }: Taken, cutSummaries: number): string[] {
  return [
    ...changes.filter(({ effect }) => effect === 'no_room').map(({ name }) => name),
    ...changes.flatMap(({ name, cut }) => (cut === undefined ? [] : [`${cut} of ${name}`])),
    ...Array.from({ length: cutSummaries }, () => 'Summary'),
  ]
}

/** How many skills and languages were there with all that is said of them: the changes tell only of the others. */
function knownNames({ before, incoming, changes }: Taken): number {
  const keyOf = (name: string) => skillNameOf(name).toLowerCase()
  const skills = new Set(withSkills(before.profile.skills, incoming.skills).map(({ name }) => keyOf(name)))
  const languages = new Map(
    withLanguages(before.profile.languages, incoming.languages).map(({ code, level }) => [code, level]),
  )
  const isSpoken = ({ code, level }: (typeof incoming.languages)[number]) =>
    languages.has(code) && (level === null || languages.get(code) === level)
  const there =
    incoming.skills.filter(({ name }) => skills.has(keyOf(name))).length + incoming.languages.filter(isSpoken).length
  const told = changes.filter(({ part, effect }) => (part === 'skills' || part === 'languages') && effect !== 'no_room')
  return there - told.length
}
