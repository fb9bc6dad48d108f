import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'

/** How far the background reading is: `left` of `total` jobs carry facts of an earlier reader than `readerVersion`. */
export const readingStateSchema = z.object({
  readerVersion: z.number().int(),
  total: z.number().int(),
  left: z.number().int(),
  isRunning: z.boolean(),
})
export type ReadingState = z.infer<typeof readingStateSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL })

/** `start` reads what an earlier reader has read again; with `isAll` everything, as after a change of exchange rates. */
export const readingContract = {
  state: base.output(readingStateSchema),
  start: base.input(z.object({ isAll: z.boolean().default(false) })).output(readingStateSchema),
  stop: base.output(readingStateSchema),
}
