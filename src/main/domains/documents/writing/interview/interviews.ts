import type { AiGateway, Outlook } from '#main/infra/ai/gateway.ts'
import type { Finding } from '#shared/claims.ts'
import type { DocumentContent, ResumeContent } from '#shared/documents.ts'
import type { JobId } from '#shared/ids.ts'
import { tailoringOptionsSchema } from '#shared/tailoring.ts'
import type { InterviewPreparation, InterviewQuestion, WritingInput } from '#shared/writing.ts'
import type { PromptsService } from '../../../ai/prompts/prompts.service.ts'
import { letterLanguage } from '../../compose/letter-words.ts'
import { sectionOf } from '../../resume-from-career.ts'
import { interviewAnswerSchema } from '../answer/answers.ts'
import { factOwners } from '../ask/facts-sheet.ts'
import { promptValues, sendable, sentencesOf, type WritingGround, writingLanguage } from '../writing-task.ts'
import { questionsFrom } from './from-answer.ts'
import { type Question, questionsByRules } from './rules.ts'

const MOST_OUTPUT_TOKENS = 8000
const MOST_CITES = 20

interface InterviewsKnown {
  readonly findings: (asked: { content: DocumentContent; jobId: JobId | null }) => Finding[]
  readonly gateway: Pick<AiGateway, 'generate' | 'preview'>
  readonly prompts: Pick<PromptsService, 'messages'>
  readonly groundOf: (input: Omit<WritingInput, 'provider'>) => WritingGround
}

/** Questions that an interview may bring, by rules or by a model, in the language of the posting as far as there are words in it. Throws NOT_FOUND, and AI_FAILED when a model is wanted and none answers.
 *  Ended by the signal it has no questions. */
export function createInterviews({ findings, gateway, prompts, groundOf }: InterviewsKnown) {
  function checked(questions: readonly Question[], { career }: WritingGround): InterviewQuestion[] {
    const paragraphs = questions.flatMap(({ answer }, at) => {
      if (answer === null) return []
      const { cites, ...parts } = answer
      return Object.values(parts).map((text, part) => ({
        id: `question${at}part${part}`,
        text,
        isShown: true,
        cites: cites.slice(0, MOST_CITES),
      }))
    })
    const found = chunks(paragraphs).flatMap((some) => {
      const content: ResumeContent = {
        kind: 'resume',
        header: { ...career.person, isPlaceShown: true },
        sections: [sectionOf('other', { paragraphs: some })],
      }
      return findings({ content, jobId: null })
    })
    return questions.map((question, at) => ({
      ...question,
      findings: found.filter((finding) => finding.at.startsWith(`question${at}part`)),
    }))
  }

  const groundFor = (jobId: JobId) => groundOf({ jobId, documentId: null, options: tailoringOptionsSchema.parse({}) })

  function questionOf(ground: WritingGround) {
    const { messages } = prompts.messages('interview', promptValues(ground))
    return {
      purpose: 'interview' as const,
      messages: sendable(messages, ground),
      schema: interviewAnswerSchema,
      maxOutputTokens: MOST_OUTPUT_TOKENS,
    }
  }

  async function prepare(
    { jobId, withModel }: { jobId: JobId; withModel: boolean },
    signal?: AbortSignal,
  ): Promise<InterviewPreparation> {
    const ground = groundFor(jobId)
    const language = letterLanguage(writingLanguage(ground))
    if (!withModel) {
      const questions = checked(questionsByRules({ ...ground, language }), ground)
      return { questions, language, by: 'rules', callId: null }
    }
    const question = questionOf(ground)
    const { json, callId } = await gateway.generate({ ...question, ...(signal !== undefined && { signal }) })
    const instructions = question.messages
      .filter(({ role }) => role === 'system')
      .map(({ text }) => text)
      .join('\n')
    const sentences = sentencesOf(ground, instructions)
    const posting = `${ground.posting.title}\n${ground.posting.descriptionText}`
    const questions =
      json === null ? [] : questionsFrom(json, { sentences, facts: factOwners(ground.career), posting, language })
    return { questions: checked(questions, ground), language: writingLanguage(ground), by: 'model', callId }
  }

  return {
    /** What `prepare` would send to a model. Asks nobody. Throws NOT_FOUND and AI_FAILED. */
    preview: async ({ jobId }: { jobId: JobId }): Promise<Outlook> => gateway.preview(questionOf(groundFor(jobId))),
    prepare,
  }
}

/** A section has at most so many. */
const MOST_PARAGRAPHS = 20

function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / MOST_PARAGRAPHS) }, (_, at) =>
    list.slice(at * MOST_PARAGRAPHS, (at + 1) * MOST_PARAGRAPHS),
  )
}
