import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ApplicationFilter } from '#shared/applications.ts'
import type { Clock } from '#main/infra/time/clock.ts'
import { localDayOf } from '#shared/local-time.ts'
import { csvHeader, csvRows } from './csv-text.ts'
import type { ExportReader } from './export-rows.ts'

/** The shape of the JSON export; goes up when a reader of an older one could not read it. */
const EXPORT_VERSION = 1
const EXPORT_FORMAT = 'career-copilot.applications'
const APPLICATIONS_PER_TURN = 20

export interface ExportedFile {
  readonly fileName: string
  readonly mediaType: string
  readonly text: string
}

export type ExportRequest = ApplicationFilter & { readonly format: 'csv' | 'json' }

export interface ExportServiceOptions {
  readonly clock: Clock
  readonly zone: () => string
  /** The applications that match, in the order in which they are given out. */
  readonly idsOf: (filter: ApplicationFilter) => readonly number[]
  readonly reader: ExportReader
}

/** Gives applications out as a table or as JSON (docs/APPLICATION-FILES.md). Lets the event loop have its turns. */
export function createExport(options: ExportServiceOptions): (request: ExportRequest) => Promise<ExportedFile> {
  const { clock, idsOf, reader } = options

  async function written(filter: ApplicationFilter, write: (ids: readonly number[]) => string): Promise<string[]> {
    const ids = idsOf(filter)
    const texts: string[] = []
    for (let at = 0; at < ids.length; at += APPLICATIONS_PER_TURN) {
      await nextTurn()
      texts.push(write(ids.slice(at, at + APPLICATIONS_PER_TURN)))
    }
    return texts.filter((text) => text !== '')
  }

  async function asTable(filter: ApplicationFilter, zone: string): Promise<string> {
    const rows = await written(filter, (ids) => csvRows(present(ids.map(reader.listed)), zone))
    return [csvHeader(), ...rows].join('')
  }

  async function asJson(filter: ApplicationFilter, head: { exportedAt: number; timeZone: string }): Promise<string> {
    const applications = await written(filter, (ids) =>
      present(ids.map(reader.whole))
        .map((application) => JSON.stringify(application))
        .join(',\n'),
    )
    const opening = JSON.stringify({ format: EXPORT_FORMAT, version: EXPORT_VERSION, ...head }).slice(0, -1)
    return `${opening},"applications":[\n${applications.join(',\n')}\n]}\n`
  }

  return async ({ format, ...filter }) => {
    const [timeZone, exportedAt] = [options.zone(), clock.now()]
    const name = `applications-${localDayOf(exportedAt, timeZone)}`
    return format === 'csv'
      ? { fileName: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', text: await asTable(filter, timeZone) }
      : {
          fileName: `${name}.json`,
          mediaType: 'application/json',
          text: await asJson(filter, { exportedAt, timeZone }),
        }
  }
}

/** An application can go while others are read. */
function present<T>(found: readonly (T | null)[]): T[] {
  return found.filter((one) => one !== null)
}
