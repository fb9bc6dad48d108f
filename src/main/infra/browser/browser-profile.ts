import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The name says whose it is: the process that made it. */
const PREFIX = 'career-copilot-browser-'
const OWNER = /^career-copilot-browser-(\d+)-/
/** A browser that was killed may write for a moment still. */
const REMOVE = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 } as const

export interface BrowserProfile {
  /** Absolute path of an empty folder that only this user can read. */
  readonly dir: string
  remove(): Promise<void>
}

/** A folder for one browser's life, among the temporary files. What processes left there that were killed goes on the way. */
export async function createBrowserProfile(root = tmpdir()): Promise<BrowserProfile> {
  await removeLeftovers(root)
  const dir = await mkdtemp(join(root, `${PREFIX}${process.pid}-`))
  return { dir, remove: () => rm(dir, REMOVE) }
}

async function removeLeftovers(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    const owner = Number(OWNER.exec(name)?.[1] ?? Number.NaN)
    if (Number.isNaN(owner) || isAlive(owner)) continue
    await rm(join(root, name), REMOVE).catch((error: unknown) => {
      // On a shared machine it may be somebody else's.
      if (!isForbidden(error)) throw error
    })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

function isForbidden(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')
}
