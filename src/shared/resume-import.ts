import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  careerLinkSchema,
  careerViewSchema,
  educationSchema,
  experienceSchema,
  extraSchema,
  personSchema,
  projectSchema,
} from './career.ts'
import { errors } from './errors.ts'

/** 'no_text': pages that are pictures; 'empty': no bytes or no words; 'encrypted': asks for a password; 'corrupt': begins as a PDF or
 *  DOCX and is none; 'unsupported': something else, or far too large, or what takes far more time or memory than a résumé. */
export const RESUME_FILE_STATES = ['ok', 'no_text', 'empty', 'encrypted', 'corrupt', 'unsupported'] as const
export type ResumeFileState = (typeof RESUME_FILE_STATES)[number]
export const RESUME_FILE_MAX_BYTES = 20_000_000
export const RESUME_FILE_MAX_PAGES = 40

/** What speaks against taking a suggestion unseen. 'rivals': several values stand in the file; 'unlabelled': only its looks say what it
 *  is; 'order': which is title and which employer, or degree and school, only their order says; 'above': the employer is that of the
 *  entry above; 'incomplete': a part of it was not found; 'date': not all of its dates are said; 'leftover': words stand beside it that
 *  found no place; 'uneven': it is laid out unlike the others of its part; 'passing': it is named in passing. */
export const RESUME_DOUBTS = [
  'rivals',
  'unlabelled',
  'order',
  'above',
  'incomplete',
  'date',
  'leftover',
  'uneven',
  'passing',
] as const
export type ResumeDoubt = (typeof RESUME_DOUBTS)[number]

/** A fact that was read. `source`: the lines of the file from which it comes, word for word; `confidence` 0 to 1: the share of right ones
 *  among those with as many doubts, as it was measured (docs/DATA-QUALITY.md); `doubts`: none when it is sure. */
const suggested = {
  id: z.string(),
  source: z.string(),
  confidence: z.number().min(0).max(1),
  doubts: z.array(z.enum(RESUME_DOUBTS)).default([]),
}
export const suggestionSchema = z.discriminatedUnion('kind', [
  z.object({
    ...suggested,
    kind: z.literal('person'),
    field: personSchema.keyof().exclude(['links']),
    value: z.string(),
  }),
  z.object({ ...suggested, kind: z.literal('link'), label: z.string(), url: z.string() }),
  z.object({ ...suggested, kind: z.literal('summary'), value: z.string() }),
  z.object({ ...suggested, kind: z.literal('experience'), value: experienceSchema }),
  z.object({ ...suggested, kind: z.literal('education'), value: educationSchema }),
  z.object({ ...suggested, kind: z.literal('project'), value: projectSchema }),
  z.object({ ...suggested, kind: z.literal('extra'), value: extraSchema }),
  z.object({ ...suggested, kind: z.literal('skill'), value: z.string() }),
  z.object({
    ...suggested,
    kind: z.literal('language'),
    code: z.string().length(2),
    level: z.enum(['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native']).nullable(),
  }),
])
export type Suggestion = z.infer<typeof suggestionSchema>

/** Whether the career takes it as it is: what a user put right may be no address any more. */
const fittingSuggestionSchema = suggestionSchema.superRefine((suggestion, context) => {
  const fits =
    suggestion.kind === 'person'
      ? personSchema.shape[suggestion.field].safeParse(suggestion.value)
      : suggestion.kind === 'link'
        ? careerLinkSchema.safeParse(suggestion)
        : null
  if (fits?.success === false)
    context.addIssue({
      code: 'custom',
      path: ['value'],
      message: fits.error.issues[0]?.message ?? 'This does not fit.',
    })
})

/** `unread`: lines that led to no suggestion, so that nothing is lost unsaid. `language`: of the file, ISO 639-1. */
export const resumeReadingSchema = z.object({
  status: z.enum(RESUME_FILE_STATES),
  message: z.string(),
  fileName: z.string(),
  pages: z.number().int().nullable(),
  language: z.string().length(2).nullable(),
  suggestions: z.array(suggestionSchema),
  unread: z.array(z.string()),
})
export type ResumeReading = z.infer<typeof resumeReadingSchema>

export const resumeImportContract = {
  /** Reads the file on this machine and writes nothing. */
  read: oc
    .errors({ INTERNAL: errors.INTERNAL, WORK_ENDED: errors.WORK_ENDED })
    .input(
      z.object({
        name: z.string().min(1).max(1000),
        base64: z.string().max(Math.ceil(RESUME_FILE_MAX_BYTES / 3) * 4 + 4),
      }),
    )
    .output(resumeReadingSchema),
  /** Takes suggestions, as they are or as the user put them right, into career and profile. What is there already is not doubled:
   *  the same post or degree gets what it lacked. Every suggestion counts once in one of the numbers, or is named in `noRoom`; `kept`:
   *  not taken, since something else is said there. `noRoom`: what a career or profile holds no more of, and what of an entry was left
   *  out for that ('5 points of Engineer, ACME'). */
  accept: oc
    .errors({ INTERNAL: errors.INTERNAL })
    .input(z.object({ suggestions: z.array(fittingSuggestionSchema).max(2000) }))
    .output(
      z.object({
        view: careerViewSchema,
        profileVersion: z.number().int(),
        added: z.number().int(),
        merged: z.number().int(),
        known: z.number().int(),
        kept: z.number().int(),
        noRoom: z.array(z.string()),
      }),
    ),
}
