import type { ResumeImportService } from '../domains/documents/import/resume-import.service.ts'
import type { RouterBase } from './base.ts'

export interface ResumeImportServices {
  readonly resumeImport: ResumeImportService
}

/** Résumés that come as files. */
export function resumeImportRoutes(os: RouterBase, { resumeImport }: ResumeImportServices) {
  return {
    resumeImport: {
      read: os.resumeImport.read.handler(({ input: { name, base64 }, signal }) =>
        resumeImport.read({ name, bytes: Buffer.from(base64, 'base64') }, signal),
      ),
      accept: os.resumeImport.accept.handler(({ input }) => resumeImport.accept(input.suggestions)),
    },
  }
}
