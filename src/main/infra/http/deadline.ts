/** Runs work that must end within `ms` of real time or when the parent signal aborts, whichever comes first: the returned promise
 *  settles at that moment, with `onTimeout()` or the parent's reason, even if the work does not listen.
 *  Sockets live in real time, so this is the machine's timer and not the injected clock. */
export async function withDeadline<T>(
  limit: { readonly ms: number; readonly signal: AbortSignal; readonly onTimeout: () => Error },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  limit.signal.throwIfAborted()
  const controller = new AbortController()
  const onParentAbort = (): void => controller.abort(limit.signal.reason)
  limit.signal.addEventListener('abort', onParentAbort, { once: true })
  const timer = setTimeout(() => controller.abort(limit.onTimeout()), Math.max(limit.ms, 0))
  const aborted = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason as Error), { once: true })
  })
  try {
    return await Promise.race([work(controller.signal), aborted])
  } finally {
    clearTimeout(timer)
    limit.signal.removeEventListener('abort', onParentAbort)
  }
}
