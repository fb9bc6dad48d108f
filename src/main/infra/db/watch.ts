import type { Log } from '../log/log.ts'
import type { Clock } from '../time/clock.ts'
import type { Database } from './driver.ts'

const LOOK_EVERY_MS = 1000

export interface WatchOptions {
  readonly clock: Clock
  readonly log: Log
  readonly onChange: () => void
}

/** Calls `onChange` when another process has written something that a person could see. Looks once a second, which costs
 *  microseconds: `data_version` first, and only when it moved, a mark of the tables themselves; the leader's lease moves the
 *  first every few seconds and the second never. */
export function watchOtherWriters(database: Database, options: WatchOptions): { stop: () => void } {
  const { clock, log, onChange } = options
  const stopping = new AbortController()
  const marks = database.raw
    .prepare<[], string>(
      `select (select coalesce(max(rowid), 0) || '/' || coalesce(max(finished_at), 0) from run)
       || ' ' || (select coalesce(sum(found), 0) || '/' || count(finished_at) from run_source
                  where run_id in (select id from run order by started_at desc limit 3))
       || ' ' || (select coalesce(max(updated_at), 0) from setting)
       || ' ' || (select count(saved_at) || '/' || count(hidden_at) || '/' || coalesce(max(saved_at), 0)
                    || '/' || coalesce(max(hidden_at), 0) from job_mark)
       || ' ' || (select count(*) || '/' || coalesce(sum(is_on), 0) || '/' || coalesce(max(checked_at), 0) from employer_board)
       || ' ' || (select count(*) || '/' || coalesce(max(keyed_at), 0) from sponsor_file where state = 'active')
       || ' ' || (select count(*) || '/' || coalesce(max(looked_at), 0)
                    || '/' || coalesce(sum(is_pinned + length(name) + length(filter) + coalesce(length(alert), 0)), 0) from saved_search)
       || ' ' || (select count(*) || '/' || coalesce(max(told_at), 0) from search_alert)
       || ' ' || (select count(*) || '/' || coalesce(sum(version + notes_version), 0) from application)
       || ' ' || (select coalesce(max(id), 0) || '/' || count(removed_at) || '/' || coalesce(sum(length(name)), 0) from board_column)
       || ' ' || (select count(set_at) || '/' || coalesce(max(set_at), 0) from secret_use)
       || ' ' || (select coalesce(max(id), 0) from application_event)
       || ' ' || (select coalesce(max(id), 0) from notification)
       || ' ' || (select count(*) from notification where read_at is null)
       || ' ' || (select coalesce(group_concat(mark, ' '), '') from
                  (select state || count(*) || '/' || coalesce(sum(next_at), 0) as mark from delivery
                   where state in ('waiting', 'sending', 'failed', 'folded') group by state))
       || ' ' || (select count(*) from achievement)
       || ' ' || (select coalesce(max(version), 0) from career)
       || ' ' || (select count(*) || '/' || count(removed_at) || '/' || coalesce(max(updated_at), 0)
                    || '/' || coalesce(sum(revision + (is_master + 2 * is_locked) * id), 0) from document)
       || ' ' || (select coalesce(max(id), 0) from document_version)
       || ' ' || (select coalesce(max(id), 0) from document_sent)
       || ' ' || (select coalesce(group_concat(id || state, ' '), '') from
                  (select id, state from ai_call order by id desc limit 20))
       || ' ' || (select coalesce(group_concat(purpose || version, ' '), '') from prompt_in_use)
       || ' ' || (select coalesce(max(saved_at), 0) from prompt_version)`,
    )
    .pluck()
  let version = dataVersion(database)
  let mark = marks.get()

  function look(): void {
    const current = dataVersion(database)
    if (current === version) return
    version = current
    const next = marks.get()
    if (next === mark) return
    mark = next
    onChange()
  }

  async function watch(): Promise<void> {
    while (!stopping.signal.aborted) {
      await clock.sleep(LOOK_EVERY_MS, stopping.signal).catch(() => undefined)
      if (stopping.signal.aborted) return
      try {
        look()
      } catch (error) {
        log.error({ err: error }, 'looking for changes of other processes failed')
      }
    }
  }

  void watch()
  return { stop: () => stopping.abort() }
}

function dataVersion(database: Database): number {
  return Number(database.raw.pragma('data_version', { simple: true }))
}
