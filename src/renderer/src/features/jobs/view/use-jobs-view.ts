import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { readJobsSearch, toSearch, toView, type JobsView } from './jobs-url.ts'

const route = getRouteApi('/frame/jobs')

// The router hands on what it did not recognise beside what it did; only what was read counts.
function readView(search: object): JobsView {
  return toView(readJobsSearch({ ...search }))
}

export type ChangeView = (patch: Partial<JobsView>, options?: { readonly isStep?: boolean }) => void

/** The view in the address, and a way to change it. A step (typing, moving along the list) replaces the address instead of
 *  adding to the history, so that "back" goes to where the user was, not through every letter. */
export function useJobsView(): { readonly view: JobsView; readonly change: ChangeView } {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const view = useMemo(() => readView(search), [search])
  const change = useCallback<ChangeView>(
    (patch, options) => {
      void navigate({
        search: (before) => toSearch({ ...readView(before), ...patch }),
        replace: options?.isStep ?? false,
      })
    },
    [navigate],
  )
  return { view, change }
}
