import { LONGEST_RETRY_AFTER_MS, parseRetryAfter } from '../http/retry.ts'
import { durationMs, type Headers } from './allowance.ts'

const MS = /^\d+(?:\.\d+)?$/
/** Google's "google.rpc.RetryInfo" in the body of its refusals. */
const RETRY_INFO = /"retryDelay"\s*:\s*"(\d+(?:\.\d+)?s)"/

/** When a provider that refused wants to be asked again, UTC ms: by OpenAI's Retry-After in ms, by Retry-After in seconds or as a date, by
 *  Google's word in the body. Null when it does not say; 31 days at the most.
 *  `now` is UTC ms. Pure. */
export function retryAtOf({ headers, body }: { headers: Headers; body: string }, now: number): number | null {
  const ms = headers['retry-after-ms']?.trim() ?? ''
  if (MS.test(ms) && Number(ms) > 0) return now + Math.min(Math.ceil(Number(ms)), LONGEST_RETRY_AFTER_MS)
  const told = parseRetryAfter(headers['retry-after'], now)
  if (told !== null) return told
  const delayMs = durationMs(RETRY_INFO.exec(body)?.[1])
  return delayMs === null || delayMs === 0 ? null : now + Math.min(Math.ceil(delayMs), LONGEST_RETRY_AFTER_MS)
}
