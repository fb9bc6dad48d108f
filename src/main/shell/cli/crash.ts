import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createLog } from '../../infra/log/log.ts'
import { profileDirOf } from '../headless/profile-dir.ts'

/** One line for a failure that nobody foresaw. The whole of it goes to the log of the profile that `home`, the value of --home,
 *  leads to, if that profile has one. */
export function describeCrash(error: unknown, home: string | null): string {
  const reason = (error instanceof Error ? error.message : String(error)).split('\n', 1)[0]
  const dir = join(profileDirOf({ flag: home, env: process.env, platform: process.platform }), 'logs')
  const place = writeDown(error, dir) ? ` (details in the log, ${dir})` : ''
  return `Something went wrong: ${reason}${place}`
}

function writeDown(error: unknown, dir: string): boolean {
  if (!existsSync(dir)) return false
  try {
    createLog({ dir, level: 'error' }).error({ err: error }, 'the command line failed')
    return true
  } catch {
    // A log that cannot be written must not hide the failure itself; the line then promises no details.
    return false
  }
}
