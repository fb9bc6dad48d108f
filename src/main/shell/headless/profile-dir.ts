import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

export interface ProfileDirOptions {
  /** The value of --home. */
  readonly flag: string | null
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly home?: string
}

/** The folder of one person's data: --home, then CAREER_COPILOT_HOME, then the system's own place for application data. */
export function profileDirOf(options: ProfileDirOptions): string {
  const { env, platform, home = homedir() } = options
  const chosen = options.flag ?? env['CAREER_COPILOT_HOME']
  if (chosen !== undefined && chosen !== '') return resolve(chosen)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'career-copilot')
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'career-copilot')
  return join(env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'), 'career-copilot')
}
