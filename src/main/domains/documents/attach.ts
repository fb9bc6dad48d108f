import type { ApplicationFile } from '#shared/application-parts.ts'
import type { Finding } from '#shared/claims.ts'
import type { FileFormat, VersionHead } from '#shared/documents.ts'
import { AppError } from '#shared/errors.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import type { ApplicationsService } from '../applications/applications.service.ts'
import type { PartServices } from '../applications/parts/parts.service.ts'
import type { DocumentRows } from './document-rows.ts'
import type { Reviewed } from './review.ts'
import { isSame, type Versions } from './versions.ts'
import type { DocumentWorker } from './worker/document-worker.ts'

export interface AttachKnown {
  readonly applications: Pick<ApplicationsService, 'get'>
  readonly applicationFiles: Pick<PartServices['applicationFiles'], 'add'>
}

export interface AttachOptions extends AttachKnown {
  readonly database: Database
  readonly clock: Clock
  readonly rows: DocumentRows
  readonly versions: Versions
  readonly findings: (asked: Reviewed) => Finding[]
  readonly worker: Pick<DocumentWorker, 'draw'>
}

export interface AttachWish {
  readonly id: number
  readonly applicationId: number
  readonly format: FileFormat
}

export interface Attached {
  readonly file: ApplicationFile
  readonly version: VersionHead
}

interface Sent {
  readonly versionId: number
  readonly applicationId: number
  readonly fileId: number
  readonly fileName: string
  readonly format: FileFormat
  readonly sentAt: number
}

/** Sends a document to an application: the version, the file and that one went with the other are written in one transaction, or nothing
 *  is. Throws NOT_FOUND of the document or the application, CLAIMS_OPEN, FILE_REFUSED, WORK_ENDED. */
export function createAttach(options: AttachOptions) {
  const { database, clock, rows, versions, findings, worker, applications, applicationFiles } = options
  const insert = database.raw.prepare<Sent>(
    `insert into document_sent (version_id, application_id, file_id, file_name, format, sent_at)
     values (:versionId, :applicationId, :fileId, :fileName, :format, :sentAt)`,
  )
  const isNoted = database.raw.prepare<Sent>(
    `select 1 from document_sent where version_id = :versionId and application_id = :applicationId and file_id = :fileId`,
  )

  return async ({ id, applicationId, format }: AttachWish): Promise<Attached> => {
    const { document } = rows.live(id)
    const application = applications.get(applicationId)
    if (application.isRemoved) throw new AppError('NOT_FOUND', { entity: 'application', id: String(applicationId) })
    const { company } = application
    const { content, style, kind, job } = document
    const jobId = job === null ? application.jobId : job.id
    const open = findings({ content, jobId, named: job ?? application }).length
    if (open > 0) throw new AppError('CLAIMS_OPEN', { id, open })
    const { bytes, fileName } = await worker.draw({ content, style, format })

    /** What was rendered, whatever became of the working copy since. */
    function keepSent(): number {
      const newest = versions.newest(rows.live(id).document.id)
      if (newest !== null && isSame(newest, document)) return newest.id
      return versions.keep({
        documentId: id,
        name: company === '' ? 'Sent' : `Sent to ${company}`,
        origin: 'sent',
        content: JSON.stringify(content),
        style: JSON.stringify(style),
        createdAt: clock.now(),
      })
    }

    let versionId = 0
    const added = { applicationId, name: fileName, kind, base64: Buffer.from(bytes).toString('base64') }
    const file = await applicationFiles.add(added, ({ id: fileId, name }) => {
      versionId = keepSent()
      const sent = { versionId, applicationId, fileId, fileName: name, format, sentAt: clock.now() }
      if (isNoted.get(sent) === undefined) insert.run(sent)
    })
    return { file, version: versions.head(versionId) }
  }
}
