import type { SupportedMessagePort } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import type { AppRouter } from '../router.ts'

/** Answers the contract on one message port (Node's, the browser's or Electron's). The caller starts the port. */
export function serveMessagePort(router: AppRouter, port: SupportedMessagePort): void {
  new RPCHandler(router).upgrade(port, { context: {} })
}
