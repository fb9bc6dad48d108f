import { useInfiniteQuery } from '@tanstack/react-query'
import { useApi } from '../../../bridge/api.tsx'

const PAGE = 30

export function useCalls() {
  const api = useApi()
  return useInfiniteQuery(
    api.ai.calls.infiniteOptions({
      input: (beforeId: number | undefined) => ({ limit: PAGE, ...(beforeId === undefined ? {} : { beforeId }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => (page.length < PAGE ? undefined : page.at(-1)?.id),
    }),
  )
}
