import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Database } from '#main/infra/db/driver.ts'
import { openDatabase } from '#main/infra/db/open.ts'
import { LEASE_MS } from '#main/infra/tasks/lease.ts'
import { createTaskRunner } from '#main/infra/tasks/task-runner.ts'
import type { TaskHandler, TaskRunner } from '#main/infra/tasks/task.ts'
import { createFakeClock, type FakeClock } from '../fakes/fake-clock.ts'
import { tempDir } from '../support/profile.ts'
import { silentLog } from '../support/silent-log.ts'

const TICK_MS = 500

interface Bench {
  readonly clock: FakeClock
  readonly path: string
  readonly runner: (handler: Partial<TaskHandler> & Pick<TaskHandler, 'run'>) => TaskRunner
}

function bench(): Bench {
  const clock = createFakeClock()
  const path = join(tempDir(), 'profile.db')
  return {
    clock,
    path,
    runner: (handler) => {
      const database: Database = openDatabase({ path, now: clock.now() })
      const full: TaskHandler = { kind: 'work', maxAttempts: 3, recovery: 'resume', ...handler }
      const runner = createTaskRunner({ database, clock, log: silentLog, handlers: [full] })
      onTestFinished(async () => {
        await Promise.all([runner.stop(), clock.advance(10_000)])
        database.close()
      })
      return runner
    },
  }
}

/** A handler that stays at work until its signal or `release`. */
function worker() {
  const started: unknown[] = []
  let open: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  return {
    started,
    release: () => open(),
    run: async (payload: unknown, { signal }: { signal: AbortSignal }): Promise<void> => {
      started.push(payload)
      const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      await Promise.race([gate, aborted])
      signal.throwIfAborted()
    },
  }
}

describe('durable tasks', () => {
  test('the same key is enqueued once while the task is unfinished, and again afterwards', async () => {
    const { clock, runner: make } = bench()
    const work = worker()
    const runner = make(work)
    runner.start()
    const first = runner.enqueue({ kind: 'work', key: 'slot', payload: 1 })
    const second = runner.enqueue({ kind: 'work', key: 'slot', payload: 2 })
    expect(second).toEqual({ id: first.id, isNew: false })
    await clock.advance(TICK_MS)
    work.release()
    await clock.advance(TICK_MS)
    expect(runner.get(first.id)?.state).toBe('completed')
    expect(work.started).toEqual([1])
    expect(runner.enqueue({ kind: 'work', key: 'slot', payload: 3 }).isNew).toBe(true)
  })

  test('a task that fails is tried again later and later, then is failed with its reason and its handler is told', async () => {
    const { clock, runner: make } = bench()
    const abandoned: string[] = []
    let attempts = 0
    const runner = make({
      run: async () => {
        attempts += 1
        throw new Error(`attempt ${attempts}`)
      },
      onAbandoned: (_payload, state) => () => abandoned.push(state),
    })
    runner.start()
    const { id } = runner.enqueue({ kind: 'work', key: 'k', payload: null })
    await clock.advance(TICK_MS)
    expect(runner.get(id)).toMatchObject({ state: 'queued', attempt: 1, error: 'attempt 1' })
    await clock.advance(5_000 + TICK_MS)
    expect(attempts).toBe(2)
    await clock.advance(15_000 + TICK_MS)
    expect(runner.get(id)).toMatchObject({ state: 'failed', attempt: 3, error: 'attempt 3' })
    expect(abandoned).toEqual(['failed'])
  })

  test('cancelling stops a running task through its signal and marks it cancelled', async () => {
    const { clock, runner: make } = bench()
    const work = worker()
    const runner = make(work)
    runner.start()
    const { id } = runner.enqueue({ kind: 'work', key: 'k', payload: null })
    await clock.advance(TICK_MS)
    runner.cancel(id)
    await clock.advance(TICK_MS)
    expect(runner.get(id)?.state).toBe('cancelled')
  })

  test('a queued task that is cancelled never starts', async () => {
    const { clock, runner: make } = bench()
    const work = worker()
    const runner = make(work)
    const { id } = runner.enqueue({ kind: 'work', key: 'k', payload: null })
    runner.cancel(id)
    runner.start()
    await clock.advance(TICK_MS)
    expect(runner.get(id)?.state).toBe('cancelled')
    expect(work.started).toEqual([])
  })

  test('of two processes one leads; the other takes over when the lease runs out, and resumes the orphaned task', async () => {
    const { clock, path, runner: make } = bench()
    const dead = worker()
    const first = make(dead)
    first.start()
    const { id } = first.enqueue({ kind: 'work', key: 'k', payload: 'p' })
    await clock.advance(TICK_MS)
    expect(first.isLeader()).toBe(true)

    const alive = worker()
    const second = make(alive)
    second.start()
    await clock.advance(TICK_MS)
    expect(second.isLeader()).toBe(false)
    expect(alive.started).toEqual([])

    // The first process stands still (a suspended machine): its lease passes to the second, by hand as it cannot renew.
    const database = openDatabase({ path, now: clock.now() })
    onTestFinished(() => database.close())
    database.raw.prepare('update lease set expires_at = ?').run(clock.now())
    second.enqueue({ kind: 'work', key: 'other', payload: 'o' })
    await clock.advance(LEASE_MS)
    const leaders = [first, second].filter((runner) => runner.isLeader())
    expect(leaders).toHaveLength(1)
    expect([...dead.started, ...alive.started].filter((payload) => payload === 'p').length).toBeGreaterThanOrEqual(1)
    expect(second.get(id)?.state).toBe('running')
  })

  test('a task whose process was killed resumes in the next one; one that cannot resume is failed', async () => {
    const { clock, path, runner: make } = bench()
    const database = openDatabase({ path, now: clock.now() })
    const orphan = database.raw.prepare(
      `insert into task (id, kind, key, payload, state, attempt, run_after, owner, created_at)
       values (?, ?, ?, '"p"', 'running', 1, 0, 'a dead process', 0)`,
    )
    orphan.run('resumes', 'work', 'a')
    orphan.run('unknown', 'kind of an older version', 'b')
    database.close()
    const work = worker()
    const runner = make(work)
    runner.start()
    await clock.advance(TICK_MS)
    await clock.advance(TICK_MS)
    expect(work.started).toEqual(['p'])
    expect(database.raw.open).toBe(false)
    const rows = openDatabase({ path, now: clock.now() })
    onTestFinished(() => rows.close())
    const states = rows.raw.prepare('select id, state, error from task order by id').all()
    expect(states).toEqual([
      { id: 'resumes', state: 'running', error: null },
      { id: 'unknown', state: 'failed', error: 'interrupted' },
    ])
  })

  test('stopping interrupts without ending: the task is there to be resumed', async () => {
    const { clock, path, runner: make } = bench()
    const work = worker()
    const runner = make(work)
    runner.start()
    const { id } = runner.enqueue({ kind: 'work', key: 'k', payload: 'p' })
    await clock.advance(TICK_MS)
    await runner.stop()
    const again = worker()
    const next = make(again)
    expect(path).not.toBe('')
    next.start()
    await clock.advance(TICK_MS)
    await clock.advance(TICK_MS)
    expect(again.started).toEqual(['p'])
    expect(next.get(id)).toMatchObject({ state: 'running', attempt: 1 })
  })

  test('a process that overslept its lease notices at its next write, puts the task back and takes it up again', async () => {
    const { clock, runner: make } = bench()
    let rounds = 0
    const runner = make({
      run: async (_payload, { assertLeader }) => {
        rounds += 1
        if (rounds > 1) return
        // Asleep: time goes by, and nothing renews the lease.
        clock.jump(LEASE_MS * 2)
        assertLeader()
      },
    })
    runner.start()
    const { id } = runner.enqueue({ kind: 'work', key: 'k', payload: null })
    await clock.advance(TICK_MS)
    await clock.advance(TICK_MS * 4)
    expect(rounds).toBe(2)
    expect(runner.get(id)).toMatchObject({ state: 'completed', attempt: 1 })
    expect(runner.enqueue({ kind: 'work', key: 'k', payload: null }).isNew).toBe(true)
  })

  test('a task whose end could not be written is taken up again when writing works again', async () => {
    const { clock, path, runner: make } = bench()
    let rounds = 0
    const runner = make({
      run: async () => {
        rounds += 1
        if (rounds === 1) block.run()
      },
    })
    // Stands for a disk that is full: every change of a task's state to "completed" fails.
    const admin = openDatabase({ path, now: clock.now() })
    onTestFinished(() => admin.close())
    const block = admin.raw.prepare(`create trigger full before update on task when new.state = 'completed'
      begin select raise(abort, 'database or disk is full'); end`)
    runner.start()
    const { id } = runner.enqueue({ kind: 'work', key: 'k', payload: null })
    await clock.advance(TICK_MS)
    expect(runner.get(id)?.state).toBe('running')
    admin.raw.exec('drop trigger full')
    await clock.advance(LEASE_MS)
    expect(rounds).toBe(2)
    expect(runner.get(id)?.state).toBe('completed')
  })

  test('a task that takes its process down again and again without getting further is given up', async () => {
    const { clock, path, runner: make } = bench()
    const database = openDatabase({ path, now: clock.now() })
    database.raw
      .prepare(
        `insert into task (id, kind, key, payload, state, attempt, run_after, owner, created_at)
         values ('poison', 'work', 'k', 'null', 'running', 5, 0, 'a dead process', 0)`,
      )
      .run()
    database.close()
    const abandoned: string[] = []
    const work = worker()
    const runner = make({ ...work, onAbandoned: (_payload, state) => () => abandoned.push(state) })
    runner.start()
    await clock.advance(TICK_MS)
    expect(work.started).toEqual([])
    expect(abandoned).toEqual(['failed'])
    expect(runner.findActive('k')).toBeNull()
  })

  test('a process that lost the task to another one can no longer end it', async () => {
    const { clock, path, runner: make } = bench()
    const abandoned: string[] = []
    const runner = make({
      maxAttempts: 1,
      run: async () => {
        taken.run()
        throw new Error('too late')
      },
      onAbandoned: (_payload, state) => () => abandoned.push(state),
    })
    const other = openDatabase({ path, now: clock.now() })
    onTestFinished(() => other.close())
    const taken = other.raw.prepare("update task set owner = 'somebody else'")
    runner.start()
    const { id } = runner.enqueue({ kind: 'work', key: 'k', payload: null })
    await clock.advance(TICK_MS)
    expect(runner.get(id)).toMatchObject({ state: 'running', owner: 'somebody else' })
    expect(abandoned).toEqual([])
  })
})
