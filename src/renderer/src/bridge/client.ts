import { createORPCClient, onError, ORPCError } from '@orpc/client'
import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#shared/contract.ts'

export type Client = ContractRouterClient<Contract>

/** What the desktop shell's preload puts on the window; absent in a plain browser. */
interface DesktopBridge {
  readonly platform: string
  readonly requestPort: () => void
}

declare global {
  interface Window {
    readonly careerCopilot?: DesktopBridge
  }
}

const PORT_MESSAGE = 'career-copilot:port'
const PORT_PATIENCE_MS = 10_000

/** A client over the message port of the desktop shell, or over HTTP where the page came from the loopback host.
 *  `onUnauthorised` is told when the host no longer knows this window. */
export async function connect(onUnauthorised: () => void): Promise<Client> {
  const desktop = window.careerCopilot
  if (desktop) return createORPCClient(new PortLink({ port: await receivePort(desktop) }))
  const link = new FetchLink({
    url: `${window.location.origin}/rpc`,
    headers: { 'x-career-copilot': '1' },
    interceptors: [
      onError((error) => {
        if (error instanceof ORPCError && error.status === 401) onUnauthorised()
      }),
    ],
  })
  return createORPCClient(link)
}

function receivePort(desktop: DesktopBridge): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const patience = window.setTimeout(() => {
      window.removeEventListener('message', onMessage)
      reject(new Error('The app did not answer within 10 seconds.'))
    }, PORT_PATIENCE_MS)
    function onMessage(event: MessageEvent<unknown>) {
      const port = event.ports[0]
      if (event.source !== window || event.data !== PORT_MESSAGE || !port) return
      window.clearTimeout(patience)
      window.removeEventListener('message', onMessage)
      port.start()
      resolve(port)
    }
    window.addEventListener('message', onMessage)
    desktop.requestPort()
  })
}
