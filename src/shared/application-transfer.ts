import { oc } from '@orpc/contract'
import { z } from 'zod'
import { applicationFilterSchema } from './applications.ts'
import { errors } from './errors.ts'
import { stageSchema } from './stages.ts'

/** Taking applications in from other trackers, and giving them out. */

export const IMPORT_FIELDS = [
  'title',
  'company',
  'place',
  'url',
  'stage',
  'appliedAt',
  'salary',
  'notes',
  'contactName',
  'contactEmail',
  'followUpAt',
] as const
export type ImportField = (typeof IMPORT_FIELDS)[number]

export const IMPORT_MAX_CHARS = 20_000_000

/** `columns`: which column of the file (from 0) says what. `stages`: what the words of the stage column mean; one that is not named means
 *  what it is recognised as. `dates`: how days are written where the file alone cannot tell. */
export const importMappingSchema = z.object({
  columns: z.partialRecord(z.enum(IMPORT_FIELDS), z.number().int().min(0)),
  stages: z.record(z.string(), stageSchema),
  dates: z.enum(['iso', 'day_first', 'month_first']),
})
export type ImportMapping = z.infer<typeof importMappingSchema>

export const IMPORT_ROW_STATES = ['new', 'known', 'twice', 'bad'] as const
/** `line` is where the row begins in the file, from 1. 'known': already an application; 'twice': an earlier row says the same; 'bad':
 *  cannot be taken, for `problems`. A row that is taken can have problems too: what they name is left out. */
export const importRowSchema = z.object({
  line: z.number().int(),
  state: z.enum(IMPORT_ROW_STATES),
  title: z.string(),
  company: z.string(),
  stage: stageSchema.nullable(),
  problems: z.array(z.string()),
})
export type ImportRow = z.infer<typeof importRowSchema>

/** What importing would do; nothing is written. `preset` is the tracker whose columns these are, by its name; null when unknown.
 *  `header`, and in `samples` the first rows, as the file has them. `words`: every word of the stage column. `rows` are the first 200
 *  and all that are bad. */
export const importPreviewSchema = z.object({
  preset: z.string().nullable(),
  delimiter: z.string(),
  header: z.array(z.string()),
  samples: z.array(z.array(z.string())),
  mapping: importMappingSchema,
  words: z.array(z.string()),
  counts: z.record(z.enum(IMPORT_ROW_STATES), z.number().int()),
  rows: z.array(importRowSchema),
})
export type ImportPreview = z.infer<typeof importPreviewSchema>

export const applicationImportSchema = z.object({
  id: z.number().int(),
  fileName: z.string(),
  importedAt: z.number().int(),
  added: z.number().int(),
  undoneAt: z.number().int().nullable(),
})
export type ApplicationImport = z.infer<typeof applicationImportSchema>

const base = oc.errors({ INTERNAL: errors.INTERNAL })
const reading = base.errors({ IMPORT_UNREADABLE: errors.IMPORT_UNREADABLE })
const file = z.object({
  fileName: z.string().trim().min(1).max(300),
  text: z.string().max(IMPORT_MAX_CHARS),
  /** Null: as it is recognised. */
  mapping: importMappingSchema.nullable().default(null),
})
const outFile = z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() })

export const applicationTransferContract = {
  previewImport: reading.input(file).output(importPreviewSchema),
  /** Writes what the preview calls new, all of it or nothing; bad rows come back by line. */
  import: reading.input(file).output(
    z.object({
      import: applicationImportSchema,
      counts: importPreviewSchema.shape.counts,
      bad: z.array(importRowSchema),
    }),
  ),
  imports: base.output(z.array(applicationImportSchema)),
  /** Takes back everything an import added, what was done with it since included; `redoImport` puts it back. */
  undoImport: base
    .errors({ NOT_FOUND: errors.NOT_FOUND })
    .input(z.object({ id: z.number().int() }))
    .output(applicationImportSchema),
  redoImport: base
    .errors({ NOT_FOUND: errors.NOT_FOUND })
    .input(z.object({ id: z.number().int() }))
    .output(applicationImportSchema),
  /** CSV: a row an application, no cell that a spreadsheet would run as a formula. JSON: everything, with timeline and parts. */
  export: base.input(applicationFilterSchema.extend({ format: z.enum(['csv', 'json']) })).output(outFile),
  /** One calendar with every interview, deadline and follow-up. */
  calendar: base.output(outFile),
  /** The calendar file that is kept up to date in the profile; null while that is switched off. */
  calendarFile: base.output(
    z.object({ path: z.string(), writtenAt: z.number().int().nullable(), problem: z.string().nullable() }).nullable(),
  ),
}
