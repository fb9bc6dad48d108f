import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'

/** Of a source that only so many requests are allowed: what has been used of the tightest window and what each scheduled run may
 *  use, so that the allowance lasts until `resetsAt`. */
export const requestPlanSchema = z.object({
  sourceId: z.string(),
  limit: z.number().int(),
  per: z.enum(['minute', 'hour', 'day', 'week', 'month']),
  used: z.number().int(),
  resetsAt: z.number().int(),
  /** Scheduled runs that are left until then. */
  runsLeft: z.number().int(),
  perRun: z.number().int(),
})
export type RequestPlan = z.infer<typeof requestPlanSchema>

/** `description` says the cron line in words; `nextAt` are the next five starts, paused or not. `pausedUntil` null: not paused;
 *  `problem` is why the cron line cannot be used, null when it can. */
export const scheduleSchema = z.object({
  cron: z.string(),
  zone: z.string(),
  isOn: z.boolean(),
  description: z.string(),
  nextAt: z.array(z.number().int()),
  pausedUntil: z.number().int().nullable(),
  lastSlotAt: z.number().int().nullable(),
  problem: z.string().nullable(),
})
export type Schedule = z.infer<typeof scheduleSchema>

/** Until somebody resumes it. */
export const PAUSED_FOR_GOOD = 8_640_000_000_000_000

const base = oc.errors({ INTERNAL: errors.INTERNAL })

export const scheduleContract = {
  get: base.output(scheduleSchema),
  /** What a cron line would mean, before it is saved. Never fails: `problem` says what is wrong with it. */
  preview: base.input(z.object({ cron: z.string().max(200), zone: z.string().max(100) })).output(scheduleSchema),
  pause: base.input(z.object({ until: z.number().int().nullable() })).output(scheduleSchema),
}
