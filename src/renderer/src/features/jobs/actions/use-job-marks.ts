import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useRef } from 'react'
import {
  jobSearchInputSchema,
  type HIDE_REASONS,
  type JobFilter,
  type JobListItem,
  type JobMarks as StoredMarks,
  type JobMarksChange,
  type JobSearchResult,
} from '#shared/jobs.ts'
import { useApi } from '../../../bridge/api.tsx'
import { describeProblem } from '../../../bridge/problem.ts'
import { notifyProblem, notifyUndo } from '../../../ui/notify.tsx'
import { withMarks } from './job-cache.ts'

export type HideReason = (typeof HIDE_REASONS)[number]
type Marks = Partial<Pick<JobListItem, 'isSaved' | 'isHidden'>>

/** Which list a cached search is of, as its key says. */
function markOfKey(key: QueryKey): JobFilter['mark'] {
  const options = key[1]
  const input: unknown = typeof options === 'object' && options !== null && 'input' in options ? options.input : {}
  const parsed = jobSearchInputSchema.safeParse(input)
  return parsed.success ? parsed.data.mark : 'visible'
}

type Marked = Pick<JobListItem, 'id' | 'isSaved' | 'isHidden'>

interface Change {
  /** What is on screen at once. */
  readonly shows: readonly { readonly id: JobListItem['id']; readonly marks: Marks }[]
  readonly call: () => Promise<unknown>
  readonly said: string
  /** What the undo button does; null for an undo itself, which says nothing. */
  readonly back: Change | null
}

/** Saving and hiding: on screen at once, taken back if the core refuses, and undone by the user on request. */
export function useJobMarks() {
  const api = useApi()
  const queryClient = useQueryClient()
  const lastBack = useRef<Change | null>(null)
  const lastCall = useRef<Promise<unknown>>(Promise.resolve())

  const show = (id: JobListItem['id'], marks: Marks) => {
    for (const [key] of queryClient.getQueriesData<JobSearchResult>({ queryKey: api.jobs.search.key() })) {
      const mark = markOfKey(key)
      queryClient.setQueryData<JobSearchResult>(key, (result) => result && withMarks({ result, mark, id, marks }))
    }
    queryClient.setQueryData(api.jobs.get.queryKey({ input: { id } }), (job) => job && { ...job, ...marks })
  }

  const perform = async (change: Change): Promise<void> => {
    const { back } = change
    for (const { id, marks } of change.shows) show(id, marks)
    lastBack.current = back
    const before = lastCall.current
    const call = before.then(change.call)
    // The next call waits for this one either way: an undo must not overtake what it undoes.
    lastCall.current = call.catch(() => undefined)
    try {
      await call
      if (back && lastBack.current === back) notifyUndo(change.said, () => void undo(back))
    } catch (error) {
      if (lastBack.current === back) lastBack.current = null
      notifyProblem(describeProblem(error))
    } finally {
      void queryClient.invalidateQueries({ queryKey: api.jobs.key() })
    }
  }

  const undo = async (back: Change): Promise<void> => {
    await perform(back)
  }

  const saving = (id: JobListItem['id'], isSaved: boolean): Change => ({
    shows: [{ id, marks: { isSaved } }],
    call: () => api.jobs.save.call({ id, isSaved }),
    said: isSaved ? 'Saved' : 'No longer saved',
    back: null,
  })
  const hiding = (id: JobListItem['id'], isHidden: boolean, reason: HideReason | null): Change => ({
    shows: [{ id, marks: { isHidden } }],
    call: () => api.jobs.hide.call({ id, isHidden, reason }),
    said: isHidden ? 'Hidden' : 'Shown again',
    back: null,
  })
  const markingMany = (jobs: readonly Marked[], change: Omit<JobMarksChange, 'id'>, said: string): Change => {
    // Calls wait for each other: when it is undone, it is known what was before.
    let before: readonly StoredMarks[] = []
    const back: Change = {
      shows: jobs.map(({ id, isSaved, isHidden }) => ({ id, marks: { isSaved, isHidden } })),
      call: () => api.jobs.markMany.call({ marks: [...before] }),
      said: '',
      back: null,
    }
    const { isSaved, isHidden } = change
    const marks = { ...(isSaved === undefined ? {} : { isSaved }), ...(isHidden === undefined ? {} : { isHidden }) }
    return {
      shows: jobs.map(({ id }) => ({ id, marks })),
      call: async () => {
        ;({ before } = await api.jobs.markMany.call({ marks: jobs.map(({ id }) => ({ ...change, id })) }))
      },
      said,
      back,
    }
  }
  return {
    /** Many at once, taken back at once; `said` tells what was done to them. */
    setMany: (jobs: readonly Marked[], change: Omit<JobMarksChange, 'id'>, said: string) => {
      void perform(markingMany(jobs, change, said))
    },
    setSaved: (job: Pick<JobListItem, 'id'>, isSaved: boolean) => {
      void perform({ ...saving(job.id, isSaved), back: saving(job.id, !isSaved) })
    },
    setHidden: (job: Pick<JobListItem, 'id'>, isHidden: boolean, reason: HideReason | null) => {
      void perform({ ...hiding(job.id, isHidden, reason), back: hiding(job.id, !isHidden, null) })
    },
    undoLast: () => {
      if (lastBack.current) void undo(lastBack.current)
    },
  }
}

export type JobMarks = ReturnType<typeof useJobMarks>
