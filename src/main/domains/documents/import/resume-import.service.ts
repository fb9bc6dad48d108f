import type { CareerView } from '#shared/career.ts'
import type { ResumeReading, Suggestion } from '#shared/resume-import.ts'
import type { Database } from '../../../infra/db/driver.ts'
import {
  type CareerService,
  changesOf,
  mergeCareer,
  withLanguages,
  withSkills,
} from '../../profile/career/career.service.ts'
import type { ProfileService } from '../../profile/profile.service.ts'
import { incomingCareer, incomingProfile } from './incoming-career.ts'
import { readResumeBytes } from './read-resume-bytes.ts'

export interface ResumeImportService {
  /** Reads the file on this machine and writes nothing. */
  readonly read: (file: { readonly name: string; readonly bytes: Buffer }) => Promise<ResumeReading>
  /** Takes suggestions into career and profile, in one transaction. What is there stays as it is; the same post or degree gets what it
   *  lacked. `known`: there already, or something else is said there. */
  readonly accept: (suggestions: readonly Suggestion[]) => {
    readonly view: CareerView
    readonly added: number
    readonly merged: number
    readonly known: number
  }
}

export interface ResumeImportOptions {
  readonly database: Pick<Database, 'write'>
  readonly career: Pick<CareerService, 'get' | 'change'>
  readonly profile: Pick<ProfileService, 'get' | 'update'>
}

/** Résumés that come as PDF or DOCX: without a key, and without asking anybody. */
export function createResumeImportService({ database, career, profile }: ResumeImportOptions): ResumeImportService {
  return {
    read: readResumeBytes,
    accept: (suggestions) =>
      database.write(() => {
        const known = { career: career.get().career, profile: profile.get().profile }
        const incoming = { career: incomingCareer(suggestions, known.career), ...incomingProfile(suggestions) }
        const changes = changesOf(known, { incoming, mode: 'add' })
        const count = (...effects: readonly string[]) => changes.filter(({ effect }) => effects.includes(effect)).length
        const added = count('added')
        const merged = count('completed')
        career.change((own) => mergeCareer(own, { incoming: incoming.career, mode: 'add' }))
        const { skills, languages } = known.profile
        profile.update({
          skills: withSkills(skills, incoming.skills),
          languages: withLanguages(languages, incoming.languages),
        })
        const names = incoming.skills.length + incoming.languages.length
        const newNames = changes.filter(({ part }) => part === 'skills' || part === 'languages').length
        return { view: career.get(), added, merged, known: count('known', 'kept') + names - newNames }
      }),
  }
}
