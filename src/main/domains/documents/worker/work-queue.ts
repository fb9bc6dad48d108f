/** Runs one piece of work after the other: drawing pages takes a whole processor, and two at once make both late. */
export interface WorkQueue {
  /** What the work came to. As soon as `signal` aborts it rejects with an AbortError: work that waits for its turn is then never begun,
   *  work that runs ends in its own time, and the next waits for that. */
  readonly run: <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>
}

export function createWorkQueue(): WorkQueue {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run: (work, signal) => {
      const mine = last.then(() => {
        throwIfLeft(signal)
        return work()
      })
      // A failure is told to whoever asked, and the next has its turn all the same.
      last = mine.then(nothing, nothing)
      return signal === undefined ? mine : orLeft(mine, signal)
    },
  }
}

/** Throws an AbortError, whatever the reason is that the signal has. */
export function throwIfLeft(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new DOMException('Nobody waits for it any more.', 'AbortError')
}

async function orLeft<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const listening = new AbortController()
  const left = new Promise<never>((_, reject) => {
    const leave = () => reject(new DOMException('Nobody waits for it any more.', 'AbortError'))
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true, signal: listening.signal })
  })
  try {
    return await Promise.race([work, left])
  } finally {
    listening.abort()
  }
}

function nothing(): void {}
