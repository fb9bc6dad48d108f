import {
  type Career,
  type CareerChange,
  type CareerImportMode,
  careerSchema,
  type CareerView,
  type JsonResumePreview,
} from '#shared/career.ts'
import { AppError } from '#shared/errors.ts'
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
export { mergeCareer } from './merge/merge-career.ts'
export { changesOf } from './merge/merge-changes.ts'
export { withLanguages, withSkills } from './merge/merge-profile.ts'

export interface CareerService {
  readonly get: () => CareerView
  /** Replaces the whole. What changes nothing leaves the version as it is. Throws STALE. */
  readonly save: (next: { readonly career: Career; readonly version: number }) => CareerView
  /** Stores what becomes of the career as it is now, in one write transaction. */
  readonly change: (changed: (career: Career) => Career) => CareerView
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
  }) => { readonly view: CareerView; readonly changes: CareerChange[]; readonly ignored: string[] }
}

export interface CareerOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly profile: Pick<ProfileService, 'get' | 'update'>
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

  function refuseStale(asked: number, { version }: CareerView): void {
    if (asked !== version) throw new AppError('STALE', { id: 1, version })
  }

  /** What a file says, beside what is here now. */
  function readFile(text: string) {
    return { file: readJsonResume(text, newFactId), known: { career: get().career, profile: profile.get().profile } }
  }

  return {
    get,
    change,
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
      const { file, known } = readFile(text)
      return {
        ...file,
        changes: {
          add: changesOf(known, { incoming: file, mode: 'add' }),
          replace: changesOf(known, { incoming: file, mode: 'replace' }),
        },
      }
    },
    importJsonResume: ({ text, mode, version }) => {
      const { file, known } = readFile(text)
      const changes = changesOf(known, { incoming: file, mode })
      const isChanged = database.write(() => {
        const view = get()
        refuseStale(version, view)
        return put(mergeCareer(view.career, { incoming: file.career, mode }), view)
      })
      const { skills, languages } = known.profile
      profile.update({ skills: withSkills(skills, file.skills), languages: withLanguages(languages, file.languages) })
      if (isChanged) onChange()
      return { view: get(), changes, ignored: file.ignored }
    },
  }
}
