import { randomUUID } from 'node:crypto'
import { implement, ORPCError } from '@orpc/server'
import { contract } from '#shared/contract.ts'
import { AppError, errors } from '#shared/errors.ts'
import type { Log } from '../infra/log/log.ts'

/** What every procedure stands on: expected failures keep their code; anything else is logged under an id and reaches the client as
 *  INTERNAL with that id. */
export function createBase(log: Log) {
  return implement(contract).use(async ({ next, path }) => {
    try {
      return await next()
    } catch (error) {
      throw asClientError(error, { log, procedure: path.join('.') })
    }
  })
}

export type RouterBase = ReturnType<typeof createBase>

/** What a client did wrong; anything else that is not declared is ours. */
const CLIENT_FAULTS: ReadonlySet<string> = new Set([
  'BAD_REQUEST',
  'NOT_FOUND',
  'METHOD_NOT_SUPPORTED',
  'PAYLOAD_TOO_LARGE',
])

export function asClientError(error: unknown, context: { log: Log; procedure: string }): unknown {
  if (error instanceof AppError) {
    const known = error as AppError
    const { status, message } = errors[known.code]
    return new ORPCError(known.code, { status, message, data: known.data, cause: known })
  }
  if (error instanceof ORPCError && CLIENT_FAULTS.has(error.code)) return error
  if (error instanceof Error && error.name === 'AbortError') return error
  const logId = randomUUID().slice(0, 8)
  context.log.error({ logId, procedure: context.procedure, err: error }, 'a call failed')
  return new ORPCError('INTERNAL', { ...errors.INTERNAL, data: { logId } })
}
