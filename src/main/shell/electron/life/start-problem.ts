import { asFolderProblem, DatabaseOpenError } from '../../../infra/db/open.ts'
import { APP_NAME } from '../identity.ts'

/** Why the app cannot start, for a person, with the way out. Pure. */
export function describeStartProblem(error: unknown, profileDir: string): { title: string; message: string } {
  const title = `${APP_NAME} cannot start`
  const problem = error instanceof DatabaseOpenError ? error : asFolderProblem(error, profileDir)
  if (problem !== null) return { title, message: problem.message }
  return { title, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}
