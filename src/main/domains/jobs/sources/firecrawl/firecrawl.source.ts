import { HttpProblem } from '#main/infra/http/http.ts'
import type { SourceProblem } from '#shared/discovery.ts'
import { problemOf } from '../plan/part-problem.ts'
import { onceInRun } from '../plan/per-run.ts'
import { queriesInTurn } from '../plan/position.ts'
import { NOTHING_ASKED } from '../plan/reach.ts'
import type { Source, SourceContext } from '../source.ts'
import { manifest } from './manifest.ts'
import { parseScrape } from './parse.ts'
import { scrapeRequest } from './request.ts'

/** What is wrong with one page and says nothing about the next one. */
const AFTER: readonly SourceProblem[] = ['not_found', 'timeout', 'server_error', 'unreadable', 'too_large', 'challenge']

/** One careers page a request; those that a run may not ask for have their turn in the next ones. The pages were chosen on purpose, so
 *  their openings are not filtered. What is still to be asked is the cursor. */
export const firecrawl: Source = {
  manifest,
  parse: (payload) => {
    const { company = null, page = null, url = null } = payload.context
    const isPage = url !== null && !/(?:^|\.)firecrawl\.dev$/.test(URL.parse(url)?.hostname ?? '')
    return parseScrape(payload, { company, url: page ?? (isPage ? url : null) })
  },
  refusal: meaningOf,
  fetchPage: async (context, cursor) => {
    const [url, ...rest] = cursor === null ? pagesInTurn(context) : cursor.split(' ')
    if (url === undefined || context.requestsLeft() < 1) return NOTHING_ASKED
    const page = context.plan.firecrawlPages.find((candidate) => addressOf(candidate) === url)
    // Taken off the list while a run was interrupted.
    if (page === undefined) return { ...NOTHING_ASKED, nextCursor: cursorAfter(context, rest) }
    try {
      const items = parseScrape(await ask(context, url), { company: page.company, url })
      return { items: onlyOnce(context, items), nextCursor: cursorAfter(context, rest), problem: null }
    } catch (error) {
      const problem = problemOf(error instanceof HttpProblem ? meaningOf(error) : error, {
        part: page.company,
        goesOnAfter: AFTER,
      })
      return { items: [], nextCursor: cursorAfter(context, rest), problem }
    }
  },
}

/** Models list some openings twice. */
const onlyOnce = onceInRun()

function pagesInTurn({ plan, turn, requestsLeft }: SourceContext): readonly string[] {
  const urls = [...new Set(plan.firecrawlPages.map(addressOf))]
  return queriesInTurn(urls, { turn, count: requestsLeft() })
}

/** Without blanks, so that it can be part of a cursor. */
function addressOf({ url }: { readonly url: string }): string {
  return URL.parse(url)?.href ?? encodeURI(url)
}

function cursorAfter(context: SourceContext, rest: readonly string[]): string | null {
  return rest.length === 0 || context.requestsLeft() < 1 ? null : rest.join(' ')
}

function ask(context: SourceContext, url: string) {
  return context.get({
    url: `${context.base()}/v2/scrape`,
    accept: 'json',
    method: 'POST',
    headers: { authorization: `Bearer ${context.secret('FIRECRAWL_API_KEY') ?? ''}` },
    json: scrapeRequest(url),
    // Every attempt costs credits.
    maxRetries: 0,
  })
}

/** What Firecrawl means by a status: 402 is its word for used-up credits, and it refuses some sites with the status of a refused key. */
function meaningOf(problem: HttpProblem): HttpProblem {
  const { code, status, retryAt, excerpt } = problem
  if (status === 402 && code === 'unauthorised')
    return new HttpProblem('quota_used', 'The credits of your Firecrawl plan are used up', { status, retryAt })
  if (
    status === 403 &&
    /do not support this site|website is no longer supported|UNSUPPORTED_SITE/i.test(excerpt ?? '')
  ) {
    return new HttpProblem('unreadable', 'Firecrawl does not read this site', { status })
  }
  return problem
}
