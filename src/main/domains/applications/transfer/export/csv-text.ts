import { stringify } from 'csv-stringify/sync'
import { withGuard } from '#shared/formula-guard.ts'
import { localTimeOf } from '#shared/local-time.ts'
import { writtenPay } from '../reading/read-pay.ts'
import type { ListedApplication } from './export-rows.ts'

const MINUTE_MS = 60_000
const BYTE_ORDER_MARK = '\uFEFF'

type Column = readonly [header: string, value: (application: ListedApplication, zone: string) => string]

/** The first contact and the next follow-up; JSON has all of them. An import knows these columns again. */
const COLUMNS: readonly Column[] = [
  ['Title', ({ title }) => title],
  ['Company', ({ company }) => company],
  ['Place', ({ place }) => place],
  ['Link', ({ url }) => url ?? ''],
  ['Stage', ({ stage }) => stage],
  ['Stage since', ({ stageSince }, zone) => localInstant(stageSince, zone)],
  ['Applied', ({ appliedAt }, zone) => localInstant(appliedAt, zone)],
  ['Pay expectation', ({ expectedPay }) => (expectedPay === null ? '' : writtenPay(expectedPay))],
  ['Contact', ({ contacts }) => contacts[0]?.name ?? ''],
  ['Contact email', ({ contacts }) => contacts[0]?.email ?? ''],
  ['Follow-up', (application, zone) => localInstant(nextFollowUp(application), zone)],
  ['Next interview', (application, zone) => localInstant(nextInterview(application), zone)],
  ['Notes', ({ notes }) => notes],
  ['Created', ({ createdAt }, zone) => localInstant(createdAt, zone)],
  ['Changed', ({ updatedAt }, zone) => localInstant(updatedAt, zone)],
]

/** The first line of the table. */
export function csvHeader(): string {
  return `${BYTE_ORDER_MARK}${csvLines([COLUMNS.map(([header]) => header)])}`
}

/** Lines of the table: every cell in quotes, none that a spreadsheet would run as a formula, instants in the zone with its offset. Pure. */
export function csvRows(applications: readonly ListedApplication[], zone: string): string {
  return csvLines(applications.map((application) => COLUMNS.map(([, value]) => withGuard(value(application, zone)))))
}

function csvLines(lines: string[][]): string {
  return stringify(lines, { quoted: true, quoted_empty: false, record_delimiter: '\r\n' })
}

function nextFollowUp({ reminders }: ListedApplication): number | null {
  return earliest(
    reminders.filter(({ kind, doneAt }) => kind === 'follow_up' && doneAt === null).map(({ dueAt }) => dueAt),
  )
}

function nextInterview({ interviews }: ListedApplication): number | null {
  return earliest(interviews.filter(({ outcome }) => outcome === 'planned').map(({ startsAt }) => startsAt))
}

function earliest(instants: readonly number[]): number | null {
  return instants.length === 0 ? null : Math.min(...instants)
}

/** "2026-03-30T14:00+02:00". */
function localInstant(at: number | null, zone: string): string {
  if (at === null) return ''
  const local = localTimeOf(at, zone)
  const minutes = (Date.parse(`${local}:00Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS) / MINUTE_MS
  const size = Math.abs(minutes)
  const two = (count: number) => String(count).padStart(2, '0')
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
