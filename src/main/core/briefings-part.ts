import { createAchievementsService } from '../domains/briefings/achievements/achievements.service.ts'
import { createBriefingsService } from '../domains/briefings/briefings.service.ts'
import { scoredUntil } from '../domains/briefings/content/scored-until.ts'
import { createRulesService } from '../domains/briefings/rules/rules.service.ts'
import type { ApplicationsService } from '../domains/applications/applications.service.ts'
import { createHistoryService } from '../domains/applications/history.service.ts'
import type { JobsService } from '../domains/jobs/jobs.service.ts'
import { createMarketService } from '../domains/jobs/market/market.service.ts'
import type { RunsRepo } from '../domains/jobs/runs/runs.repo.ts'
import { createToldAlertsService } from '../domains/jobs/searches/told-alerts.service.ts'
import type { NotificationsService } from '../domains/notifications/notifications.service.ts'
import { createFreshMatchesService } from '../domains/recommendations/fresh-matches.service.ts'
import type { RecommendationsService } from '../domains/recommendations/recommendations.service.ts'
import { SCORE_JOBS_TASK } from '../domains/recommendations/scores/score-jobs.task.ts'
import type { SchedulerService } from '../domains/scheduler/scheduler.service.ts'
import type { Ground } from './ground.ts'
import type { Part } from './part.ts'

/** Runs among which the last one that ended is looked for, and those whose jobs await their scores. */
const RUNS_LOOKED_AT = 5

export interface ToldOf {
  readonly applications: Pick<ApplicationsService, 'calendar'>
  readonly jobs: Pick<JobsService, 'columns' | 'columnsReady'>
  readonly recommendations: Pick<RecommendationsService, 'explain'>
  readonly schedule: Pick<SchedulerService, 'get'>
  readonly runs: Pick<RunsRepo, 'newest'>
  readonly notifications: Pick<NotificationsService, 'tell'>
}

/** What the app tells by itself: briefings at their times, what happens, achievements. */
export function createBriefingsPart(ground: Ground, told: ToldOf) {
  const { clock, database, log, settings, zone, tasks } = ground
  const { tell } = told.notifications
  const history = createHistoryService(database)
  const matches = createFreshMatchesService({ database, explain: told.recommendations.explain })
  const ghostedAfterDays = () => settings.get().ghostedAfterDays
  const isScoring = () => tasks.findActive(SCORE_JOBS_TASK) !== null
  const onChange = () => ground.events.publish({ type: 'notifications.changed' })
  const briefings = createBriefingsService({
    database,
    clock,
    log,
    facts: {
      history,
      matches,
      ghostedAfterDays,
      calendar: told.applications.calendar,
      market: createMarketService({ database, jobs: told.jobs }),
      scoredUntil: (now) => scoredUntil(told.runs.newest(RUNS_LOOKED_AT), { now, isScoring: isScoring() }),
      lastRun: () => told.runs.newest(RUNS_LOOKED_AT).find(({ finishedAt }) => finishedAt !== null) ?? null,
      nextRunAt: () => nextRunAt(told.schedule.get()),
    },
    settings: settings.get,
    zone,
    tell,
    onChange,
  })
  const achievements = createAchievementsService({
    database,
    clock,
    log,
    history,
    isOn: () => settings.get().isAchievementsOn,
    zone,
    tell,
    onChange,
  })
  const rules = createRulesService({
    database,
    clock,
    log,
    history,
    matches,
    zone,
    tell,
    ghostedAfterDays,
    alerts: createToldAlertsService(database),
    newestRuns: told.runs.newest,
    isScoring,
  })
  const services = { briefings, achievements }
  let isStopped = false
  return {
    services,
    handlers: [],
    tick: (now) => {
      if (isStopped) return
      briefings.tick(now)
      rules.tick(now)
      achievements.tick(now)
    },
    listen: (event) => {
      if (event.type === 'settings.changed') {
        briefings.settingsChanged()
        achievements.settingsChanged()
      }
      if (event.type === 'applications.changed') {
        rules.applicationsChanged()
        achievements.applicationsChanged()
      }
      if (event.type === 'searches.changed') rules.searchesChanged()
      if (event.type === 'run.changed' && event.run.finishedAt !== null) rules.runEnded()
    },
    stop: async () => {
      isStopped = true
      await Promise.all([briefings.settled(), rules.settled()])
    },
  } satisfies Part<typeof services>
}

/** Null while it is off; slots of a pause are left out. */
function nextRunAt({ isOn, nextAt, pausedUntil }: ReturnType<SchedulerService['get']>): number | null {
  return isOn ? (nextAt.find((at) => at >= (pausedUntil ?? 0)) ?? null) : null
}
