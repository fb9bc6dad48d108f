import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A file of a sponsor register as it was imported. The newest 'active' one of a register counts; the one before is kept. */
export const sponsorFile = sqliteTable(
  'sponsor_file',
  {
    id: integer('id').primaryKey(),
    register: text('register').notNull(),
    state: text('state').$type<'active' | 'previous'>().notNull(),
    /** Where it came from: an address, or the name of the file that the user gave. */
    origin: text('origin').notNull(),
    sha256: text('sha256').notNull(),
    /** The day that the register itself names, as ISO date; null when it names none. */
    publishedOn: text('published_on'),
    rowCount: integer('row_count').notNull(),
    importedAt: integer('imported_at').notNull(),
  },
  (table) => [
    uniqueIndex('sponsor_file_active')
      .on(table.register)
      .where(sql`state = 'active'`),
    index('sponsor_file_register').on(table.register),
  ],
)

/** One organisation of a register file; `row` is its first data row, from 1. Keys as sponsors/company-name.ts makes them. */
export const sponsorEntity = sqliteTable(
  'sponsor_entity',
  {
    id: integer('id').primaryKey(),
    fileId: integer('file_id')
      .notNull()
      .references(() => sponsorFile.id, { onDelete: 'cascade' }),
    row: integer('row').notNull(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    town: text('town'),
    /** Register number, routes, rating, dates: what the register says of it, as JSON. */
    details: text('details', { mode: 'json' }).notNull(),
  },
  (table) => [index('sponsor_entity_key').on(table.fileId, table.nameKey)],
)

/** Which entity the jobs of a company in a country mean: looked up once for all of them. Null entity: none was found. */
export const sponsorMatch = sqliteTable(
  'sponsor_match',
  {
    companyKey: text('company_key').notNull(),
    countryCode: text('country_code').notNull(),
    entityId: integer('entity_id').references(() => sponsorEntity.id, { onDelete: 'set null' }),
    reason: text('reason').notNull(),
    matchedAt: integer('matched_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.companyKey, table.countryCode] })],
)
