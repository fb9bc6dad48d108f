import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './build-if-needed.ts'

const PACKAGE = join(root, 'node_modules', 'electron')
const DOWNLOAD_TIMEOUT_MS = 300_000

export interface FoundElectron {
  readonly path: string | null
  /** Why there is none, as the beginning of a sentence. */
  readonly reason: string | null
}

/** The Electron binary. It is no part of the npm package: the first start downloads it, where that is possible. */
export function findElectron(): FoundElectron {
  if (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return { path: null, reason: 'There is no display for a window' }
  }
  const path = installedPath()
  if (path !== null) return { path, reason: null }
  spawnSync(process.execPath, [join(PACKAGE, 'install.js')], { stdio: 'ignore', timeout: DOWNLOAD_TIMEOUT_MS })
  const downloaded = installedPath()
  return { path: downloaded, reason: downloaded === null ? 'Electron’s program could not be downloaded' : null }
}

/** The binary if it is on this machine already; never downloads. */
export function installedPath(): string | null {
  const pathFile = join(PACKAGE, 'path.txt')
  if (!existsSync(pathFile)) return null
  const path = join(PACKAGE, 'dist', readFileSync(pathFile, 'utf8').trim())
  return existsSync(path) ? path : null
}
