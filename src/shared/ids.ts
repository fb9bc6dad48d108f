import { z } from 'zod'

/** Rowid of a job: hour it was posted × 65,536 + a counter, so that descending id is newest first. */
export const jobIdSchema = z.number().int().positive().brand<'JobId'>()
export type JobId = z.infer<typeof jobIdSchema>

export const runIdSchema = z.string().min(1).max(64).brand<'RunId'>()
export type RunId = z.infer<typeof runIdSchema>

export const taskIdSchema = z.string().min(1).max(64).brand<'TaskId'>()
export type TaskId = z.infer<typeof taskIdSchema>

/** A source's folder name, for example 'arbeitnow'. */
export const sourceIdSchema = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)
export type SourceId = z.infer<typeof sourceIdSchema>
