import { useCallback, useLayoutEffect, useRef } from 'react'

/** A function that stays the same while what it does follows the latest render: for rows that are only drawn anew when they change. */
export function useLatestCallback<Args extends readonly unknown[]>(
  run: (...args: Args) => void,
): (...args: Args) => void {
  const latest = useRef(run)
  useLayoutEffect(() => {
    latest.current = run
  })
  return useCallback((...args: Args) => latest.current(...args), [])
}
