import { createTailoringService } from '../domains/documents/compose/tailoring.service.ts'
import type { DocumentsService } from '../domains/documents/documents.service.ts'
import type { JobsService } from '../domains/jobs/jobs.service.ts'
import type { CareerService } from '../domains/profile/career/career.service.ts'
import type { ProfileService } from '../domains/profile/profile.service.ts'
import type { Ground } from './ground.ts'
import type { Part } from './part.ts'

export interface KnownOfTailoring {
  readonly jobs: Pick<JobsService, 'get'>
  readonly career: Pick<CareerService, 'get'>
  readonly profile: Pick<ProfileService, 'get'>
  readonly documents: Pick<DocumentsService, 'get'>
}

/** Résumés and letters for one job, by rules. */
export function createTailoringPart({ clock, zone }: Ground, { documents, ...known }: KnownOfTailoring) {
  const tailoring = createTailoringService({ clock, zone, ...known, contentOf: (id) => documents.get(id).content })
  const services = { tailoring }
  return { services, handlers: [] } satisfies Part<typeof services>
}
