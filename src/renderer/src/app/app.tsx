import { Notifications } from '@mantine/notifications'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ApiProvider, type Api } from '../bridge/api.tsx'
import { useConnectionState, type Connection } from '../bridge/connection.ts'
import { CommandProvider } from '../ui/commands.tsx'
import { ConnectionLine } from './connection-line.tsx'
import { Disconnected, ThemeFrame } from './full-page.tsx'
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
            {state === 'unauthorised' ? <Disconnected /> : <RouterProvider router={props.router} />}
            {state === 'lost' && <ConnectionLine />}
            <Notifications position="bottom-right" limit={3} containerWidth={380} />
          </CommandProvider>
        </ApiProvider>
      </QueryClientProvider>
    </ThemeFrame>
  )
}
