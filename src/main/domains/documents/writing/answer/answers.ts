import { z } from 'zod'
import { SECTION_KINDS } from '#shared/documents.ts'

/** What a model may answer with. There is no place in it for an employer, a title, a date or a degree: those come from the career, by the
 *  id of the fact. */

const MOST_CITES = 20
const cites = z.array(z.string().max(40)).max(MOST_CITES).describe('Ids of the facts that it rests on')
const sentence = (mostChars: number) => z.object({ text: z.string().max(mostChars), cites })

export const resumeAnswerSchema = z.object({
  summary: sentence(1200).describe('Two to four sentences on top; an empty text for none'),
  items: z
    .array(
      z.object({
        fact: z.string().max(40).describe('Id of a post, degree, project or other entry'),
        bullets: z.array(sentence(600)).max(20).describe('None leaves only its heading'),
      }),
    )
    .max(80)
    .describe('Entries that belong in; their headings are written from the facts'),
  skills: z.array(z.string().max(100)).max(80).describe('Skills of the facts, the most asked for first'),
  order: z.array(z.enum(SECTION_KINDS)).max(SECTION_KINDS.length).describe('Sections, the first on top'),
  gaps: z.array(z.string().max(200)).max(30).describe('What the posting asks for and no fact shows'),
})
export type ResumeAnswer = z.infer<typeof resumeAnswerSchema>

export const letterAnswerSchema = z.object({
  subject: z.string().max(300),
  greeting: z.string().max(200),
  paragraphs: z.array(sentence(1800)).max(12),
  closing: z.string().max(200).describe('Without a name'),
  gaps: z.array(z.string().max(200)).max(30),
})
export type LetterAnswer = z.infer<typeof letterAnswerSchema>

const part = z.string().max(900)
export const interviewAnswerSchema = z.object({
  questions: z
    .array(
      z.object({
        question: z.string().max(400),
        why: z.string().max(400).describe('Words of the posting, copied'),
        situation: part.describe('Out of the facts; an empty text where no fact says it'),
        task: part,
        action: part,
        result: part,
        cites,
      }),
    )
    .max(14),
})
export type InterviewAnswer = z.infer<typeof interviewAnswerSchema>

/** The same as far as it had come when it was stopped. */
export const partResumeAnswerSchema = z.object({
  summary: resumeAnswerSchema.shape.summary.default({ text: '', cites: [] }),
  items: resumeAnswerSchema.shape.items.default([]),
  skills: resumeAnswerSchema.shape.skills.default([]),
  order: resumeAnswerSchema.shape.order.default([]),
  gaps: resumeAnswerSchema.shape.gaps.default([]),
})
export const partLetterAnswerSchema = z.object({
  subject: letterAnswerSchema.shape.subject.default(''),
  greeting: letterAnswerSchema.shape.greeting.default(''),
  paragraphs: letterAnswerSchema.shape.paragraphs.default([]),
  closing: letterAnswerSchema.shape.closing.default(''),
  gaps: letterAnswerSchema.shape.gaps.default([]),
})
