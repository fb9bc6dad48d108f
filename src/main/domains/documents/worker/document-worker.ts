import type { DocumentContent, DocumentStyle, FileFormat } from '#shared/documents.ts'
import { RESUME_FILE_MAX_BYTES, type ResumeReading, resumeReadingSchema } from '#shared/resume-import.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { createKeptThread } from './kept-thread.ts'
import { type DrawnDocument, drawnDocumentSchema, type Work } from './messages.ts'
import { drawingProblem, readingProblem, refusedFile, refusedReading } from './undone.ts'
import { createWorkQueue, throwIfLeft } from './work-queue.ts'
import type { StartWorkThread } from './work-thread.ts'

export interface Drawing {
  readonly content: DocumentContent
  readonly style: DocumentStyle
  readonly format: FileFormat
}

export interface ResumeFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Draws documents and reads résumé files in a thread beside the core, one after the other in the order in which they are asked for. What
 *  nobody waits for any more (`signal`) rejects with an AbortError at once, and so does everything after `close`. */
export interface DocumentWorker {
  /** The document as a file, read back and checked. Throws WORK_ENDED. */
  readonly draw: (drawing: Drawing, signal?: AbortSignal) => Promise<DrawnDocument>
  /** What a résumé file says. One that takes more time or memory than a résumé is answered as unsupported. Throws WORK_ENDED. */
  readonly read: (file: ResumeFile, signal?: AbortSignal) => Promise<ResumeReading>
  /** Ends the thread and what it does. */
  readonly close: () => Promise<void>
}

export interface DocumentWorkerOptions {
  readonly startThread: StartWorkThread
  readonly clock: Clock
  /** The thread ended though nobody ended it; `how` in words. `kind`: of the work in whose middle it was, null between two pieces. */
  readonly onLost: (lost: { readonly kind: Work['kind'] | null; readonly how: string }) => void
}

const IDLE_MS = 2 * 60_000
/** Work looks whether it is still wanted between its steps, and the longest step is shorter. */
const LEAVE_MS = 2_000
/** Each far above what a résumé takes on a slow machine. A document of dozens of pages takes more, and half as many when they are fitted. */
const LIMITS_MS: Readonly<Record<Work['kind'], number>> = { draw: 60_000, read: 20_000 }

export function createDocumentWorker({ startThread, clock, onLost }: DocumentWorkerOptions): DocumentWorker {
  const queue = createWorkQueue()
  const thread = createKeptThread({
    startThread,
    clock,
    idleMs: IDLE_MS,
    leaveMs: LEAVE_MS,
    onLost: ({ how }, kind) => onLost({ kind, how }),
  })
  const closing = new AbortController()

  function leftBy(signal: AbortSignal | undefined): AbortSignal {
    return signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal])
  }

  function done(work: Work, signal: AbortSignal | undefined) {
    const left = leftBy(signal)
    return queue.run(async () => {
      const outcome = await thread.ask(work, { limitMs: LIMITS_MS[work.kind], signal })
      throwIfLeft(left)
      return outcome
    }, left)
  }

  return {
    draw: async ({ content, style, format }, signal) => {
      const outcome = await done({ kind: 'draw', content, style, format }, signal)
      if (outcome.state === 'done') return drawnDocumentSchema.parse(outcome.value)
      throw drawingProblem(outcome)
    },
    read: async ({ name, bytes }, signal) => {
      throwIfLeft(leftBy(signal))
      // What goes to the thread is copied; of a résumé that is little.
      if (bytes.length > RESUME_FILE_MAX_BYTES) return refusedFile('bytes', name)
      const outcome = await done({ kind: 'read', name, bytes }, signal)
      if (outcome.state === 'done') return resumeReadingSchema.parse(outcome.value)
      const refused = refusedReading(outcome, name)
      if (refused === null) throw readingProblem(outcome)
      return refused
    },
    close: async () => {
      closing.abort()
      await thread.close()
    },
  }
}
