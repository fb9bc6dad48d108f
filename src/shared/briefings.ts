import { oc } from '@orpc/contract'
import { z } from 'zod'
import { calendarEntrySchema } from './applications.ts'
import { RUN_STATES } from './discovery.ts'
import { errors } from './errors.ts'
import { jobIdSchema, sourceIdSchema } from './ids.ts'
import { stageSchema } from './stages.ts'

/** What the app tells of a day or a week. Instants are UTC epoch ms; days are those of the user's zone. */
const instant = z.number().int()

export const BRIEFING_KINDS = ['daily', 'evening', 'weekly'] as const
export const briefingKindSchema = z.enum(BRIEFING_KINDS)
export type BriefingKind = z.infer<typeof briefingKindSchema>

const applicationLine = z.object({ applicationId: z.number().int(), title: z.string(), company: z.string() })

/** New since the last one of its kind, or in the last day, best match first. `reasons` are the strongest factors as sentences. */
const newMatches = z.object({
  total: z.number().int(),
  jobs: z.array(
    z.object({
      jobId: jobIdSchema,
      title: z.string(),
      company: z.string(),
      place: z.string(),
      match: z.number().nullable(),
      reasons: z.array(z.string()),
    }),
  ),
})

/** The last run that ended. `failed` are the sources that brought nothing, by name. */
const runHealth = z.object({
  lastRunAt: instant.nullable(),
  state: z.enum(RUN_STATES).nullable(),
  found: z.number().int(),
  fresh: z.number().int(),
  failed: z.array(z.object({ sourceId: sourceIdSchema, name: z.string(), message: z.string() })),
  nextRunAt: instant.nullable(),
})

export const dailyBriefingSchema = z.object({
  kind: z.literal('daily'),
  matches: newMatches,
  interviews: z.array(calendarEntrySchema),
  /** Due today or overdue. */
  deadlines: z.array(calendarEntrySchema),
  followUps: z.array(calendarEntrySchema),
  /** Nobody has answered for long. */
  silent: z.array(applicationLine.extend({ since: instant })),
  run: runHealth,
})

export const eveningSummarySchema = z.object({
  kind: z.literal('evening'),
  done: z.object({
    saved: z.number().int(),
    applied: z.array(applicationLine),
    moved: z.array(applicationLine.extend({ to: stageSchema })),
    interviews: z.array(calendarEntrySchema),
    remindersDone: z.number().int(),
  }),
  /** Due today or before, and not done. */
  open: z.array(calendarEntrySchema),
  tomorrow: z.array(calendarEntrySchema),
})

export const weeklySummarySchema = z.object({
  kind: z.literal('weekly'),
  /** Applications that reached a stage in the week, and in the week before. */
  funnel: z.array(z.object({ stage: stageSchema, count: z.number().int(), before: z.number().int() })),
  /** Days in a row, up to the last, on which something was applied for or moved on. */
  streakDays: z.number().int(),
  /** What the week's new jobs were like. `countries` and `skills` the most frequent; shares are 0 to 1 of the jobs that say. */
  market: z.object({
    newJobs: z.number().int(),
    newJobsBefore: z.number().int(),
    offersVisaShare: z.number().nullable(),
    medianYearEur: z.number().nullable(),
    countries: z.array(z.object({ value: z.string(), count: z.number().int() })),
    skills: z.array(z.object({ value: z.string(), count: z.number().int() })),
  }),
  nextWeek: z.array(calendarEntrySchema),
})

export const briefingContentSchema = z.discriminatedUnion('kind', [
  dailyBriefingSchema,
  eveningSummarySchema,
  weeklySummarySchema,
])
export type BriefingContent = z.infer<typeof briefingContentSchema>

/** `slotAt`: the time of day it is for; null for one that was made on demand. `from` and `until` are what it covers. */
export const briefingSchema = z.object({
  id: z.number().int().nullable(),
  kind: briefingKindSchema,
  slotAt: instant.nullable(),
  madeAt: instant,
  zone: z.string(),
  from: instant,
  until: instant,
  content: briefingContentSchema,
})
export type Briefing = z.infer<typeof briefingSchema>

export const briefingLineSchema = briefingSchema.pick({ id: true, kind: true, slotAt: true, madeAt: true })

export const ACHIEVEMENTS = [
  'first_application',
  'ten_applications',
  'fifty_applications',
  'first_interview',
  'five_interviews',
  'first_offer',
  'accepted',
  'week_streak',
  'followed_up',
] as const
export const achievementSchema = z.object({
  key: z.enum(ACHIEVEMENTS),
  title: z.string(),
  /** A sentence beside it. */
  body: z.string(),
  earnedAt: instant.nullable(),
  /** How far one is, and how far it is. */
  count: z.number().int(),
  goal: z.number().int(),
})
export type Achievement = z.infer<typeof achievementSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL })

export const briefingsContract = {
  /** As things are now; nothing is kept or sent. */
  now: base.input(z.object({ kind: briefingKindSchema })).output(briefingSchema),
  /** How many new matches the daily one of now would tell; as quick as a count. */
  newMatches: base.output(z.object({ count: z.number().int() })),
  /** Those that were made at their time, the latest first. */
  past: base
    .input(z.object({ limit: z.number().int().min(1).max(100).default(30) }))
    .output(z.array(briefingLineSchema)),
  get: base
    .errors({ NOT_FOUND: errors.NOT_FOUND })
    .input(z.object({ id: z.number().int() }))
    .output(briefingSchema),
  /** When each kind comes next, in the user's zone; null while it is off. */
  next: base.output(z.object({ zone: z.string(), next: z.record(briefingKindSchema, instant.nullable()) })),
  achievements: base.output(
    z.object({ isOn: z.boolean(), achievements: z.array(achievementSchema), streakDays: z.number().int() }),
  ),
}
