import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { JobListItem, JobSearchInput } from '#shared/jobs.ts'
import { useApi } from '../../../bridge/api.tsx'
import { toFilter, type JobsView } from '../view/jobs-url.ts'
import { pageOf, PAGE_SIZE, pagesBetween, placeInPage } from './list-pages.ts'

export type JobListResult = ReturnType<typeof useJobList>

/** The list behind a view: its exact total, and the jobs of the pages that are in sight. Any place of a long list can be
 *  jumped to; only what is looked at is asked for, and only that is asked again when something changed. */
export function useJobList(view: JobsView) {
  const api = useApi()
  const queryClient = useQueryClient()
  // Pages, not rows: scrolling by a row must not draw the whole screen anew.
  const [span, setSpan] = useState({ from: 1, to: 1 })
  const input = (page: number): JobSearchInput => ({ ...toFilter(view), sort: view.sort, page, perPage: PAGE_SIZE })
  const head = useQuery(
    api.jobs.search.queryOptions({ input: input(1), placeholderData: keepPreviousData, staleTime: 5000 }),
  )
  const pages = pagesBetween(span.from, span.to).filter((page) => page > 1)
  const rest = useQueries({
    queries: pages.map((page) => api.jobs.search.queryOptions({ input: input(page), staleTime: 5000 })),
    combine: (results) => results.map((result) => result.data),
  })

  const pageKey = pages.join()
  const jobsByPage = useMemo(() => {
    const known = new Map<number, readonly JobListItem[]>()
    if (head.data) known.set(1, head.data.jobs)
    for (const [index, page] of pageKey.split(',').entries()) {
      const result = rest[index]
      if (result) known.set(Number(page), result.jobs)
    }
    return known
  }, [head.data, rest, pageKey])
  const at = useCallback(
    (index: number): JobListItem | undefined => jobsByPage.get(pageOf(index))?.[placeInPage(index)],
    [jobsByPage],
  )
  const look = useCallback((first: number, last: number) => {
    const from = pageOf(Math.max(0, first))
    const to = pageOf(Math.max(0, first, last))
    setSpan((before) => (before.from === from && before.to === to ? before : { from, to }))
  }, [])
  /** The jobs from one place to another, both included, also those that were never in sight. */
  const range = async (first: number, last: number): Promise<JobListItem[]> => {
    const wanted = pagesBetween(pageOf(first), pageOf(last))
    const results = await Promise.all(
      wanted.map((page) =>
        queryClient.fetchQuery(api.jobs.search.queryOptions({ input: input(page), staleTime: 5000 })),
      ),
    )
    const from = first - placeInPage(first)
    return results.flatMap(({ jobs }) => jobs).slice(first - from, last - from + 1)
  }
  return { range, head, total: head.data?.total ?? 0, at, look, loaded: jobsByPage }
}
