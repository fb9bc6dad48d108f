import type { CalendarEntry } from '#shared/applications.ts'
import { localDayOf } from '#shared/local-time.ts'
import type { Core } from '../../../core.ts'
import type { Log } from '../../../infra/log/log.ts'
import type { Clock } from '../../../infra/time/clock.ts'
import { type RunSummary, summariseRun } from './run-summary.ts'
import { NOTHING_KNOWN, summariseTray, type TraySummary } from './tray-summary.ts'

const AHEAD_MS = 60 * 86_400_000
/** Without news one looks again after so long: an interview begins, a pause ends. */
const LOOK_AGAIN_MS = 60_000
/** News come in swarms while a run goes on. */
const SETTLE_MS = 2_000

export interface TrayFollower {
  readonly stop: () => void
}

type Client = Core['client']

/** What the tray asks the core. */
export interface TrayQuestions {
  readonly discovery: Pick<Client['discovery'], 'runs'>
  readonly applications: Pick<Client['applications'], 'calendar'>
  readonly schedule: Pick<Client['schedule'], 'get'>
  readonly briefings: Pick<Client['briefings'], 'newMatches'>
}

export interface FollowTrayParts {
  readonly core: { readonly client: TrayQuestions } & Pick<Core, 'events'>
  readonly clock: Clock
  readonly zone: () => string
  readonly log: Log
  readonly formatTime: (at: number) => string
  readonly tell: (summary: TraySummary) => void
}

/** Keeps the tray true: told at once how a run stands, and soon after a change what comes next; new matches are counted when jobs
 *  changed and on a new day. What cannot be asked is logged and left
 *  as it was. */
export function followTray({ core, clock, zone, log, formatTime, tell }: FollowTrayParts): TrayFollower {
  const { client, events } = core
  const end = new AbortController()
  let summary = NOTHING_KNOWN
  let run: RunSummary = summary
  let jobsChanges = 0
  let matches = { day: '', jobsChanges, count: 0 }
  let wake: () => void = () => undefined

  const unlisten = events.listen((event) => {
    if (event.type === 'run.changed') {
      run = summariseRun(event.run, formatTime)
      show({ ...summary, isRunning: run.isRunning })
    }
    const isNewJobs = event.type === 'jobs.changed' || (event.type === 'run.changed' && event.run.finishedAt !== null)
    if (isNewJobs) jobsChanges += 1
    wake()
  })

  function show(next: TraySummary): void {
    summary = next
    if (!end.signal.aborted) tell(summary)
  }

  async function look(): Promise<void> {
    const now = clock.now()
    const [newest] = await client.discovery.runs({ limit: 1 })
    run = summariseRun(newest ?? null, formatTime)
    show(
      summariseTray({
        now,
        run,
        formatTime,
        interviews: await interviewsAhead(now),
        newMatches: await newMatches(now),
        schedule: await client.schedule.get(),
      }),
    )
  }

  async function interviewsAhead(now: number): Promise<CalendarEntry[]> {
    const entries = await client.applications.calendar({ from: now, until: now + AHEAD_MS })
    return entries.filter(({ kind, isDone }) => kind === 'interview' && !isDone)
  }

  async function newMatches(now: number): Promise<number> {
    const day = localDayOf(now, zone())
    if (matches.day === day && matches.jobsChanges === jobsChanges) return matches.count
    const asked = { day, jobsChanges }
    const { count } = await client.briefings.newMatches()
    matches = { ...asked, count }
    return count
  }

  async function follow(): Promise<void> {
    while (!end.signal.aborted) {
      const news = new Promise<void>((resolve) => {
        wake = resolve
      })
      await look().catch((error: unknown) => log.warn({ err: error }, 'the tray could not be brought up to date'))
      const pause = new AbortController()
      await Promise.race([news, quietly(clock.sleep(LOOK_AGAIN_MS, AbortSignal.any([end.signal, pause.signal])))])
      pause.abort()
      await quietly(clock.sleep(SETTLE_MS, end.signal))
    }
  }

  tell(summary)
  void follow()
  return {
    stop: () => {
      unlisten()
      end.abort()
    },
  }
}

/** A sleep that was cut short is over as well. */
async function quietly(sleep: Promise<void>): Promise<void> {
  await sleep.catch((error: unknown) => {
    if (!(error instanceof Error && error.name === 'AbortError')) throw error
  })
}
