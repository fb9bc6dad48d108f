import { HttpProblem } from '#main/infra/http/http.ts'
import { problemOf } from '../part-problem.ts'
import type { Source, SourcePage } from '../source.ts'
import { manifest } from './manifest.ts'
import { parseBoard } from './parse.ts'

/** One request for each board. The boards were chosen on purpose, so all of their postings are taken. */
export const greenhouse: Source = {
  manifest,
  isConfigured: (plan) => plan.greenhouseBoards.length > 0,
  fetchPage: async (context, cursor) => {
    const boards = context.plan.greenhouseBoards
    const index = indexOf(cursor, boards.length)
    const slug = boards[index]
    if (slug === undefined) return { items: [], nextCursor: null, problem: null }
    const nextCursor = index + 1 < boards.length ? String(index + 1) : null
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

function indexOf(cursor: string | null, count: number): number {
  const index = Number(cursor ?? 0)
  return Number.isInteger(index) && index >= 0 && index < count ? index : 0
}
