import { join } from 'node:path'
import { createLog } from '../../infra/log/log.ts'
import { systemClock } from '../../infra/time/clock.ts'
import type { Ports } from '../../ports.ts'
import { version } from '../../version.ts'
import { profileDirOf } from './profile-dir.ts'

export interface HeadlessOptions {
  readonly shell: Ports['shell']
  readonly home: string | null
  readonly baseUrls: Readonly<Record<string, string>>
}

/** The ports of a process without a window. The log goes to a file in the profile, so that output stays the answer. */
export function headlessPorts(options: HeadlessOptions): Ports {
  const profileDir = profileDirOf({ flag: options.home, env: process.env, platform: process.platform })
  return {
    shell: options.shell,
    version,
    profileDir,
    clock: systemClock,
    log: createLog({ dir: join(profileDir, 'logs'), level: 'info' }),
    baseUrls: options.baseUrls,
  }
}
