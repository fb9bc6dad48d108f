/** Runs one piece of work after the other: making pages takes the whole processor, and two at once make both late. */
export interface RenderQueue {
  /** What the work came to. Work whose `signal` is aborted before its turn is never begun and rejects with an AbortError; so does, in its
   *  own time, work that looks at the signal itself. */
  readonly run: <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>
}

export function createRenderQueue(): RenderQueue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run: (work, signal) => {
      const mine = last.then(() => {
        throwIfLeft(signal)
        return work()
      })
      // A failure is told to whoever asked, and the next has its turn all the same.
      last = mine.then(nothing, nothing)
      return mine
    },
  }
}

/** Throws an AbortError, whatever the reason is that the signal has. */
export function throwIfLeft(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new DOMException('Nobody waits for it any more.', 'AbortError')
}

function nothing(): void {}
