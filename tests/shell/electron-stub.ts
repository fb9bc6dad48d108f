import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { FUSE_SENTINEL } from '../../build/fuses.ts'

/** Nine fuses, most of them not as they should be: "1" on, "0" off. */
const LOOSE = '101100011'

/** A file with a fuse wire where Electron's program has one: the sentinel, the version, the number of fuses, the fuses. */
export function fusedProgram(): Buffer {
  return Buffer.concat([
    Buffer.from('stub before '),
    Buffer.from(FUSE_SENTINEL),
    Buffer.from([1, LOOSE.length]),
    Buffer.from(LOOSE),
    Buffer.from(' stub after'),
  ])
}

/** A folder that looks to the packager like an unpacked Electron for this system. */
export function writeElectronStub(dir: string): string {
  const name = { darwin: 'Electron.app', win32: 'electron.exe' }[process.platform as string] ?? 'electron'
  mkdirSync(join(dir, 'resources'), { recursive: true })
  writeFileSync(join(dir, name), fusedProgram(), { mode: 0o755 })
  return dir
}
