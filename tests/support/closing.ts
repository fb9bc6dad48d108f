import { onTestFinished } from 'vitest'

/** A server that closes with the test. */
export async function closing<Server extends { close: () => Promise<void> }>(start: Promise<Server>): Promise<Server> {
  const server = await start
  onTestFinished(() => server.close())
  return server
}
