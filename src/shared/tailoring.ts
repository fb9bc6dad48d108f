import { oc } from '@orpc/contract'
import { z } from 'zod'
import { DOCUMENT_LANGUAGES, documentContentSchema } from './documents.ts'
import { errors } from './errors.ts'
import { jobIdSchema } from './ids.ts'

export const TONES = ['plain', 'warm', 'formal'] as const
export const LENGTHS = ['short', 'usual', 'long'] as const

/** How a résumé or letter is written for one job. `language` null: the posting's, where it can be written in, else English. */
export const tailoringOptionsSchema = z.object({
  kind: z.enum(['resume', 'letter']).default('resume'),
  language: z.enum(DOCUMENT_LANGUAGES).nullable().default(null),
  tone: z.enum(TONES).default('plain'),
  length: z.enum(LENGTHS).default('usual'),
  /** Facts that have to be in it. */
  highlights: z.array(z.string()).max(20).default([]),
  /** A letter says that a work permit is needed, where the profile says so. */
  isVisaMentioned: z.boolean().optional(),
})
export type TailoringOptions = z.infer<typeof tailoringOptionsSchema>

/** Why a part stands where it does, or is left out; `at` is an id of the content or of a fact. */
export const tailoringReasonSchema = z.object({ at: z.string(), message: z.string() })

export const tailoringResultSchema = z.object({
  content: documentContentSchema,
  language: z.enum(DOCUMENT_LANGUAGES),
  reasons: z.array(tailoringReasonSchema),
  /** What the posting asks for and the career does not have. */
  gaps: z.array(z.string()),
})
export type TailoringResult = z.infer<typeof tailoringResultSchema>

export const tailoringContract = {
  /** By rules, out of the career's own sentences; asks nobody and writes nothing. With `documentId` it starts from that document. */
  compose: oc
    .errors({ INTERNAL: errors.INTERNAL, NOT_FOUND: errors.NOT_FOUND })
    .input(
      z.object({
        jobId: jobIdSchema,
        documentId: z.number().int().positive().nullable().default(null),
        options: tailoringOptionsSchema.prefault({}),
      }),
    )
    .output(tailoringResultSchema),
}
