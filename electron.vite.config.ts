import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Both shells serve the app at the root, and an address may be any number of folders deep: its files are named from the root.
 *  electron-vite sets './' in production, so this comes after it. */
const servedAtRoot: Plugin = { name: 'served-at-root', enforce: 'post', config: () => ({ base: '/' }) }

/** pdfkit asks for the measures of the standard fonts while it runs, by names that only its own package knows. In a bundle there is no
 *  such package around it: they become a part of it. */
const standardFontsInside: Plugin = {
  name: 'standard-fonts-inside',
  transform(code, id) {
    if (!id.endsWith('pdfkit.node.mjs')) return null
    const imports: string[] = []
    const inside = code.replaceAll(/require\$1\('#standard-fonts\/(\w+)'\)/g, (_call, font: string) => {
      imports.push(`import measuresOf${font} from 'pdfkit/standard-fonts/${font}'`)
      return `measuresOf${font}`
    })
    if (imports.length === 0) throw new Error('pdfkit asks for its standard fonts in another way now')
    return { code: [...imports, inside].join('\n'), map: null }
  },
}

/** Three bundles: main (Electron, loopback host, command line, the keychain's helper, the thread that draws), preload, renderer.
 *  Everything is bundled but Electron, the two addons (SQLite, the keychain) and Playwright, which finds its own files by their
 *  places: a package carries these three and no dependency tree. */
export default defineConfig({
  main: {
    plugins: [standardFontsInside],
    // React's development half is slow, and warns nobody here.
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      minify: true,
      externalizeDeps: { exclude: [] },
      rollupOptions: {
        input: {
          index: at('src/main/index.ts'),
          serve: at('src/main/serve.ts'),
          cli: at('src/main/cli.ts'),
          keychain: at('src/main/keychain.ts'),
          'documents-worker': at('src/main/documents-worker.ts'),
        },
        external: ['electron', 'better-sqlite3', '@napi-rs/keyring', 'playwright-core'],
      },
    },
  },
  preload: {
    build: {
      minify: true,
      rollupOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react(), servedAtRoot],
    build: {
      minify: true,
      rollupOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
})
