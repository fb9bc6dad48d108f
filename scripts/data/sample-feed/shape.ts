import { z } from 'zod'
import { roleFamilySchema, SALARY_PERIODS, senioritySchema, visaStatusSchema, workplaceSchema } from '#shared/facts.ts'

export const BOARDS = ['northern-board', 'talent-hub', 'company-page'] as const
export type Board = (typeof BOARDS)[number]

export const truthSalarySchema = z.object({
  min: z.number().nullable(),
  max: z.number().nullable(),
  currency: z.string().length(3),
  period: z.enum(SALARY_PERIODS),
})
export type TruthSalary = z.infer<typeof truthSalarySchema>

/** What a posting says, by construction. `opening` is the id of the first posting of the same opening and null when the
 *  posting is broken on purpose and must be rejected. The evidence is word for word from the posting's text. */
const truthSchema = z.object({
  opening: z.string().nullable(),
  visa: visaStatusSchema,
  visaEvidence: z.string().nullable(),
  salary: truthSalarySchema.nullable(),
  salaryEvidence: z.string().nullable(),
  city: z.string().nullable(),
  country: z.string().length(2).nullable(),
  workplace: workplaceSchema,
  seniority: senioritySchema,
  roleFamily: roleFamilySchema,
})
export type Truth = z.infer<typeof truthSchema>

const samplePostingSchema = z.object({
  id: z.string().min(1),
  board: z.enum(BOARDS),
  title: z.string(),
  company: z.string(),
  url: z.string(),
  location: z.string(),
  remote: z.boolean().nullable(),
  employmentType: z.string().nullable(),
  salary: z.string().nullable(),
  postedHoursAgo: z.number().int().min(0).max(960),
  descriptionHtml: z.string(),
  truth: truthSchema,
})
export type SamplePosting = z.infer<typeof samplePostingSchema>

export const sampleFeedSchema = z.object({
  origin: z.string(),
  generator: z.literal('scripts/data/build-sample-feed.ts'),
  postings: z.array(samplePostingSchema),
})
export type SampleFeed = z.infer<typeof sampleFeedSchema>
