import { useQuery } from '@tanstack/react-query'
import { useApi } from '../../bridge/api.tsx'

export function useSources() {
  const api = useApi()
  return useQuery(api.discovery.sources.queryOptions())
}
