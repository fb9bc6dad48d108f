import type { RoleFamily, Seniority } from '#shared/facts.ts'
import type { CultureWish, Profile, ProfileSkill, SPOKEN_LEVELS } from '#shared/profile.ts'
import { type CityPoint, cityPoint, companyKey, skillNameOf } from '../jobs/match/matching.service.ts'
import { standInsOf } from './related-skills.ts'

export type SpokenLevel = (typeof SPOKEN_LEVELS)[number]

/** What somebody can do of a skill: `share` 1 for one of the profile or one that such a skill includes, less for a related one. `by` is
 *  the skill of the profile when it is not the skill itself. */
export interface Ability {
  readonly share: number
  readonly by: string | null
  readonly years: number | null
  readonly level: ProfileSkill['level']
}

/** A profile made ready to be compared with many jobs. Names are folded as the jobs' are. */
export interface Seeker {
  readonly profile: Profile
  /** By lower-case name of the skill table. */
  readonly abilities: ReadonlyMap<string, Ability>
  readonly roles: ReadonlySet<RoleFamily>
  readonly seniorities: readonly Exclude<Seniority, 'unknown'>[]
  readonly countries: ReadonlySet<string>
  readonly cities: readonly CityPoint[]
  /** As the profile writes them and as jobs do ("München", "Munich"). */
  readonly cityNames: ReadonlySet<string>
  /** Levels by ISO 639-1 code; null where none is said. */
  readonly languages: ReadonlyMap<string, SpokenLevel | null>
  readonly wishes: readonly CultureWish[]
  readonly liked: ReadonlySet<string>
  readonly avoided: ReadonlySet<string>
}

/** Pure but for the table of cities, which is read on first use. */
export function seekerOf(profile: Profile): Seeker {
  const cities = profile.cities.flatMap((name) => cityPoint(name, profile.countries) ?? [])
  return {
    profile,
    abilities: abilitiesOf(profile.skills),
    roles: new Set(profile.roleFamilies),
    seniorities: profile.seniorities.filter((seniority) => seniority !== 'unknown'),
    countries: new Set(profile.countries),
    cities,
    cityNames: new Set([...profile.cities, ...cities.map(({ name }) => name)].map(cityKey)),
    languages: new Map(profile.languages.map(({ code, level }) => [code.toLowerCase(), level])),
    wishes: [...new Set(profile.wishes)],
    liked: new Set(profile.likedCompanies.map(companyKey)),
    avoided: new Set(profile.avoidedCompanies.map(companyKey)),
  }
}

/** The same with one more skill. Pure. */
export function withSkill(seeker: Seeker, name: string): Seeker {
  const skills = [...seeker.profile.skills, { name, years: null, level: null }]
  return { ...seeker, profile: { ...seeker.profile, skills }, abilities: abilitiesOf(skills) }
}

export function skillKey(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}

export function cityKey(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/\p{M}+/gu, '')
    .trim()
    .toLowerCase()
}

function abilitiesOf(skills: readonly ProfileSkill[]): ReadonlyMap<string, Ability> {
  const abilities = new Map<string, Ability>()
  const add = (name: string, ability: Ability) => {
    const before = abilities.get(skillKey(name))
    if (before === undefined || before.share < ability.share) abilities.set(skillKey(name), ability)
  }
  const own = skills.map((skill) => ({ ...skill, name: skillNameOf(skill.name) }))
  for (const { name, years, level } of own) abilities.set(skillKey(name), { share: 1, by: null, years, level })
  for (const { name } of own) {
    for (const standIn of standInsOf(name)) add(standIn.name, { ...standIn, years: null, level: null })
  }
  return abilities
}
