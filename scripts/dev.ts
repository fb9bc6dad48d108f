import { spawn } from 'node:child_process'
import { bin, root } from './lib/build-if-needed.ts'
import { findElectron } from './lib/find-electron.ts'

/** Electron with hot reload where its binary is there; else the host, rebuilt and restarted on every change. */
const electron = findElectron()
const child =
  electron.path === null
    ? spawn(process.execPath, ['--watch-path', 'src', '--watch-preserve-output', 'scripts/start.ts', '--no-open'], {
        cwd: root,
        stdio: 'inherit',
      })
    : spawn(process.execPath, [bin('electron-vite'), 'dev', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
if (electron.reason !== null) process.stderr.write(`${electron.reason}: serving the app for the browser.\n`)
child.on('exit', (code) => {
  process.exitCode = code ?? 1
})
