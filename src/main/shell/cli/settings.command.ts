import { ORPCError } from '@orpc/server'
import type { ErrorData } from '#shared/errors.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

export function getSettingCommand(key: string | null, flags: GlobalFlags): Promise<number> {
  return withCore(flags, async (core) => {
    const settings: Record<string, unknown> = await core.client.settings.get()
    if (key !== null && !Object.hasOwn(settings, key)) throw unknownSetting(key, Object.keys(settings))
    printJson(key === null ? settings : settings[key])
    return EXIT.ok
  })
}

export function setSettingCommand(change: { key: string; value: string }, flags: GlobalFlags): Promise<number> {
  const value = parseValue(change.value)
  return withCore(flags, async (core) => {
    try {
      const settings: Record<string, unknown> = await core.client.settings.update({ [change.key]: value })
      printJson(settings[change.key])
      return EXIT.ok
    } catch (error) {
      if (!(error instanceof ORPCError) || error.code !== 'SETTING_INVALID') throw error
      const { issues } = error.data as ErrorData<'SETTING_INVALID'>
      throw new CliFailure(issues.map((issue) => `${issue.key}: ${issue.message}`).join(' '), EXIT.usage)
    }
  })
}

/** JSON, or a bare word taken as text: `settings set theme dark` needs no quotes within quotes. */
function parseValue(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (/^[\w-]+$/.test(text)) return text
    throw new CliFailure(`The value is not JSON: ${error instanceof Error ? error.message : text}`, EXIT.usage)
  }
}

function unknownSetting(key: string, known: readonly string[]): CliFailure {
  return new CliFailure(`There is no setting "${key}"; there are ${known.join(', ')}.`, EXIT.usage)
}
