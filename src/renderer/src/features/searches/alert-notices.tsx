import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent, useRef } from 'react'
import type { SavedSearch } from '#shared/searches.ts'
import { notifyAction } from '../../ui/notify.tsx'
import { newlyTold, toldWords } from './newly-told.ts'
import type { AddressOf } from './pinned-searches.tsx'
import { useSavedSearches } from './use-searches.ts'

/** Says at the edge of the window when the alert of a saved search tells of new jobs while the window is open. */
export function AlertNotices({ addressOf }: { readonly addressOf: AddressOf }) {
  const { data } = useSavedSearches()
  const navigate = useNavigate()
  const before = useRef<readonly SavedSearch[] | null>(null)
  const say = useEffectEvent((searches: readonly SavedSearch[]) => {
    const told = newlyTold(before.current ?? searches, searches)
    const [first] = told
    if (first) {
      notifyAction(toldWords(told), {
        label: 'Look',
        run: () => void navigate(told.length === 1 ? addressOf(first.search) : { to: '/searches' }),
      })
    }
    before.current = searches
  })
  useEffect(() => {
    if (data) say(data)
  }, [data])
  return null
}
