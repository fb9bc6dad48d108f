import journal from './migrations/meta/_journal.json' with { type: 'json' }

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })

export interface Migration {
  readonly version: number
  readonly name: string
  readonly statements: readonly string[]
}

/** All migrations in order, as part of the bundle: an installed app has no folder of SQL to look for. */
export const migrations: readonly Migration[] = journal.entries.map((entry, index) => {
  const sql = files[`./migrations/${entry.tag}.sql`]
  if (sql === undefined) throw new Error(`Migration ${entry.tag} is in the journal but not in the folder`)
  return { version: index + 1, name: entry.tag, statements: sql.split('--> statement-breakpoint') }
})
