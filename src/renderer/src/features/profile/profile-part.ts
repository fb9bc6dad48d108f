import type { Profile } from '#shared/profile.ts'
import type { ProfileChange } from './profile-patch.ts'

/** What each part of the profile page gets: what is said, and how to say something else. */
export interface PartProps {
  readonly profile: Profile
  readonly save: (patch: ProfileChange) => void
}
