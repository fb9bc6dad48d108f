import { ORPCError } from '@orpc/client'
import { type ErrorCode, type ErrorData, errors } from '#shared/errors.ts'

/** The details of an expected failure; null when it is another one. Pure. */
export function problemData<Code extends ErrorCode>(error: unknown, code: Code): ErrorData<Code> | null {
  if (!(error instanceof ORPCError) || error.code !== code) return null
  const parsed = errors[code].data.safeParse(error.data)
  return parsed.success ? (parsed.data as ErrorData<Code>) : null
}
