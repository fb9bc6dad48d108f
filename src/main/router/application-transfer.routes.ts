import type { ApplicationTransferService } from '../domains/applications/transfer/application-transfer.service.ts'
import type { RouterBase } from './base.ts'

export interface ApplicationTransferServices {
  readonly applicationTransfer: ApplicationTransferService
}

/** Taking applications in from other trackers, and giving them out as tables and calendars. */
export function applicationTransferRoutes(
  os: RouterBase,
  { applicationTransfer: transfer }: ApplicationTransferServices,
) {
  const routes = os.applicationTransfer
  return {
    applicationTransfer: {
      previewImport: routes.previewImport.handler(({ input }) => transfer.previewImport(input)),
      import: routes.import.handler(({ input }) => transfer.import(input)),
      imports: routes.imports.handler(() => transfer.imports()),
      undoImport: routes.undoImport.handler(({ input }) => transfer.undoImport(input.id)),
      redoImport: routes.redoImport.handler(({ input }) => transfer.redoImport(input.id)),
      export: routes.export.handler(({ input }) => transfer.export(input)),
      calendar: routes.calendar.handler(() => transfer.calendar()),
      calendarFile: routes.calendarFile.handler(() => transfer.calendarFile()),
    },
  }
}
