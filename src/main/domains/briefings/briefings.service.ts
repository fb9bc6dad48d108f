import type { z } from 'zod'
import { BRIEFING_KINDS, type Briefing, type BriefingKind, type briefingLineSchema } from '#shared/briefings.ts'
import { AppError } from '#shared/errors.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Log } from '#main/infra/log/log.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import type { NotificationsService } from '../notifications/notifications.service.ts'
import { createBriefingsRepo, type NewBriefing } from './briefings.repo.ts'
import { MATCH_LEAST } from './content/daily.ts'
import type { BriefingFacts, BriefingSpan } from './content/facts.ts'
import { gather } from './content/gather.ts'
import { spanOf } from './content/spans.ts'
import { isEmpty, letterOf, TYPE_OF_KIND, wordsOf } from './letters/message.ts'
import type { BriefingSettings } from './slots/briefing-lines.ts'
import { type BriefingSlot, createBriefingSlots } from './slots/briefing-slots.ts'

export interface BriefingsService {
  /** As things are now; nothing is kept or told. In turns. */
  readonly now: (kind: BriefingKind) => Promise<Briefing>
  /** How many new matches the daily one of now would tell. */
  readonly newMatches: () => number
  /** The latest first. */
  readonly past: (limit: number) => z.infer<typeof briefingLineSchema>[]
  /** Throws NOT_FOUND. */
  readonly get: (id: number) => Briefing
  readonly next: () => { zone: string; next: Record<BriefingKind, number | null> }
  /** Makes and tells what is due. For the leader of the background work; it never throws. */
  readonly tick: (now: number) => void
  readonly settingsChanged: () => void
  /** Settles when nothing is being made. */
  readonly settled: () => Promise<void>
}

export interface BriefingsDeps {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly facts: BriefingFacts
  readonly settings: () => BriefingSettings
  readonly zone: () => string
  readonly tell: NotificationsService['tell']
  readonly onChange: () => void
}

/** `slotAt`: null for one that is made on demand. */
interface Asked {
  readonly kind: BriefingKind
  readonly slotAt: number | null
  readonly zone: string
}

export function createBriefingsService(deps: BriefingsDeps): BriefingsService {
  const { database, clock, facts, settings, zone } = deps
  const repo = createBriefingsRepo(database)

  function spanAt(now: number, asked: Asked): BriefingSpan {
    return spanOf({ ...asked, now, lastUntil: repo.lastUntil(asked.kind, now), scoredUntil: facts.scoredUntil(now) })
  }

  async function make(asked: Asked) {
    const { kind } = asked
    const now = clock.now()
    const span = spanAt(now, asked)
    const content = await gather(facts, span)
    return { kind, madeAt: now, zone: asked.zone, from: span.from, until: span.until, content }
  }

  async function makeForSlot(slot: BriefingSlot): Promise<NewBriefing> {
    return { ...(await make(slot)), slotAt: slot.slotAt }
  }

  /** One without anything in it is there for who looks, and sent to nobody. */
  function keep(briefing: NewBriefing): boolean {
    const { kind, slotAt, content, madeAt } = briefing
    const id = repo.insert(briefing)
    if (id === null) return false
    const { title, body } = wordsOf(content, { now: madeAt, zone: briefing.zone })
    deps.tell({
      type: TYPE_OF_KIND[kind],
      key: `briefing:${kind}:${slotAt}`,
      title,
      body,
      path: `/briefing/${id}`,
      letter: letterOf(briefing),
      isInboxOnly: isEmpty(content),
    })
    return true
  }

  const slots = createBriefingSlots({
    database,
    clock,
    log: deps.log,
    settings,
    zone,
    repo,
    make: makeForSlot,
    keep,
    onChange: deps.onChange,
  })

  return {
    now: async (kind) => ({ ...(await make({ kind, slotAt: null, zone: zone() })), id: null, slotAt: null }),
    newMatches: () => {
      const { from, until } = spanAt(clock.now(), { kind: 'daily', slotAt: null, zone: zone() })
      return facts.matches.count({ after: from, until, least: MATCH_LEAST })
    },
    past: (limit) => repo.newest(limit),
    get: (id) => {
      const briefing = repo.get(id)
      if (briefing === null) throw new AppError('NOT_FOUND', { entity: 'briefing', id: String(id) })
      return briefing
    },
    next: () => {
      const [daily, evening, weekly] = BRIEFING_KINDS.map(slots.next)
      return { zone: zone(), next: { daily: daily ?? null, evening: evening ?? null, weekly: weekly ?? null } }
    },
    tick: slots.tick,
    settingsChanged: slots.settingsChanged,
    settled: slots.settled,
  }
}
