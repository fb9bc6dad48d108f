import { z } from 'zod'
import type { Database } from '#main/infra/db/driver.ts'

const NAMED = 10

/** What the alert of a search told at once. `jobs` counts them; `named` are some of them, the newest first. */
export interface ToldAlert {
  readonly searchId: number
  readonly name: string
  /** UTC ms. */
  readonly toldAt: number
  readonly jobs: number
  readonly named: readonly { readonly jobId: number; readonly title: string; readonly company: string }[]
}

/** What the alerts of saved searches told, for who carries it further. */
export interface ToldAlertsService {
  /** Later than `after` and not later than `until`, in order. */
  readonly between: (range: { after: number; until: number }) => ToldAlert[]
}

const namedSchema = z.array(z.object({ jobId: z.number(), title: z.string(), company: z.string() }))

export function createToldAlertsService({ raw }: Pick<Database, 'raw'>): ToldAlertsService {
  const groups = raw.prepare<[number, number], Omit<ToldAlert, 'named'>>(
    `select t.search_id as searchId, s.name, t.told_at as toldAt, count(*) as jobs
     from search_alert t join saved_search s on s.id = t.search_id
     where t.told_at > ? and t.told_at <= ? group by t.search_id, t.told_at order by t.told_at, t.search_id`,
  )
  const named = raw
    .prepare<[number, number, number], string>(
      `select json_group_array(json_object('jobId', id, 'title', title, 'company', company)) from (
         select j.id, j.title, j.company from search_alert t join job j on j.id = t.job_id
         where t.search_id = ? and t.told_at = ? order by j.id desc limit ?)`,
    )
    .pluck()
  return {
    between: ({ after, until }) =>
      groups.all(after, until).map((group) => ({
        ...group,
        named: namedSchema.parse(JSON.parse(named.get(group.searchId, group.toldAt, NAMED) ?? '[]')),
      })),
  }
}
