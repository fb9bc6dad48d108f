const QUIET_MS = 7 * 86_400_000

/** Until when an application is not asked about, by its id. */
export type Quiet = Readonly<Record<string, number>>

/** Not asked about this one for a week; those whose time is over are forgotten. Pure. */
export function withQuiet(quiet: Quiet, id: number, now: number): Quiet {
  const kept = Object.entries(quiet).filter(([, until]) => until > now)
  return { ...Object.fromEntries(kept), [id]: now + QUIET_MS }
}

export function stillQuiet(quiet: Quiet, id: number, now: number): boolean {
  return (quiet[id] ?? 0) > now
}
