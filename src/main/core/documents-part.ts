import { type ApplicationsService, REMOVED_KEPT_MS } from '../domains/applications/applications.service.ts'
import type { PartServices } from '../domains/applications/parts/parts.service.ts'
import { createDocuments, type Documents } from '../domains/documents/documents.service.ts'
import { createResumeImportService } from '../domains/documents/import/resume-import.service.ts'
import { createDocumentWorker } from '../domains/documents/worker/document-worker.ts'
import type { JobsService } from '../domains/jobs/jobs.service.ts'
import type { CareerService } from '../domains/profile/career/career.service.ts'
import type { ProfileService } from '../domains/profile/profile.service.ts'
import type { Ground } from './ground.ts'
import type { Part } from './part.ts'

const PURGE_EVERY_MS = 6 * 60 * 60_000

export interface KnownOfDocuments {
  readonly jobs: Pick<JobsService, 'get'>
  readonly career: Pick<CareerService, 'get' | 'takeIn'>
  readonly profile: Pick<ProfileService, 'get'>
  readonly applications: Pick<ApplicationsService, 'get'>
  readonly applicationFiles: Pick<PartServices['applicationFiles'], 'add'>
}

/** Résumés and letters, how they go to applications, and how a résumé that is a file comes in. */
export function createDocumentsPart({ ports, database, clock, log, events }: Ground, known: KnownOfDocuments) {
  const worker = createDocumentWorker({
    startThread: ports.startDocumentsThread,
    clock,
    onLost: (lost) => log.error(lost, 'the thread that works on documents was lost'),
  })
  const { service, jobJoined, purge } = createDocuments({
    database,
    clock,
    log,
    worker,
    ...known,
    onChange: () => events.publish({ type: 'documents.changed' }),
  })
  const { career } = known
  const services = { documents: service, resumeImport: createResumeImportService({ career, worker }) }
  let purgeAt = 0
  let isJoinUntold = false

  function purgeNow(now: number): void {
    purgeAt = now + PURGE_EVERY_MS
    try {
      purge(now - REMOVED_KEPT_MS)
    } catch (error) {
      log.error({ err: error }, 'letting go of removed documents failed')
    }
  }

  return {
    services,
    jobJoined: (from, into) => {
      const isOther = jobJoined(from, into)
      isJoinUntold ||= isOther
      return isOther
    },
    handlers: [],
    // Whoever joins jobs says so after the commit.
    listen: ({ type }) => {
      if (type !== 'jobs.changed' || !isJoinUntold) return
      isJoinUntold = false
      events.publish({ type: 'documents.changed' })
    },
    tick: (now) => {
      if (now >= purgeAt) purgeNow(now)
    },
    stop: worker.close,
  } satisfies Part<typeof services> & Pick<Documents, 'jobJoined'>
}
