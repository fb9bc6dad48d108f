import type { Database } from '../../infra/db/driver.ts'

export interface ScheduleRow {
  readonly cron: string
  readonly zone: string
  /** Every slot up to here was dealt with. */
  readonly lastSlotAt: number
}

/** How far one schedule has got. There is no row while it is off. */
export function createScheduleRepo(database: Database, name: string) {
  const { raw } = database
  const read = raw.prepare<[string], ScheduleRow>(
    'select cron, zone, last_slot_at as lastSlotAt from schedule where name = ?',
  )
  const write = raw.prepare<[string, string, string, number]>(
    `insert into schedule (name, cron, zone, last_slot_at) values (?, ?, ?, ?)
     on conflict (name) do update set cron = excluded.cron, zone = excluded.zone, last_slot_at = excluded.last_slot_at`,
  )
  const drop = raw.prepare<[string]>('delete from schedule where name = ?')

  return {
    get: (): ScheduleRow | null => read.get(name) ?? null,
    put: (row: ScheduleRow): void => {
      write.run(name, row.cron, row.zone, row.lastSlotAt)
    },
    clear: (): void => {
      drop.run(name)
    },
  }
}
