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
