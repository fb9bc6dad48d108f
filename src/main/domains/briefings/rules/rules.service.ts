import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Log } from '#main/infra/log/log.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import type { HistoryService } from '../../applications/history.service.ts'
import { createDueRules, type DueRulesDeps } from './due-rules.ts'
import { createRunRules, type RunRulesDeps } from './run-rules.ts'

const MINUTE_MS = 60_000
/** Without a word about a change one looks again after so long. */
const LOOK_AGAIN_MS = 30 * MINUTE_MS
/** Between a word about a change and the look, so that several changes are one. */
const SETTLE_MS = 2_000
const WAIT_FOR_MORE_MS = 10_000

export interface RulesDeps extends DueRulesDeps, RunRulesDeps {
  readonly history: HistoryService
  readonly clock: Clock
  readonly log: Log
}

/** Turns what happens into notifications. Each message has a key that names what it tells of: whatever is looked at twice, by one process or
 *  two, is told once. */
export interface RulesService {
  /** Looks at what is due; most of the time that is nothing, and costs a comparison. For the leader of the background work; never throws. */
  readonly tick: (now: number) => void
  readonly applicationsChanged: () => void
  readonly runEnded: () => void
  readonly searchesChanged: () => void
  /** Settles when nothing is being looked at. */
  readonly settled: () => Promise<void>
}

/** One thing that is looked at by itself, and returns when to look again. */
interface Watched {
  readonly name: string
  lookAt: number
  readonly look: (now: number) => number | Promise<number>
}

export function createRulesService(deps: RulesDeps): RulesService {
  const { clock, log } = deps
  const due = createDueRules(deps)
  const runs = createRunRules(deps)
  const alarms = watched('alarms', (now) => Math.min(due.lookAtAlarms(now) ?? Infinity, now + LOOK_AGAIN_MS))
  const interviews = watched('interviews', (now) =>
    Math.min(due.lookAtInterviews(now) ?? Infinity, now + LOOK_AGAIN_MS),
  )
  const silence = watched('silence', (now) => {
    due.lookAtSilence(now)
    return now + LOOK_AGAIN_MS
  })
  const ended = watched('runs', async (now) => {
    const isWaiting = await runs.lookAtRuns(now)
    return now + (isWaiting ? WAIT_FOR_MORE_MS : LOOK_AGAIN_MS)
  })
  const alerts = watched('alerts', (now) => now + (runs.lookAtAlerts(now) ? WAIT_FOR_MORE_MS : LOOK_AGAIN_MS))
  const all = [alarms, interviews, silence, ended, alerts]
  const looking = new Map<string, Promise<void>>()

  function start(one: Watched, now: number): void {
    one.lookAt = now + LOOK_AGAIN_MS
    const look = lookAt(one, now).finally(() => looking.delete(one.name))
    looking.set(one.name, look)
  }

  async function lookAt(one: Watched, now: number): Promise<void> {
    await nextTurn()
    try {
      const next = await one.look(now)
      // A change that came meanwhile wants an earlier look.
      one.lookAt = Math.min(one.lookAt, next)
    } catch (error) {
      one.lookAt = now + MINUTE_MS
      log.error({ rule: one.name, err: error }, 'a rule of the notifications failed')
    }
  }

  function soon(one: Watched): void {
    one.lookAt = Math.min(one.lookAt, clock.now() + SETTLE_MS)
  }

  return {
    tick: (now) => {
      for (const one of all) {
        // A clock that was set back would put it off for as long.
        const isDue = now >= one.lookAt || one.lookAt - now > LOOK_AGAIN_MS
        if (isDue && !looking.has(one.name)) start(one, now)
      }
    },
    applicationsChanged: () => {
      soon(alarms)
      soon(interviews)
    },
    runEnded: () => soon(ended),
    searchesChanged: () => soon(alerts),
    settled: async () => {
      await Promise.all(looking.values())
    },
  }
}

function watched(name: string, look: Watched['look']): Watched {
  return { name, lookAt: -Infinity, look }
}
