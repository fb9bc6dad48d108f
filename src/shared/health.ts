import { oc } from '@orpc/contract'
import { z } from 'zod'
import { errors } from './errors.ts'

export const healthCheckSchema = z.object({
  id: z.enum(['database', 'disk', 'background', 'sources']),
  state: z.enum(['ok', 'warning', 'failing']),
  message: z.string(),
})

export const healthSchema = z.object({
  version: z.string(),
  state: z.enum(['ok', 'warning', 'failing']),
  profileDir: z.string(),
  shell: z.enum(['electron', 'host', 'cli', 'test']),
  uptimeMs: z.number(),
  isLeader: z.boolean(),
  database: z.object({
    sizeBytes: z.number(),
    schemaVersion: z.number().int(),
    sqliteVersion: z.string(),
    jobs: z.number().int(),
    postings: z.number().int(),
  }),
  checks: z.array(healthCheckSchema),
})
export type Health = z.infer<typeof healthSchema>

export const healthContract = {
  get: oc.errors({ INTERNAL: errors.INTERNAL }).output(healthSchema),
}
