import { useDebouncedValue } from '@mantine/hooks'
import { hashKey, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useApi } from '../../../bridge/api.tsx'
import { useLatestCallback } from '../../../ui/use-latest-callback.ts'
import type { Working } from '../editor/keeper/document-drafts.ts'

const TYPING_MS = 400
/** A rendered file is worth little once the next is there. */
const KEPT_MS = 20_000

/** The PDF of what is edited, made anew when typing pauses. `shown` is the last good one while the next is made, or when it fails. */
export function useRender(working: Working) {
  const api = useApi()
  const [{ content, style }] = useDebouncedValue(working, TYPING_MS)
  const asked = useMemo(
    () => hashed(api.documents.render.queryOptions({ input: { content, style, format: 'pdf' } })),
    [api, content, style],
  )
  const query = useQuery({ ...asked, gcTime: KEPT_MS, staleTime: Infinity, retry: false, refetchOnWindowFocus: false })
  const shown = useLastGood(query)
  const isBehind = query.isFetching || content !== working.content || style !== working.style
  const error = query.isError ? query.error : null
  const retry = useLatestCallback(() => void query.refetch())
  return useMemo(() => ({ shown, isBehind, error, retry }), [shown, isBehind, error, retry])
}

/** A query whose key holds a whole document is named once by it, not each time that something is drawn. */
export function hashed<Options extends { readonly queryKey: readonly unknown[] }>(options: Options) {
  return { ...options, queryHash: hashKey(options.queryKey) }
}

/** What a query last gave, also while it asks for something else. */
export function useLastGood<Data>({ data }: Pick<UseQueryResult<Data>, 'data'>): Data | undefined {
  const [good, setGood] = useState(data)
  if (data !== undefined && data !== good) setGood(data)
  return data ?? good
}
