import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createCalendar } from '#main/domains/applications/cards/calendar.ts'
import { createHistoryService } from '#main/domains/applications/history.service.ts'
import { type BriefingsService, createBriefingsService } from '#main/domains/briefings/briefings.service.ts'
import { createMarketService } from '#main/domains/jobs/market/market.service.ts'
import { createInboxRepo } from '#main/domains/notifications/inbox/inbox.repo.ts'
import { createFreshMatchesService } from '#main/domains/recommendations/fresh-matches.service.ts'
import { createSettingsService, type SettingsService } from '#main/domains/settings/settings.service.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import type { BriefingKind } from '#shared/briefings.ts'
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts'
import { tempDir } from './profile.ts'
import { silentLog } from './silent-log.ts'

/** A briefing that was kept, and the message about it. */
export interface KeptBriefing {
  readonly kind: BriefingKind
  readonly slotAt: number
  readonly madeAt: number
  readonly zone: string
  readonly title: string
}

/** A profile without jobs on which briefings come by themselves, in one process or in two that both believe to lead. */
export interface BriefingsWorld {
  readonly clock: FakeClock
  readonly database: Database
  readonly settings: SettingsService
  readonly briefings: () => BriefingsService
  readonly kept: () => KeptBriefing[]
  /** Time passes, and every process ticks. */
  readonly awake: (ms: number) => Promise<void>
  /** Time passes, and nobody ticks. */
  readonly asleep: (ms: number) => void
  /** The app is closed and opened again. */
  readonly restart: () => void
  readonly update: (patch: Record<string, unknown>) => void
}

const TICK_MS = 20_000
/** Ticks after a leap until what is due has been dealt with. */
const TICKS_AFTER_LEAP = 6

export function createBriefingsWorld(options: {
  readonly now: number
  readonly settings?: Record<string, unknown>
  readonly processes?: number
}): BriefingsWorld {
  const { processes = 1 } = options
  const clock = createFakeClock({ now: options.now })
  const path = join(tempDir(), 'profile.db')
  const open = () => {
    const database = openDatabase({ path, now: options.now })
    onTestFinished(() => database.close())
    // A year of commits, and no power cut among them.
    database.raw.pragma('synchronous = OFF')
    return database
  }
  const databases = Array.from({ length: processes }, open)
  const [database] = databases
  if (database === undefined) throw new Error('a world needs a process')
  let known = -Infinity
  const settings = createSettingsService({
    database,
    clock,
    log: silentLog,
    knownSources: [],
    onChange: () => {
      known = -Infinity
      for (const service of services) service.settingsChanged()
    },
  })
  const start = () => databases.map((own) => createBriefings(own, { clock, settings }))
  let services = start()
  if (options.settings !== undefined) settings.update(options.settings)
  const kept = database.raw.prepare<[], KeptBriefing>(
    `select kind, slot_at as slotAt, made_at as madeAt, zone, title from briefing
     join notification on key = 'briefing:' || kind || ':' || slot_at order by briefing.id`,
  )

  async function tick(ms: number): Promise<void> {
    clock.jump(ms)
    for (const service of services) service.tick(clock.now())
    for (const service of services) await service.settled()
  }

  /** How far one may leap, which the app takes for a sleep: to a moment before the next time of any kind. None while one may have just come. */
  function leapMs(): number {
    const isOver = known <= clock.now()
    if (isOver) known = Math.min(...Object.values(first().next().next).map((at) => at ?? Infinity))
    return isOver ? 0 : known - clock.now() - 2 * TICK_MS
  }

  const first = (): BriefingsService => {
    const [service] = services
    if (service === undefined) throw new Error('a world needs a process')
    return service
  }

  return {
    clock,
    database,
    settings,
    briefings: first,
    kept: () => kept.all(),
    awake: async (ms) => {
      const until = clock.now() + ms
      for (let ticks = 1; clock.now() < until; ticks += 1) {
        const left = until - clock.now()
        const isSettled = ticks % TICKS_AFTER_LEAP === 0
        await tick(Math.min(left, Math.max(isSettled ? leapMs() : 0, TICK_MS)))
      }
    },
    asleep: (ms) => {
      clock.jump(ms)
      known = -Infinity
    },
    restart: () => {
      services = start()
    },
    update: (patch) => {
      settings.update(patch)
    },
  }
}

function createBriefings(
  database: Database,
  { clock, settings }: { clock: FakeClock; settings: SettingsService },
): BriefingsService {
  const inbox = createInboxRepo(database)
  const unasked = () => {
    throw new Error('there are no jobs')
  }
  return createBriefingsService({
    database,
    clock,
    log: silentLog,
    facts: {
      history: createHistoryService(database),
      calendar: createCalendar(database),
      matches: createFreshMatchesService({ database, explain: unasked }),
      market: createMarketService({ database, jobs: { columns: unasked, columnsReady: () => Promise.resolve() } }),
      scoredUntil: (now) => now,
      lastRun: () => null,
      nextRunAt: () => null,
      ghostedAfterDays: () => settings.get().ghostedAfterDays,
    },
    settings: settings.get,
    zone: () => settings.get().timeZone ?? 'UTC',
    tell: (telling) => inbox.add(telling, { now: clock.now() }) !== null,
    onChange: () => undefined,
  })
}
