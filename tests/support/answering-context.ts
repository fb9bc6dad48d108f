import { HttpProblem } from '#main/infra/http/http.ts'
import type { SourceContext, SourceRequest } from '#main/domains/jobs/sources/source.ts'
import { offlineContext } from './offline-context.ts'

export interface Answering {
  readonly context: SourceContext
  /** Every request so far. */
  readonly asked: readonly SourceRequest[]
}

/** A context whose requests are answered by a function: with a text, or with the status of a refusal, which becomes the problem that
 *  the client makes of it. `budget` is the number of requests that it has left. */
export function answeringContext(
  answer: (request: SourceRequest, index: number) => string | number,
  { budget = Infinity, ...given }: Partial<SourceContext> & { readonly budget?: number } = {},
): Answering {
  const asked: SourceRequest[] = []
  const context: SourceContext = {
    ...offlineContext(0),
    base: () => 'https://service.example',
    requestsLeft: () => budget - asked.length,
    ...given,
    get: (request) => {
      asked.push(request)
      const said = answer(request, asked.length - 1)
      if (typeof said === 'number')
        return Promise.reject(new HttpProblem(codeOf(said), `status ${said}`, { status: said }))
      return Promise.resolve({ url: request.url, text: said, isNotModified: false })
    },
  }
  return { context, asked }
}

function codeOf(status: number): HttpProblem['code'] {
  if (status === 401 || status === 403) return 'unauthorised'
  if (status === 404 || status === 410) return 'not_found'
  if (status === 429) return 'rate_limited'
  return status < 400 ? 'redirect' : 'server_error'
}
