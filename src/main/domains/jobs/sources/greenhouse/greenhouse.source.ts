import { HttpProblem } from '#main/infra/http/http.ts'
import { partAt } from '../part-cursor.ts'
import { problemOf } from '../part-problem.ts'
import type { Source, SourcePage } from '../source.ts'
import { manifest } from './manifest.ts'
import { parseBoard } from './parse.ts'

/** One request for each board. The boards were chosen on purpose, so all of their postings are taken. */
export const greenhouse: Source = {
  manifest,
  isConfigured: (plan) => plan.greenhouseBoards.length > 0,
  fetchPage: async (context, cursor) => {
    const at = partAt(context.plan.greenhouseBoards, cursor)
    if (at === null) return { items: [], nextCursor: null, problem: null }
    const { part: slug, nextCursor } = at
    const url = `${context.baseUrl}/v1/boards/${encodeURIComponent(slug)}/jobs?content=true`
    try {
      const answer = await context.get({ url, accept: 'json', isConditional: true })
      const items = answer.isNotModified ? [] : parseBoard(answer, slug)
      return { items, nextCursor, problem: null }
    } catch (error) {
      return { items: [], nextCursor, problem: boardProblem(error, slug) }
    }
  },
}

/** Boards share one host: what the host says to all of them ends the source, what is wrong with one board does not. */
function boardProblem(error: unknown, slug: string): SourcePage['problem'] {
  if (error instanceof HttpProblem && error.code === 'not_found') {
    return { code: 'not_found', message: `Greenhouse has no board called "${slug}"` }
  }
  return problemOf(error, {
    part: `Board "${slug}"`,
    goesOnAfter: ['unreadable', 'too_large', 'unauthorised', 'redirect', 'timeout', 'server_error'],
  })
}
