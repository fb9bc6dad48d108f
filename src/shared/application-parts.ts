import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'
import { SALARY_PERIODS } from './facts.ts'
import { permitReportSchema } from './permits.ts'

/** What belongs to an application: people, interviews, offers, files, reminders. Instants are UTC epoch ms. What is removed is kept
 *  for a while and can be put back. */

const id = z.number().int().positive()
/** 2 January 2200: what lies beyond is a slip, and beyond the year 275760 no date at all. */
const LAST_INSTANT = 7_258_204_800_000
const instant = z.number().int().min(0).max(LAST_INSTANT)
const short = (most: number) => z.string().trim().max(most)
const longText = z.string().max(50_000)

export const contactFieldsSchema = z.object({
  name: short(120).min(1),
  role: short(120).default(''),
  email: z.union([z.literal(''), z.email().max(254)]).default(''),
  phone: short(60).default(''),
  /** A page of theirs, http or https. */
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)]).default(''),
  notes: longText.default(''),
})
export const contactSchema = contactFieldsSchema.extend({ id, applicationId: id })
export type Contact = z.infer<typeof contactSchema>

export const INTERVIEW_KINDS = [
  'recruiter',
  'phone',
  'video',
  'technical',
  'assignment',
  'system_design',
  'team',
  'final',
  'other',
] as const
export const interviewKindSchema = z.enum(INTERVIEW_KINDS)
export type InterviewKind = z.infer<typeof interviewKindSchema>

export const INTERVIEW_OUTCOMES = ['planned', 'waiting', 'passed', 'failed', 'cancelled'] as const
export const interviewOutcomeSchema = z.enum(INTERVIEW_OUTCOMES)
export type InterviewOutcome = z.infer<typeof interviewOutcomeSchema>

/** As on a clock on the wall, "2026-03-30T14:00", of a day that the calendar has, from 1990 to 2199; means an instant only together
 *  with an IANA zone. */
export const localTimeSchema = z
  .string()
  .regex(/^(199\d|20\d\d|21\d\d)-\d{2}-\d{2}T\d{2}:\d{2}$/)
  .refine((text) => {
    const at = Date.parse(`${text}:00Z`)
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
  }, 'The calendar has no such day.')

/** `isLater` picks the second of the two instants that a time means which a change of clocks repeats. */
export const interviewFieldsSchema = z.object({
  kind: interviewKindSchema.default('video'),
  localStart: localTimeSchema,
  zone: z.string().min(1).max(100),
  isLater: z.boolean().default(false),
  minutes: z.number().int().min(5).max(1440).default(60),
  /** A room, an address, a link to the call. */
  place: short(2000).default(''),
  people: short(1000).default(''),
  preparation: longText.default(''),
  notes: longText.default(''),
  outcome: interviewOutcomeSchema.default('planned'),
})
/** `startsAt` is what the local time means in its zone. `isRepeated`: the local time comes twice that day. */
export const interviewSchema = interviewFieldsSchema.extend({
  id,
  applicationId: id,
  startsAt: instant,
  isRepeated: z.boolean(),
})
export type Interview = z.infer<typeof interviewSchema>

/** Pay as somebody says it; gross unless the notes say otherwise. */
export const payWishSchema = z.object({
  amount: z.number().positive().max(100_000_000),
  currency: z.string().regex(/^[A-Z]{3}$/),
  period: z.enum(SALARY_PERIODS),
})
export type PayWish = z.infer<typeof payWishSchema>

export const offerFieldsSchema = z.object({
  receivedAt: instant,
  pay: payWishSchema.nullable().default(null),
  bonus: short(500).default(''),
  noticeWeeks: z.number().min(0).max(104).nullable().default(null),
  /** Days a week that may be worked from elsewhere. */
  remoteDays: z.number().min(0).max(7).nullable().default(null),
  vacationDays: z.number().int().min(0).max(365).nullable().default(null),
  startsOn: z.iso.date().nullable().default(null),
  /** Until when an answer is awaited. */
  answerBy: instant.nullable().default(null),
  notes: longText.default(''),
})
/** `yearEur` is gross a year in EUR at the rate of the day `ratesAsOf` (ISO date); null when no pay is told or the currency has no rate. */
export const offerSchema = offerFieldsSchema.extend({
  id,
  applicationId: id,
  yearEur: z.number().nullable(),
  ratesAsOf: z.string().nullable(),
})
export type Offer = z.infer<typeof offerSchema>

/** An offer beside others. `permits` is null when the country of the job is not known. `expectedYearEur`: what the user hoped for. */
export const comparedOfferSchema = offerSchema.extend({
  title: z.string(),
  company: z.string(),
  place: z.string(),
  expectedYearEur: z.number().nullable(),
  permits: permitReportSchema.nullable(),
})
export type ComparedOffer = z.infer<typeof comparedOfferSchema>

export const FILE_KINDS = ['resume', 'letter', 'other'] as const
export const FILE_MAX_BYTES = 20 * 1024 * 1024
/** `mediaType` is what the bytes are, whatever the name says. */
export const applicationFileSchema = z.object({
  id,
  applicationId: id,
  name: z.string(),
  kind: z.enum(FILE_KINDS),
  mediaType: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  addedAt: instant,
})
export type ApplicationFile = z.infer<typeof applicationFileSchema>

export const REMINDER_KINDS = ['follow_up', 'deadline', 'other'] as const
export const reminderKindSchema = z.enum(REMINDER_KINDS)
export type ReminderKind = z.infer<typeof reminderKindSchema>

export const reminderFieldsSchema = z.object({
  kind: reminderKindSchema,
  dueAt: instant,
  note: short(1000).default(''),
})
/** `putOffs`: how often it was put off. */
export const reminderSchema = reminderFieldsSchema.extend({
  id,
  applicationId: id,
  doneAt: instant.nullable(),
  putOffs: z.number().int(),
})
export type Reminder = z.infer<typeof reminderSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL })
const one = base.errors({ NOT_FOUND: errors.NOT_FOUND })
const timed = one.errors({ TIME_SKIPPED: errors.TIME_SKIPPED, ZONE_UNKNOWN: errors.ZONE_UNKNOWN })
const which = z.object({ id })
const ofApplication = z.object({ applicationId: id })

export const contactsContract = {
  add: one.input(ofApplication.extend({ fields: contactFieldsSchema })).output(contactSchema),
  update: one.input(which.extend({ fields: contactFieldsSchema })).output(contactSchema),
  remove: one.input(which).output(contactSchema),
  restore: one.input(which).output(contactSchema),
}

export const interviewsContract = {
  /** Throws TIME_SKIPPED for a local time that its day does not have. One in the past is noted as something that took place. */
  add: timed.input(ofApplication.extend({ fields: interviewFieldsSchema })).output(interviewSchema),
  update: timed.input(which.extend({ fields: interviewFieldsSchema })).output(interviewSchema),
  remove: one.input(which).output(interviewSchema),
  restore: one.input(which).output(interviewSchema),
  /** A calendar file (RFC 5545) with this one interview. */
  ics: one.input(which).output(z.object({ fileName: z.string(), text: z.string() })),
}

export const offersContract = {
  add: one.input(ofApplication.extend({ fields: offerFieldsSchema })).output(offerSchema),
  update: one.input(which.extend({ fields: offerFieldsSchema })).output(offerSchema),
  remove: one.input(which).output(offerSchema),
  restore: one.input(which).output(offerSchema),
  /** Every offer of applications that are open or ended with accepting one, the best paid first; those without known pay last. */
  compare: base.output(z.array(comparedOfferSchema)),
}

const MAX_BASE64_CHARS = Math.ceil(FILE_MAX_BYTES / 3) * 4

export const applicationFilesContract = {
  /** Takes documents, pictures and plain text as what their bytes say they are; throws FILE_REFUSED. Folders in the name are left out. */
  add: one
    .errors({ FILE_REFUSED: errors.FILE_REFUSED })
    .input(
      ofApplication.extend({
        name: z.string().min(1).max(1000),
        kind: z.enum(FILE_KINDS).default('other'),
        base64: z.string().max(MAX_BASE64_CHARS + 4),
      }),
    )
    .output(applicationFileSchema),
  /** Throws NOT_FOUND also when the bytes are gone from the disk. */
  read: one.input(which).output(z.object({ file: applicationFileSchema, base64: z.string() })),
  remove: one.input(which).output(applicationFileSchema),
  restore: one.input(which).output(applicationFileSchema),
}

export const remindersContract = {
  add: one.input(ofApplication.extend({ fields: reminderFieldsSchema })).output(reminderSchema),
  update: one.input(which.extend({ fields: reminderFieldsSchema })).output(reminderSchema),
  /** Puts it off to a later instant. */
  putOff: one.input(which.extend({ until: instant })).output(reminderSchema),
  setDone: one.input(which.extend({ isDone: z.boolean() })).output(reminderSchema),
  remove: one.input(which).output(reminderSchema),
  restore: one.input(which).output(reminderSchema),
}
