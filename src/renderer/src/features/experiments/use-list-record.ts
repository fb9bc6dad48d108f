import { useEffect, useMemo, useRef } from 'react'
import { DWELL_LEAST_MS } from '#shared/experiments.ts'
import type { JobId } from '#shared/ids.ts'
import type { RecommendedJob } from '#shared/recommendations.ts'
import { useApi } from '../../bridge/api.tsx'
import { createListRecord, isOfExperiment } from './list-record.ts'

/** A row was on screen when half of it stood there for so long. */
const SHOWN_MS = 1_000
const SHOWN_PART = 0.5

/** While an experiment is going on, tells the core which rows of its lists were on screen and which were opened for how long. Rows are
 *  the options of the element `listElementId`, in the order of `jobs`; `isListShown` false while there is none. */
export function useListRecord(options: {
  /** Null while something else is shown than that list. */
  readonly listId: string | null
  readonly jobs: readonly RecommendedJob[]
  readonly openedId: JobId | null
  readonly isListShown: boolean
  readonly listElementId: string
}): void {
  const { jobs, openedId, isListShown, listElementId } = options
  const api = useApi()
  const listId = options.listId !== null && isOfExperiment(options.listId) ? options.listId : null
  const record = useMemo(
    () => (listId === null ? null : createListRecord({ listId, send: (seen) => api.experiments.record.call(seen) })),
    [api, listId],
  )
  const jobsNow = useRef(jobs)
  useEffect(() => {
    jobsNow.current = jobs
  }, [jobs])

  useEffect(() => {
    if (record === null) return undefined
    const onHidden = () => {
      if (document.visibilityState === 'hidden') record.flush()
    }
    document.addEventListener('visibilitychange', onHidden)
    return () => {
      document.removeEventListener('visibilitychange', onHidden)
      record.flush()
    }
  }, [record])

  useEffect(() => {
    const list = document.getElementById(listElementId)
    if (record === null || !isListShown || list === null) return undefined
    return watchRows(list, (position) => {
      const job = jobs[position - 1]?.job
      if (job) record.shown({ jobId: job.id, position })
    })
  }, [record, jobs, isListShown, listElementId])

  useEffect(() => {
    if (record === null || openedId === null) return undefined
    const at = jobsNow.current.findIndex(({ job }) => job.id === openedId)
    if (at === -1) return undefined
    const row = { jobId: openedId, position: at + 1 }
    const openedAt = performance.now()
    let isTold = false
    const tell = () => {
      if (isTold) return
      isTold = true
      record.opened(row, Math.round(performance.now() - openedAt))
    }
    const timer = setTimeout(tell, DWELL_LEAST_MS + 50)
    return () => {
      clearTimeout(timer)
      tell()
    }
  }, [record, openedId])
}

/** Calls for the place (from 1) of each row that was on screen. Answers what ends it. */
function watchRows(list: HTMLElement, onShown: (position: number) => void): () => void {
  const timers = new Map<Element, ReturnType<typeof setTimeout>>()
  const leave = (row: Element) => {
    clearTimeout(timers.get(row))
    timers.delete(row)
  }
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        leave(target)
        if (!isIntersecting || document.visibilityState === 'hidden') continue
        timers.set(
          target,
          setTimeout(() => onShown(Number(target.getAttribute('aria-posinset'))), SHOWN_MS),
        )
      }
    },
    { threshold: SHOWN_PART },
  )
  for (const row of list.querySelectorAll('[role="option"]')) observer.observe(row)
  return () => {
    observer.disconnect()
    for (const row of timers.keys()) clearTimeout(timers.get(row))
  }
}
