import type { Database } from '#main/infra/db/driver.ts'

/** Notes the earliest thing that is to be done for an application: a planned interview, an answer to an offer, an open reminder;
 *  overdue ones, too. To be called inside every transaction that changes one of them, or the stage. */
export function createNextStepWriter(database: Database): (applicationId: number) => void {
  const write = database.raw.prepare<{ id: number }>(
    `with step (kind, at) as (
       select 'interview', starts_at from interview
         where application_id = :id and removed_at is null and outcome = 'planned'
       union all
       select 'answer', answer_by from offer join application a on a.id = application_id
         where application_id = :id and offer.removed_at is null and answer_by is not null and a.stage = 'offered'
       union all
       select kind, due_at from reminder
         where application_id = :id and removed_at is null and done_at is null
     ), first as (select kind, at from step order by at, kind limit 1)
     update application
       set next_step_kind = (select kind from first), next_step_at = (select at from first)
       where id = :id`,
  )
  return (id) => {
    write.run({ id })
  }
}
