import { useQuery } from '@tanstack/react-query'
import type { BoardColumn } from '#shared/applications.ts'
import { useApi } from '../../../bridge/api.tsx'

const NONE: readonly BoardColumn[] = []

/** The user's own columns, which are places to move to wherever one moves. */
export function useOwnColumns(): readonly BoardColumn[] {
  const api = useApi()
  return useQuery(api.applications.columns.queryOptions()).data ?? NONE
}
