import { profileSchema, type Profile } from '#shared/profile.ts'
import { FIELD_WORDS } from './profile-words.ts'

export type ProfileChange = Partial<Profile>

/** The patch without what is so already; null when nothing is left of it. Pure. */
export function realChanges(before: Profile, patch: ProfileChange): ProfileChange | null {
  const changed = fieldsOf(patch).filter((field) => JSON.stringify(before[field]) !== JSON.stringify(patch[field]))
  return changed.length === 0 ? null : pick(patch, changed)
}

/** What takes a patch back. Pure. */
export function inverseOf(before: Profile, patch: ProfileChange): ProfileChange {
  return pick(before, fieldsOf(patch))
}

/** 'Skills and roles changed'. Pure. */
export function changeWords(patch: ProfileChange): string {
  const words = fieldsOf(patch).map((field, index) =>
    index === 0 ? FIELD_WORDS[field] : FIELD_WORDS[field].toLowerCase(),
  )
  return `${new Intl.ListFormat('en', { type: 'conjunction' }).format(words)} changed`
}

export function isProfileField(text: string): text is keyof Profile {
  return Object.hasOwn(profileSchema.shape, text)
}

function fieldsOf(patch: ProfileChange): (keyof Profile)[] {
  return Object.keys(patch).filter((key) => isProfileField(key))
}

function pick(from: ProfileChange, fields: readonly (keyof Profile)[]): ProfileChange {
  return Object.fromEntries(fields.map((field) => [field, from[field]]))
}
