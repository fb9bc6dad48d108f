import { createHash, randomUUID } from 'node:crypto'
import { existsSync, statSync, unlinkSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../time/clock.ts'

/** Whole files under the hash of their bytes, each once: `<dir>/<first two digits>/<SHA-256>`, for nobody's eyes but the user's. */
export interface ByteStore {
  /** Keeps the bytes and returns their SHA-256 in hex. After it resolves they survive a power cut; when it rejects nothing half is left.
   *  Bytes that are there already count as kept now; damaged ones are mended. */
  readonly keep: (bytes: Uint8Array) => Promise<string>
  readonly has: (sha256: string) => boolean
  /** Null when they are gone. Throws DamagedBytes when they are not what was kept. */
  readonly read: (sha256: string) => Promise<Buffer | null>
  /** The hashes of what was kept last before the instant (UTC ms). Left-overs of writing from before it are cleared away. */
  readonly keptBefore: (instant: number) => Promise<string[]>
  /** Deletes bytes that were kept last before the instant; false when they were kept since, or are gone. */
  readonly drop: (sha256: string, instant: number) => boolean
}

/** The bytes on the disk are not those that were kept. */
export class DamagedBytes extends Error {
  override readonly name = 'DamagedBytes'
}

const HASH = /^[0-9a-f]{64}$/
const UNFINISHED = /^[0-9a-f]{64}\.[0-9a-f-]{36}\.part$/

export interface ByteStoreOptions {
  /** Made when the first bytes come. */
  readonly dir: string
  readonly clock: Clock
}

export function createByteStore({ dir, clock }: ByteStoreOptions): ByteStore {
  function placeOf(sha256: string): { folder: string; path: string } {
    if (!HASH.test(sha256)) throw new RangeError('That is no SHA-256.')
    const folder = join(dir, sha256.slice(0, 2))
    return { folder, path: join(folder, sha256) }
  }

  async function isWhole(path: string, sha256: string): Promise<boolean> {
    const bytes = await ifThere(readFile(path))
    return bytes !== null && hashOf(bytes) === sha256
  }

  return {
    keep: async (bytes) => {
      const sha256 = hashOf(bytes)
      const { folder, path } = placeOf(sha256)
      const seconds = clock.now() / 1000
      if (await isWhole(path, sha256)) {
        // Marked as wanted: the sweep goes by it. When it was swept in between it is written again.
        if ((await ifThere(utimes(path, seconds, seconds).then(() => true))) !== null) return sha256
      }
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const unfinished = `${path}.${randomUUID()}.part`
      try {
        await writeWhole(unfinished, { bytes, seconds })
        await rename(unfinished, path)
      } catch (error) {
        await rm(unfinished, { force: true })
        throw error
      }
      await syncFolder(folder)
      return sha256
    },
    has: (sha256) => existsSync(placeOf(sha256).path),
    read: async (sha256) => {
      const bytes = await ifThere(readFile(placeOf(sha256).path))
      if (bytes !== null && hashOf(bytes) !== sha256) throw new DamagedBytes(`The bytes of ${sha256} are damaged.`)
      return bytes
    },
    keptBefore: async (instant) => {
      const found: string[] = []
      for (const folder of (await ifThere(readdir(dir))) ?? []) {
        if (!/^[0-9a-f]{2}$/.test(folder)) continue
        for (const name of (await ifThere(readdir(join(dir, folder)))) ?? []) {
          const path = join(dir, folder, name)
          const about = await ifThere(stat(path))
          if (about === null || !about.isFile() || about.mtimeMs >= instant) continue
          if (HASH.test(name)) found.push(name)
          else if (UNFINISHED.test(name)) await rm(path, { force: true })
        }
      }
      return found
    },
    drop: (sha256, instant) => {
      const { path } = placeOf(sha256)
      const about = statSync(path, { throwIfNoEntry: false })
      if (about === undefined || about.mtimeMs >= instant) return false
      unlinkSync(path)
      return true
    },
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

interface Written {
  readonly bytes: Uint8Array
  readonly seconds: number
}

async function writeWhole(path: string, { bytes, seconds }: Written): Promise<void> {
  // 'wx': never through a link that somebody laid there.
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.utimes(seconds, seconds)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** So that the new name survives a power cut as the bytes do. */
async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders, and writes names with the file.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Null when there is no such file or folder. */
async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
