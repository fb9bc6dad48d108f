import type { DocumentsService } from '../domains/documents/documents.service.ts'
import type { RouterBase } from './base.ts'

export interface DocumentServices {
  readonly documents: DocumentsService
}

/** Résumés and letters. */
export function documentRoutes(os: RouterBase, { documents }: DocumentServices) {
  return {
    documents: {
      list: os.documents.list.handler(({ input }) => documents.list(input)),
      get: os.documents.get.handler(({ input }) => documents.get(input.id)),
      create: os.documents.create.handler(({ input }) => documents.create(input)),
      save: os.documents.save.handler(({ input }) => documents.save(input)),
      update: os.documents.update.handler(({ input }) => documents.update(input)),
      remove: os.documents.remove.handler(({ input }) => documents.remove(input.id)),
      restore: os.documents.restore.handler(({ input }) => documents.restore(input.id)),
      versions: os.documents.versions.handler(({ input }) => documents.versions(input.id)),
      version: os.documents.version.handler(({ input }) => documents.version(input.versionId)),
      keepVersion: os.documents.keepVersion.handler(({ input }) => documents.keepVersion(input)),
      restoreVersion: os.documents.restoreVersion.handler(({ input }) => documents.restoreVersion(input.versionId)),
      render: os.documents.render.handler(({ input, signal }) => documents.render(input, signal)),
      findings: os.documents.findings.handler(({ input }) => documents.findings(input)),
      match: os.documents.match.handler(({ input, signal }) => documents.match(input, signal)),
      attach: os.documents.attach.handler(({ input }) => documents.attach(input)),
    },
  }
}
