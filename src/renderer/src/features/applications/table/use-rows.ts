import { keepPreviousData, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { APPLICATIONS_AT_ONCE_MAX, type ApplicationCard } from '#shared/applications.ts'
import { useApi } from '../../../bridge/api.tsx'
import { toFilter, type ApplicationsView } from '../view/applications-url.ts'

const PAGE_ROWS = 100

/** The rows behind a view: their exact number, and those of the pages in sight. Only what is looked at is asked for. */
export function useRows(view: ApplicationsView, zone: string) {
  const api = useApi()
  const queryClient = useQueryClient()
  const [span, setSpan] = useState({ from: 0, to: 0 })
  const asked = { ...toFilter(view, zone), sort: view.sort, isDescending: view.isDescending }
  const options = (page: number) =>
    api.applications.list.queryOptions({
      input: { ...asked, offset: page * PAGE_ROWS, limit: PAGE_ROWS },
      staleTime: 5000,
    })
  const head = useQuery({ ...options(0), placeholderData: keepPreviousData })
  const pages = Array.from({ length: span.to - span.from + 1 }, (_, offset) => span.from + offset).filter(
    (page) => page > 0,
  )
  const rest = useQueries({
    queries: pages.map((page) => options(page)),
    combine: (results) => results.map(({ data }) => data),
  })
  const pageKey = pages.join()
  const byPage = useMemo(() => {
    const known = new Map<number, readonly ApplicationCard[]>()
    for (const [index, page] of pageKey.split(',').entries()) {
      const result = rest[index]
      if (result) known.set(Number(page), result.rows)
    }
    if (head.data) known.set(0, head.data.rows)
    return known
  }, [head.data, rest, pageKey])
  const at = useCallback(
    (index: number): ApplicationCard | undefined => byPage.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    [byPage],
  )
  /** Where an application lies among the rows that are known; null when it is not among them. */
  const indexOf = (id: number): number | null => {
    for (const [page, cards] of byPage) {
      const index = cards.findIndex((card) => card.id === id)
      if (index !== -1) return page * PAGE_ROWS + index
    }
    return null
  }
  const look = useCallback((first: number, last: number) => {
    const from = Math.floor(Math.max(0, first) / PAGE_ROWS)
    const to = Math.floor(Math.max(0, first, last) / PAGE_ROWS)
    setSpan((before) => (before.from === from && before.to === to ? before : { from, to }))
  }, [])
  /** As many of the first ones as can be picked at once. */
  const firstOnes = async (): Promise<readonly ApplicationCard[]> => {
    const input = { ...asked, offset: 0, limit: APPLICATIONS_AT_ONCE_MAX }
    const { rows } = await queryClient.fetchQuery(api.applications.list.queryOptions({ input, staleTime: 5000 }))
    return rows
  }
  return { head, total: head.data?.total ?? 0, at, indexOf, look, firstOnes }
}

export type Rows = ReturnType<typeof useRows>
