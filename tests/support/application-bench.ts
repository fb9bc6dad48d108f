import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createApplicationWriter, type NewApplication } from '#main/domains/applications/application-writer.ts'
import { createTimeline } from '#main/domains/applications/timeline.ts'
import { connect } from '#main/infra/db/driver.ts'
import type { ApplicationEventData } from '#shared/applications.ts'
import type { Ports } from '#main/ports.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { tempDir } from './profile.ts'
import { testCore } from './test-core.ts'

const PLAIN: NewApplication = {
  jobId: null,
  title: 'Data Engineer',
  company: 'Havelwerk GmbH',
  place: 'Berlin',
  url: null,
  stage: 'applied',
  appliedAt: null,
  from: 'hand',
}

/** A core with applications in it, and a second look into its database. */
export function applicationBench(ports: Partial<Ports> = {}) {
  const profileDir = ports.profileDir ?? tempDir()
  const clock = createFakeClock()
  const core = testCore({ profileDir, clock, ...ports })
  const database = connect(join(profileDir, 'career-copilot.db'))
  onTestFinished(() => database.close())
  const timeline = createTimeline(database, clock)
  const writer = createApplicationWriter({ database, clock, timeline })
  let changes = 0
  core.events.listen((event) => {
    if (event.type === 'applications.changed') changes += 1
  })
  return {
    core,
    clock,
    database,
    profileDir,
    client: core.client,
    /** The id of a new application. */
    apply: (application: Partial<NewApplication> = {}): number =>
      database.write(() => writer({ ...PLAIN, ...application })),
    setRemoved: (id: number, removedAt: number | null) =>
      database.raw.prepare('update application set removed_at = ? where id = ?').run(removedAt, id),
    setStage: (id: number, stage: string) =>
      database.raw.prepare('update application set stage = ? where id = ?').run(stage, id),
    nextStep: (id: number): unknown =>
      database.raw.prepare('select next_step_kind as kind, next_step_at as at from application where id = ?').get(id),
    /** What happened to it after it was made, in order. */
    events: (id: number): ApplicationEventData[] =>
      timeline
        .of(id)
        .map(({ data }) => data)
        .filter(({ type }) => type !== 'created')
        .toReversed(),
    /** How often everybody was told that applications changed. */
    changes: () => changes,
  }
}

/** The code and the details with which a call fails; throws when it does not. */
export async function failureOf(call: Promise<unknown>): Promise<{ code: string; data: unknown }> {
  const failure = await call.then(
    () => null,
    (error: unknown) => error,
  )
  if (failure === null || !(failure instanceof Error) || !('code' in failure))
    throw new Error(`no coded failure: ${String(failure)}`)
  return { code: String(failure.code), data: 'data' in failure ? failure.data : null }
}
