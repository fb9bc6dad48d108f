import type { HttpClient } from '../../../infra/http/http.ts'

export interface CareersPage {
  /** The address that answered, after redirects. */
  readonly url: string
  readonly html: string
}

/** Fetches a page of the web. Throws HttpProblem. */
export type ReadPage = (url: string, signal: AbortSignal) => Promise<CareersPage>

const TIMEOUT_MS = 15_000
const MAX_BYTES = 5 * 1024 * 1024

/** One request, not repeated: somebody is waiting. `trustedOrigin` is for a stand-in on this machine. */
export function createPageReader(http: HttpClient, trustedOrigin: () => string | null): ReadPage {
  return async (url, signal) => {
    const answer = await http.request({
      url,
      accept: 'html',
      signal,
      trustedOrigin: trustedOrigin(),
      timeoutMs: TIMEOUT_MS,
      maxBytes: MAX_BYTES,
      maxRetries: 0,
    })
    return { url: answer.url, html: answer.text }
  }
}
