import { join } from 'node:path'
import { findBrowser } from '../../infra/browser/find-browser.ts'
import { asFolderProblem } from '../../infra/db/open.ts'
import { createLog, type Log } from '../../infra/log/log.ts'
import { systemClock } from '../../infra/time/clock.ts'
import type { Ports } from '../../ports.ts'
import { version } from '../../version.ts'
import { startDocumentsThread } from './documents-thread/start-thread.ts'
import { entryScript } from './entry-script.ts'
import { profileDirOf } from './profile-dir.ts'
import type { StartHelper } from './secret-store/keychain-wire.ts'
import { startNodeHelper } from './secret-store/node-helper.ts'
import { openSecretStore } from './secret-store/open-secret-store.ts'

export interface HeadlessOptions {
  readonly shell: Ports['shell']
  readonly home: string | null
  readonly baseUrls: Readonly<Record<string, string>>
  /** How this shell starts a process of ours; Node's way unless given. */
  readonly startHelper?: StartHelper
}

/** The ports of a process of Node's. The log goes to a file in the profile, so that output stays the answer.
 *  Throws DatabaseOpenError when the profile folder cannot be written. */
export function headlessPorts(options: HeadlessOptions): Ports {
  const profileDir = profileDirOf({ flag: options.home, env: process.env, platform: process.platform })
  const log = openLog(profileDir)
  const startHelper = options.startHelper ?? startNodeHelper
  return {
    shell: options.shell,
    version,
    profileDir,
    clock: systemClock,
    log,
    baseUrls: options.baseUrls,
    secrets: openSecretStore({ profileDir, clock: systemClock, log, startHelper }),
    startDocumentsThread: () => startDocumentsThread(entryScript('documents-worker')),
    findBrowser: () => findBrowser({ platform: process.platform, variable: fromEnvironment }),
    environment: options.shell === 'electron' ? () => null : fromEnvironment,
  }
}

/** A variable that is set to nothing counts as not set. */
function fromEnvironment(name: string): string | null {
  const value = process.env[name]?.trim() ?? ''
  return value === '' ? null : value
}

function openLog(profileDir: string): Log {
  try {
    return createLog({ dir: join(profileDir, 'logs'), level: 'info' })
  } catch (error) {
    throw asFolderProblem(error, profileDir) ?? error
  }
}
