const STEADY_AFTER_MS = 60_000

/** Reasons for which the page's process went away on purpose. */
const EXPECTED = new Set(['clean-exit'])

/** What to do when the page's process is gone: load it again once, and ask when it goes again within a minute, because then
 *  loading does not help. `now` is UTC epoch ms. */
export function createCrashPolicy(): (reason: string, now: number) => 'ignore' | 'reload' | 'ask' {
  let lastReloadAt: number | null = null
  return (reason, now) => {
    if (EXPECTED.has(reason)) return 'ignore'
    const isAgain = lastReloadAt !== null && now - lastReloadAt < STEADY_AFTER_MS
    lastReloadAt = now
    return isAgain ? 'ask' : 'reload'
  }
}
