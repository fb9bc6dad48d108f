import { useInfiniteQuery } from '@tanstack/react-query'
import { useApi } from '../../../bridge/api.tsx'

/** Calls are made by other screens and other processes: so often it is looked. */
export const USAGE_EVERY_MS = 4000
const PAGE = 30

export function useCalls() {
  const api = useApi()
  return useInfiniteQuery(
    api.ai.calls.infiniteOptions({
      input: (beforeId: number | undefined) => ({ limit: PAGE, ...(beforeId === undefined ? {} : { beforeId }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.id),
      refetchInterval: USAGE_EVERY_MS,
    }),
  )
}
