import { join } from 'node:path'
import { asFolderProblem } from '../../infra/db/open.ts'
import { createLog, type Log } from '../../infra/log/log.ts'
import { systemClock } from '../../infra/time/clock.ts'
import type { Ports } from '../../ports.ts'
import { version } from '../../version.ts'
import { profileDirOf } from './profile-dir.ts'

export interface HeadlessOptions {
  readonly shell: Ports['shell']
  readonly home: string | null
  readonly baseUrls: Readonly<Record<string, string>>
}

/** The ports of a process of Node's. The log goes to a file in the profile, so that output stays the answer.
 *  Throws DatabaseOpenError when the profile folder cannot be written. */
export function headlessPorts(options: HeadlessOptions): Ports {
  const profileDir = profileDirOf({ flag: options.home, env: process.env, platform: process.platform })
  return {
    shell: options.shell,
    version,
    profileDir,
    clock: systemClock,
    log: openLog(profileDir),
    baseUrls: options.baseUrls,
  }
}

function openLog(profileDir: string): Log {
  try {
    return createLog({ dir: join(profileDir, 'logs'), level: 'info' })
  } catch (error) {
    throw asFolderProblem(error, profileDir) ?? error
  }
}
