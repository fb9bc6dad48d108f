import { z } from 'zod'

/** What a posting says, in the product's words. Every value here is defined by the reading rules in docs/READING.md;
 *  a fact that the posting does not state is null, 'unknown' or 'unstated', never a guess. */

export const VISA_STATUSES = ['offers', 'conditional', 'refuses', 'unstated'] as const
export const visaStatusSchema = z.enum(VISA_STATUSES)
export type VisaStatus = z.infer<typeof visaStatusSchema>

/** `evidence` is one sentence or line, word for word from the posting; null exactly when the status is 'unstated'.
 *  `rule` names the rule that decided, for example 'en.refuses.no-sponsorship'. */
export const visaFactSchema = z.object({
  status: visaStatusSchema,
  evidence: z.string().nullable(),
  rule: z.string().nullable(),
})
export type VisaFact = z.infer<typeof visaFactSchema>

export const SALARY_PERIODS = ['year', 'month', 'day', 'hour'] as const
export const salaryPeriodSchema = z.enum(SALARY_PERIODS)
export type SalaryPeriod = z.infer<typeof salaryPeriodSchema>

/** Pay as the posting states it. An exact figure has min = max; "up to" has min null; "from" has max null.
 *  `currency` is ISO 4217. `yearEur` is the yearly gross equivalent in EUR at rates of the day `asOf` (ISO date). */
export const salaryFactSchema = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  currency: z.string().length(3),
  period: salaryPeriodSchema,
  evidence: z.string().nullable(),
  yearEur: z.object({ min: z.number().nullable(), max: z.number().nullable(), asOf: z.string() }).nullable(),
})
export type SalaryFact = z.infer<typeof salaryFactSchema>

/** `city` is the common English name, `countryCode` ISO 3166-1 alpha-2 (the UK is GB); coordinates in degrees WGS 84. */
export const placeSchema = z.object({
  city: z.string().nullable(),
  countryCode: z.string().length(2).nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
})
export type Place = z.infer<typeof placeSchema>

export const WORKPLACES = ['remote', 'hybrid', 'onsite', 'unknown'] as const
export const workplaceSchema = z.enum(WORKPLACES)
export type Workplace = z.infer<typeof workplaceSchema>

export const REMOTE_SCOPES = ['country', 'eu', 'emea', 'worldwide'] as const
export const remoteScopeSchema = z.enum(REMOTE_SCOPES)
export type RemoteScope = z.infer<typeof remoteScopeSchema>

export const SENIORITIES = [
  'intern',
  'junior',
  'mid',
  'senior',
  'lead',
  'principal',
  'manager',
  'director',
  'unknown',
] as const
export const senioritySchema = z.enum(SENIORITIES)
export type Seniority = z.infer<typeof senioritySchema>

export const ROLE_FAMILIES = [
  'data_scientist',
  'ml_engineer',
  'data_engineer',
  'data_analyst',
  'backend',
  'frontend',
  'fullstack',
  'devops_sre',
  'product_manager',
  'research',
  'other',
] as const
export const roleFamilySchema = z.enum(ROLE_FAMILIES)
export type RoleFamily = z.infer<typeof roleFamilySchema>

export const EMPLOYMENT_TYPES = ['full_time', 'part_time', 'contract', 'temporary', 'internship'] as const
export const employmentTypeSchema = z.enum(EMPLOYMENT_TYPES)
export type EmploymentType = z.infer<typeof employmentTypeSchema>

/** `name` is the name its makers use ("PostgreSQL", "C++"); `evidence` the words as the posting writes them. */
export const skillFactSchema = z.object({ name: z.string(), evidence: z.string() })
export type SkillFact = z.infer<typeof skillFactSchema>

/** Everything read out of one posting. `readerVersion` says which reader made it, so that a better one can read again. */
export const jobFactsSchema = z.object({
  readerVersion: z.number().int(),
  visa: visaFactSchema,
  salary: salaryFactSchema.nullable(),
  workplace: workplaceSchema,
  remoteScope: remoteScopeSchema.nullable(),
  places: z.array(placeSchema),
  seniority: senioritySchema,
  roleFamily: roleFamilySchema,
  employmentType: employmentTypeSchema.nullable(),
  skills: z.array(skillFactSchema),
  language: z.string().length(2).nullable(),
  closesAt: z.number().int().nullable(),
})
export type JobFacts = z.infer<typeof jobFactsSchema>
