import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { AiProvider } from '#shared/ai.ts'
import type { FakeProvider } from '../fakes/ai/provider.ts'

/** A provider on loopback that answers just as it is told to, where the one of every mode is too well behaved. */
export async function rawProvider(
  provider: AiProvider,
  listener: RequestListener,
): Promise<Pick<FakeProvider, 'provider' | 'baseUrl'>> {
  const server = createServer((request, response) => {
    request.resume()
    response.on('error', () => response.destroy())
    listener(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  })
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { provider, baseUrl: provider === 'openai' || provider === 'compatible' ? `${origin}/v1` : origin }
}
