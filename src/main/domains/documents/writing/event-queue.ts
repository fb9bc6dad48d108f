/** What is told by calls, to be read in order by one reader. */
export interface EventQueue<T> extends AsyncIterable<T> {
  readonly push: (event: T) => void
  readonly end: () => void
  /** The reader gets it after what was pushed before. */
  readonly fail: (error: unknown) => void
}

export function createEventQueue<T>(): EventQueue<T> {
  const waiting: T[] = []
  let isEnded = false
  let failure: { readonly error: unknown } | null = null
  let wake = (): void => undefined
  return {
    push: (event) => {
      waiting.push(event)
      wake()
    },
    end: () => {
      isEnded = true
      wake()
    },
    fail: (error) => {
      failure = { error }
      wake()
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        while (waiting.length > 0) yield* waiting.splice(0)
        if (failure !== null) throw failure.error
        if (isEnded) return
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
  }
}
