import type { Run } from '#shared/discovery.ts'
import type { HistoryService } from '../../applications/history.service.ts'
import type { ToldAlertsService } from '../../jobs/searches/told-alerts.service.ts'
import type { NotificationsService, Telling } from '../../notifications/notifications.service.ts'
import type { FreshMatchesService } from '../../recommendations/fresh-matches.service.ts'
import { awaitsScores } from '../content/scored-until.ts'
import { alertTelling, matchTelling, STRONG_MATCH_LEAST } from './match-news.ts'
import { closedTelling } from './status-news.ts'

const DAY_MS = 86_400_000
/** A run that ended longer ago is no news after a start. */
const NEWS_FOR_MS = 2 * DAY_MS
/** An alert is written down in parts: what is older than this is whole. */
const ALERT_WHOLE_MS = 5_000
const RUNS_LOOKED_AT = 5
const BEST_TOLD = 5

export interface RunRulesDeps {
  readonly history: Pick<HistoryService, 'closedOpenings'>
  readonly matches: FreshMatchesService
  readonly alerts: ToldAlertsService
  /** The newest first. */
  readonly newestRuns: (limit: number) => Run[]
  /** New jobs are still being scored. */
  readonly isScoring: () => boolean
  readonly tell: NotificationsService['tell']
}

/** What a run brought that somebody wants to hear: a message a run and rule, and one for what each alert told. */
export interface RunRules {
  /** Looks at runs that ended and were not dealt with; true: some wait for their scores. */
  readonly lookAtRuns: (now: number) => Promise<boolean>
  /** True: some are still being written. */
  readonly lookAtAlerts: (now: number) => boolean
}

export function createRunRules(deps: RunRulesDeps): RunRules {
  const { history, matches, alerts, tell } = deps
  const done = new Set<string>()
  const closedTold = new Set<string>()
  let alertsUpTo: number | null = null

  function tellIf(telling: Telling | null): void {
    if (telling !== null) tell(telling)
  }

  return {
    lookAtRuns: async (now) => {
      let isWaiting = false
      const ended = deps
        .newestRuns(RUNS_LOOKED_AT)
        .filter((run) => run.finishedAt !== null && run.finishedAt > now - NEWS_FOR_MS && !done.has(run.id))
      for (const run of ended) {
        const range = { after: run.startedAt - 1, until: run.finishedAt ?? now }
        if (!closedTold.has(run.id)) tellIf(closedTelling(run.id, history.closedOpenings(range)))
        closedTold.add(run.id)
        if (awaitsScores(range.until, { now, isScoring: deps.isScoring() })) {
          isWaiting = true
          continue
        }
        const question = { ...range, least: STRONG_MATCH_LEAST }
        const best = await matches.best({ ...question, limit: BEST_TOLD })
        tellIf(matchTelling({ runId: run.id, total: matches.count(question), best }))
        done.add(run.id)
      }
      return isWaiting
    },
    lookAtAlerts: (now) => {
      // A clock that ran ahead would keep back what comes until it is reached again.
      const after = alertsUpTo === null || alertsUpTo > now ? now - NEWS_FOR_MS : alertsUpTo
      const until = now - ALERT_WHOLE_MS
      for (const told of alerts.between({ after, until })) tell(alertTelling(told))
      alertsUpTo = Math.max(after, until)
      return alerts.between({ after: until, until: now }).length > 0
    },
  }
}
