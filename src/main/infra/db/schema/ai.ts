import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { AiCallState, AiProvider, AiPurpose } from '#shared/ai.ts'

/** Instants are UTC epoch ms. A call to a language model, written before it is made: what it may cost counts until it is over. `sent`
 *  holds everything but the key. `costUsd` is null where nobody told the price. */
export const aiCall = sqliteTable(
  'ai_call',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    provider: text('provider').$type<AiProvider>().notNull(),
    model: text('model').notNull(),
    purpose: text('purpose').$type<AiPurpose>().notNull(),
    state: text('state').$type<AiCallState>().notNull(),
    fallbackOf: integer('fallback_of'),
    startedAt: integer('started_at').notNull(),
    ms: integer('ms'),
    inputTokens: integer('input_tokens').notNull().default(0),
    outputTokens: integer('output_tokens').notNull().default(0),
    isEstimated: integer('is_estimated', { mode: 'boolean' }).notNull().default(false),
    costUsd: real('cost_usd'),
    message: text('message').notNull().default(''),
    sent: text('sent').notNull(),
    received: text('received').notNull().default(''),
  },
  (table) => [index('ai_call_started').on(table.startedAt)],
)

/** What the user made of the bundled prompts. Which one is used says `promptInUse`. */
export const promptVersion = sqliteTable(
  'prompt_version',
  {
    purpose: text('purpose').$type<AiPurpose>().notNull(),
    version: integer('version').notNull(),
    text: text('text').notNull(),
    savedAt: integer('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.purpose, table.version] })],
)

/** `version` 0, and no row: the bundled text. */
export const promptInUse = sqliteTable('prompt_in_use', {
  purpose: text('purpose').$type<AiPurpose>().primaryKey(),
  version: integer('version').notNull(),
})
