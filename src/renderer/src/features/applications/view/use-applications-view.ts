import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { machineZone } from '#shared/local-time.ts'
import { useSettings } from '../../settings/index.ts'
import { readApplicationsSearch, toSearch, toView, type ApplicationsView } from './applications-url.ts'

const route = getRouteApi('/frame/applications')

// The router hands on what it did not recognise beside what it did; only what was read counts.
function readView(search: object): ApplicationsView {
  return toView(readApplicationsSearch({ ...search }))
}

export type ChangeView = (patch: Partial<ApplicationsView>, options?: { readonly isStep?: boolean }) => void

/** The view in the address, and a way to change it. A step (typing, turning pages of the calendar) replaces the address instead of
 *  adding to the history. */
export function useApplicationsView(): { readonly view: ApplicationsView; readonly change: ChangeView } {
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

/** The zone in which days begin and end for the user. */
export function useZone(): string {
  const { data } = useSettings()
  return data?.timeZone ?? machineZone()
}
