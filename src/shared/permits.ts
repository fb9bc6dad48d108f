import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'
import { jobIdSchema } from './ids.ts'

export const DEGREES = ['none', 'vocational', 'bachelor', 'master', 'doctorate'] as const

/** What a permit depends on besides the pay. What is null is not known, and nothing is taken for granted. Dates are ISO days. */
export const permitSituationSchema = z.object({
  /** False for who may work in the EU anyway: then nothing is checked. */
  isPermitNeeded: z.boolean().default(true),
  birthDate: z.iso.date().nullable().default(null),
  degree: z.enum(DEGREES).nullable().default(null),
  degreeOn: z.iso.date().nullable().default(null),
})
export type PermitSituation = z.infer<typeof permitSituationSchema>

export const PERMIT_VERDICTS = ['meets', 'below', 'cannot_tell'] as const
export type PermitVerdict = (typeof PERMIT_VERDICTS)[number]

/** Why a check could not tell, as codes: the screen has the words. */
export const PERMIT_DOUBTS = [
  'no_salary',
  'net_pay',
  'contractor',
  'range_spans',
  'open_range',
  'payments_unknown',
  'holiday_pay_unknown',
  'hours_unknown',
  'no_rate',
  'no_fixed_figure',
  'age_unknown',
  'degree_unknown',
  'degree_date_unknown',
  'occupation_unknown',
  'other_condition',
] as const
export type PermitDoubt = (typeof PERMIT_DOUBTS)[number]

/** One permit of one country for this job and this user. `threshold` is the row that decided: the lowest that surely holds for the
 *  user, else the lowest that may. Amounts are in its currency and per its period; `pay` is the stated pay in the same measure, as
 *  the range that everything unsaid leaves open. `isStale`: the figure is older than its year, or no longer valid. */
export const permitCheckSchema = z.object({
  countryCode: z.string().length(2),
  region: z.string().nullable(),
  permit: z.string(),
  verdict: z.enum(PERMIT_VERDICTS),
  doubts: z.array(z.enum(PERMIT_DOUBTS)),
  threshold: z.object({
    id: z.string(),
    variant: z.string(),
    amount: z.number().nullable(),
    currency: z.string(),
    period: z.enum(['year', 'month']),
    paymentsPerYear: z.number(),
    validFrom: z.string().nullable(),
    validTo: z.string().nullable(),
    source: z.string(),
    isStale: z.boolean(),
  }),
  pay: z.object({ low: z.number(), high: z.number().nullable() }).nullable(),
  /** The day of the exchange rate, when the pay was stated in another currency. */
  ratesAsOf: z.string().nullable(),
})
export type PermitCheck = z.infer<typeof permitCheckSchema>

/** `asOf` is the day on which the thresholds were looked up. Empty `checks`: no permit is needed, or no country with a threshold. */
export const permitReportSchema = z.object({ asOf: z.string(), checks: z.array(permitCheckSchema) })
export type PermitReport = z.infer<typeof permitReportSchema>

export const permitsContract = {
  check: oc
    .errors({ INTERNAL: errors.INTERNAL, NOT_FOUND: errors.NOT_FOUND })
    .input(z.object({ jobId: jobIdSchema }))
    .output(permitReportSchema),
}
