import type { CalendarService } from '../calendar-file/calendar.service.ts'
import type { ExportedFile, ExportRequest } from './export/export.service.ts'
import type { ImportService } from './import.service.ts'

/** The ways in and out of applications, as the router asks for them. */
export interface ApplicationTransferService extends ImportService, CalendarService {
  readonly export: (request: ExportRequest) => Promise<ExportedFile>
}
