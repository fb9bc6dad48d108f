import type { WorkMessage } from './messages.ts'

export interface ThreadEnd {
  /** It needed more memory than it is given. */
  readonly isOutOfMemory: boolean
  /** In words, for the log. */
  readonly how: string
}

/** A thread that works on documents beside the core. What it answers is checked by whoever listens. */
export interface WorkThread {
  readonly send: (message: WorkMessage) => void
  readonly onAnswer: (listen: (answer: unknown) => void) => void
  /** Heard once, also when it could not be started. */
  readonly onEnd: (listen: (end: ThreadEnd) => void) => void
  /** It failed or was told to end: it does no more work, though its end may not have been heard yet. */
  readonly isEnding: () => boolean
  /** Ends it, whatever it does; resolves when it is gone. */
  readonly end: () => Promise<void>
}

/** How the shell starts one. */
export type StartWorkThread = () => WorkThread
