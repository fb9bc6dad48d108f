import type { Variant } from '#shared/experiments.ts'
import type { MatchWeights } from '#shared/recommendations.ts'
import type { Database } from '../../../infra/db/driver.ts'

export interface ExperimentRow {
  readonly id: number
  readonly name: string
  readonly weightsA: MatchWeights
  readonly weightsB: MatchWeights
  readonly share: number
  readonly startedAt: number
  readonly stoppedAt: number | null
}

interface Stored extends Omit<ExperimentRow, 'weightsA' | 'weightsB'> {
  readonly weightsA: string
  readonly weightsB: string
}

export interface VariantCounts {
  readonly experimentId: number
  readonly variant: Variant
  readonly lists: number
  readonly shown: number
  readonly clicked: number
  readonly applied: number
}

export interface Exposure {
  readonly experimentId: number
  readonly listId: string
  readonly jobId: number
  readonly variant: Variant
  readonly position: number
  readonly shownAt: number
}

type ExposureKey = Pick<Exposure, 'experimentId' | 'listId' | 'jobId'>

const COLUMNS =
  'id, name, weights_a as weightsA, weights_b as weightsB, share, started_at as startedAt, stopped_at as stoppedAt'

/** The tables experiment and exposure, and nothing but them. */
export function createExperimentsRepo({ raw }: Database) {
  const all = raw.prepare<[], Stored>(`select ${COLUMNS} from experiment order by id desc`)
  const one = raw.prepare<[number], Stored>(`select ${COLUMNS} from experiment where id = ?`)
  const active = raw.prepare<[], Stored>(
    `select ${COLUMNS} from experiment where stopped_at is null order by id desc limit 1`,
  )
  const insert = raw.prepare<[Pick<Stored, 'name' | 'weightsA' | 'weightsB' | 'share' | 'startedAt'>]>(
    `insert into experiment (name, weights_a, weights_b, share, started_at)
     values (@name, @weightsA, @weightsB, @share, @startedAt)`,
  )
  const setStopped = raw.prepare<[number | null, number]>('update experiment set stopped_at = ? where id = ?')
  const counts = raw.prepare<[], VariantCounts>(
    `select experiment_id as experimentId, variant, count(distinct list_id) as lists, count(*) as shown,
       count(clicked_at) as clicked, count(applied_at) as applied
     from exposure group by experiment_id, variant`,
  )
  const show = raw.prepare<[Exposure]>(
    `insert into exposure (experiment_id, list_id, job_id, variant, position, shown_at)
     values (@experimentId, @listId, @jobId, @variant, @position, @shownAt) on conflict do nothing`,
  )
  const click = raw.prepare<[ExposureKey & { readonly now: number }]>(
    `update exposure set clicked_at = @now
     where experiment_id = @experimentId and list_id = @listId and job_id = @jobId and clicked_at is null`,
  )
  const shownAt = raw
    .prepare<[ExposureKey], number>(
      `select shown_at from exposure where experiment_id = @experimentId and list_id = @listId and job_id = @jobId`,
    )
    .pluck()
  const latest = raw.prepare<[number, number, number], ExposureKey>(
    `select experiment_id as experimentId, list_id as listId, job_id as jobId from exposure
     where job_id = ? and experiment_id = ? and shown_at <= ?
     order by clicked_at is null, clicked_at desc, shown_at desc limit 1`,
  )
  const apply = raw.prepare<[ExposureKey & { readonly now: number }]>(
    `update exposure set applied_at = coalesce(applied_at, @now), clicked_at = coalesce(clicked_at, @now)
     where experiment_id = @experimentId and list_id = @listId and job_id = @jobId`,
  )
  const unapply = raw.prepare<[number, number]>(
    'update exposure set applied_at = null where job_id = ? and experiment_id = ?',
  )
  const optional = (row: Stored | undefined): ExperimentRow | null => (row === undefined ? null : asRow(row))
  return {
    /** Newest first. */
    all: (): ExperimentRow[] => all.all().map(asRow),
    find: (id: number): ExperimentRow | null => optional(one.get(id)),
    active: (): ExperimentRow | null => optional(active.get()),
    insert: ({ weightsA, weightsB, ...row }: Omit<ExperimentRow, 'id' | 'stoppedAt'>): number =>
      Number(
        insert.run({ ...row, weightsA: JSON.stringify(weightsA), weightsB: JSON.stringify(weightsB) }).lastInsertRowid,
      ),
    setStopped: (id: number, stoppedAt: number | null): void => {
      setStopped.run(stoppedAt, id)
    },
    counts: (): VariantCounts[] => counts.all(),
    /** A row that is there already stays as it is. */
    show: (exposure: Exposure): void => {
      show.run(exposure)
    },
    click: (key: ExposureKey, now: number): void => {
      click.run({ ...key, now })
    },
    /** Null when the list did not show the job. */
    shownAt: (key: ExposureKey): number | null => shownAt.get(key) ?? null,
    /** The row of the experiment that the job was opened from last, or shown in last. */
    latestOf: (jobId: number, { experimentId, before }: { experimentId: number; before: number }) =>
      latest.get(jobId, experimentId, before) ?? null,
    apply: (key: ExposureKey, now: number): void => {
      apply.run({ ...key, now })
    },
    unapply: (jobId: number, experimentId: number): void => {
      unapply.run(jobId, experimentId)
    },
  }
}

/** As this table's own rows were written. */
function asRow({ weightsA, weightsB, ...row }: Stored): ExperimentRow {
  return { ...row, weightsA: JSON.parse(weightsA) as MatchWeights, weightsB: JSON.parse(weightsB) as MatchWeights }
}
