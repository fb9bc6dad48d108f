import type { SourceContext } from '#main/domains/jobs/sources/source.ts'
import { NO_WISHES } from './read-source.ts'

/** A source's context in which every request fails: for sources that make none. */
export function offlineContext(now: number): SourceContext {
  const refuse = () => Promise.reject(new Error('the source asked the network'))
  return {
    base: () => '',
    plan: NO_WISHES,
    now,
    since: null,
    turn: 0,
    requestsLeft: () => Infinity,
    secret: () => null,
    isStored: () => false,
    get: refuse,
    browse: refuse,
  }
}
