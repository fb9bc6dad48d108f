import { type ProfilePatch, profilePatchSchema, type ProfileView } from '#shared/profile.ts'
import { CliFailure, EXIT } from './exit.ts'
import { printJson, printLine, printTable } from './output.ts'
import { type GlobalFlags, withCore } from './with-core.ts'

interface ProfileFlags extends GlobalFlags {
  readonly json?: boolean
}

export function getProfileCommand(flags: ProfileFlags): Promise<number> {
  return withCore(flags, async (core) => {
    printView(await core.client.profile.get(), flags)
    return EXIT.ok
  })
}

/** Changes one field of the profile. Exit code 2 for a field that does not exist or a value that does not fit. */
export function setProfileCommand(change: { field: string; value: string }, flags: ProfileFlags): Promise<number> {
  const patch = patchOf(change)
  return withCore(flags, async (core) => {
    printView(await core.client.profile.update(patch), flags)
    return EXIT.ok
  })
}

/** The first reading of the value that fits the field: JSON, a word, words by comma, names of skills or codes of languages. */
function patchOf({ field, value }: { field: string; value: string }): ProfilePatch {
  const fields = Object.keys(profilePatchSchema.shape)
  if (!fields.includes(field)) {
    throw new CliFailure(`There is no field "${field}" in a profile; there are ${fields.join(', ')}.`, EXIT.usage)
  }
  const words = value
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')
  const names = words.map((name) => (field === 'languages' ? { code: name.toLowerCase() } : { name }))
  const readings = [parseJson(value), value, words, names].filter((reading) => reading !== undefined)
  const parsed = readings.map((reading) => profilePatchSchema.safeParse({ [field]: reading }))
  const fitting = parsed.find(({ success }) => success)
  if (fitting?.data !== undefined) return fitting.data
  const issue = parsed[0]?.error?.issues[0]
  throw new CliFailure(`${issue?.path.join('.') ?? field}: ${issue?.message ?? 'That does not fit.'}`, EXIT.usage)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function printView(view: ProfileView, { json }: ProfileFlags): void {
  if (json === true) {
    printJson(view)
    return
  }
  printTable(Object.entries(view.profile).map(([field, value]) => [field, JSON.stringify(value)]))
  for (const { message } of view.hints) printLine(message)
}
