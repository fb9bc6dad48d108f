/** Answers up to here are read as they come. Characters. */
const SMALL_CHARS = 250_000
/** Reading an answer takes ten times its size while it lasts: of the large ones only so much is read at the same time. Characters. */
const ROOM_CHARS = 6_000_000

/** Where the sources of a run wait for each other with large answers, so that thirty of them do not fill the memory at once. */
export interface ReadingRoom {
  /** Resolves when there is room for so many characters, with the function that leaves it; an answer larger than the room has it to
   *  itself. First come, first served. Rejects with the signal's reason. */
  readonly enter: (chars: number, signal: AbortSignal) => Promise<() => void>
}

export function createReadingRoom(): ReadingRoom {
  const waiting: { readonly chars: number; readonly admit: () => void }[] = []
  let taken = 0

  const hasRoom = (chars: number): boolean => taken === 0 || taken + chars <= ROOM_CHARS

  function leaveWith(chars: number): () => void {
    taken += chars
    let isIn = true
    return () => {
      if (!isIn) return
      isIn = false
      taken -= chars
      for (let next = waiting[0]; next !== undefined && hasRoom(next.chars); next = waiting[0]) {
        waiting.shift()
        next.admit()
      }
    }
  }

  return {
    enter: (chars, signal) => {
      signal.throwIfAborted()
      if (chars <= SMALL_CHARS) return Promise.resolve(() => undefined)
      if (waiting.length === 0 && hasRoom(chars)) return Promise.resolve(leaveWith(chars))
      return new Promise((resolve, reject) => {
        const onAbort = (): void => {
          waiting.splice(waiting.indexOf(entry), 1)
          reject(signal.reason as Error)
        }
        const entry = {
          chars,
          admit: () => {
            signal.removeEventListener('abort', onAbort)
            resolve(leaveWith(chars))
          },
        }
        signal.addEventListener('abort', onAbort, { once: true })
        waiting.push(entry)
      })
    },
  }
}
