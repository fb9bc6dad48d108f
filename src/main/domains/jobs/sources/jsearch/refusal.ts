import { HttpProblem, type HttpProblemCode } from '#main/infra/http/http.ts'

interface Refusal {
  readonly code: HttpProblemCode
  readonly pattern: RegExp
  readonly message: string
}

/** RapidAPI's own sentences in front of every API. A wrong key and a missing subscription look the same there. */
const REFUSALS: readonly Refusal[] = [
  {
    code: 'quota_used',
    pattern: /exceeded the (?:monthly|daily|hourly)? ?quota/i,
    message: 'The requests of your RapidAPI plan for JSearch are used up',
  },
  {
    code: 'unauthorised',
    pattern:
      /not subscribed to this api|invalid api key|api key is invalid|missing your (?:rapidapi )?(?:application )?key|blocked user/i,
    message: 'RapidAPI does not accept the key for JSearch, or it has no subscription to it',
  },
  { code: 'rate_limited', pattern: /too many requests|rate limit/i, message: 'RapidAPI asks for fewer requests' },
]

/** A refusal in RapidAPI's words, whatever status came with it; null for a text that is none. Pure. */
export function refusalIn(text: string | null, details: Pick<HttpProblem, 'status' | 'retryAt'>): HttpProblem | null {
  const said = text?.slice(0, 2000) ?? ''
  const refusal = REFUSALS.find(({ pattern }) => pattern.test(said))
  return refusal === undefined ? null : new HttpProblem(refusal.code, refusal.message, details)
}

/** The same for a failed request; any other problem is what it is. Pure. */
export function refusalOf(problem: HttpProblem): HttpProblem {
  const isRefused = problem.status !== null && problem.status >= 400 && problem.status < 500
  return (isRefused ? refusalIn(problem.excerpt, problem) : null) ?? problem
}
