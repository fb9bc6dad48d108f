import { createServer } from 'vite'
import { root } from './build-if-needed.ts'

/** Loads a module of the project as the tests see it and calls a function that it exports. The server stays open while it works: the
 *  core loads its heavy parts when it first needs them. */
export async function runExported(path: string, name: string, options: object): Promise<void> {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, ws: false, watch: null },
  })
  try {
    const run: unknown = (await server.ssrLoadModule(path))[name]
    if (typeof run !== 'function') throw new Error(`${path} exports no function ${name}`)
    await run(options)
  } finally {
    await server.close()
  }
}
