import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

const INPUTS = ['src', 'resources', 'package.json', 'package-lock.json', 'electron.vite.config.ts']
const STAMP = join(root, 'out', '.built')

/** Builds main, preload and renderer when any of their inputs is newer than the last build. Exits with the build's own code
 *  when it fails. Quiet: what the build says goes to standard error. */
export function buildIfNeeded(): void {
  if (existsSync(STAMP) && newestChange(INPUTS.map((input) => join(root, input))) <= statSync(STAMP).mtimeMs) return
  const startedAt = new Date()
  process.stderr.write('Building the app…\n')
  const build = spawnSync(process.execPath, [bin('electron-vite'), 'build', '--logLevel', 'error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  })
  if (build.status !== 0) process.exit(build.status ?? 1)
  writeFileSync(STAMP, startedAt.toISOString())
  // The stamp is as old as the build's start: what was edited while it ran may not be in it.
  utimesSync(STAMP, startedAt, startedAt)
}

/** The JavaScript file behind a package's command, to be run with this same Node. */
export function bin(name: string): string {
  const paths: Record<string, string> = {
    'electron-vite': 'electron-vite/bin/electron-vite.js',
    vitest: 'vitest/vitest.mjs',
    playwright: '@playwright/test/cli.js',
    tsc: 'typescript/bin/tsc',
    oxlint: 'oxlint/bin/oxlint',
    oxfmt: 'oxfmt/bin/oxfmt',
    knip: 'knip/bin/knip.js',
    'electron-builder': 'electron-builder/cli.js',
  }
  const path = paths[name]
  if (path === undefined) throw new Error(`No path is known for the command ${name}`)
  return join(root, 'node_modules', path)
}

function newestChange(paths: readonly string[]): number {
  return paths.reduce((newest, path) => Math.max(newest, changedAt(path)), 0)
}

function changedAt(path: string): number {
  const info = statSync(path, { throwIfNoEntry: false })
  if (info === undefined) return 0
  if (!info.isDirectory()) return info.mtimeMs
  return Math.max(info.mtimeMs, newestChange(readdirSync(path).map((name) => join(path, name))))
}
