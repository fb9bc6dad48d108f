import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { createContext, use, type ReactNode } from 'react'
import type { Client } from './client.ts'

/** Query and mutation options for every procedure of the contract. */
export type Api = RouterUtils<Client>

export function createApi(client: Client): Api {
  return createTanstackQueryUtils(client)
}

const ApiContext = createContext<Api | null>(null)

export function ApiProvider({ api, children }: { readonly api: Api; readonly children: ReactNode }) {
  return <ApiContext value={api}>{children}</ApiContext>
}

export function useApi(): Api {
  const api = use(ApiContext)
  if (!api) throw new Error('useApi needs an ApiProvider above it')
  return api
}
