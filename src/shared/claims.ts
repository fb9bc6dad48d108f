import { z } from 'zod'
import { factIdSchema } from './career.ts'

/** What a document says that the career does not back. 'uncited': a sentence that claims something and names no fact; 'citation': a
 *  fact that does not exist; the others: a number, a date or span, an employer, a title, a skill, a degree, a language level, a
 *  certificate, a place or a name that none of the facts has. */
export const FINDING_KINDS = [
  'uncited',
  'citation',
  'number',
  'date',
  'employer',
  'title',
  'skill',
  'degree',
  'institution',
  'language',
  'certificate',
  'name',
] as const
export type FindingKind = (typeof FINDING_KINDS)[number]

/** `at` is the id of the sentence, item or group; `words` what is not backed, as written there; `nearest` what the career has instead. */
export const findingSchema = z.object({
  kind: z.enum(FINDING_KINDS),
  at: factIdSchema,
  text: z.string(),
  words: z.string(),
  message: z.string(),
  nearest: z.string().nullable(),
})
export type Finding = z.infer<typeof findingSchema>
