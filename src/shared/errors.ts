import { z } from 'zod'

/** Expected failures: a code the UI can act on, and the details it needs to. Anything else reaches a client as INTERNAL with
 *  the id under which the log has the whole story. Nobody parses messages. */
export const errors = {
  NOT_FOUND: {
    status: 404,
    message: 'There is no such record.',
    data: z.object({ entity: z.enum(['job', 'run', 'source', 'task']), id: z.string() }),
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
  SETTING_INVALID: {
    status: 422,
    message: 'A setting has a value that does not fit.',
    data: z.object({ issues: z.array(z.object({ key: z.string(), message: z.string() })) }),
  },
  INTERNAL: {
    status: 500,
    message: 'Something went wrong inside the app.',
    data: z.object({ logId: z.string() }),
  },
} as const

export type ErrorCode = keyof typeof errors
