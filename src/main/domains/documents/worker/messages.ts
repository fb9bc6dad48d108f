import { z } from 'zod'
import {
  documentContentSchema,
  documentStyleSchema,
  exportCheckSchema,
  FILE_FORMATS,
  fitReportSchema,
} from '#shared/documents.ts'

/** What the core says to the thread that works on documents, and what that answers. Plain data: it is copied from one to the other. */

const id = z.number().int().positive()
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

const drawSchema = z.object({
  id,
  kind: z.literal('draw'),
  content: documentContentSchema,
  style: documentStyleSchema,
  format: z.enum(FILE_FORMATS),
})
const readSchema = z.object({ id, kind: z.literal('read'), name: z.string(), bytes })
/** Nobody waits for the piece of work of that id any more. */
const leaveSchema = z.object({ id, kind: z.literal('leave') })

export const workMessageSchema = z.discriminatedUnion('kind', [drawSchema, readSchema, leaveSchema])
export type WorkMessage = z.infer<typeof workMessageSchema>
export type WorkRequest = Exclude<WorkMessage, { readonly kind: 'leave' }>
/** As it is asked for, before it has its id. */
export type Work = WorkRequest extends infer R ? (R extends WorkRequest ? Omit<R, 'id'> : never) : never

/** `problem`: a failure that nobody foresaw. */
export const workAnswerSchema = z.discriminatedUnion('ok', [
  z.object({ id, ok: z.literal(true), value: z.unknown() }),
  z.object({ id, ok: z.literal(false), problem: z.string() }),
])
export type WorkAnswer = z.infer<typeof workAnswerSchema>

/** A document as a file. `text`: what another program reads in it, lines in reading order. */
export const drawnDocumentSchema = z.object({
  bytes,
  mediaType: z.string(),
  fileName: z.string(),
  check: exportCheckSchema,
  fit: fitReportSchema,
  text: z.string(),
})
export type DrawnDocument = z.infer<typeof drawnDocumentSchema>
