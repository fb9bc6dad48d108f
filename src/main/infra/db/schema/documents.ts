import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Career } from '#shared/career.ts'
import type { DocumentContent, DocumentKind, DocumentStyle, FileFormat, VERSION_ORIGINS } from '#shared/documents.ts'
import { application, applicationFile } from './applications.ts'
import { job } from './jobs.ts'

/** Instants are UTC epoch ms. One row, id 1. */
export const career = sqliteTable('career', {
  id: integer('id').primaryKey(),
  data: text('data', { mode: 'json' }).$type<Career>().notNull(),
  version: integer('version').notNull(),
  updatedAt: integer('updated_at').notNull(),
})

/** A résumé or letter with its working copy. `jobTitle` and `jobCompany` stay when the job goes. `revision` grows with every save. */
export const document = sqliteTable(
  'document',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    kind: text('kind').$type<DocumentKind>().notNull(),
    name: text('name').notNull(),
    isMaster: integer('is_master', { mode: 'boolean' }).notNull().default(false),
    isLocked: integer('is_locked', { mode: 'boolean' }).notNull().default(false),
    jobId: integer('job_id').references(() => job.id, { onDelete: 'set null' }),
    jobTitle: text('job_title'),
    jobCompany: text('job_company'),
    style: text('style', { mode: 'json' }).$type<DocumentStyle>().notNull(),
    revision: integer('revision').notNull().default(1),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    removedAt: integer('removed_at'),
    content: text('content', { mode: 'json' }).$type<DocumentContent>().notNull(),
  },
  (table) => [index('document_job').on(table.jobId), index('document_updated').on(table.updatedAt)],
)

/** What a document was at one time. Never changes. */
export const documentVersion = sqliteTable(
  'document_version',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    documentId: integer('document_id')
      .notNull()
      .references(() => document.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    name: text('name').notNull(),
    origin: text('origin').$type<(typeof VERSION_ORIGINS)[number]>().notNull(),
    style: text('style', { mode: 'json' }).$type<DocumentStyle>().notNull(),
    createdAt: integer('created_at').notNull(),
    content: text('content', { mode: 'json' }).$type<DocumentContent>().notNull(),
  },
  (table) => [uniqueIndex('document_version_number').on(table.documentId, table.number)],
)

/** Which version went to which application, as which file. */
export const documentSent = sqliteTable(
  'document_sent',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    versionId: integer('version_id')
      .notNull()
      .references(() => documentVersion.id, { onDelete: 'cascade' }),
    applicationId: integer('application_id')
      .notNull()
      .references(() => application.id, { onDelete: 'cascade' }),
    fileId: integer('file_id').references(() => applicationFile.id, { onDelete: 'set null' }),
    fileName: text('file_name').notNull(),
    format: text('format').$type<FileFormat>().notNull(),
    sentAt: integer('sent_at').notNull(),
  },
  (table) => [
    index('document_sent_version').on(table.versionId),
    index('document_sent_application').on(table.applicationId),
  ],
)
