import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { onTestFinished } from 'vitest'
import type { Core } from '#main/core.ts'
import { startHttpHost } from '#main/transport/http/http-host.ts'
import type { Contract } from '#shared/contract.ts'
import { tempDir } from '../support/profile.ts'
import { silentLog } from '../support/silent-log.ts'

/** The procedures as a window of the browser calls them: through a host on loopback, let in by its launch address. Closed after the test. */
export async function screenOf(core: Core): Promise<ContractRouterClient<Contract>> {
  const host = await startHttpHost({ router: core.router, log: silentLog, rendererDir: tempDir(), port: 0 })
  onTestFinished(() => host.close())
  const launch = await fetch(host.launchUrl, { redirect: 'manual' })
  const cookie = launch.headers.get('set-cookie')?.split(';')[0] ?? ''
  const headers = { cookie, 'x-career-copilot': '1' }
  return createORPCClient<ContractRouterClient<Contract>>(
    new RPCLink({ url: `http://127.0.0.1:${host.port}/rpc`, headers }),
  )
}
