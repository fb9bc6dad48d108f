import type { SourceTest } from '#shared/discovery.ts'
import type { Log } from '../../../infra/log/log.ts'
import type { Source, SourcePage } from '../sources/source.ts'
import { outcomeOfError } from './run-outcome.ts'
import { openSession, situationOf, type SourceAccess, usesKey } from './source-access.ts'

/** Longer than one request may take, so that the request's own reason is told where there is one. */
const TEST_TIMEOUT_MS = 45_000
/** A list, and a few of its postings: enough to see that both are answered. */
const TEST_REQUESTS = 4

/** Fetches one page with few requests and stores nothing. */
export async function testSource(
  source: Source,
  { access, log }: { access: SourceAccess; log: Log },
): Promise<SourceTest> {
  const startedAt = access.clock.now()
  const end = (result: Omit<SourceTest, 'tookMs'>): SourceTest => ({
    ...result,
    tookMs: access.clock.now() - startedAt,
  })
  const { plan, obstacle } = situationOf(source, access)
  if (obstacle !== null) return end({ state: 'skipped', found: 0, ...obstacle })
  const budget = AbortSignal.timeout(TEST_TIMEOUT_MS)
  try {
    const session = await openSession(source, access, {
      plan,
      // Nothing is stored, so nothing may be remembered as seen.
      validators: { read: () => null, write: () => undefined },
      isStored: () => false,
      signal: budget,
      since: null,
      turn: 0,
      plannedRequests: TEST_REQUESTS,
    })
    return end(judge(await source.fetchPage(session.context, null)))
  } catch (error) {
    if (budget.aborted) {
      const message = `No answer within ${TEST_TIMEOUT_MS / 1000} s; a run may be asking the same host right now.`
      return end({ state: 'error', found: 0, problem: 'timeout', message })
    }
    const { state, problem, message } = outcomeOfError(error, {
      manifest: source.manifest,
      usesKey: usesKey(source, access),
      internalMessage: 'Unexpected failure; the log has the details.',
    })
    if (problem === 'internal') log.error({ sourceId: source.manifest.id, err: error }, 'a source test failed')
    return end({ state, found: 0, problem, message: message ?? '' })
  }
}

function judge(page: SourcePage): Omit<SourceTest, 'tookMs'> {
  const found = page.items.filter((item) => item.ok).length
  if (page.problem !== null) return { state: 'error', found, problem: page.problem.code, message: page.problem.message }
  if (found > 0) return { state: 'ok', found, problem: null, message: `Answers; ${found} postings on the first page.` }
  return { state: 'empty', found, problem: null, message: 'Answers, but has no postings for you now.' }
}
