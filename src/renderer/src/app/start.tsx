import { QueryClient } from '@tanstack/react-query'
import type { Root } from 'react-dom/client'
import { createApi } from '../bridge/api.tsx'
import { connect } from '../bridge/client.ts'
import { createConnection } from '../bridge/connection.ts'
import { followEvents } from '../bridge/events.ts'
import { App } from './app.tsx'
import { NoAnswer, ThemeFrame } from './full-page.tsx'
import { readAhead } from './read-ahead.ts'
import { createAppRouter } from './router.tsx'

/** Connects to the core and draws the app; where no core answers, says so with a way to try again. */
export async function startApp(root: Root): Promise<void> {
  const connection = createConnection()
  try {
    const api = createApi(await connect(() => connection.set('unauthorised')))
    const queryClient = createQueryClient()
    const router = createAppRouter({ api, queryClient })
    void followEvents({ api, queryClient, connection, signal: new AbortController().signal })
    root.render(<App api={api} queryClient={queryClient} router={router} connection={connection} />)
    const stopListening = router.subscribe('onRendered', () => {
      stopListening()
      void readAhead(router)
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    root.render(
      <ThemeFrame>
        <NoAnswer reason={reason} onRetry={() => void startApp(root)} />
      </ThemeFrame>,
    )
  }
}

/** Events say when something is stale, so nothing is asked again just because a window gets the focus. The core is on this
 *  machine: being offline is no reason to wait. A failed answer is an answer; trying again is the user's choice. */
function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { networkMode: 'always', staleTime: 60_000, gcTime: 300_000, refetchOnWindowFocus: false, retry: false },
      mutations: { networkMode: 'always' },
    },
  })
}
