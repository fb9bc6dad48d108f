import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'
import { CORRECTABLE_FACTS } from './facts.ts'
import { sourceIdSchema } from './ids.ts'

/** Shares are from 0 to 1 over `jobs`; an opening with places in several countries counts in each of them. */
export const coverageRowSchema = z.object({
  jobs: z.number().int(),
  /** At least one place in a country of the European Union. */
  inEu: z.number().int(),
  /** The posting itself says something about a visa: offers, conditional or refuses. */
  withVisaWords: z.number().int(),
  offersVisa: z.number().int(),
  withSalary: z.number().int(),
})
export type CoverageRow = z.infer<typeof coverageRowSchema>

/** Facts of which it is counted how many jobs have them. */
export const COUNTED_FACTS = [
  'visa',
  'salary',
  'city',
  'country',
  'workplace',
  'seniority',
  'roleFamily',
  'employmentType',
  'skills',
  'language',
  'closesAt',
] as const
export type CountedFact = (typeof COUNTED_FACTS)[number]

/** Open jobs, and how many of them say each fact. */
export const factCountsSchema = z.object({
  jobs: z.number().int(),
  with: z.record(z.enum(COUNTED_FACTS), z.number().int()),
})
export type FactCounts = z.infer<typeof factCountsSchema>

/** How well the postings are read: what is known of how many jobs. `byReader` counts all jobs by the reader that made their facts,
 *  `corrected` the jobs of which the user put each fact right. */
export const dataQualitySchema = z.object({
  total: factCountsSchema,
  bySource: z.array(factCountsSchema.extend({ sourceId: sourceIdSchema, sourceName: z.string() })),
  byReader: z.array(z.object({ readerVersion: z.number().int(), jobs: z.number().int() })),
  corrected: z.array(z.object({ field: z.enum(CORRECTABLE_FACTS), jobs: z.number().int() })),
  asOf: z.number().int(),
})
export type DataQuality = z.infer<typeof dataQualitySchema>

export const coverageSchema = z.object({
  total: coverageRowSchema,
  bySource: z.array(
    coverageRowSchema.extend({
      sourceId: sourceIdSchema,
      sourceName: z.string(),
      /** Jobs that no other source has. */
      onlyHere: z.number().int(),
      newestAt: z.number().int().nullable(),
    }),
  ),
  byCountry: z.array(coverageRowSchema.extend({ countryCode: z.string().length(2).nullable() })),
  /** By the week in which a job was first seen; `weekStartsAt` is its Monday, 00:00 UTC. The last 26 weeks, oldest first. */
  byWeek: z.array(coverageRowSchema.extend({ weekStartsAt: z.number().int() })),
  /** Jobs that two sources share, each pair once, the largest first. */
  overlaps: z.array(z.object({ first: sourceIdSchema, second: sourceIdSchema, jobs: z.number().int() })),
  asOf: z.number().int(),
})
export type Coverage = z.infer<typeof coverageSchema>

export const coverageContract = {
  get: oc.errors({ INTERNAL: errors.INTERNAL }).output(coverageSchema),
  quality: oc.errors({ INTERNAL: errors.INTERNAL }).output(dataQualitySchema),
}
