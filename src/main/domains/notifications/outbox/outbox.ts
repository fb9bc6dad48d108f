import type { NotificationChannel } from '#shared/notifications.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Log } from '#main/infra/log/log.ts'
import { SecretStoreError } from '#main/infra/secrets/secret-store.ts'
import { hasEnded } from '#main/infra/tasks/lease.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { type Channel, failedForGood, failedForNow, type Outcome } from '../channels/channel.ts'
import type { InboxRepo } from '../inbox/inbox.repo.ts'
import { type Claim, createClaim, type Pace } from './claim.ts'
import { createOutboxRepo } from './outbox.repo.ts'
import { nextTryAt, TRIES_MAX } from './retry-plan.ts'

/** So many in a row at most, before another tick looks at everything anew. */
const BATCH_MAX = 50
/** Every channel gives up before; a row that is "sending" for longer is nobody's. */
const ABANDONED_MS = 75_000
/** The whole way out of the app has five seconds. */
const STOP_BUDGET_MS = 3_000
/** Desktop messages wait so long for a process with a desktop. */
const DESKTOP_WAIT_MS = 86_400_000
const NO_DESKTOP = 'The desktop app was not open for a day. The message is in the inbox.'

export interface OutboxDeps {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly inbox: InboxRepo
  readonly channels: Readonly<Record<NotificationChannel, Channel>>
  /** This process, as others can tell whether it has ended. */
  readonly owner: string
  readonly isLeader: () => boolean
  readonly pace: () => Pace
  readonly onChange: () => void
}

export interface Outbox {
  /** Takes up what is due: all of it in the process that leads, in any other what goes to its desktop. Quick, throws nothing. */
  readonly tick: (now: number) => void
  /** Resolves when nothing is under way. */
  readonly idle: () => Promise<void>
  /** Lets what is under way come to its end for a while; what does not stays "sending", for the next start. */
  readonly stop: () => Promise<void>
}

/** Carries messages out of the app, by their rows in the database: each channel one after the other, all channels side by side. */
export function createOutbox(deps: OutboxDeps): Outbox {
  const { database, clock, log, channels, owner, onChange } = deps
  const repo = createOutboxRepo(database)
  const claim = createClaim({ database, repo, inbox: deps.inbox, owner })
  const busy = new Map<NotificationChannel, Promise<void>>()
  const underWay = new Set<number>()
  const stopping = new AbortController()
  const closing = new AbortController()

  /** What a process handed over and could not say how it went is sent again, under the same key. */
  function recover(now: number): void {
    for (const { id, owner: sender, startedAt, attempts } of repo.sending()) {
      if (sender === owner ? underWay.has(id) : isAlive(sender) && (startedAt ?? 0) > now - ABANDONED_MS) continue
      log.warn({ id, attempts }, 'how the sending of a message went is unknown; it is sent again')
      database.write(() => {
        if (attempts < TRIES_MAX) {
          repo.again(id, { at: now, reason: null, isDouble: true })
          return
        }
        const reason = 'The app ended each time while it was being sent. Try it again when the app stays open.'
        repo.finish(id, { owner: sender ?? owner, state: 'failed', reason, now })
      })
      onChange()
    }
  }

  async function drain(channel: Channel): Promise<void> {
    for (let count = 0; count < BATCH_MAX && !closing.signal.aborted && isOurs(channel.id); count += 1) {
      const { claimed, hasWritten } = claim({ channel: channel.id, now: clock.now(), pace: deps.pace() })
      if (claimed === null) {
        if (hasWritten) onChange()
        return
      }
      underWay.add(claimed.id)
      try {
        onChange()
        await carry(channel, claimed)
      } finally {
        underWay.delete(claimed.id)
      }
      onChange()
    }
  }

  async function carry(channel: Channel, claimed: Claim): Promise<void> {
    const outcome = await sent(channel, claimed)
    if (outcome.kind === 'cut' || stopping.signal.aborted) return
    settle(channel.id, { claimed, outcome })
  }

  async function sent(channel: Channel, { id, message }: Claim): Promise<Outcome> {
    const problem = channel.problem()
    if (problem !== null) return failedForGood(problem)
    try {
      return await channel.send(message, stopping.signal)
    } catch (error) {
      if (error instanceof SecretStoreError) return failedForNow(error.message)
      log.error({ id, channel: channel.id, name: nameOf(error) }, 'a channel failed in an unknown way')
      const reason = 'Something went wrong inside the app while it was being sent.'
      return failedForNow(reason, { mayHaveArrived: true })
    }
  }

  function settle(channel: NotificationChannel, { claimed, outcome }: { claimed: Claim; outcome: Outcome }): void {
    const now = clock.now()
    const { id, attempts } = claimed
    database.write(() => {
      if (!repo.isOwn(id, owner)) return
      if (outcome.kind === 'held') return void repo.hold(id, { at: outcome.until, reason: outcome.reason })
      if (outcome.kind !== 'failed') return repo.finish(id, { owner, state: 'sent', reason: null, now })
      const { reason, isFinal, mayHaveArrived, notBefore } = outcome
      log.warn({ id, channel, attempts, isFinal, reason }, 'a message was not sent')
      const at = isFinal ? null : nextTryAt({ tries: attempts, now, notBefore })
      if (at === null) return repo.finish(id, { owner, state: 'failed', reason, now })
      repo.again(id, { at, reason, isDouble: mayHaveArrived })
    })
  }

  /** The desktop is carried to by whoever has one, and waited for by whoever has none. */
  function isOurs(id: NotificationChannel): boolean {
    return id === 'os' ? channels.os.problem() === null : deps.isLeader()
  }

  function giveUpDesktop(now: number): void {
    const until = now - DESKTOP_WAIT_MS
    if (isOurs('os') || repo.due('os', until) === null) return
    if (database.write(() => repo.expire('os', { until, reason: NO_DESKTOP, now })) > 0) onChange()
  }

  function take(now: number): void {
    if (deps.isLeader()) {
      recover(now)
      giveUpDesktop(now)
    }
    for (const id of repo.active(now)) {
      if (busy.has(id) || !isOurs(id)) continue
      const work = drain(channels[id])
        .catch((error: unknown) => log.error({ channel: id, err: error }, 'the outbox could not go on'))
        .finally(() => busy.delete(id))
      busy.set(id, work)
    }
  }

  return {
    tick: (now) => {
      if (closing.signal.aborted) return
      try {
        take(now)
      } catch (error) {
        log.error({ err: error }, 'the outbox could not be looked at')
      }
    },
    idle: async () => {
      while (busy.size > 0) await Promise.all(busy.values())
    },
    stop: async () => {
      closing.abort()
      if (busy.size === 0) return
      const budget = new AbortController()
      const overdue = clock.sleep(STOP_BUDGET_MS, budget.signal).catch(() => undefined)
      await Promise.race([Promise.all(busy.values()), overdue])
      budget.abort()
      stopping.abort(new Error('the app is closing'))
      await Promise.race([Promise.all(busy.values()), new Promise((resolve) => setImmediate(resolve))])
    },
  }
}

function isAlive(owner: string | null): boolean {
  return owner !== null && !hasEnded(owner)
}

/** Of an error that is not ours only its kind is logged: its words may hold a key. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error
}
