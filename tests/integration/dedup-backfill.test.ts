import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type BackfillPayload, createBackfillTask } from '#main/domains/jobs/dedup/backfill.task.ts'
import { createOpeningFinder } from '#main/domains/jobs/pipeline/find-opening.ts'
import { createJobLinks } from '#main/domains/jobs/pipeline/job-links.ts'
import { createJobParts } from '#main/domains/jobs/pipeline/job-parts.ts'
import { createJobStore } from '#main/domains/jobs/pipeline/job-store.ts'
import { prepareItem } from '#main/domains/jobs/pipeline/prepare.ts'
import type { RawPosting } from '#main/domains/jobs/posting.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { TaskInterrupted } from '#main/infra/tasks/task.ts'
import { systemClock } from '#main/infra/time/clock.ts'
import { taskIdSchema } from '#shared/ids.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { tempDir } from '../support/profile.ts'
import { scripted } from '../support/scripted-runs.ts'
import { silentLog } from '../support/silent-log.ts'
import { testCore } from '../support/test-core.ts'

const DAY_MS = 86_400_000
const NOTHING_DONE: BackfillPayload = { cursor: 0, total: 0, done: 0, merged: 0, linked: 0 }
const text = (
  subject: string,
) => `<p>Aldermoor reads satellite pictures of ${subject} and tells owners which of them are ill.</p>
<p>You build the Python services that turn a picture into a map of ${subject}, and you look after the models that find them.</p>
<p>You have run something in production, and learned from it what ${subject} need. We meet twice a year in the woods.</p>`

/** A profile in which every opening that two sources have is two jobs, as rules that saw no duplicates would have left it. */
async function profile(openings: readonly string[]) {
  const profileDir = tempDir()
  const path = join(profileDir, 'career-copilot.db')
  const clock = createFakeClock()
  const sourceName = (id: string) => id

  function open() {
    const database = openDatabase({ path, now: clock.now() })
    const parts = createJobParts(database)
    return { database, parts, links: createJobLinks({ database, parts, clock }) }
  }

  function commit(sourceId: string, opening: string, fields: Partial<RawPosting> = {}) {
    const { database, parts } = open()
    const store = createJobStore({ database, clock, parts, sourceName })
    const item = scripted(`${sourceId}-${opening}`, {
      title: `Engineer for ${opening}`,
      company: 'Aldermoor Analytics GmbH',
      locations: ['Berlin, Germany'],
      url: `https://${sourceId}.example/${opening}`,
      descriptionHtml: text(opening),
      postedAt: clock.now(),
      ...fields,
    })
    const prepared = prepareItem(item, { sourceId, now: clock.now(), isKnown: store.isKnown })
    store.commit({ sourceId, items: [prepared], scope: null, closing: null, maxNew: 100, alsoWrite: () => undefined })
    database.close()
  }

  function splitUp(isByUser: boolean) {
    const { database, links } = open()
    const merged = database.raw.prepare<[], number>(`select id from posting where layer <> 'first'`).pluck().all()
    for (const id of merged) links.separate(id)
    if (!isByUser) database.raw.prepare('delete from dedup_verdict').run()
    database.close()
  }

  for (const opening of openings) {
    commit('alpha', opening)
    await clock.advance(60_000)
    commit('beta', opening)
  }
  return { profileDir, clock, open, commit, splitUp, core: () => testCore({ profileDir, clock: systemClock }) }
}

function jobsOf({ database }: ReturnType<Awaited<ReturnType<typeof profile>>['open']>): string[] {
  return database.raw
    .prepare<[], string>(
      "select group_concat(source_id, '+') from (select * from posting order by id) group by job_id order by job_id",
    )
    .pluck()
    .all()
}

async function untilEnded(core: ReturnType<typeof testCore>) {
  core.start({ withSchedule: false })
  await expect.poll(async () => (await core.client.dedup.backfill()).state, { timeout: 10_000 }).toBe('completed')
}

test('stored jobs that are one opening become one, the later joins the earlier with the reason; a second time changes nothing', async () => {
  const { open, splitUp, core } = await profile(['oaks', 'pines'])
  splitUp(false)
  const running = core()
  expect(await running.client.dedup.backfill()).toMatchObject({ state: 'never' })
  expect(await running.client.dedup.startBackfill({})).toMatchObject({ state: 'queued', total: 4, done: 0 })
  await untilEnded(running)
  expect(await running.client.dedup.backfill()).toEqual({ state: 'completed', total: 4, done: 4, merged: 2, linked: 0 })
  const { jobs } = await running.client.jobs.search({})
  expect(jobs.map(({ sources }) => sources.toSorted())).toEqual([
    ['alpha', 'beta'],
    ['alpha', 'beta'],
  ])
  const [job] = jobs
  const detail = job === undefined ? null : await running.client.jobs.get({ id: job.id })
  expect(detail?.postings[1]).toMatchObject({ layer: 'fingerprint' })
  expect(detail?.postings[1]?.reason).toContain('Same title, company and place as on')
  await running.stop()

  const again = core()
  await again.client.dedup.startBackfill({})
  await untilEnded(again)
  expect(await again.client.dedup.backfill()).toMatchObject({ state: 'completed', done: 2, merged: 0 })
  await again.stop()
  expect(jobsOf(open())).toEqual(['alpha+beta', 'alpha+beta'])
})

test('the application for a job that joins goes along, and everybody hears of it', async () => {
  const { splitUp, core } = await profile(['oaks'])
  splitUp(false)
  const running = core()
  const { client } = running
  const [first, later] = (await client.jobs.search({})).jobs.map(({ id }) => id).toSorted((a, b) => a - b)
  if (first === undefined || later === undefined) throw new Error('There are two')
  await client.applications.add({ job: { jobId: later }, stage: 'applied' })
  const heard: string[] = []
  running.events.listen(({ type }) => heard.push(type))
  await client.dedup.startBackfill({})
  await untilEnded(running)
  expect(heard.filter((type) => type === 'applications.changed')).toHaveLength(1)
  expect(await client.applications.ofJob({ jobId: first })).toMatchObject({ stage: 'applied' })
})

test('what the user called different stays apart', async () => {
  const { splitUp, core } = await profile(['oaks'])
  splitUp(true)
  const running = core()
  await running.client.dedup.startBackfill({})
  await untilEnded(running)
  expect(await running.client.dedup.backfill()).toMatchObject({ state: 'completed', done: 2, merged: 0 })
  expect(await running.client.dedup.metrics()).toMatchObject({ jobs: 2, postings: 2, separated: 1, joined: 0 })
})

test('an opening that was over before the next one came is linked, not merged', async () => {
  const { clock, open, commit, core } = await profile([])
  commit('alpha', 'oaks')
  await clock.advance(90 * DAY_MS)
  commit('beta', 'oaks')
  open().database.raw.prepare('update job set repost_of = null').run()
  const running = core()
  await running.client.dedup.startBackfill({})
  await untilEnded(running)
  expect(await running.client.dedup.backfill()).toMatchObject({ state: 'completed', merged: 0, linked: 1 })
  expect(await running.client.dedup.metrics()).toMatchObject({ jobs: 2, reposts: 1 })
})

test('goes on behind the last job that it had looked at when it was interrupted', async () => {
  const openings = Array.from({ length: 30 }, (_, index) => `woods${index}`)
  const { open, splitUp } = await profile(openings)
  splitUp(false)
  const parts = open()
  const openingsFinder = createOpeningFinder({ database: parts.database, sourceName: (id) => id })
  const task = createBackfillTask({ ...parts, openings: openingsFinder, log: silentLog, onProgress: () => undefined })
  let steps = 0
  let remembered: BackfillPayload = NOTHING_DONE
  const goOn = (stopAfter: number) => {
    steps = 0
    const controller = new AbortController()
    return task.run(remembered, {
      taskId: taskIdSchema.parse('backfill'),
      signal: controller.signal,
      assertLeader: () => undefined,
      progressed: () => undefined,
      remember: (payload) => {
        steps += 1
        remembered = payload as BackfillPayload
        if (steps === stopAfter) controller.abort(new TaskInterrupted('killed'))
      },
    })
  }
  await expect(goOn(1)).rejects.toThrow('killed')
  const first = remembered
  expect(first.done).toBeGreaterThan(0)
  expect(first.done).toBeLessThan(60)
  await goOn(Infinity)
  expect(remembered).toMatchObject({ done: 60, merged: 30 })
  expect(remembered.cursor).toBeGreaterThan(first.cursor)
  expect(new Set(jobsOf(parts))).toEqual(new Set(['alpha+beta']))
})

test('a stopped one goes on where it was, or afresh when asked', async () => {
  const { core } = await profile(['oaks'])
  const stopped = core()
  await stopped.client.dedup.startBackfill({})
  expect(await stopped.client.dedup.stopBackfill()).toMatchObject({ state: 'cancelled', done: 0 })
  await stopped.client.dedup.startBackfill({ isAfresh: true })
  await untilEnded(stopped)
  expect(await stopped.client.dedup.backfill()).toMatchObject({ state: 'completed', done: 1 })
})

test('the metrics count what was merged by layer and pair of sources', async () => {
  const { commit, core } = await profile(['oaks', 'pines'])
  commit('gamma', 'oaks', { url: 'https://alpha.example/oaks?utm_source=gamma' })
  const { client } = core()
  expect(await client.dedup.metrics()).toEqual({
    jobs: 2,
    postings: 5,
    postingsPerJob: 2.5,
    byLayer: { url: 1, fingerprint: 2, fuzzy: 0, user: 0 },
    bySources: [
      { first: 'alpha', firstName: 'alpha', again: 'beta', againName: 'beta', postings: 2 },
      { first: 'alpha', firstName: 'alpha', again: 'gamma', againName: 'gamma', postings: 1 },
    ],
    reposts: 0,
    separated: 0,
    joined: 0,
  })
})
