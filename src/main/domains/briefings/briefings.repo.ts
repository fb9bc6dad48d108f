import type { z } from 'zod'
import type { Briefing, BriefingContent, BriefingKind, briefingLineSchema } from '#shared/briefings.ts'
import type { Database } from '#main/infra/db/driver.ts'

type BriefingLine = z.infer<typeof briefingLineSchema>
export type NewBriefing = Omit<Briefing, 'id' | 'slotAt'> & { readonly slotAt: number }

interface Row extends Omit<Briefing, 'content'> {
  readonly content: string
}

const COLUMNS = 'id, kind, slot_at as slotAt, made_at as madeAt, zone, from_at as "from", until_at as until, content'

/** The table `briefing`, and nothing but it. */
export function createBriefingsRepo({ raw }: Pick<Database, 'raw'>) {
  const insert = raw
    .prepare<Omit<NewBriefing, 'content'> & { content: string }, number>(
      `insert into briefing (kind, slot_at, made_at, zone, from_at, until_at, content)
       values (:kind, :slotAt, :madeAt, :zone, :from, :until, :content) on conflict (kind, slot_at) do nothing returning id`,
    )
    .pluck()
  const one = raw.prepare<[number], Row>(`select ${COLUMNS} from briefing where id = ?`)
  const newest = raw.prepare<[number], BriefingLine>(
    'select id, kind, slot_at as slotAt, made_at as madeAt from briefing order by made_at desc, id desc limit ?',
  )
  const lastUntil = raw
    .prepare<[string, number], number>(
      'select until_at from briefing where kind = ? and until_at <= ? order by slot_at desc limit 1',
    )
    .pluck()
  const around = raw.prepare<[string, number, number], { slotAt: number; zone: string }>(
    'select slot_at as slotAt, zone from briefing where kind = ? and slot_at > ? and slot_at < ?',
  )

  return {
    /** The new row's id; null when its slot has one. */
    insert: (briefing: NewBriefing): number | null =>
      insert.get({ ...briefing, content: JSON.stringify(briefing.content) }) ?? null,
    get: (id: number): Briefing | null => {
      const row = one.get(id)
      return row === undefined ? null : { ...row, content: JSON.parse(row.content) as BriefingContent }
    },
    newest: (limit: number): BriefingLine[] => newest.all(limit),
    /** Up to when the last one of a kind tells, of those that do not reach beyond the instant. */
    lastUntil: (kind: BriefingKind, now: number): number | null => lastUntil.get(kind, now) ?? null,
    /** Slots that have one, between two instants. */
    slotsBetween: (kind: BriefingKind, range: { after: number; before: number }) =>
      around.all(kind, range.after, range.before),
  }
}

export type BriefingsRepo = ReturnType<typeof createBriefingsRepo>
