import { z } from 'zod'
import { stageSchema } from './stages.ts'

/** Why a file is no sponsor register, or not one to be used: 'empty', 'too_large', 'unreadable' (broken), 'locked' (encrypted), 'foreign'
 *  (something else), 'too_small' (only a part of it), 'shrunk' (much smaller than the one before). */
export const REGISTER_PROBLEMS = [
  'empty',
  'too_large',
  'unreadable',
  'locked',
  'foreign',
  'too_small',
  'shrunk',
] as const
export type RegisterProblem = (typeof REGISTER_PROBLEMS)[number]

const ENTITIES = [
  'job',
  'posting',
  'run',
  'source',
  'task',
  'employer',
  'secret',
  'search',
  'experiment',
  'application',
  'column',
  'contact',
  'interview',
  'offer',
  'file',
  'reminder',
  'import',
  'event',
  'delivery',
  'briefing',
  'document',
  'version',
  'call',
] as const

/** Why a file is not kept: 'empty', 'too_large', 'type' (its bytes are nothing that belongs to an application), 'broken' (it did not
 *  arrive whole), 'disk' (it cannot be written: no space left, no permission). */
export const FILE_PROBLEMS = ['empty', 'too_large', 'type', 'broken', 'disk'] as const

/** Why a file of applications cannot be read: 'empty', 'no_rows' (only a header), 'not_table' (no columns in it), 'broken' (its quotes
 *  do not close, at `line`), 'no_title' (nothing says which job, or at whom). */
export const IMPORT_PROBLEMS = ['empty', 'no_rows', 'not_table', 'broken', 'no_title'] as const

/** Why a file is no career: 'empty', 'not_json', 'not_json_resume', 'too_large'. */
export const CAREER_FILE_PROBLEMS = ['empty', 'not_json', 'not_json_resume', 'too_large'] as const

/** Why work on a document ended before it was done: 'time' and 'memory' (it takes more than it is given), 'ended' (what did it broke). */
export const WORK_PROBLEMS = ['time', 'memory', 'ended'] as const
export type WorkProblem = (typeof WORK_PROBLEMS)[number]

/** Expected failures: a code the UI can act on, and the details it needs to. Anything else reaches a client as INTERNAL with
 *  the id under which the log has the whole story. Nobody parses messages. */
export const errors = {
  NOT_FOUND: {
    status: 404,
    message: 'There is no such record.',
    data: z.object({
      entity: z.enum(ENTITIES),
      id: z.string(),
    }),
  },
  RUN_ACTIVE: {
    status: 409,
    message: 'A discovery run is already going on.',
    data: z.object({ runId: z.string() }),
  },
  NO_SOURCES: {
    status: 409,
    message: 'No source is switched on.',
    data: z.object({ requested: z.array(z.string()) }),
  },
  FIRST_POSTING: {
    status: 409,
    message: 'A job keeps the posting that opened it.',
    data: z.object({ postingId: z.number().int() }),
  },
  BOARD_NOT_RECOGNISED: {
    status: 404,
    message: 'No job board was recognised there.',
    data: z.object({ text: z.string(), tried: z.array(z.string()) }),
  },
  NOT_A_POSTING: {
    status: 422,
    message: 'No job posting was recognised in it.',
    data: z.object({ reason: z.string() }),
  },
  EXPERIMENT_ACTIVE: {
    status: 409,
    message: 'Another experiment is going on.',
    data: z.object({ id: z.number().int(), name: z.string() }),
  },
  STAGE_NOT_ALLOWED: {
    status: 409,
    message: 'An application cannot go there from where it stands.',
    data: z.object({ from: stageSchema, to: stageSchema, allowed: z.array(stageSchema) }),
  },
  STALE: {
    status: 409,
    message: 'It was changed elsewhere in the meantime.',
    data: z.object({ id: z.number().int(), version: z.number().int() }),
  },
  NOTES_STALE: {
    status: 409,
    message: 'The notes were changed elsewhere in the meantime.',
    data: z.object({ notes: z.string(), notesVersion: z.number().int() }),
  },
  TIME_SKIPPED: {
    status: 422,
    message: 'The clocks are put forward over that time.',
    data: z.object({ localTime: z.string(), zone: z.string(), next: z.string() }),
  },
  ZONE_UNKNOWN: {
    status: 422,
    message: 'There is no such time zone.',
    data: z.object({ zone: z.string() }),
  },
  FILE_REFUSED: {
    status: 422,
    message: 'The file was not taken.',
    data: z.object({ problem: z.enum(FILE_PROBLEMS), reason: z.string() }),
  },
  IMPORT_UNREADABLE: {
    status: 422,
    message: 'The file is no table of applications.',
    data: z.object({ problem: z.enum(IMPORT_PROBLEMS), line: z.number().int().nullable() }),
  },
  CAREER_FILE_REFUSED: {
    status: 422,
    message: 'The file is no JSON Resume.',
    data: z.object({ problem: z.enum(CAREER_FILE_PROBLEMS), reason: z.string() }),
  },
  DOCUMENT_LOCKED: {
    status: 409,
    message: 'The document is locked.',
    data: z.object({ id: z.number().int() }),
  },
  CLAIMS_OPEN: {
    status: 409,
    message: 'The document says what no fact of the career backs.',
    data: z.object({ id: z.number().int(), open: z.number().int() }),
  },
  WORK_ENDED: {
    status: 503,
    message: 'The work on it ended before it was done. Try it once more; if that does not help, make it shorter.',
    data: z.object({ problem: z.enum(WORK_PROBLEMS), reason: z.string() }),
  },
  PROMPT_INVALID: {
    status: 422,
    message: 'The prompt cannot be used.',
    data: z.object({ missing: z.array(z.string()), unknown: z.array(z.string()) }),
  },
  AI_FAILED: {
    status: 502,
    message: 'No language model answered.',
    data: z.object({
      provider: z.string(),
      state: z.string(),
      reason: z.string(),
      callId: z.number().int().nullable(),
    }),
  },
  SECRET_STORE: {
    status: 503,
    message: 'The keychain cannot be used.',
    data: z.object({ reason: z.string() }),
  },
  SETTING_INVALID: {
    status: 422,
    message: 'A setting has a value that does not fit.',
    data: z.object({ issues: z.array(z.object({ key: z.string(), message: z.string() })) }),
  },
  REGISTER_REFUSED: {
    status: 422,
    message: 'The file was not taken as a sponsor register.',
    data: z.object({ register: z.string(), problem: z.enum(REGISTER_PROBLEMS), reason: z.string() }),
  },
  INTERNAL: {
    status: 500,
    message: 'Something went wrong inside the app.',
    data: z.object({ logId: z.string() }),
  },
} as const

export type ErrorCode = keyof typeof errors

export type ErrorData<Code extends ErrorCode> = z.infer<(typeof errors)[Code]['data']>

/** An expected failure on its way to a client. Domains throw it; each transport turns it into its own kind of error. */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'AppError'
  readonly code: Code
  readonly data: ErrorData<Code>

  constructor(code: Code, data: ErrorData<Code>, options?: ErrorOptions) {
    super(errors[code].message, options)
    this.code = code
    this.data = data
  }
}
