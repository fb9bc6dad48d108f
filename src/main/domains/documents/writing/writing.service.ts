import type { z } from 'zod'
import type { AiMessage } from '#main/infra/ai/provider.ts'
import type { AiGateway, Generate, Generated, Outlook } from '#main/infra/ai/gateway.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import type { DocumentContent } from '#shared/documents.ts'
import type { Finding } from '#shared/claims.ts'
import type { JobId } from '#shared/ids.ts'
import type { InterviewPreparation, WritingEvent, WritingInput, WritingPreview } from '#shared/writing.ts'
import type { AiService } from '../../ai/ai.service.ts'
import type { PromptsService } from '../../ai/prompts/prompts.service.ts'
import type { JobsService } from '../../jobs/jobs.service.ts'
import type { CareerService } from '../../profile/career/career.service.ts'
import type { ProfileService } from '../../profile/profile.service.ts'
import { askedPosting } from '../compose/asked-posting.ts'
import {
  letterAnswerSchema,
  partLetterAnswerSchema,
  partResumeAnswerSchema,
  resumeAnswerSchema,
} from './answer/answers.ts'
import { closedJson } from './answer/closed-json.ts'
import { ReadableText } from './answer/readable-text.ts'
import { createEventQueue, type EventQueue } from './event-queue.ts'
import { createInterviews } from './interview/interviews.ts'
import {
  type Made,
  madeLetter,
  madeResume,
  promptValues,
  purposeOf,
  sendable,
  type WritingGround,
} from './writing-task.ts'

/** A model that thinks counts its thoughts, too. */
const MOST_OUTPUT_TOKENS = { resume: 8000, letter: 5000 } as const

export interface WritingKnown {
  readonly clock: Clock
  /** The user's IANA zone, for the date of a letter. */
  readonly zone: () => string
  readonly jobs: Pick<JobsService, 'get'>
  readonly career: Pick<CareerService, 'get'>
  readonly profile: Pick<ProfileService, 'get'>
  /** The working copy of a document. Throws NOT_FOUND. */
  readonly contentOf: (documentId: number) => DocumentContent
  /** The working copies of the user's documents, newest first. */
  readonly ownDocuments: () => DocumentContent[]
  readonly findings: (asked: { content: DocumentContent; jobId: JobId | null }) => Finding[]
  readonly gateway: AiGateway
  readonly prompts: Pick<PromptsService, 'messages'>
  readonly calls: Pick<AiService, 'call'>
}

export interface WritingService {
  /** Asks nobody. Throws NOT_FOUND, and AI_FAILED when nobody could be asked. */
  readonly preview: (input: WritingInput) => Promise<WritingPreview>
  /** Throws NOT_FOUND at once, and AI_FAILED while it is read. */
  readonly write: (input: WritingInput, signal?: AbortSignal) => AsyncGenerator<WritingEvent>
  readonly stop: (callId: number) => { isStopped: boolean }
  /** Asks nobody. Throws NOT_FOUND, and AI_FAILED when nobody could be asked. */
  readonly previewInterview: (asked: { jobId: JobId }) => Promise<WritingPreview>
  readonly prepareInterview: (
    asked: { jobId: JobId; withModel: boolean },
    signal?: AbortSignal,
  ) => Promise<InterviewPreparation>
}

interface Asking {
  readonly input: WritingInput
  readonly ground: WritingGround
  readonly messages: readonly AiMessage[]
  readonly signal: AbortSignal
  readonly queue: EventQueue<WritingEvent>
  /** Of every request for it, in order. */
  readonly callIds: Set<number>
}

/** Writes with a language model out of the career's facts. The model gets facts, posting and wishes as data, no tools and no contacts;
 *  of its answer sentences are taken, each held against the facts. Stores nothing but the call. */
export function createWritingService(known: WritingKnown): WritingService {
  const { gateway, prompts } = known
  const stops = new Map<number, AbortController>()

  function groundOf({ jobId, documentId, options }: Omit<WritingInput, 'provider'>): WritingGround {
    return {
      posting: askedPosting(known.jobs.get(jobId)),
      career: known.career.get().career,
      profile: known.profile.get().profile,
      source: documentId === null ? null : known.contentOf(documentId),
      documents: known.ownDocuments(),
      options,
      now: known.clock.now(),
      zone: known.zone(),
    }
  }

  function messagesFor(ground: WritingGround): readonly AiMessage[] {
    return sendable(prompts.messages(purposeOf(ground.options), promptValues(ground)).messages, ground)
  }

  function questionOf({ provider, options }: WritingInput, messages: readonly AiMessage[]) {
    return { purpose: purposeOf(options), provider, messages, maxOutputTokens: MOST_OUTPUT_TOKENS[options.kind] }
  }

  async function ask<T>(
    { input, messages, signal, queue, callIds }: Asking,
    { schema, stop }: { schema: z.ZodType<T>; stop: AbortController },
  ): Promise<Generated<T>> {
    let reader = new ReadableText()
    const asked: Generate<T> = {
      ...questionOf(input, messages),
      schema,
      signal: AbortSignal.any([signal, stop.signal]),
      onAsked: (call) => {
        reader = new ReadableText()
        stops.set(call.callId, stop)
        callIds.add(call.callId)
        queue.push({ type: 'asked', ...call })
      },
      onText: (piece) => {
        const text = reader.next(piece)
        if (text !== '') queue.push({ type: 'text', text })
      },
    }
    return gateway.generate(asked)
  }

  async function writeInto(asking: Asking, stop: AbortController): Promise<void> {
    const { ground, messages, queue } = asking
    const instructions = messages
      .filter(({ role }) => role === 'system')
      .map(({ text }) => text)
      .join('\n')
    const making = { ground, instructions }
    if (ground.options.kind === 'letter') {
      const generated = await ask(asking, { schema: letterAnswerSchema, stop })
      finish(asking, generated, {
        whole: (answer) => madeLetter(answer, { ...making, isPart: false }),
        part: (json) =>
          partOf(partLetterAnswerSchema, json, (answer) => madeLetter(answer, { ...making, isPart: true })),
      })
    } else {
      const generated = await ask(asking, { schema: resumeAnswerSchema, stop })
      finish(asking, generated, {
        whole: (answer) => madeResume(answer, { ...making, isPart: false }),
        part: (json) =>
          partOf(partResumeAnswerSchema, json, (answer) => madeResume(answer, { ...making, isPart: true })),
      })
    }
    queue.end()
  }

  function finish<T>(
    { queue, input, callIds }: Asking,
    { state, json, text, callId }: Generated<T>,
    make: { whole: (answer: T) => Made; part: (json: unknown) => Made | null },
  ): void {
    if (callId === null) return
    if (state === 'stopped' || json === null) {
      const readable = new ReadableText().next(text).trim()
      queue.push({ type: 'stopped', callId, text: readable, result: make.part(closedJson(text))?.result ?? null })
      return
    }
    const { result, refused } = make.whole(json)
    const findings = [...known.findings({ content: result.content, jobId: input.jobId }), ...refused]
    // Those that failed before may have cost something, too.
    const costs = [...callIds].map((id) => known.calls.call(id).costUsd)
    const costUsd = costs.reduce<number | null>((sum, usd) => (sum === null || usd === null ? null : sum + usd), 0)
    queue.push({ type: 'written', callId, result, findings, costUsd })
  }

  async function* read(asking: Asking): AsyncGenerator<WritingEvent> {
    const stop = new AbortController()
    const work = writeInto(asking, stop).catch(asking.queue.fail)
    try {
      yield* asking.queue
    } finally {
      stop.abort()
      // The call is written down before the stream is over.
      await work
      for (const [callId, controller] of stops) if (controller === stop) stops.delete(callId)
    }
  }

  const interviews = createInterviews({ ...known, groundOf })

  return {
    preview: async (input) => {
      const messages = messagesFor(groundOf(input))
      const schema: z.ZodType = input.options.kind === 'letter' ? letterAnswerSchema : resumeAnswerSchema
      return shownOutlook(await gateway.preview({ ...questionOf(input, messages), schema }))
    },
    write: (input, signal = new AbortController().signal) => {
      const ground = groundOf(input)
      return read({
        input,
        ground,
        messages: messagesFor(ground),
        signal,
        queue: createEventQueue(),
        callIds: new Set(),
      })
    },
    stop: (callId) => {
      const stop = stops.get(callId)
      stop?.abort()
      return { isStopped: stop !== undefined }
    },
    previewInterview: async (asked) => shownOutlook(await interviews.preview(asked)),
    prepareInterview: interviews.prepare,
  }
}

/** Pure. */
function shownOutlook({ mostUsd, messages, ...rest }: Outlook): WritingPreview {
  const shown = messages.flatMap(({ role, text }) => (role === 'assistant' ? [] : [{ role, text }]))
  return { ...rest, costUsd: mostUsd, messages: shown }
}

/** What had come whole when it was stopped; null when that is nothing. */
function partOf<T>(schema: z.ZodType<T>, json: unknown, make: (answer: T) => Made): Made | null {
  const parsed = schema.safeParse(json)
  return parsed.success ? make(parsed.data) : null
}
