import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'
import { employmentTypeSchema, jobFactsSchema, salaryPeriodSchema, workplaceSchema } from './facts.ts'
import { jobIdSchema, sourceIdSchema } from './ids.ts'

/** Jobs that the user adds by hand belong to this source unless a board of their own is recognised. */
export const ADDED_SOURCE = 'added'

/** How a posting was recognised: the page's own schema.org data, an employer's board, or the text on the page or in the clipboard. */
export const INTAKE_WAYS = ['json-ld', 'board', 'page', 'text'] as const

/** A posting before the user has confirmed it. What nothing says is null or empty; `url` is '' for a text without an address.
 *  `sourceId` and `sourcePostingId` are the board's where one is recognised, so that a later run finds it known. */
export const postingDraftSchema = z.object({
  sourceId: sourceIdSchema,
  sourcePostingId: z.string().max(500).nullable(),
  title: z.string().trim().min(1, 'A job needs a title.').max(300),
  company: z.string().trim().max(200),
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)]),
  locations: z.array(z.string().max(200)).max(20),
  countryCode: z.string().length(2).nullable(),
  description: z.string().max(400_000),
  postedAt: z.number().int().nullable(),
  closesAt: z.number().int().nullable(),
  statedSalary: z
    .object({
      min: z.number().nullable(),
      max: z.number().nullable(),
      currency: z.string().length(3),
      period: salaryPeriodSchema,
    })
    .nullable(),
  salaryText: z.string().max(500).nullable(),
  workplace: workplaceSchema.nullable(),
  employmentType: employmentTypeSchema.nullable(),
  requisitionId: z.string().max(100).nullable(),
})
export type PostingDraft = z.infer<typeof postingDraftSchema>

/** `facts` is what was read out of the draft, for the user to look over; `others` counts further postings on the same page. */
export const intakeReadingSchema = z.object({
  way: z.enum(INTAKE_WAYS),
  draft: postingDraftSchema,
  facts: jobFactsSchema,
  others: z.number().int(),
  /** The job that holds this posting already, if there is one. */
  knownJobId: jobIdSchema.nullable(),
})
export type IntakeReading = z.infer<typeof intakeReadingSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL, NOT_A_POSTING: errors.NOT_A_POSTING })

export const intakeContract = {
  /** Reads a web address, a page's HTML or a posting's text; stores nothing. An address is asked for, once or twice. */
  read: base.input(z.object({ text: z.string().trim().min(3).max(1_000_000) })).output(intakeReadingSchema),
  /** What the readers make of a draft that the user changed. */
  preview: base.input(postingDraftSchema).output(intakeReadingSchema.pick({ facts: true, knownJobId: true })),
  /** Stores the confirmed draft. 'known': a job holds it already, and now holds this posting, too. */
  add: base
    .input(postingDraftSchema)
    .output(z.object({ jobId: jobIdSchema, outcome: z.enum(['new', 'updated', 'known']) })),
}
