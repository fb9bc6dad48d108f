export interface Throttled {
  (): void
  readonly cancel: () => void
}

/** Calls `action` at once, then at most once per `gapMs`; a call inside the gap is made up for at its end. */
export function throttle(action: () => void, gapMs: number): Throttled {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOwed = false
  const settle = () => {
    timer = undefined
    if (!isOwed) return
    isOwed = false
    fire()
  }
  const fire = () => {
    timer = setTimeout(settle, gapMs)
    action()
  }
  const call = () => {
    if (timer === undefined) fire()
    else isOwed = true
  }
  return Object.assign(call, {
    cancel: () => {
      clearTimeout(timer)
      timer = undefined
      isOwed = false
    },
  })
}
