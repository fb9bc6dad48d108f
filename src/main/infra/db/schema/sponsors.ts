import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'

/** A file of a sponsor register as it was imported. The 'active' one of a register counts, the one before is kept; one that is
 *  'loading' counts for nothing until it is whole. */
export const sponsorFile = sqliteTable(
  'sponsor_file',
  {
    id: integer('id').primaryKey(),
    register: text('register').notNull(),
    state: text('state').$type<'loading' | 'active' | 'previous'>().notNull(),
    /** Where it came from: an address, or the name of the file that the user gave. */
    origin: text('origin').notNull(),
    sha256: text('sha256').notNull(),
    /** The day that the register itself names, as ISO date; null when it names none. */
    publishedOn: text('published_on'),
    /** Data rows of the file, and the organisations that they are about. */
    rowCount: integer('row_count').notNull(),
    organisationCount: integer('organisation_count').notNull(),
    importedAt: integer('imported_at').notNull(),
    /** Which rules made the keys of its names, and when: names are compared by one set of rules only. */
    namesVersion: integer('names_version').notNull(),
    keyedAt: integer('keyed_at').notNull(),
  },
  (table) => [
    uniqueIndex('sponsor_file_active')
      .on(table.register)
      .where(sql`state = 'active'`),
    index('sponsor_file_register').on(table.register),
  ],
)

/** One organisation of a register file; `row` is its first data row, from 1. `nameKey` is the stem of its name, as
 *  sponsors/names/company-name.ts makes it. */
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

/** A further name of an organisation: what it trades as, or was called. */
export const sponsorAlias = sqliteTable(
  'sponsor_alias',
  {
    entityId: integer('entity_id')
      .notNull()
      .references(() => sponsorEntity.id, { onDelete: 'cascade' }),
    nameKey: text('name_key').notNull(),
    fileId: integer('file_id')
      .notNull()
      .references(() => sponsorFile.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.entityId, table.nameKey] }),
    index('sponsor_alias_key').on(table.fileId, table.nameKey),
  ],
)

/** Which entity the jobs of a company in a country mean: looked up once for all of them. Null entity: none was found. A row that is
 *  not of the keys that the active file of the country's register has now is to be made again. */
export const sponsorMatch = sqliteTable(
  'sponsor_match',
  {
    companyKey: text('company_key').notNull(),
    countryCode: text('country_code').notNull(),
    entityId: integer('entity_id').references(() => sponsorEntity.id, { onDelete: 'set null' }),
    reason: text('reason').notNull(),
    /** There are several that only the town of a job tells apart; the row is what is meant where no town is said. */
    dependsOnTown: integer('depends_on_town', { mode: 'boolean' }).notNull().default(false),
    /** Of which keys it is, by when they were made; 0: it is new, and the jobs were not told yet. */
    keyedAt: integer('keyed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.companyKey, table.countryCode] }),
    // Without it, every entity that is deleted would have all matches looked through.
    index('sponsor_match_entity').on(table.entityId),
  ],
)
