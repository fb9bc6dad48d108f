import {
  type Career,
  type CareerBefore,
  type CareerChange,
  type CareerImportMode,
  careerSchema,
  type CareerView,
  type JsonResumePreview,
} from '#shared/career.ts'
import { AppError } from '#shared/errors.ts'
import type { Profile } from '#shared/profile.ts'
import type { Database } from '../../../infra/db/driver.ts'
import type { Log } from '../../../infra/log/log.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import type { ProfileService } from '../profile.service.ts'
import { careerHints, isEmptyCareer } from './career-hints.ts'
import { newFactId, withOwnIds } from './fact-id.ts'
import { withSkillNames } from './skill-names.ts'
import { readJsonResume } from './json-resume/read-json-resume.ts'
import { writeJsonResume } from './json-resume/write-json-resume.ts'
import { mergeCareer } from './merge/merge-career.ts'
import { changesOf } from './merge/merge-changes.ts'
import { withLanguages, withSkills } from './merge/merge-profile.ts'
import { fittingCareer } from './stored-career.ts'

export { newFactId } from './fact-id.ts'
export { completedEntry } from './merge/merge-career.ts'
export { withLanguages, withSkills } from './merge/merge-profile.ts'

export interface CareerService {
  readonly get: () => CareerView
  /** Replaces the whole. What changes nothing leaves the version as it is. Throws STALE. */
  readonly save: (next: { readonly career: Career; readonly version: number }) => CareerView
  /** Stores what becomes of the career as it is now, in one write transaction. */
  readonly change: (changed: (career: Career) => Career) => CareerView
  /** Takes in what comes of the career as it is, and then what the profile lacks, in one write transaction. `before`: what was there.
   *  Throws STALE before anything is written when `version` is named and not the stored one. */
  readonly takeIn: (incomingFor: (career: Career) => Incoming, how: TakeIn) => Taken
  /** Puts back what was there before something was taken in. Throws STALE, id 1, when the career changed meanwhile, id 2, when the
   *  profile did; then nothing is written. */
  readonly takeBack: (before: CareerBefore) => CareerView
  /** Adds a claim to what was confirmed as true; one that is there already is not doubled. */
  readonly confirm: (text: string) => CareerView
  readonly exportJsonResume: () => { readonly fileName: string; readonly text: string }
  /** Writes nothing. Throws CAREER_FILE_REFUSED. */
  readonly readJsonResume: (text: string) => JsonResumePreview
  /** The career, and then what the profile lacks. Throws CAREER_FILE_REFUSED, and STALE before anything is written. */
  readonly importJsonResume: (file: {
    readonly text: string
    readonly mode: CareerImportMode
    readonly version: number
  }) => {
    readonly view: CareerView
    readonly profileVersion: number
    readonly changes: CareerChange[]
    readonly ignored: string[]
  }
}

type Incoming = Pick<JsonResumePreview, 'career' | 'skills' | 'languages'>

interface TakeIn {
  readonly mode: CareerImportMode
  readonly version?: number
}

interface Taken {
  readonly view: CareerView
  readonly profileVersion: number
  readonly before: { readonly career: Career; readonly profile: Profile }
  readonly incoming: Incoming
  readonly changes: CareerChange[]
}

export interface CareerOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly profile: Pick<ProfileService, 'get' | 'updateWithin'>
  /** After a change was stored. */
  readonly onChange: () => void
}

interface Row {
  readonly data: string
  readonly version: number
  readonly updatedAt: number
}

export function createCareerService({ database, clock, log, profile, onChange }: CareerOptions): CareerService {
  const read = database.raw.prepare<[], Row>('select data, version, updated_at as updatedAt from career where id = 1')
  const write = database.raw.prepare<[string, number, number]>(
    `insert into career (id, data, version, updated_at) values (1, ?, ?, ?)
     on conflict (id) do update set data = excluded.data, version = excluded.version, updated_at = excluded.updated_at`,
  )
  let kept: { readonly version: number; readonly career: Career } | null = null

  function get(): CareerView {
    const row = read.get()
    const version = row?.version ?? 0
    if (kept?.version !== version) kept = { version, career: stored(row?.data ?? '{}') }
    const { career } = kept
    const hints = careerHints(career, profile.get().profile)
    return { career, version, updatedAt: row?.updatedAt ?? null, isEmpty: isEmptyCareer(career), hints }
  }

  /** A part that no longer fits is taken as not said, and the others hold. */
  function stored(data: string): Career {
    const { career, dropped } = fittingCareer(JSON.parse(data))
    if (dropped.length > 0) log.warn({ fields: dropped }, 'a stored career does not fit its schema')
    return career
  }

  /** Whether it wrote. Inside a write transaction. */
  function put(next: Career, { career, version }: CareerView): boolean {
    const whole = withSkillNames(withOwnIds(careerSchema.parse(next), newFactId))
    if (JSON.stringify(whole) === JSON.stringify(career)) return false
    write.run(JSON.stringify(whole), version + 1, clock.now())
    return true
  }

  function change(changed: (career: Career) => Career): CareerView {
    const isChanged = database.write(() => {
      const view = get()
      return put(changed(view.career), view)
    })
    if (isChanged) onChange()
    return get()
  }

  function refuseStale(asked: number, { version }: { readonly version: number }, id = 1): void {
    if (asked !== version) throw new AppError('STALE', { id, version })
  }

  function takeIn(incomingFor: (career: Career) => Incoming, { mode, version }: TakeIn): Taken {
    const { tells, ...taken } = database.write(() => {
      const view = get()
      if (version !== undefined) refuseStale(version, view)
      const before = { career: view.career, profile: profile.get().profile }
      const incoming = incomingFor(view.career)
      const changes = changesOf(before, { incoming, mode })
      const { skills, languages } = before.profile
      const isChanged = put(mergeCareer(view.career, { incoming: incoming.career, mode }), view)
      const tellProfile = profile.updateWithin({
        skills: withSkills(skills, incoming.skills),
        languages: withLanguages(languages, incoming.languages),
      })
      return { before, incoming, changes, tells: [...(isChanged ? [onChange] : []), tellProfile] }
    })
    for (const tell of tells) tell()
    return { ...taken, view: get(), profileVersion: profile.get().version }
  }

  function takeBack({ career, version, profile: before }: CareerBefore): CareerView {
    const tells = database.write(() => {
      const view = get()
      refuseStale(version, view)
      refuseStale(before.version, profile.get(), 2)
      const isChanged = put(career, view)
      const { skills, languages } = before
      return [...(isChanged ? [onChange] : []), profile.updateWithin({ skills, languages })]
    })
    for (const tell of tells) tell()
    return get()
  }

  return {
    get,
    change,
    takeIn,
    takeBack,
    save: ({ career, version }) => {
      const isChanged = database.write(() => {
        const view = get()
        refuseStale(version, view)
        return put(career, view)
      })
      if (isChanged) onChange()
      return get()
    },
    confirm: (text) =>
      change((career) => {
        if (career.confirmed.some((claim) => claim.text === text.trim())) return career
        return {
          ...career,
          confirmed: [...career.confirmed, { id: newFactId(), text, confirmedAt: clock.now() }],
        }
      }),
    exportJsonResume: () => {
      const { career, updatedAt } = get()
      return writeJsonResume(career, { profile: profile.get().profile, updatedAt })
    },
    readJsonResume: (text) => {
      const file = readJsonResume(text, newFactId)
      const known = { career: get().career, profile: profile.get().profile }
      return {
        ...file,
        changes: {
          add: changesOf(known, { incoming: file, mode: 'add' }),
          replace: changesOf(known, { incoming: file, mode: 'replace' }),
        },
      }
    },
    importJsonResume: ({ text, mode, version }) => {
      const file = readJsonResume(text, newFactId)
      const { view, profileVersion, changes } = takeIn(() => file, { mode, version })
      return { view, profileVersion, changes, ignored: file.ignored }
    },
  }
}
