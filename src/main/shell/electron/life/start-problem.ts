import { DatabaseOpenError } from '../../../infra/db/open.ts'
import { APP_NAME } from '../identity.ts'

const NOT_WRITABLE = /^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EEXIST|ENOSPC)$/

/** Why the app cannot start, for a person, with the way out. Pure. */
export function describeStartProblem(error: unknown, profileDir: string): { title: string; message: string } {
  const title = `${APP_NAME} cannot start`
  if (error instanceof DatabaseOpenError) return { title, message: error.message }
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (NOT_WRITABLE.test(code)) {
    const way = 'Free it, or choose another with --home or CAREER_COPILOT_HOME.'
    return { title, message: `The profile folder ${profileDir} cannot be written (${code}). ${way}` }
  }
  return { title, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
