import { randomUUID } from 'node:crypto'
import type { NotificationChannel, QuietHours } from '#shared/notifications.ts'
import type { Database } from '#main/infra/db/driver.ts'
import { startOfDay } from '#shared/local-time.ts'
import type { InboxRepo } from '../inbox/inbox.repo.ts'
import type { Outgoing } from '../message.ts'
import { nextWallTime, quietUntil } from '../preferences/quiet-hours.ts'
import { digestText, groupMessage } from './group-message.ts'
import { DIGEST_KEY, type DueRow, type OutboxRepo } from './outbox.repo.ts'
import { PER_MINUTE_MAX } from './retry-plan.ts'

/** How much may leave, and when. */
export interface Pace {
  readonly quiet: QuietHours
  readonly zone: string
  /** Most messages a channel carries on a local day. */
  readonly dailyCap: number
  /** Wall times at which what was over the cap is told. */
  readonly digestTimes: readonly string[]
}

export interface Claim {
  readonly id: number
  readonly attempts: number
  readonly message: Outgoing
}

/** `claimed` is null when nothing may leave now. `hasWritten`: rows are others than before. */
export interface Claiming {
  readonly claimed: Claim | null
  readonly hasWritten: boolean
}

export interface ClaimDeps {
  readonly database: Database
  readonly repo: OutboxRepo
  readonly inbox: InboxRepo
  readonly owner: string
}

export interface ClaimQuestion {
  readonly channel: NotificationChannel
  readonly now: number
  readonly pace: Pace
}

/** Where a message leads that stands for several. */
const INBOX_SCREEN = '/inbox'

/** Takes the next message of a channel, so that nobody else does. In one transaction: what is due in quiet
 *  hours waits for their end; what waits of one type becomes one message; what is over the day's cap is folded into a digest. */
export function createClaim({ database, repo, inbox, owner }: ClaimDeps) {
  function foldOver(rows: readonly DueRow[], { now, pace }: ClaimQuestion): void {
    const at = nextWallTime(now, { times: pace.digestTimes, zone: pace.zone }) ?? now
    const reason = `Over the ${pace.dailyCap} messages of the day; told in a digest.`
    repo.fold(rows, { at, reason, now })
  }

  function isOverCap({ channel, now, pace }: ClaimQuestion): boolean {
    const { zone, dailyCap } = pace
    const day = { from: startOfDay(now, { zone }), until: startOfDay(now, { zone, days: 1 }) }
    return repo.messagesOf(channel, day) >= dailyCap
  }

  function take(row: DueRow, others: readonly DueRow[], now: number): Claiming {
    repo.carry(row.id, others)
    repo.start(row.id, { owner, now })
    const message = groupMessage(row.key, [row, ...others], INBOX_SCREEN)
    return { claimed: { id: row.id, attempts: row.attempts + 1, message }, hasWritten: true }
  }

  /** What was over the cap becomes one message of its own, in the inbox as read: there, each of it stands already. */
  function tellDigest({ channel, now }: ClaimQuestion): boolean {
    const rows = repo.foldedDue(channel, now)
    if (rows.length === 0) return false
    const { title, body, count, letter } = digestText(rows)
    const [first] = rows
    const type = rows.every((row) => row.type === first?.type) && first !== undefined ? first.type : 'evening_summary'
    const key = `${DIGEST_KEY}${channel}:${randomUUID()}`
    const id = inbox.add({ type, key, title, body, path: INBOX_SCREEN, count, letter }, { now, isRead: true })
    if (id === null) return false
    repo.tellFolded(inbox.addDelivery({ notificationId: id, channel, at: now, now }), rows)
    return true
  }

  function next(question: ClaimQuestion): Claiming {
    const { channel, now, pace } = question
    const until = quietUntil(now, pace)
    if (until !== null) return { claimed: null, hasWritten: repo.postpone(channel, { until, now }) > 0 }
    let hasWritten = tellDigest(question)
    if (repo.triesInWindow(channel, now) >= PER_MINUTE_MAX) return { claimed: null, hasWritten }
    for (let row = repo.due(channel, now); row !== null; row = repo.due(channel, now)) {
      if (row.wasTried || row.isDigest) return take(row, repo.carried(row.id), now)
      const others = row.letter === null ? repo.alike(channel, row) : []
      if (!isOverCap(question)) return take(row, others, now)
      foldOver([row, ...others], question)
      hasWritten = true
    }
    return { claimed: null, hasWritten }
  }

  return (question: ClaimQuestion): Claiming => database.write(() => next(question))
}
