import { oc } from '@orpc/contract'
import { z } from 'zod'
import { isCountryCode } from './countries.ts'
import { errors } from './errors.ts'
import { roleFamilySchema, senioritySchema, workplaceSchema } from './facts.ts'

export const SKILL_LEVELS = ['basic', 'working', 'strong'] as const
export const SPOKEN_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'] as const
/** What one may wish of an employer, as far as postings say it. */
export const CULTURE_WISHES = [
  'flexible_hours',
  'remote_culture',
  'learning_budget',
  'family_friendly',
  'diversity',
  'sustainability',
  'startup',
  'established',
  'open_source',
  'international_team',
] as const
export type CultureWish = (typeof CULTURE_WISHES)[number]

/** `name` as the skill table writes it ("PostgreSQL"); years of use; null where not said. */
export const profileSkillSchema = z.object({
  name: z.string().trim().min(1).max(60),
  years: z.number().min(0).max(60).nullable().default(null),
  level: z.enum(SKILL_LEVELS).nullable().default(null),
})
export type ProfileSkill = z.infer<typeof profileSkillSchema>

const profileFields = {
  skills: z.array(profileSkillSchema).max(200),
  /** In the trade, not in life. */
  yearsOfExperience: z.number().min(0).max(60).nullable(),
  seniorities: z.array(senioritySchema),
  roleFamilies: z.array(roleFamilySchema),
  languages: z
    .array(z.object({ code: z.string().length(2), level: z.enum(SPOKEN_LEVELS).nullable().default(null) }))
    .max(40),
  countries: z.array(z.string().refine(isCountryCode, 'A country is its two-letter code in capitals, as DE.')).max(60),
  /** Common English names ("Munich"). */
  cities: z.array(z.string().trim().min(1).max(80)).max(60),
  workplaces: z.array(workplaceSchema.exclude(['unknown'])),
  /** Below this a job is no option. */
  salaryMinEur: z.number().min(0).max(10_000_000).nullable(),
  /** What one hopes for. */
  salaryWishEur: z.number().min(0).max(10_000_000).nullable(),
  needsSponsorship: z.boolean(),
  wishes: z.array(z.enum(CULTURE_WISHES)),
  likedCompanies: z.array(z.string().trim().min(1).max(100)).max(200),
  avoidedCompanies: z.array(z.string().trim().min(1).max(100)).max(200),
}

/** What jobs are compared with. An empty list or null: not said, and then nothing is held against a job. Lists mean "any of these".
 *  Pay is gross a year in EUR. Stays on this machine. */
export const profileSchema = z.object({
  skills: profileFields.skills.default([]),
  yearsOfExperience: profileFields.yearsOfExperience.default(null),
  seniorities: profileFields.seniorities.default([]),
  roleFamilies: profileFields.roleFamilies.default([]),
  languages: profileFields.languages.default([]),
  countries: profileFields.countries.default([]),
  cities: profileFields.cities.default([]),
  workplaces: profileFields.workplaces.default([]),
  salaryMinEur: profileFields.salaryMinEur.default(null),
  salaryWishEur: profileFields.salaryWishEur.default(null),
  needsSponsorship: profileFields.needsSponsorship.default(false),
  wishes: profileFields.wishes.default([]),
  likedCompanies: profileFields.likedCompanies.default([]),
  avoidedCompanies: profileFields.avoidedCompanies.default([]),
})
export type Profile = z.infer<typeof profileSchema>

/** Any of the fields. One that is not named gets no default: it stays what it is. */
export const profilePatchSchema = z.object(profileFields).partial()
export type ProfilePatch = z.infer<typeof profilePatchSchema>

/** `version` grows with every change; 0: nothing was ever said. `isEmpty`: there is nothing in it that a job could be compared with.
 *  `hints`: what would make the matching better, most useful first. */
export const profileViewSchema = z.object({
  profile: profileSchema,
  version: z.number().int(),
  updatedAt: z.number().int().nullable(),
  isEmpty: z.boolean(),
  hints: z.array(z.object({ field: z.string(), message: z.string() })),
})
export type ProfileView = z.infer<typeof profileViewSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL })

export const profileContract = {
  get: base.output(profileViewSchema),
  /** The fields that are named are replaced, the others stay. */
  update: base.input(profilePatchSchema).output(profileViewSchema),
}
