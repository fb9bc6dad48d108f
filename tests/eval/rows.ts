import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { postingRowSchema } from '#main/domains/jobs/rows/posting-row.ts'

const placeSchema = z.object({ city: z.string().nullable(), countryCode: z.string().nullable() })

/** A labelled posting. Only what its set is about is labelled. */
const labelledSchema = z.object({
  id: z.string(),
  input: postingRowSchema.omit({ id: true }),
  language: z.string(),
  hard: z.string(),
  expect: z
    .object({
      visa: z.string(),
      evidence: z.string().nullable(),
      salary: z
        .object({ min: z.number().nullable(), max: z.number().nullable(), currency: z.string(), period: z.string() })
        .nullable(),
      location: placeSchema.nullable(),
      places: z.array(placeSchema),
      workplace: z.string(),
      remoteScope: z.string().nullable(),
      officeDays: z.number().nullable(),
      seniority: z.string(),
      roleFamily: z.string(),
      employmentType: z.string().nullable(),
      skills: z.array(z.string()),
      required: z.array(z.string()),
      preferred: z.array(z.string()),
      language: z.string(),
      asks: z.array(z.object({ language: z.string(), level: z.string().nullable(), need: z.string().optional() })),
    })
    .partial(),
})
export type Labelled = z.infer<typeof labelledSchema>

const pairSchema = z.object({
  id: z.string(),
  a: postingRowSchema,
  b: postingRowSchema,
  same: z.boolean(),
  hard: z.string(),
})
export type Pair = z.infer<typeof pairSchema>

const companySchema = z.object({
  id: z.string(),
  company: z.string(),
  country: z.string(),
  town: z.string().nullish(),
  hard: z.string().default(''),
  expect: z.object({
    row: z.number().nullable(),
    /** Every row of the organisation, where it has several. */
    rows: z.array(z.number()).optional(),
    name: z.string().nullable(),
  }),
})
export type Company = z.infer<typeof companySchema>

/** A profile, checked by its own schema where it is used. */
const judgedProfileSchema = z.object({ id: z.string(), profile: z.record(z.string(), z.unknown()) })
export type JudgedProfile = z.infer<typeof judgedProfileSchema>
export type JudgedJob = z.infer<typeof postingRowSchema>

/** How well a job fits a profile: 0 not at all to 3 very well. */
const judgementSchema = z.object({
  profile: z.string(),
  job: z.string(),
  grade: z.number().int().min(0).max(3),
  why: z.string().optional(),
})
export type Judgement = z.infer<typeof judgementSchema>

export const readProfiles = (path: string): JudgedProfile[] => readRows(path, judgedProfileSchema)
export const readJudgedJobs = (path: string): JudgedJob[] => readRows(path, postingRowSchema)
export const readJudgements = (path: string): Judgement[] => readRows(path, judgementSchema)
export const readCompanies = (path: string): Company[] => readRows(path, companySchema)
export const readLabelled = (path: string): Labelled[] => readRows(path, labelledSchema)
export const readPairs = (path: string): Pair[] => readRows(path, pairSchema)

function readRows<T>(path: string, schema: z.ZodType<T>): T[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)))
}
