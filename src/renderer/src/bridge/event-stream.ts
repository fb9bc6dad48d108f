import type { AppEvent } from '#shared/events.ts'
import type { Retry } from './backoff.ts'

/** What a window does with what the core tells it. */
export interface EventSink {
  /** A stream is open anew: events from before it may have been missed. */
  readonly opened: () => void
  readonly heard: (event: AppEvent) => void
  readonly lost: () => void
}

/** Reads one stream to its end. Rejects when the wire breaks or `signal` aborts. */
export type ReadStream = (sink: Omit<EventSink, 'lost'>, signal: AbortSignal) => Promise<void>

export interface Following {
  readonly read: ReadStream
  readonly sink: EventSink
  readonly retry: Retry
  readonly signal: AbortSignal
}

/** Follows a stream of this window's own, opening it again after each break, until `signal` aborts. */
export async function followAlone({ read, sink, retry, signal }: Following): Promise<void> {
  while (!signal.aborted) {
    await readOnce({ read, sink, signal })
    await retry.wait(signal)
  }
}

/** One stream from opening to break; the break is told to the sink, an abort is not. */
export async function readOnce({ read, sink, signal }: Omit<Following, 'retry'>): Promise<void> {
  try {
    await read(sink, signal)
  } catch (error) {
    // The reason is on screen already: every query of the same broken wire carries it.
    if (!signal.aborted && !(error instanceof Error)) throw error
  }
  if (!signal.aborted) sink.lost()
}
