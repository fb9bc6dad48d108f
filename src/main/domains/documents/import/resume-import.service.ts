import type { CareerChange, CareerView } from '#shared/career.ts'
import type { ResumeReading, Suggestion } from '#shared/resume-import.ts'
import { skillNameOf } from '../../jobs/match/matching.service.ts'
import { type CareerService, withLanguages, withSkills } from '../../profile/career/career.service.ts'
import { incomingCareer, incomingProfile, takenSummaries } from './incoming-career.ts'
import { readResumeBytes } from './read-resume-bytes.ts'

export interface ResumeImportService {
  /** Reads the file on this machine and writes nothing. */
  readonly read: (file: { readonly name: string; readonly bytes: Buffer }) => Promise<ResumeReading>
  /** Takes suggestions into career and profile, in one transaction. What is there stays as it is; the same post or degree gets what it
   *  lacked. `known`: there already; `kept`: not taken, since something else is said there or there is no room. */
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
}

/** Résumés that come as PDF or DOCX: without a key, and without asking anybody. */
export function createResumeImportService(career: Pick<CareerService, 'takeIn'>): ResumeImportService {
  return {
    read: readResumeBytes,
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
  const summaries = suggestions.filter((each) => each.kind === 'summary' && joined.has(each.value.trim())).length
  const count = (effect: CareerChange['effect']) => {
    const changes = taken.changes.filter((change) => change.effect === effect)
    return changes.reduce((sum, { part }) => sum + (part === 'summary' ? summaries : 1), 0)
  }
  const added = count('added')
  const merged = count('completed')
  const known = count('known') + knownNames(taken)
  return { added, merged, known, kept: suggestions.length - added - merged - known }
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
  return there - changes.filter(({ part }) => part === 'skills' || part === 'languages').length
}
