import { useCallback, useEffect, useRef, useState } from 'react'
import type { JobListItem } from '#shared/jobs.ts'
import type { JobsView } from '../view/jobs-url.ts'
import type { ChangeView } from '../view/use-jobs-view.ts'
import { moveCursor, PAGE_SIZE } from './list-pages.ts'
import type { JobListResult } from './use-job-list.ts'

/** Where the keyboard is in the list. While a job is open, moving the cursor opens the job it comes to. */
export function useCursor(options: {
  readonly list: JobListResult
  readonly view: JobsView
  readonly change: ChangeView
  readonly resetKey: string
}) {
  const { list, view, change } = options
  const [cursor, setCursor] = useState<number | null>(null)
  const { at, total, loaded } = list
  const { selectedId } = view
  const opening = useRef<number | null>(null)

  useResetOn(options.resetKey, () => setCursor(null))
  // The open job has the cursor wherever its row is: it may have been opened by its address, or moved by new jobs above it.
  const place = selectedId === null ? null : placeOf({ loaded, id: selectedId, guess: cursor, at })
  if (place !== null && place !== cursor) setCursor(place)

  const open = useCallback(
    (index: number) => {
      setCursor(index)
      const job = at(index)
      if (job) change({ selectedId: job.id }, { isStep: selectedId !== null })
      else opening.current = index
    },
    [at, change, selectedId],
  )

  // A row that was stepped onto before its job had arrived opens when it has.
  useEffect(() => {
    const index = opening.current
    if (index === null) return
    const job = at(index)
    if (!job) return
    opening.current = null
    if (index === cursor) change({ selectedId: job.id }, { isStep: true })
  }, [at, change, cursor])

  const move = useCallback(
    (step: number) => {
      const next = moveCursor(cursor, step, total)
      if (next === null) return
      if (selectedId === null) setCursor(next)
      else open(next)
    },
    [cursor, total, selectedId, open],
  )
  const current: JobListItem | undefined = cursor === null ? undefined : at(cursor)
  const neighbour = () => (cursor === null ? undefined : (at(cursor + 1) ?? at(cursor - 1)))
  return { cursor, current, neighbour, move, open }
}

function placeOf(options: {
  readonly loaded: JobListResult['loaded']
  readonly id: JobListItem['id']
  readonly guess: number | null
  readonly at: JobListResult['at']
}): number | null {
  const { loaded, id, guess, at } = options
  if (guess !== null && at(guess)?.id === id) return guess
  for (const [page, jobs] of loaded) {
    const row = jobs.findIndex((job) => job.id === id)
    if (row !== -1) return (page - 1) * PAGE_SIZE + row
  }
  return null
}

function useResetOn(key: string, reset: () => void): void {
  const [seen, setSeen] = useState(key)
  if (seen !== key) {
    setSeen(key)
    reset()
  }
}
