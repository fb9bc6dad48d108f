import { ORPCError } from '@orpc/client'
import { settingsSchema, type SettingKey, type Settings } from '#shared/settings.ts'

/** Why values were not saved, by setting. */
export type SettingIssues = Readonly<Partial<Record<SettingKey, string>>>

/** Checks values by the contract's own schema before anything is sent. Empty when all fit. Pure. */
export function issuesOf(patch: Partial<Settings>): SettingIssues {
  const issues: Partial<Record<SettingKey, string>> = {}
  for (const [key, value] of Object.entries(patch)) {
    if (!isSettingKey(key)) continue
    const result = settingsSchema.shape[key].safeParse(value)
    const first = result.success ? undefined : result.error.issues[0]
    if (first) issues[key] = first.message
  }
  return issues
}

/** The issues of a refused update; null when it failed for another reason. Pure. */
export function issuesFromError(error: unknown): SettingIssues | null {
  if (!(error instanceof ORPCError) || error.code !== 'SETTING_INVALID') return null
  const data: unknown = error.data
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return {}
  const issues: Partial<Record<SettingKey, string>> = {}
  for (const issue of data.issues as unknown[]) {
    if (typeof issue !== 'object' || issue === null || !('key' in issue) || !('message' in issue)) continue
    const key = String(issue.key).split('.')[0] ?? ''
    if (isSettingKey(key)) issues[key] ??= String(issue.message)
  }
  return issues
}

function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(settingsSchema.shape, key)
}
