import { AppError } from '#shared/errors.ts'
import { type SettingKey, type Settings, settingsSchema } from '#shared/settings.ts'
import type { Database } from '../../infra/db/driver.ts'
import type { Log } from '../../infra/log/log.ts'
import type { Clock } from '../../infra/time/clock.ts'

export interface SettingsService {
  /** All settings; a stored value that no longer fits its schema is logged and its default used. */
  readonly get: () => Settings
  /** Checks every value by its own schema and stores all or none. Throws SETTING_INVALID. */
  readonly update: (patch: Readonly<Record<string, unknown>>) => Settings
}

export interface SettingIssue {
  readonly key: SettingKey
  readonly message: string
}

export interface SettingsOptions {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  /** Sources that can be switched on. */
  readonly knownSources: readonly string[]
  /** What is wrong with values that fit their schemas; none of them is stored then. */
  readonly check?: (changed: Partial<Settings>) => readonly SettingIssue[]
  readonly onChange: () => void
}

const shapes = settingsSchema.shape

function isSettingKey(key: string): key is keyof Settings {
  return Object.hasOwn(shapes, key)
}

export function createSettingsService(options: SettingsOptions): SettingsService {
  const { database, clock, log } = options
  const readAll = database.raw.prepare<[], { key: string; value: string }>('select key, value from setting')
  const write = database.raw.prepare<[string, string, number]>(
    `insert into setting (key, value, updated_at) values (?, ?, ?)
     on conflict (key) do update set value = excluded.value, updated_at = excluded.updated_at`,
  )

  function get(): Settings {
    const stored: Record<string, unknown> = {}
    for (const row of readAll.all()) {
      if (!isSettingKey(row.key)) continue
      const parsed = shapes[row.key].safeParse(parseJson(row.value))
      if (parsed.success) stored[row.key] = parsed.data
      else log.warn({ key: row.key }, 'a stored setting does not fit its schema; its default is used')
    }
    return settingsSchema.parse(stored)
  }

  return {
    get,
    update: (patch) => {
      const issues: { key: string; message: string }[] = []
      const values: [string, unknown][] = []
      for (const [key, value] of Object.entries(patch)) {
        const parsed = isSettingKey(key) ? shapes[key].safeParse(value) : null
        if (parsed === null) issues.push({ key, message: 'There is no setting of this name.' })
        else if (parsed.success) values.push([key, parsed.data])
        else issues.push(...parsed.error.issues.map((issue) => ({ key, message: issue.message })))
      }
      issues.push(...unknownSources(patch['enabledSources'], options.knownSources))
      issues.push(...(options.check?.(Object.fromEntries(values)) ?? []))
      if (issues.length > 0) throw new AppError('SETTING_INVALID', { issues })
      const now = clock.now()
      database.write(() => {
        for (const [key, value] of values) write.run(key, JSON.stringify(value), now)
      })
      if (values.length > 0) options.onChange()
      return get()
    },
  }
}

function unknownSources(value: unknown, known: readonly string[]): { key: string; message: string }[] {
  if (!Array.isArray(value)) return []
  const unknown = value.filter((id) => !known.includes(String(id)))
  return unknown.map((id) => ({ key: 'enabledSources', message: `There is no source "${String(id)}".` }))
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
