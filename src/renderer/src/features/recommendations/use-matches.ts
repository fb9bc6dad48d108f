import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { MatchWeights, RecommendationsInput } from '#shared/recommendations.ts'
import { useApi } from '../../bridge/api.tsx'
import { readMatchSearch, toMatchSearch, toMatchView, type MatchView } from './match-url.ts'
import { hasAnyWeight } from './weights-draft.ts'

const SLIDING_MS = 120
const WORKING_MS = 1500

const route = getRouteApi('/frame/for-you')

export type ChangeMatchView = (patch: Partial<MatchView>, options?: { readonly isStep?: boolean }) => void

/** The view in the address, and a way to change it. A step replaces the address instead of adding to the history. */
export function useMatchView(): { readonly view: MatchView; readonly change: ChangeMatchView } {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const view = useMemo(() => toMatchView(readMatchSearch({ ...search })), [search])
  const change = useCallback<ChangeMatchView>(
    (patch, options) => {
      void navigate({
        search: (before) => toMatchSearch({ ...toMatchView(readMatchSearch({ ...before })), ...patch }),
        replace: options?.isStep ?? false,
      })
    },
    [navigate],
  )
  return { view, change }
}

/** The ranked list. While newer jobs or a changed profile are being worked in, it is looked at again and again. */
export function useMatches(input: RecommendationsInput) {
  const api = useApi()
  return useQuery({
    ...api.recommendations.list.queryOptions({ input, placeholderData: keepPreviousData, staleTime: 5000 }),
    refetchInterval: ({ state: { data } }) => (data?.isFresh === false ? WORKING_MS : false),
  })
}

/** The same list under weights that are only tried; asked for when they have rested for a moment. Null: nothing is tried. */
export function usePreview(input: RecommendationsInput, tried: MatchWeights | null) {
  const api = useApi()
  const [rested] = useDebouncedValue(tried, SLIDING_MS)
  const weights = tried === null ? null : rested
  return useQuery({
    ...api.recommendations.preview.queryOptions({
      input: { ...input, weights: weights ?? NO_WEIGHTS },
      placeholderData: keepPreviousData,
    }),
    enabled: weights !== null && hasAnyWeight(weights),
  })
}

const NO_WEIGHTS: MatchWeights = { skills: 0, place: 0, experience: 0, salary: 0, culture: 0, growth: 0, recency: 0 }
