import { expect, test } from 'vitest'
import { quietWorld } from '../support/leading-core.ts'

const HOUR_MS = 3_600_000

test('new matches are counted as the daily briefing of now tells them', async () => {
  const { client, clock, db } = await quietWorld([{}, {}, {}])
  const [first, second, third] = db.raw.prepare<[], number>('select id from job order by id').pluck().all()
  const seen = db.raw.prepare('update job set first_seen_at = ? where id = ?')
  const score = db.raw.prepare(`insert into job_score (job_id, score, basis, scored_at) values (?, ?, '', 0)`)
  seen.run(clock.now() - HOUR_MS, first)
  seen.run(clock.now() - 2 * HOUR_MS, second)
  seen.run(clock.now() - 30 * HOUR_MS, third)
  score.run(first, 91)
  score.run(second, 40)
  score.run(third, 95)
  const { content } = await client.briefings.now({ kind: 'daily' })
  expect(content).toMatchObject({ kind: 'daily', matches: { total: 1 } })
  expect(await client.briefings.newMatches()).toEqual({ count: 1 })
  clock.jump(24 * HOUR_MS)
  expect(await client.briefings.newMatches()).toEqual({ count: 0 })
})
