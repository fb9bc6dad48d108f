import { z } from 'zod'
import { type SponsorRegister, sponsorRegisterSchema } from '#shared/sponsors.ts'
import type { HttpClient } from '../../../infra/http/http.ts'
import type { Log } from '../../../infra/log/log.ts'
import type { TaskHandler } from '../../../infra/tasks/task.ts'
import { fetchRegister } from './download/fetch-register.ts'
import { type ImportDeps, importRegister } from './import-register.ts'

export const REFRESH_TASK = 'sponsors.refresh'
/** `baseUrl` is the address that the process which asked was told to use: it goes with the task, whoever runs it. */
const payloadSchema = z.object({ register: sponsorRegisterSchema, baseUrl: z.string().nullable() })
export type RefreshPayload = z.infer<typeof payloadSchema>

export interface RefreshTaskOptions {
  readonly deps: ImportDeps
  readonly http: HttpClient
  readonly log: Log
  readonly onImported: (register: SponsorRegister) => void
  /** The task has ended, well or not. */
  readonly onEnded: () => void
}

/** The key of the one refresh of a register that may be unfinished. */
export function refreshKey(register: SponsorRegister): string {
  return `${REFRESH_TASK} ${register}`
}

/** Fetches the newest file of a register and imports it. What is refused stays refused: it is not tried again. */
export function createRefreshTask(options: RefreshTaskOptions): TaskHandler {
  const { deps, http, log, onImported, onEnded } = options
  return {
    kind: REFRESH_TASK,
    maxAttempts: 1,
    recovery: 'resume',
    run: async (payload, { signal, assertLeader }) => {
      const { register, baseUrl } = payloadSchema.parse(payload)
      const fetched = await fetchRegister(register, { http, baseUrl, signal })
      const check = () => {
        signal.throwIfAborted()
        assertLeader()
      }
      const isNew = await importRegister(deps, { register, ...fetched, acceptsSmaller: false, check })
      log.info({ register, isNew }, 'a sponsor register was fetched')
      if (isNew) onImported(register)
      // The word that it is done is written when this returns.
      setImmediate(onEnded)
    },
    onAbandoned: () => onEnded,
  }
}
