import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { root } from './build-if-needed.ts'

/** Bundles a module of the project as the app is bundled and calls a function that it exports: what is measured is what ships. */
export async function runBuilt(path: string, name: string, options: object): Promise<void> {
  const outDir = join(root, 'out', 'bench')
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: { ssr: path, outDir, emptyOutDir: true, target: 'node24', minify: false, copyPublicDir: false },
  })
  const entry = join(outDir, `${path.split('/').at(-1)?.replace(/\.ts$/, '') ?? ''}.js`)
  const run: unknown = (await import(pathToFileURL(entry).href))[name]
  if (typeof run !== 'function') throw new Error(`${path} exports no function ${name}`)
  await run(options)
}
