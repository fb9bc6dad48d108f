import { createApplicationWriter } from '../domains/applications/application-writer.ts'
import { createCalendarService } from '../domains/applications/calendar-file/calendar.service.ts'
import { createCards } from '../domains/applications/cards/cards.ts'
import { createTimeline } from '../domains/applications/timeline.ts'
import type { ApplicationTransferService } from '../domains/applications/transfer/application-transfer.service.ts'
import { createExportReader } from '../domains/applications/transfer/export/export-rows.ts'
import { createExport } from '../domains/applications/transfer/export/export.service.ts'
import { createImportService } from '../domains/applications/transfer/import.service.ts'
import type { Ground } from './ground.ts'
import type { Part } from './part.ts'
import type { Storing } from './storing.ts'

/** The ways in and out of applications: tables of other trackers, exports, calendars. */
export function createApplicationTransferPart(ground: Ground, { parts }: Pick<Storing, 'parts'>) {
  const { clock, database, log, settings, zone } = ground
  const timeline = createTimeline(database, clock)
  const imports = createImportService({
    database,
    clock,
    insertApplication: createApplicationWriter({ database, clock, timeline }),
    zone,
    onChange: ground.applicationsChanged,
  })
  const calendar = createCalendarService({
    database,
    clock,
    log,
    profileDir: ground.ports.profileDir,
    zone,
    isFileOn: () => settings.get().isCalendarFileOn,
  })
  const ghostedAfterDays = () => settings.get().ghostedAfterDays
  const cards = createCards({ database, clock, zone, ghostedAfterDays })
  const reader = createExportReader(database, { timeline, rates: parts.rates })
  const applicationTransfer: ApplicationTransferService = {
    ...imports,
    ...calendar.service,
    export: createExport({
      clock,
      zone,
      idsOf: (filter) =>
        cards
          .matching(filter)
          .map(({ id }) => id)
          .toSorted((a, b) => a - b),
      reader,
    }),
  }
  const services = { applicationTransfer }
  return {
    services,
    handlers: [],
    tick: calendar.file.tick,
    listen: ({ type }) => {
      if (type === 'applications.changed' || type === 'settings.changed') calendar.file.changed()
    },
    stop: calendar.file.settled,
  } satisfies Part<typeof services>
}
