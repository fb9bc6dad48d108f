import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { toSearch, toView, type JobsView } from './jobs-url.ts'

const route = getRouteApi('/frame/jobs')

export type ChangeView = (patch: Partial<JobsView>, options?: { readonly isStep?: boolean }) => void

/** The view in the address, and a way to change it. A step (typing, moving along the list) replaces the address instead of
 *  adding to the history, so that "back" goes to where the user was, not through every letter. */
export function useJobsView(): { readonly view: JobsView; readonly change: ChangeView } {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const view = useMemo(() => toView(search), [search])
  const change = useCallback<ChangeView>(
    (patch, options) => {
      void navigate({
        search: (before) => toSearch({ ...toView(before), ...patch }),
        replace: options?.isStep ?? false,
      })
    },
    [navigate],
  )
  return { view, change }
}
