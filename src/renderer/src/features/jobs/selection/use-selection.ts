import { useState } from 'react'
import type { JobId } from '#shared/ids.ts'
import { MARKED_AT_ONCE_MAX, type JobListItem } from '#shared/jobs.ts'
import { describeProblem } from '../../../bridge/problem.ts'
import { notify, notifyProblem } from '../../../ui/notify.tsx'
import type { JobListResult } from '../list/use-job-list.ts'

const NOTHING: ReadonlyMap<JobId, JobListItem> = new Map()

/** The jobs that were picked from a list, by hand, as a range or all of them, to do something with them together. Another list
 *  starts with none picked. */
export function useSelection({ list, resetKey }: { readonly list: JobListResult; readonly resetKey: string }) {
  const [picked, setPicked] = useState(NOTHING)
  const [anchor, setAnchor] = useState<number | null>(null)
  const [seenKey, setSeenKey] = useState(resetKey)
  const clear = () => {
    setPicked(NOTHING)
    setAnchor(null)
  }
  if (seenKey !== resetKey) {
    setSeenKey(resetKey)
    clear()
  }

  const add = async (first: number, last: number) => {
    try {
      const jobs = await list.range(first, last)
      setPicked((before) => new Map([...before, ...jobs.map((job) => [job.id, job] as const)]))
    } catch (error) {
      notifyProblem(describeProblem(error))
    }
  }
  const toggle = (index: number) => {
    const job = list.at(index)
    if (!job) return
    setAnchor(index)
    setPicked((before) => {
      const after = new Map(before)
      if (!after.delete(job.id)) after.set(job.id, job)
      return after
    })
  }
  return {
    picked,
    clear,
    toggle,
    /** From the job that was picked last to this one. */
    extendTo: (index: number) => {
      const from = anchor ?? index
      const [first, last] = from < index ? [from, index] : [index, from]
      setAnchor(from)
      if (last - first >= MARKED_AT_ONCE_MAX) notify(`A range may hold ${MARKED_AT_ONCE_MAX} jobs`)
      else void add(first, last)
    },
    pickAll: () => void add(0, Math.min(list.total, MARKED_AT_ONCE_MAX) - 1),
  }
}

export type Selection = ReturnType<typeof useSelection>
