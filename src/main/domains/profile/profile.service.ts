import {
  type Profile,
  type ProfilePatch,
  profilePatchSchema,
  profileSchema,
  type ProfileSkill,
  type ProfileView,
} from '#shared/profile.ts'
import type { Database } from '../../infra/db/driver.ts'
import type { Log } from '../../infra/log/log.ts'
import type { Clock } from '../../infra/time/clock.ts'
import { skillNameOf } from '../jobs/match/matching.service.ts'
import { isEmptyProfile, profileHints } from './profile-hints.ts'

export interface ProfileService {
  readonly get: () => ProfileView
  /** Replaces the fields that are named. What changes nothing leaves the version as it is. */
  readonly update: (change: ProfilePatch) => ProfileView
  /** The same within a write transaction of the caller, who calls what comes back after the commit: it tells of the change. */
  readonly updateWithin: (change: ProfilePatch) => () => void
}

export interface ProfileOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  /** After a change was stored. */
  readonly onChange: () => void
}

interface Row {
  readonly data: string
  readonly version: number
  readonly updatedAt: number
}

export function createProfileService({ database, clock, log, onChange }: ProfileOptions): ProfileService {
  const read = database.raw.prepare<[], Row>('select data, version, updated_at as updatedAt from profile where id = 1')
  const write = database.raw.prepare<[string, number, number]>(
    `insert into profile (id, data, version, updated_at) values (1, ?, ?, ?)
     on conflict (id) do update set data = excluded.data, version = excluded.version, updated_at = excluded.updated_at`,
  )
  let kept: { readonly version: number; readonly view: ProfileView } | null = null

  function get(): ProfileView {
    const row = read.get()
    const version = row?.version ?? 0
    if (kept?.version === version) return kept.view
    const profile = stored(row?.data ?? '{}')
    const hints = profileHints(profile)
    const view = { profile, version, updatedAt: row?.updatedAt ?? null, isEmpty: isEmptyProfile(profile), hints }
    kept = { version, view }
    return view
  }

  /** A field that no longer fits is taken as not said, and the others hold. */
  function stored(data: string): Profile {
    const whole = profileSchema.safeParse(JSON.parse(data))
    if (whole.success) return whole.data
    log.warn(
      { fields: whole.error.issues.map(({ path }) => path.join('.')) },
      'a stored profile does not fit its schema',
    )
    const fields: unknown = JSON.parse(data)
    const entries = Object.entries(typeof fields === 'object' && fields !== null ? fields : {})
    const fitting = entries.filter(([field, value]) => profilePatchSchema.safeParse({ [field]: value }).success)
    return profileSchema.parse(Object.fromEntries(fitting))
  }

  function updateWithin(change: ProfilePatch): () => void {
    const { profile, version } = get()
    const next = tidied(profileSchema.parse({ ...profile, ...change }))
    if (JSON.stringify(next) === JSON.stringify(profile)) return () => {}
    write.run(JSON.stringify(next), version + 1, clock.now())
    return onChange
  }

  return {
    get,
    updateWithin,
    update: (change) => {
      const tell = database.write(() => updateWithin(change))
      tell()
      return get()
    },
  }
}

/** Skills under their names of the skill table, nothing twice. */
function tidied(profile: Profile): Profile {
  const skills = new Map<string, ProfileSkill>()
  for (const skill of profile.skills) {
    const name = skillNameOf(skill.name)
    if (!skills.has(name.toLowerCase())) skills.set(name.toLowerCase(), { ...skill, name })
  }
  return {
    ...profile,
    skills: [...skills.values()],
    seniorities: [...new Set(profile.seniorities)],
    roleFamilies: [...new Set(profile.roleFamilies)],
    countries: [...new Set(profile.countries)],
    cities: distinct(profile.cities),
    workplaces: [...new Set(profile.workplaces)],
    wishes: [...new Set(profile.wishes)],
    likedCompanies: distinct(profile.likedCompanies),
    avoidedCompanies: distinct(profile.avoidedCompanies),
  }
}

function distinct(names: readonly string[]): string[] {
  return [...new Map(names.map((name) => [name.toLowerCase(), name])).values()]
}
