import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { aiProviderSchema } from './ai.ts'
import { findingSchema } from './claims.ts'
import { DOCUMENT_LANGUAGES } from './documents.ts'
import { errors } from './errors.ts'
import { jobIdSchema } from './ids.ts'
import { tailoringOptionsSchema, tailoringResultSchema } from './tailoring.ts'

/** Writing with a language model, out of the career's facts. What the model wrote is a proposal: it is checked claim by claim, and
 *  nothing is stored until the user takes it. */

export const writingInputSchema = z.object({
  jobId: jobIdSchema,
  /** It is written anew from this document, else from the career. */
  documentId: z.number().int().positive().nullable().default(null),
  options: tailoringOptionsSchema.prefault({}),
  /** Null: as the settings order them. */
  provider: aiProviderSchema.nullable().default(null),
})
export type WritingInput = z.infer<typeof writingInputSchema>

/** What would be sent, word for word, before it is. `costUsd` is the most that it may cost; null where the price is not known. */
export const writingPreviewSchema = z.object({
  provider: aiProviderSchema,
  model: z.string(),
  messages: z.array(z.object({ role: z.enum(['system', 'user']), text: z.string() })),
  inputTokens: z.number().int(),
  costUsd: z.number().nullable(),
})
export type WritingPreview = z.infer<typeof writingPreviewSchema>

/** 'asked': a provider was asked, first or after another failed (`reason`, empty for the first). 'text': what came since. 'written': it
 *  is there whole, checked; `findings` are what no fact backs, `costUsd` what all requests for it cost, null where one has no price.
 *  The stream ends with 'written', or with 'stopped' and what had come. */
export const writingEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('asked'),
    provider: aiProviderSchema,
    model: z.string(),
    callId: z.number().int(),
    reason: z.string(),
  }),
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({
    type: z.literal('written'),
    callId: z.number().int(),
    result: tailoringResultSchema,
    findings: z.array(findingSchema),
    costUsd: z.number().nullable(),
  }),
  z.object({
    type: z.literal('stopped'),
    callId: z.number().int(),
    text: z.string(),
    result: tailoringResultSchema.nullable(),
  }),
])
export type WritingEvent = z.infer<typeof writingEventSchema>

/** A question that an interview for this job may bring. `why`: the words of the posting or the fact behind it. `answer` is from the
 *  user's own experience, with the facts on which each part rests; null when the career has nothing to answer it with. */
export const interviewQuestionSchema = z.object({
  question: z.string(),
  why: z.string(),
  answer: z
    .object({
      situation: z.string(),
      task: z.string(),
      action: z.string(),
      result: z.string(),
      cites: z.array(z.string()),
    })
    .nullable(),
  findings: z.array(findingSchema),
})
export type InterviewQuestion = z.infer<typeof interviewQuestionSchema>

export const interviewPreparationSchema = z.object({
  questions: z.array(interviewQuestionSchema),
  /** Of questions and outlines. */
  language: z.enum(DOCUMENT_LANGUAGES),
  /** 'rules' when no model was asked. */
  by: z.enum(['rules', 'model']),
  callId: z.number().int().nullable(),
})
export type InterviewPreparation = z.infer<typeof interviewPreparationSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL, NOT_FOUND: errors.NOT_FOUND })
const asking = base.errors({ AI_FAILED: errors.AI_FAILED })

export const writingContract = {
  /** Throws AI_FAILED (state 'key_missing') when no provider is set up. */
  preview: asking.input(writingInputSchema).output(writingPreviewSchema),
  /** Ending the stream stops the model, as `stop` does; what had come is kept with the call. Throws AI_FAILED when every provider failed. */
  write: asking.input(writingInputSchema).output(eventIterator(writingEventSchema)),
  /** Stops the model of a stream that goes on; what had come is its last event. False: nothing with this call was under way. */
  stop: base.input(z.object({ callId: z.number().int() })).output(z.object({ isStopped: z.boolean() })),
  /** What a model would be asked for an interview. Throws AI_FAILED (state 'key_missing') when no provider is set up. */
  previewInterview: asking.input(z.object({ jobId: jobIdSchema })).output(writingPreviewSchema),
  /** With a model when one is set up and wanted, else by rules from posting and career. */
  prepareInterview: asking
    .input(z.object({ jobId: jobIdSchema, withModel: z.boolean().default(false) }))
    .output(interviewPreparationSchema),
}
