import type { AiGateway } from '#main/infra/ai/gateway.ts'
import type { Finding } from '#shared/claims.ts'
import type { DocumentContent, ResumeContent } from '#shared/documents.ts'
import type { JobId } from '#shared/ids.ts'
import { tailoringOptionsSchema } from '#shared/tailoring.ts'
import type { InterviewPreparation, InterviewQuestion, WritingInput } from '#shared/writing.ts'
import type { PromptsService } from '../../../ai/prompts/prompts.service.ts'
import { sectionOf } from '../../resume-from-career.ts'
import { interviewAnswerSchema } from '../answer/answers.ts'
import { factOwners } from '../ask/facts-sheet.ts'
import { promptValues, sendable, sentencesOf, type WritingGround } from '../writing-task.ts'
import { questionsFrom } from './from-answer.ts'
import { type Question, questionsByRules } from './rules.ts'

const MOST_OUTPUT_TOKENS = 8000
const MOST_CITES = 20

interface InterviewsKnown {
  readonly findings: (asked: { content: DocumentContent; jobId: JobId | null }) => Finding[]
  readonly gateway: Pick<AiGateway, 'generate'>
  readonly prompts: Pick<PromptsService, 'messages'>
  readonly groundOf: (input: Omit<WritingInput, 'provider'>) => WritingGround
}

/** Questions that an interview may bring, by rules or by a model. Throws NOT_FOUND, and AI_FAILED when a model is wanted and none answers.
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

  return async (
    { jobId, withModel }: { jobId: JobId; withModel: boolean },
    signal?: AbortSignal,
  ): Promise<InterviewPreparation> => {
    const ground = groundOf({ jobId, documentId: null, options: tailoringOptionsSchema.parse({}) })
    if (!withModel) return { questions: checked(questionsByRules(ground), ground), by: 'rules', callId: null }
    const messages = sendable(prompts.messages('interview', promptValues(ground)).messages, ground)
    const { json, callId } = await gateway.generate({
      purpose: 'interview',
      messages,
      schema: interviewAnswerSchema,
      maxOutputTokens: MOST_OUTPUT_TOKENS,
      ...(signal !== undefined && { signal }),
    })
    const instructions = messages
      .filter(({ role }) => role === 'system')
      .map(({ text }) => text)
      .join('\n')
    const sentences = sentencesOf(ground, instructions)
    const posting = `${ground.posting.title}\n${ground.posting.descriptionText}`
    const questions = json === null ? [] : questionsFrom(json, { sentences, facts: factOwners(ground.career), posting })
    return { questions: checked(questions, ground), by: 'model', callId }
  }
}

/** A section has at most so many. */
const MOST_PARAGRAPHS = 20

function chunks<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / MOST_PARAGRAPHS) }, (_, at) =>
    list.slice(at * MOST_PARAGRAPHS, (at + 1) * MOST_PARAGRAPHS),
  )
}
