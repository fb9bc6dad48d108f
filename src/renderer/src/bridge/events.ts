import type { QueryClient } from '@tanstack/react-query'
import type { AppEvent } from '#shared/events.ts'
import type { Api } from './api.tsx'
import { backoffMs, pause } from './backoff.ts'
import type { Connection } from './connection.ts'
import { isActiveRun, withRun } from './run-cache.ts'
import { throttle } from './throttle.ts'

const JOBS_GAP_MS = 800

/** Keeps what is on screen true: follows the core's events and marks what they touch as stale, until `signal` aborts.
 *  After a break everything is asked again, because events were missed. */
export async function followEvents(options: {
  readonly api: Api
  readonly queryClient: QueryClient
  readonly connection: Connection
  readonly signal: AbortSignal
}): Promise<void> {
  const { api, queryClient, connection, signal } = options
  const refreshJobs = throttle(() => void queryClient.invalidateQueries({ queryKey: api.jobs.key() }), JOBS_GAP_MS)
  signal.addEventListener('abort', refreshJobs.cancel)
  let attempt = 0
  while (!signal.aborted && connection.get() !== 'unauthorised') {
    try {
      const events = await api.events.stream.call(undefined, { signal })
      if (connection.get() === 'lost') void queryClient.invalidateQueries()
      connection.set('live')
      attempt = 0
      for await (const event of events) apply({ api, queryClient, event, refreshJobs })
    } catch (error) {
      if (signal.aborted) return
      // The reason is on screen already: every query of the same broken wire carries it.
      if (!(error instanceof Error)) throw error
    }
    connection.set('lost')
    await pause(backoffMs(attempt, Math.random()), signal)
    attempt += 1
  }
}

function apply(options: {
  readonly api: Api
  readonly queryClient: QueryClient
  readonly event: AppEvent
  readonly refreshJobs: () => void
}): void {
  const { api, queryClient, event, refreshJobs } = options
  switch (event.type) {
    case 'ready':
      return
    case 'jobs.changed':
      refreshJobs()
      return
    case 'settings.changed':
      void queryClient.invalidateQueries({ queryKey: api.settings.key() })
      void queryClient.invalidateQueries({ queryKey: api.discovery.sources.key() })
      return
    case 'run.changed': {
      const { run } = event
      queryClient.setQueryData(api.discovery.run.queryKey({ input: { runId: run.id } }), run)
      queryClient.setQueriesData<(typeof run)[]>({ queryKey: api.discovery.runs.key() }, (runs) =>
        runs ? withRun(runs, run) : runs,
      )
      if (!isActiveRun(run)) {
        void queryClient.invalidateQueries({ queryKey: api.discovery.sources.key() })
        void queryClient.invalidateQueries({ queryKey: api.health.key() })
        refreshJobs()
      }
      return
    }
  }
}
