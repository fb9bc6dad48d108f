import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'

export const SPONSOR_REGISTERS = ['uk', 'nl', 'ie', 'dk', 'pt'] as const
export const sponsorRegisterSchema = z.enum(SPONSOR_REGISTERS)
export type SponsorRegister = z.infer<typeof sponsorRegisterSchema>

/** Largest register file that is read. The largest there is has 11 MB. */
export const REGISTER_FILE_MAX_BYTES = 30 * 1024 * 1024
/** Base64 makes four characters of three bytes. */
const MAX_BASE64_CHARS = Math.ceil(REGISTER_FILE_MAX_BYTES / 3) * 4

/** What a register says of an organisation beside its name. What it does not say is not there. */
export const sponsorDetailsSchema = z.object({
  /** Its number in the company register: KvK, CVR or NIF. */
  number: z.string().optional(),
  county: z.string().optional(),
  /** Kinds of leave that it may sponsor for, with the rating of its licence. */
  routes: z.array(z.object({ route: z.string(), rating: z.string() })).optional(),
  /** Employment permits that were issued to it, in the year and months that the file is about. */
  permits: z.object({ year: z.number().int().nullable(), total: z.number().int() }).optional(),
  /** ISO dates of its certificate. */
  validFrom: z.string().optional(),
  validTo: z.string().optional(),
})
export type SponsorDetails = z.infer<typeof sponsorDetailsSchema>

/** A stored file of a register. `publishedOn`: the day that the register names, as ISO date. */
const registerFileSchema = z.object({
  publishedOn: z.string().nullable(),
  /** Data rows, and the organisations that they are about. */
  rows: z.number().int(),
  organisations: z.number().int(),
  /** Its address, or the name of the file that the user gave. */
  origin: z.string(),
  importedAt: z.number().int(),
})
export type RegisterFileView = z.infer<typeof registerFileSchema>

export const registerViewSchema = z.object({
  register: sponsorRegisterSchema,
  name: z.string(),
  countryCode: z.string().length(2),
  homepage: z.string(),
  terms: z.string(),
  /** The file that counts; null when none was imported. */
  active: registerFileSchema.nullable(),
  /** The one before, which is kept. */
  previous: registerFileSchema.nullable(),
  isRefreshing: z.boolean(),
  /** Why the last refresh brought nothing; null when it did, or there was none. */
  problem: z.object({ message: z.string(), at: z.number().int() }).nullable(),
})
export type RegisterView = z.infer<typeof registerViewSchema>

/** The organisation of a register that a company's postings in its country most likely mean. */
export const sponsorMatchSchema = z.object({
  register: sponsorRegisterSchema,
  /** First data row of the organisation in the register's file, from 1. */
  row: z.number().int(),
  name: z.string(),
  town: z.string().nullable(),
  reason: z.string(),
  publishedOn: z.string().nullable(),
  origin: z.string(),
  details: sponsorDetailsSchema,
})
export type SponsorMatch = z.infer<typeof sponsorMatchSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL })
const refusing = base.errors({ REGISTER_REFUSED: errors.REGISTER_REFUSED })

export const sponsorsContract = {
  list: base.output(z.array(registerViewSchema)),
  /** Fetches the newest file of a register in the background. One that is being fetched already is not fetched twice. */
  refresh: base.input(z.object({ register: sponsorRegisterSchema })).output(registerViewSchema),
  /** Reads a file that the user has. `acceptsSmaller` takes one that has shrunk much against the stored one. */
  import: refusing
    .input(
      z.object({
        register: sponsorRegisterSchema,
        fileName: z.string().trim().min(1).max(300),
        base64: z.string().min(4).max(MAX_BASE64_CHARS),
        acceptsSmaller: z.boolean().default(false),
      }),
    )
    .output(registerViewSchema),
  /** What a company in a country would be matched with; null when with nothing. */
  match: base
    .input(
      z.object({
        company: z.string().trim().min(1).max(300),
        countryCode: z.string().length(2),
        town: z.string().trim().max(200).nullable().default(null),
      }),
    )
    .output(sponsorMatchSchema.nullable()),
}
