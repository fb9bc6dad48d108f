import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Three bundles: main (Electron, loopback host, command line), preload, renderer.
 *  Everything but the SQLite addon and Electron is bundled, so a package carries one native module and no dependency tree. */
export default defineConfig({
  main: {
    build: {
      minify: true,
      externalizeDeps: { exclude: [] },
      rollupOptions: {
        input: { index: at('src/main/index.ts'), serve: at('src/main/serve.ts'), cli: at('src/main/cli.ts') },
        external: ['electron', 'better-sqlite3'],
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
    plugins: [react()],
    build: {
      minify: true,
      rollupOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
})
