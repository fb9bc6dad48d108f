import type { QueryClient } from '@tanstack/react-query'
import type { AppEvent } from '#shared/events.ts'
import type { Api } from './api.tsx'
import { createRetry } from './backoff.ts'
import { browserTabs } from './browser-tabs.ts'
import type { Connection } from './connection.ts'
import { followAlone, type EventSink, type Following, type ReadStream } from './event-stream.ts'
import { isActiveRun, laterOf, withRun } from './run-cache.ts'
import { followWithTabs } from './tab-share.ts'
import { throttle } from './throttle.ts'

const JOBS_GAP_MS = 800
/** Counting what is new in every saved search costs more than a page of jobs. */
const SEARCHES_GAP_MS = 4000
const MATCHES_GAP_MS = 2000
const APPLICATIONS_GAP_MS = 300
/** A call is booked and settled, and may be told anew at once. */
const AI_GAP_MS = 300

/** Keeps what is on screen true: follows the core's events and marks what they touch as stale, until `signal` aborts or
 *  the host no longer knows this window. Tabs of one browser share one stream. */
export async function followEvents(options: {
  readonly api: Api
  readonly queryClient: QueryClient
  readonly connection: Connection
  readonly signal: AbortSignal
}): Promise<void> {
  const { api, queryClient, connection } = options
  const signal = AbortSignal.any([options.signal, unauthorised(connection)])
  const tabs = browserTabs()
  const retry = createRetry()
  const refreshJobs = throttle(() => void queryClient.invalidateQueries({ queryKey: api.jobs.key() }), JOBS_GAP_MS)
  signal.addEventListener('abort', refreshJobs.cancel)
  const refreshSearches = throttle(
    () => void queryClient.invalidateQueries({ queryKey: api.searches.key() }),
    SEARCHES_GAP_MS,
  )
  signal.addEventListener('abort', refreshSearches.cancel)

  const refreshMatches = throttle(() => {
    void queryClient.invalidateQueries({ queryKey: api.recommendations.key() })
    void queryClient.invalidateQueries({ queryKey: api.briefings.now.key() })
  }, MATCHES_GAP_MS)
  signal.addEventListener('abort', refreshMatches.cancel)
  const refreshApplications = throttle(() => {
    void queryClient.invalidateQueries({ queryKey: api.applications.key() })
    void queryClient.invalidateQueries({ queryKey: api.offers.key() })
    void queryClient.invalidateQueries({ queryKey: api.briefings.key() })
  }, APPLICATIONS_GAP_MS)
  signal.addEventListener('abort', refreshApplications.cancel)
  const refreshAi = throttle(() => void queryClient.invalidateQueries({ queryKey: api.ai.key() }), AI_GAP_MS)
  signal.addEventListener('abort', refreshAi.cancel)

  const sink: EventSink = {
    opened: () => {
      retry.reset()
      // What a new tab got before it found the open stream may have missed a change; what is still on its way is not sent
      // twice. Later openings follow a gap, so all is asked anew. Over a port the stream is there before any question.
      const isFirst = connection.get() === 'connecting'
      if (tabs || !isFirst) void queryClient.invalidateQueries({}, { cancelRefetch: !isFirst })
      connection.set('live')
    },
    heard: (event) =>
      apply({ api, queryClient, event, refreshJobs, refreshSearches, refreshMatches, refreshApplications, refreshAi }),
    lost: () => connection.set('lost'),
  }
  const following: Following = { read: readStream(api), sink, retry, signal }
  await (tabs ? followWithTabs({ ...following, tabs }) : followAlone(following))
}

function readStream(api: Api): ReadStream {
  return async (sink, signal) => {
    for await (const event of await api.events.stream.call(undefined, { signal })) {
      if (event.type === 'ready') sink.opened()
      else sink.heard(event)
    }
  }
}

/** Aborts when the host no longer knows this window, so that a tab which can only say so does not keep others waiting. */
function unauthorised(connection: Connection): AbortSignal {
  const stop = new AbortController()
  const check = () => {
    if (connection.get() === 'unauthorised') stop.abort()
  }
  connection.subscribe(check)
  check()
  return stop.signal
}

function apply(options: {
  readonly api: Api
  readonly queryClient: QueryClient
  readonly event: AppEvent
  readonly refreshJobs: () => void
  readonly refreshSearches: () => void
  readonly refreshMatches: () => void
  readonly refreshApplications: () => void
  readonly refreshAi: () => void
}): void {
  const { api, queryClient, event, refreshJobs, refreshSearches, refreshMatches, refreshApplications, refreshAi } =
    options
  // What is shown as what would be sent is what is sent.
  const refreshSent = () => {
    void queryClient.invalidateQueries({ queryKey: api.writing.preview.key() })
    void queryClient.invalidateQueries({ queryKey: api.writing.previewInterview.key() })
  }
  switch (event.type) {
    case 'ready':
      return
    case 'jobs.changed':
      refreshJobs()
      refreshSearches()
      refreshMatches()
      return
    case 'searches.changed':
      void queryClient.invalidateQueries({ queryKey: api.searches.key() })
      return
    case 'applications.changed':
      refreshApplications()
      return
    case 'documents.changed':
      // What is made of a content (pages, findings, a match) stays true: it is asked by content.
      void queryClient.invalidateQueries({ queryKey: api.documents.list.key() })
      void queryClient.invalidateQueries({ queryKey: api.documents.get.key() })
      void queryClient.invalidateQueries({ queryKey: api.documents.versions.key() })
      void queryClient.invalidateQueries({ queryKey: api.tailoring.key() })
      refreshSent()
      return
    case 'ai.changed':
      refreshAi()
      refreshSent()
      return
    case 'notifications.changed':
      void queryClient.invalidateQueries({ queryKey: api.notifications.key() })
      // A briefing that was made at its time is told at once, and so is what was reached.
      void queryClient.invalidateQueries({ queryKey: api.briefings.past.key() })
      void queryClient.invalidateQueries({ queryKey: api.briefings.achievements.key() })
      return
    case 'settings.changed':
      // Weights and profile are told as settings. Changes that are on their way from here say themselves what came of them.
      if (queryClient.isMutating({ mutationKey: api.profile.update.mutationKey() }) === 0)
        void queryClient.invalidateQueries({ queryKey: api.profile.key() })
      void queryClient.invalidateQueries({ queryKey: api.career.get.key() })
      refreshSent()
      void queryClient.invalidateQueries({ queryKey: api.tailoring.key() })
      refreshMatches()
      void queryClient.invalidateQueries({ queryKey: api.experiments.key() })
      void queryClient.invalidateQueries({ queryKey: api.notifications.channels.key() })
      void queryClient.invalidateQueries({ queryKey: api.briefings.key() })
      void queryClient.invalidateQueries({ queryKey: api.settings.key() })
      void queryClient.invalidateQueries({ queryKey: api.discovery.sources.key() })
      void queryClient.invalidateQueries({ queryKey: api.schedule.key() })
      void queryClient.invalidateQueries({ queryKey: api.secrets.key() })
      void queryClient.invalidateQueries({ queryKey: api.ai.key() })
      void queryClient.invalidateQueries({ queryKey: api.employers.key() })
      // Which thresholds hold for the user is a setting, and a filter asks for it.
      void queryClient.invalidateQueries({ queryKey: api.permits.key() })
      return
    case 'run.changed': {
      const { run } = event
      queryClient.setQueryData(api.discovery.run.queryKey({ input: { runId: run.id } }), (known) => laterOf(known, run))
      queryClient.setQueriesData<(typeof run)[]>({ queryKey: api.discovery.runs.key() }, (runs) =>
        runs ? withRun(runs, run) : runs,
      )
      if (!isActiveRun(run)) {
        void queryClient.invalidateQueries({ queryKey: api.discovery.sources.key() })
        void queryClient.invalidateQueries({ queryKey: api.health.key() })
        void queryClient.invalidateQueries({ queryKey: api.schedule.key() })
        void queryClient.invalidateQueries({ queryKey: api.employers.key() })
        void queryClient.invalidateQueries({ queryKey: api.coverage.key() })
        refreshJobs()
        refreshSearches()
      }
      return
    }
  }
}
