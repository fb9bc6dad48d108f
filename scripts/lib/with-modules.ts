import { createServer } from 'vite'
import { root } from './build-if-needed.ts'

/** Loads a module of the project as the tests see it and calls what it exports. The server stays open while it works: the core loads
 *  its heavy parts when it first needs them. */
export async function withModule<Module>(path: string, work: (module: Module) => Promise<void>): Promise<void> {
  const server = await createServer({
    root,
    configFile: false,
    appType: 'custom',
    logLevel: 'error',
    server: { middlewareMode: true, hmr: false, watch: null },
  })
  try {
    await work((await server.ssrLoadModule(path)) as Module)
  } finally {
    await server.close()
  }
}
