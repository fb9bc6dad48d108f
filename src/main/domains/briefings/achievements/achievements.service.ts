import type { Achievement } from '#shared/briefings.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Log } from '#main/infra/log/log.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import type { HistoryService } from '../../applications/history.service.ts'
import type { NotificationsService, Telling } from '../../notifications/notifications.service.ts'
import { actsOf, streaksOf } from '../content/streak.ts'
import { joined } from '../content/words.ts'
import { ACHIEVEMENT_DEFINITIONS, type AchievementDefinition } from './definitions.ts'
import { stepsOf } from './ladders.ts'

/** What was done a moment ago may be a slip that is about to be taken back. */
const GRACE_MS = 60_000
/** An interview takes place without anybody doing anything here. */
const LOOK_EVERY_MS = 15 * 60_000

export interface AchievementsService {
  /** Nothing is shown while they are switched off. Counts are of now; what was earned stays earned. */
  readonly view: () => { isOn: boolean; achievements: Achievement[]; streakDays: number }
  /** Notes and tells what was reached. For the leader of the background work; it never throws. */
  readonly tick: (now: number) => void
  readonly applicationsChanged: () => void
  readonly settingsChanged: () => void
}

export interface AchievementsDeps {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly history: Pick<HistoryService, 'between'>
  readonly isOn: () => boolean
  readonly zone: () => string
  readonly tell: NotificationsService['tell']
  readonly onChange: () => void
}

/** Marks on the way, earned once and for good: what is undone later takes none away. While they are off they are noted and not told, so that
 *  who switches them on is not told of old ones. */
export function createAchievementsService(deps: AchievementsDeps): AchievementsService {
  const { database, clock, log, history, isOn, zone } = deps
  const earned = database.raw.prepare<[], { key: string; earnedAt: number }>(
    'select key, earned_at as earnedAt from achievement',
  )
  const insert = database.raw.prepare<[string, number]>(
    'insert into achievement (key, earned_at) values (?, ?) on conflict (key) do nothing',
  )
  let wasOn = isOn()
  let lookAt = -Infinity

  /** Everything up to the instant. */
  function stepsUpTo(until: number) {
    return stepsOf(history.between({ after: 0, until }), { now: until, zone: zone() })
  }

  function note(now: number, { isTold }: { isTold: boolean }): void {
    const known = new Set(earned.all().map(({ key }) => key))
    const missing = ACHIEVEMENT_DEFINITIONS.filter(({ key }) => !known.has(key))
    if (missing.length === 0) return
    const steps = stepsUpTo(now - GRACE_MS)
    const reached = missing.flatMap((definition) => {
      const earnedAt = steps[definition.ladder][definition.goal - 1]
      return earnedAt === undefined ? [] : [{ ...definition, earnedAt }]
    })
    if (reached.length === 0) return
    const isNew = database.write(() => {
      const news = reached.filter(({ key, earnedAt }) => insert.run(key, earnedAt).changes === 1)
      if (news.length > 0 && isTold) deps.tell(tellingOf(news))
      return news.length > 0
    })
    if (isNew) deps.onChange()
  }

  return {
    view: () => {
      if (!isOn()) return { isOn: false, achievements: [], streakDays: 0 }
      const now = clock.now()
      const earnedAt = new Map(earned.all().map((row) => [row.key, row.earnedAt]))
      const happenings = history.between({ after: 0, until: now })
      const steps = stepsOf(happenings, { now, zone: zone() })
      return {
        isOn: true,
        achievements: ACHIEVEMENT_DEFINITIONS.map(({ key, title, body, ladder, goal }) => ({
          key,
          title,
          body,
          goal,
          count: steps[ladder].length,
          earnedAt: earnedAt.get(key) ?? null,
        })),
        streakDays: streaksOf(actsOf(happenings), { now, zone: zone() }).current,
      }
    },
    tick: (now) => {
      // A clock that was set back would put it off for as long.
      if (now < lookAt && lookAt - now <= LOOK_EVERY_MS) return
      lookAt = now + LOOK_EVERY_MS
      try {
        note(now, { isTold: isOn() })
      } catch (error) {
        log.error({ err: error }, 'achievements could not be looked at')
      }
    },
    applicationsChanged: () => {
      lookAt = Math.min(lookAt, clock.now() + GRACE_MS + 1000)
    },
    settingsChanged: () => {
      const isNowOn = isOn()
      // Reached while they were off.
      if (isNowOn && !wasOn) note(clock.now() + GRACE_MS, { isTold: false })
      wasOn = isNowOn
    },
  }
}

/** Several at once are one message. Pure. */
export function tellingOf(news: readonly AchievementDefinition[]): Telling {
  const [first] = news
  const isOne = news.length === 1 && first !== undefined
  return {
    type: 'achievement',
    key: `achievement:${news.map(({ key }) => key).join('+')}`,
    title: isOne ? first.title : `${news.length} achievements`,
    body: isOne ? first.body : `${joined(news.map(({ title }) => title))}.`,
    path: '/briefing/achievements',
    count: news.length,
  }
}
