import { z } from 'zod'

/** What a posting says, in the product's words. Every value here is defined by the reading rules in docs/READING.md;
 *  a fact that the posting does not state is null, 'unknown' or 'unstated', never a guess. */

export const VISA_STATUSES = ['offers', 'conditional', 'refuses', 'unstated'] as const
export const visaStatusSchema = z.enum(VISA_STATUSES)
export type VisaStatus = z.infer<typeof visaStatusSchema>

/** `evidence` is one sentence or line, word for word from the posting; null when the status is 'unstated' or the user's own word.
 *  `rule` names the rule that decided, for example 'en.refuses.no-sponsorship'; 'user' for a correction. */
export const visaFactSchema = z.object({
  status: visaStatusSchema,
  evidence: z.string().nullable(),
  rule: z.string().nullable(),
})
export type VisaFact = z.infer<typeof visaFactSchema>

export const SALARY_PERIODS = ['year', 'month', 'day', 'hour'] as const
export const salaryPeriodSchema = z.enum(SALARY_PERIODS)
export type SalaryPeriod = z.infer<typeof salaryPeriodSchema>

/** Amounts as the posting writes them; `currency` is ISO 4217. */
export const payAmountsSchema = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  currency: z.string().length(3),
  period: salaryPeriodSchema,
})

export const PAY_EXTRAS = ['bonus', 'on_target', 'equity', 'allowance', 'extra_month'] as const

/** Pay as the posting states it. An exact figure has min = max; "up to" has min null; "from" has max null.
 *  `currency` is ISO 4217. `yearEur` is the yearly gross equivalent in EUR at rates of the day `asOf` (ISO date).
 *  `tax` and `contract` are what is said beside the figure; `paymentsPerYear` only when months beyond the twelfth are paid (13, 14, …).
 *  `variants` are the other bands of the posting (per level, place or contract) with the words that tell them apart; `extras` what
 *  comes on top, word for word. */
export const salaryFactSchema = payAmountsSchema.extend({
  evidence: z.string().nullable(),
  yearEur: z.object({ min: z.number().nullable(), max: z.number().nullable(), asOf: z.string() }).nullable(),
  tax: z.enum(['gross', 'net']).nullable(),
  contract: z.enum(['employment', 'b2b']).nullable(),
  paymentsPerYear: z.number().nullable(),
  variants: z.array(payAmountsSchema.extend({ label: z.string().nullable() })),
  extras: z.array(z.object({ kind: z.enum(PAY_EXTRAS), evidence: z.string() })),
})
export type SalaryFact = z.infer<typeof salaryFactSchema>

/** Pay as a list shows it. */
export const shownSalarySchema = salaryFactSchema.pick({
  min: true,
  max: true,
  currency: true,
  period: true,
  yearEur: true,
})
export type ShownSalary = z.infer<typeof shownSalarySchema>

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

export const NEEDS = ['required', 'preferred'] as const
export const needSchema = z.enum(NEEDS)
export type Need = z.infer<typeof needSchema>

/** `name` is the name its makers use ("PostgreSQL", "C++"); `evidence` the words as the posting writes them. `need` is null where
 *  the posting does not say whether it must be there; `years` the least experience asked for with it. */
export const skillFactSchema = z.object({
  name: z.string(),
  evidence: z.string(),
  need: needSchema.nullable(),
  years: z.number().nullable(),
})
export type SkillFact = z.infer<typeof skillFactSchema>

export const LANGUAGE_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native', 'fluent', 'basic'] as const

/** ISO 639-1 codes of the languages that a posting can be found to ask for. */
export const SPOKEN_LANGUAGES: readonly string[] =
  'en de fr nl es pl sv it pt da no fi cs sk hu ro bg hr sr sl el et lv lt uk ru tr ar he fa hi ur bn ta te zh ja ko vi th id ms ca eu gl ga cy is mt sq mk bs lb ka hy az sw am so ti ku kk uz ne rm se ps pa mr gu ml kn si my km mn ha yo af yi'.split(
    ' ',
  )

/** A spoken language that is asked for: `code` is ISO 639-1, `level` null where none is said. */
export const askedLanguageSchema = z.object({
  code: z.string().length(2),
  level: z.enum(LANGUAGE_LEVELS).nullable(),
  need: needSchema.nullable(),
  evidence: z.string(),
})
export type AskedLanguage = z.infer<typeof askedLanguageSchema>

/** The words, as the posting writes them, by which a fact was read; a fact that came from a field of the source has none. */
export const FACTS_WITH_WORDS = [
  'workplace',
  'remoteScope',
  'seniority',
  'roleFamily',
  'employmentType',
  'closesAt',
] as const
export type FactWithWords = (typeof FACTS_WITH_WORDS)[number]

/** Facts that another posting of the same opening may fill in when the first one is silent. */
export const FILLED_FACTS = [
  'visa',
  'salary',
  'workplace',
  'remoteScope',
  'officeDays',
  'places',
  'employmentType',
  'closesAt',
] as const
export type FilledFact = (typeof FILLED_FACTS)[number]

/** Facts that the user may put right. */
export const CORRECTABLE_FACTS = [
  'visa',
  'salary',
  'skills',
  'workplace',
  'seniority',
  'roleFamily',
  'employmentType',
] as const
export type CorrectableFact = (typeof CORRECTABLE_FACTS)[number]

/** Everything read out of one posting. `readerVersion` says which reader made it, so that a better one can read again.
 *  `filledFrom` names the posting (postingLink.id) that a fact of a job came from when it was not the first one; `corrected` the
 *  facts that the user put right. */
export const jobFactsSchema = z.object({
  readerVersion: z.number().int(),
  visa: visaFactSchema,
  salary: salaryFactSchema.nullable(),
  workplace: workplaceSchema,
  remoteScope: remoteScopeSchema.nullable(),
  /** Days a week at the office, where the posting says how many (the least, of a range). */
  officeDays: z.number().nullable(),
  places: z.array(placeSchema),
  seniority: senioritySchema,
  roleFamily: roleFamilySchema,
  employmentType: employmentTypeSchema.nullable(),
  skills: z.array(skillFactSchema),
  language: z.string().length(2).nullable(),
  asksLanguages: z.array(askedLanguageSchema),
  closesAt: z.number().int().nullable(),
  words: z.partialRecord(z.enum(FACTS_WITH_WORDS), z.string()),
  filledFrom: z.partialRecord(z.enum(FILLED_FACTS), z.number().int()),
  corrected: z.array(z.enum(CORRECTABLE_FACTS)),
})
export type JobFacts = z.infer<typeof jobFactsSchema>

/** What the user says a fact is. The evidence of a corrected fact is the user's word: none is quoted. */
export const correctionSchema = z.discriminatedUnion('field', [
  z.object({ field: z.literal('visa'), value: visaStatusSchema }),
  z.object({ field: z.literal('salary'), value: payAmountsSchema.nullable() }),
  z.object({ field: z.literal('skills'), value: z.array(z.string().trim().min(1).max(60)).max(100) }),
  z.object({ field: z.literal('workplace'), value: workplaceSchema }),
  z.object({ field: z.literal('seniority'), value: senioritySchema }),
  z.object({ field: z.literal('roleFamily'), value: roleFamilySchema }),
  z.object({ field: z.literal('employmentType'), value: employmentTypeSchema.nullable() }),
])
export type Correction = z.infer<typeof correctionSchema>
