import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  applicationFileSchema,
  contactSchema,
  interviewKindSchema,
  interviewOutcomeSchema,
  interviewSchema,
  offerSchema,
  payWishSchema,
  reminderKindSchema,
  reminderSchema,
} from './application-parts.ts'
import { errors } from './errors.ts'
import { jobFactsSchema, visaStatusSchema } from './facts.ts'
import { jobIdSchema } from './ids.ts'
import { choiceList } from './lists.ts'
import { stageSchema } from './stages.ts'

/** Instants are UTC epoch ms. */
const instant = z.number().int()
export const applicationIdSchema = z.number().int().positive()
const id = applicationIdSchema

export const PART_CHANGES = ['added', 'changed', 'removed', 'restored'] as const
const change = z.enum(PART_CHANGES)

/** What happened, as the timeline tells it and figures are drawn from. `by`: the user, or the app by a rule. */
export const applicationEventDataSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('created'), stage: stageSchema, from: z.enum(['job', 'hand', 'import']) }),
  z.object({
    type: z.literal('moved'),
    from: stageSchema,
    to: stageSchema,
    fromColumn: id.nullable(),
    toColumn: id.nullable(),
    by: z.enum(['user', 'app']),
  }),
  z.object({ type: z.literal('changed'), fields: z.array(z.string()) }),
  z.object({ type: z.literal('contact'), partId: id, change, name: z.string() }),
  z.object({
    type: z.literal('interview'),
    partId: id,
    change,
    kind: interviewKindSchema,
    startsAt: instant,
    outcome: interviewOutcomeSchema,
  }),
  z.object({ type: z.literal('offer'), partId: id, change, pay: payWishSchema.nullable() }),
  z.object({ type: z.literal('file'), partId: id, change, name: z.string() }),
  z.object({
    type: z.literal('reminder'),
    partId: id,
    change: z.enum([...PART_CHANGES, 'put_off', 'done', 'reopened']),
    kind: reminderKindSchema,
    dueAt: instant,
  }),
  z.object({ type: z.literal('snapshot') }),
  z.object({ type: z.literal('removed') }),
  z.object({ type: z.literal('restored') }),
])
export type ApplicationEventData = z.infer<typeof applicationEventDataSchema>

/** `undoneAt`: when it was taken back; then no figure counts it. */
export const applicationEventSchema = z.object({
  id: z.number().int(),
  applicationId: id,
  at: instant,
  data: applicationEventDataSchema,
  undoneAt: instant.nullable(),
})
export type ApplicationEvent = z.infer<typeof applicationEventSchema>

/** A job posting as it was: it stays when the job is gone. `descriptionHtml` was sanitised as a job's is. */
export const postingSnapshotSchema = z.object({
  takenAt: instant,
  title: z.string(),
  company: z.string(),
  place: z.string(),
  urls: z.array(z.string()),
  descriptionHtml: z.string(),
  /** Null when the facts were written by another version and cannot be read. */
  facts: jobFactsSchema.nullable(),
})
export type PostingSnapshot = z.infer<typeof postingSnapshotSchema>

export const NEXT_STEPS = ['interview', 'answer', 'deadline', 'follow_up', 'other'] as const

/** A card of the board, a row of the table. `rank` orders a column (compared as text). `nextStep`: the earliest planned interview,
 *  open reminder or awaited answer to an offer; overdue ones, too. `looksGhosted`: nothing has happened for as long as the setting
 *  says. `version` grows with every change: who moves an older one is told. */
export const applicationCardSchema = z.object({
  id,
  jobId: jobIdSchema.nullable(),
  title: z.string(),
  company: z.string(),
  place: z.string(),
  url: z.string().nullable(),
  stage: stageSchema,
  stageSince: instant,
  columnId: id.nullable(),
  rank: z.string(),
  appliedAt: instant.nullable(),
  nextStep: z.object({ kind: z.enum(NEXT_STEPS), at: instant }).nullable(),
  match: z.number().nullable(),
  visa: visaStatusSchema.nullable(),
  isJobClosed: z.boolean(),
  looksGhosted: z.boolean(),
  version: z.number().int(),
  createdAt: instant,
  updatedAt: instant,
})
export type ApplicationCard = z.infer<typeof applicationCardSchema>

/** A column of the user's own; it stands for a stage and lies beside that stage's first column. */
export const boardColumnSchema = z.object({ id, name: z.string(), stage: stageSchema, rank: z.string() })
export type BoardColumn = z.infer<typeof boardColumnSchema>

/** Why an application may be one too many: the same job, another posting of that employer with the same title, or that employer. */
export const TWICE_REASONS = ['same_job', 'same_opening', 'same_company'] as const
export const twiceSchema = z.object({
  id,
  title: z.string(),
  company: z.string(),
  stage: stageSchema,
  appliedAt: instant.nullable(),
  reason: z.enum(TWICE_REASONS),
})
export type Twice = z.infer<typeof twiceSchema>

/** `notesVersion` goes up with every saving of the notes. `followUpAt`: when it would be good to ask again, as a suggestion; null when
 *  there is nothing to ask or a reminder is set. `twice`: others that may be the same. */
export const applicationDetailSchema = applicationCardSchema.extend({
  notes: z.string(),
  notesVersion: z.number().int(),
  expectedPay: payWishSchema.nullable(),
  contacts: z.array(contactSchema),
  interviews: z.array(interviewSchema),
  offers: z.array(offerSchema),
  files: z.array(applicationFileSchema),
  reminders: z.array(reminderSchema),
  /** The latest first. */
  timeline: z.array(applicationEventSchema),
  snapshot: postingSnapshotSchema.nullable(),
  followUpAt: instant.nullable(),
  twice: z.array(twiceSchema),
  isRemoved: z.boolean(),
})
export type ApplicationDetail = z.infer<typeof applicationDetailSchema>

/** `text` looks into title, employer, place and notes. Dates are when it was applied for; they leave out what was not. */
export const applicationFilterSchema = z.object({
  text: z.string().max(200).default(''),
  stages: choiceList(stageSchema),
  company: z.string().max(200).default(''),
  appliedFrom: instant.nullable().default(null),
  appliedUntil: instant.nullable().default(null),
  /** 'due': something is to be done today or was before; 'ghosted': looks ghosted. */
  only: z.enum(['all', 'due', 'ghosted']).default('all'),
})
export type ApplicationFilter = z.infer<typeof applicationFilterSchema>

export const APPLICATION_SORTS = [
  'title',
  'company',
  'place',
  'stage',
  'stageSince',
  'appliedAt',
  'nextStep',
  'match',
  'updatedAt',
] as const
export type ApplicationSort = (typeof APPLICATION_SORTS)[number]

export const CALENDAR_KINDS = ['interview', 'answer', 'deadline', 'follow_up', 'other'] as const
/** `partId` is the interview, offer or reminder. `endsAt` is null for what is only due. */
export const calendarEntrySchema = z.object({
  kind: z.enum(CALENDAR_KINDS),
  partId: id,
  at: instant,
  endsAt: instant.nullable(),
  isDone: z.boolean(),
  note: z.string(),
  applicationId: id,
  title: z.string(),
  company: z.string(),
})
export type CalendarEntry = z.infer<typeof calendarEntrySchema>

export const applicationFieldsSchema = z.object({
  title: z.string().trim().min(1).max(300),
  company: z.string().trim().min(1).max(200),
  place: z.string().trim().max(200).default(''),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .nullable()
    .default(null),
})
/** What is left out stays as it is: nothing here has a default. */
export const applicationChangeSchema = applicationFieldsSchema
  .extend({
    place: applicationFieldsSchema.shape.place.unwrap(),
    url: applicationFieldsSchema.shape.url.unwrap(),
  })
  .partial()
  .extend({ appliedAt: instant.nullable().optional(), expectedPay: payWishSchema.nullable().optional() })
export type ApplicationChange = z.infer<typeof applicationChangeSchema>

export const APPLICATIONS_AT_ONCE_MAX = 500
const ids = z.array(id).min(1).max(APPLICATIONS_AT_ONCE_MAX)
const moved = z.object({ card: applicationCardSchema, eventId: z.number().int(), twice: z.array(twiceSchema) })

const base = oc.errors({ INTERNAL: errors.INTERNAL })
const one = base.errors({ NOT_FOUND: errors.NOT_FOUND })
const versioned = one.errors({ STALE: errors.STALE })
const moving = versioned.errors({ STAGE_NOT_ALLOWED: errors.STAGE_NOT_ALLOWED })

export const applicationsContract = {
  /** All cards that match, each column's in order of rank. `total` counts all there are, without the filter. */
  board: base.input(applicationFilterSchema).output(
    z.object({
      columns: z.array(boardColumnSchema),
      cards: z.array(applicationCardSchema),
      total: z.number().int(),
    }),
  ),
  list: base
    .input(
      applicationFilterSchema.extend({
        sort: z.enum(APPLICATION_SORTS).default('updatedAt'),
        isDescending: z.boolean().default(true),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ total: z.number().int(), rows: z.array(applicationCardSchema) })),
  /** What lies between two instants, in order of time. */
  calendar: base.input(z.object({ from: instant, until: instant })).output(z.array(calendarEntrySchema)),
  /** Also of a removed one, until it is gone for good. */
  get: one.input(z.object({ id })).output(applicationDetailSchema),
  /** The application for a job; null: there is none. */
  ofJob: base.input(z.object({ jobId: jobIdSchema })).output(applicationCardSchema.nullable()),
  /** What it may be the same as, before anything is written. */
  twice: base
    .input(
      z.object({
        jobId: jobIdSchema.nullable().default(null),
        company: z.string().max(200).default(''),
        title: z.string().max(300).default(''),
      }),
    )
    .output(z.array(twiceSchema)),
  /** Of a job of this profile, whose posting is kept as it is now, or of one that only the user knows. One application a job: a second
   *  call answers with the first (`isNew` false). Throws NOT_FOUND. */
  add: one
    .input(
      z.object({
        job: z.union([z.object({ jobId: jobIdSchema }), z.object({ fields: applicationFieldsSchema })]),
        stage: stageSchema.default('saved'),
        appliedAt: instant.nullable().default(null),
      }),
    )
    .output(z.object({ card: applicationCardSchema, isNew: z.boolean(), twice: z.array(twiceSchema) })),
  update: versioned
    .input(z.object({ id, version: z.number().int().nullable().default(null), change: applicationChangeSchema }))
    .output(applicationCardSchema),
  /** Throws STALE, with what is stored, when somebody saved notes in between. */
  saveNotes: one
    .errors({ NOTES_STALE: errors.NOTES_STALE })
    .input(z.object({ id, notes: z.string().max(200_000), notesVersion: z.number().int() }))
    .output(z.object({ notesVersion: z.number().int() })),
  /** To a stage, or a column of the same stage; before another card, or to the end of the column. Within one column it only changes
   *  the order and writes no event (`eventId` 0). STAGE_NOT_ALLOWED says where it may go. */
  move: moving
    .input(
      z.object({
        id,
        version: z.number().int(),
        to: stageSchema,
        columnId: id.nullable().default(null),
        before: id.nullable().default(null),
      }),
    )
    .output(moved),
  /** Those that may go there go; the others are told with where they may go. Throws NOT_FOUND for the column. */
  moveMany: one.input(z.object({ ids, to: stageSchema, columnId: id.nullable().default(null) })).output(
    z.object({
      moved: z.array(moved),
      refused: z.array(z.object({ id, stage: stageSchema, allowed: z.array(stageSchema) })),
    }),
  ),
  /** Takes moves back, the last of an application first. Throws STALE for one after which the application moved again. */
  undoMoves: versioned
    .input(z.object({ eventIds: z.array(z.number().int().positive()).min(1).max(APPLICATIONS_AT_ONCE_MAX) }))
    .output(z.array(applicationCardSchema)),
  remove: base.input(z.object({ ids })).output(z.object({ removed: z.array(id) })),
  restore: base.input(z.object({ ids })).output(z.object({ restored: z.array(id) })),
  /** Keeps the posting as it is now. Throws NOT_FOUND when the job is gone. */
  takeSnapshot: one.input(z.object({ id })).output(postingSnapshotSchema),
  /** The user's own columns, each stage's in its order. */
  columns: base.output(z.array(boardColumnSchema)),
  addColumn: base
    .input(z.object({ name: z.string().trim().min(1).max(60), stage: stageSchema }))
    .output(boardColumnSchema),
  updateColumn: one
    .input(z.object({ id, name: z.string().trim().min(1).max(60), before: id.nullable().optional() }))
    .output(boardColumnSchema),
  /** Its cards go to the stage's first column. */
  removeColumn: one.input(z.object({ id })).output(z.object({ column: boardColumnSchema, cardIds: z.array(id) })),
  /** Puts the column back, and the cards that are still where its removal left them. */
  restoreColumn: one.input(z.object({ id, cardIds: z.array(id).max(10_000) })).output(boardColumnSchema),
}
