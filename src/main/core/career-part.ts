import { createCareerService } from '../domains/profile/career/career.service.ts'
import type { ProfileService } from '../domains/profile/profile.service.ts'
import type { Ground } from './ground.ts'
import type { Part } from './part.ts'

export interface KnownOfUser {
  readonly profile: Pick<ProfileService, 'get' | 'updateWithin'>
}

/** What the user has done and can say of themselves. */
export function createCareerPart({ clock, database, log, settingsChanged }: Ground, { profile }: KnownOfUser) {
  const career = createCareerService({ database, clock, log, profile, onChange: settingsChanged })
  const services = { career }
  return { services, handlers: [] } satisfies Part<typeof services>
}
