import { randomUUID } from 'node:crypto'
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { SecretStoreError } from '../../../infra/secrets/secret-store.ts'

/** Others may do nothing with it. */
const OTHERS = 0o077

/** The content of a file that only its owner can read; null when there is none. Throws SecretStoreError 'exposed' for one that
 *  others can read too (Windows has no such modes: its profile folders are private). */
export function readPrivateFile(path: string): Buffer | null {
  const info = statSync(path, { throwIfNoEntry: false })
  if (info === undefined) return null
  if (process.platform !== 'win32' && (info.mode & OTHERS) !== 0) {
    const mode = (info.mode & 0o777).toString(8)
    throw new SecretStoreError(
      'exposed',
      `Other users of this machine can read ${path} (mode ${mode}). Make it private (chmod 600), and set the keys anew if somebody may have read it.`,
    )
  }
  return readFileSync(path)
}

/** Puts a file in place of another in one step: readers see the old or the new content, also after a power cut. */
export function replacePrivateFile(path: string, content: Buffer): void {
  writeBeside(path, content, (unfinished) => renameSync(unfinished, path))
}

/** Writes a file that must not exist yet, whole or not at all; when another process was first, its file stays. */
export function createPrivateFile(path: string, content: Buffer): void {
  writeBeside(path, content, (unfinished) => {
    try {
      linkSync(unfinished, path)
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EEXIST') throw error
    } finally {
      rmSync(unfinished, { force: true })
    }
  })
}

function writeBeside(path: string, content: Buffer, put: (unfinished: string) => void): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const unfinished = `${path}.${randomUUID()}.partial`
  try {
    const file = openSync(unfinished, 'wx', 0o600)
    try {
      writeSync(file, content)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    put(unfinished)
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}
