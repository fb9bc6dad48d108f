import { spawnSync } from 'node:child_process'
import { bin, buildIfNeeded, root } from './lib/build-if-needed.ts'

/** Builds the app and packs it for this system: installers, or with --dir the folder they would install. Further arguments go to
 *  electron-builder. */
buildIfNeeded()
const config = ['--config', 'build/electron-builder.yml', '--publish', 'never']
const run = spawnSync(process.execPath, [bin('electron-builder'), ...config, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
})
process.exitCode = run.status ?? 1
