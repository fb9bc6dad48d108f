import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '../../../bridge/api.tsx'
import type { Working } from '../editor/keeper/document-drafts.ts'

const TYPING_MS = 400
/** A rendered file is worth little once the next is there. */
const KEPT_MS = 20_000

/** The PDF of what is edited, made anew when typing pauses. `shown` is the last good one while the next is made, or when it fails. */
export function useRender(working: Working) {
  const api = useApi()
  const [{ content, style }] = useDebouncedValue(working, TYPING_MS)
  const query = useQuery({
    ...api.documents.render.queryOptions({ input: { content, style, format: 'pdf' } }),
    gcTime: KEPT_MS,
    staleTime: Infinity,
    retry: false,
    refetchOnWindowFocus: false,
  })
  const shown = useLastGood(query)
  return {
    shown,
    isBehind: query.isFetching || content !== working.content || style !== working.style,
    error: query.isError ? query.error : null,
    retry: () => void query.refetch(),
  }
}

/** What a query last gave, also while it asks for something else. */
export function useLastGood<Data>({ data }: Pick<UseQueryResult<Data>, 'data'>): Data | undefined {
  const [good, setGood] = useState(data)
  if (data !== undefined && data !== good) setGood(data)
  return data ?? good
}
