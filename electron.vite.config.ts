import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Both shells serve the app at the root, and an address may be any number of folders deep: its files are named from the root.
 *  electron-vite sets './' in production, so this comes after it. */
const servedAtRoot: Plugin = { name: 'served-at-root', enforce: 'post', config: () => ({ base: '/' }) }

/** Three bundles: main (Electron, loopback host, command line, the keychain's helper), preload, renderer.
 *  Everything is bundled but Electron, the two addons (SQLite, the keychain) and Playwright, which finds its own files by their
 *  places: a package carries these three and no dependency tree. */
export default defineConfig({
  main: {
    build: {
      minify: true,
      externalizeDeps: { exclude: [] },
      rollupOptions: {
        input: {
          index: at('src/main/index.ts'),
          serve: at('src/main/serve.ts'),
          cli: at('src/main/cli.ts'),
          keychain: at('src/main/keychain.ts'),
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
