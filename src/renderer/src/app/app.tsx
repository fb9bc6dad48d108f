import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ApiProvider, type Api } from '../bridge/api.tsx'
import { useConnectionState, type Connection } from '../bridge/connection.ts'
import { CommandProvider } from '../ui/commands.tsx'
import classes from './app.module.css'
import { ConnectionLine } from './connection-line.tsx'
import { Disconnected, ThemeFrame } from './full-page.tsx'
import { Notices } from './notices.tsx'
import type { AppRouter } from './router.tsx'

export function App(props: {
  readonly api: Api
  readonly queryClient: QueryClient
  readonly router: AppRouter
  readonly connection: Connection
}) {
  const state = useConnectionState(props.connection)
  return (
    <ThemeFrame>
      <QueryClientProvider client={props.queryClient}>
        <ApiProvider api={props.api}>
          <CommandProvider>
            <div className={classes.window}>
              <div className={classes.screen}>
                {state === 'unauthorised' ? <Disconnected /> : <RouterProvider router={props.router} />}
              </div>
              {state === 'lost' && <ConnectionLine />}
              <Notices />
            </div>
          </CommandProvider>
        </ApiProvider>
      </QueryClientProvider>
    </ThemeFrame>
  )
}
