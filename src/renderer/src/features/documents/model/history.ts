/** What was before, and what was taken back. */
export interface History<Value> {
  readonly past: readonly Value[]
  readonly future: readonly Value[]
  /** The field of the last step, and when it was last typed in. */
  readonly last: { readonly field: string; readonly at: number } | null
}

const STEPS_MOST = 200
/** Typing that goes on in one field is one step. */
const PAUSE_MS = 1200

export const NO_HISTORY: History<never> = { past: [], future: [], last: null }

/** A step from `before`; `field` null: a step of its own. Pure. */
export function stepped<Value>(
  history: History<Value>,
  step: { readonly before: Value; readonly field: string | null; readonly now: number },
): History<Value> {
  const { before, field, now } = step
  const { last, past } = history
  const isSame = field !== null && last?.field === field && now - last.at < PAUSE_MS && history.future.length === 0
  return {
    past: isSame ? past : [...past, before].slice(-STEPS_MOST),
    future: [],
    last: field === null ? null : { field, at: now },
  }
}

/** One step back from `current`; null when there is none. Pure. */
export function undone<Value>(history: History<Value>, current: Value) {
  const value = history.past.at(-1)
  if (value === undefined) return null
  return { value, history: { past: history.past.slice(0, -1), future: [current, ...history.future], last: null } }
}

/** One step forward again; null when there is none. Pure. */
export function redone<Value>(history: History<Value>, current: Value) {
  const [value, ...future] = history.future
  if (value === undefined) return null
  return { value, history: { past: [...history.past, current], future, last: null } }
}
