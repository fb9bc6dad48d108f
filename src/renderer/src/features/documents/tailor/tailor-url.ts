import { z } from 'zod'
import { jobIdSchema, type JobId } from '#shared/ids.ts'

/** The search part of the address of tailoring: for which job, and what. */
interface TailorSearch {
  readonly job?: JobId
  readonly kind?: 'letter'
}

const whole = z.union([z.number(), z.string().regex(/^\d{1,15}$/)]).transform(Number)

/** Reads any address; what does not fit is as good as absent. Never throws. Pure. */
export function readTailorSearch(raw: Readonly<Record<string, unknown>>): TailorSearch {
  const job = whole.pipe(jobIdSchema).safeParse(raw['job'])
  return {
    ...(job.success ? { job: job.data } : {}),
    ...(raw['kind'] === 'letter' ? { kind: 'letter' } : {}),
  }
}
