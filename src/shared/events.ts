import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { runSchema } from './discovery.ts'
import { errors } from './errors.ts'

/** What clients hear about, after the change is committed. All but 'run.changed' say that something is different, not
 *  what: a client asks again. */
export const appEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('jobs.changed') }),
  z.object({ type: z.literal('run.changed'), run: runSchema }),
  z.object({ type: z.literal('searches.changed') }),
  z.object({ type: z.literal('settings.changed') }),
  z.object({ type: z.literal('applications.changed') }),
  z.object({ type: z.literal('notifications.changed') }),
  z.object({ type: z.literal('documents.changed') }),
  /** Calls to language models, what they cost, whom to leave alone, the prompts in use. */
  z.object({ type: z.literal('ai.changed') }),
])
export type AppEvent = z.infer<typeof appEventSchema>

export const eventsContract = {
  stream: oc.errors({ INTERNAL: errors.INTERNAL }).output(eventIterator(appEventSchema)),
}
