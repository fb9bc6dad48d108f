import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

/** What the bundler makes of `import … from 'font.ttf?inline'`: the file as a data address. Node knows the rest of the source by itself. */
registerHooks({
  load: (url, context, nextLoad) => {
    if (!url.endsWith('.ttf?inline')) return nextLoad(url, context)
    const address = `data:font/ttf;base64,${readFileSync(fileURLToPath(url)).toString('base64')}`
    return { format: 'module', source: `export default ${JSON.stringify(address)}`, shortCircuit: true }
  },
})

process.env['NODE_ENV'] = 'production'
await import('../../src/main/documents-worker.ts')
