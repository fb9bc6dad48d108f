import { ORPCError } from '@orpc/client'
import { errors } from '#shared/errors.ts'

/** A failure in words for the screen. `logId` is there when the core logged the whole story. */
export interface Problem {
  readonly title: string
  readonly message: string
  readonly logId: string | null
}

const TITLES: Readonly<Record<string, string>> = {
  NOT_FOUND: 'It is not here any more',
  RUN_ACTIVE: 'A run is already going on',
  EXPERIMENT_ACTIVE: 'An experiment is already going on',
  NO_SOURCES: 'No source is switched on',
  SETTING_INVALID: 'This value does not fit',
  STALE: 'It was changed elsewhere',
  STAGE_NOT_ALLOWED: 'It cannot go there from here',
  TIME_SKIPPED: 'The clocks skip this time',
  ZONE_UNKNOWN: 'There is no such time zone',
  FILE_REFUSED: 'The file was not taken',
  PROMPT_INVALID: 'The prompt cannot be used',
  WORK_ENDED: 'It was not finished',
  AI_FAILED: 'No language model answered',
  UNAUTHORIZED: 'This window is not connected',
  INTERNAL: 'Something went wrong',
}

/** Chooses words by code; never by reading a message. Pure. */
export function describeProblem(error: unknown): Problem {
  if (error instanceof ORPCError) {
    return {
      title: TITLES[error.code] ?? 'Something went wrong',
      message: endedWhy(error) ?? error.message,
      logId: logIdOf(error.data),
    }
  }
  return {
    title: 'The app does not answer',
    message: 'The connection to Career Copilot is gone. It may have been closed; your data is safe on disk.',
    logId: null,
  }
}

/** What was not finished, and what to do then; null for other failures. */
function endedWhy({ code, data }: ORPCError<string, unknown>): string | null {
  return code === 'WORK_ENDED' ? (errors.WORK_ENDED.data.safeParse(data).data?.reason ?? null) : null
}

function logIdOf(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('logId' in data)) return null
  return typeof data.logId === 'string' ? data.logId : null
}
