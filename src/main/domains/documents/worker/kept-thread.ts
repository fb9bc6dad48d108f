import type { Clock } from '#main/infra/time/clock.ts'
import { type Work, workAnswerSchema } from './messages.ts'
import type { StartWorkThread, ThreadEnd, WorkThread } from './work-thread.ts'

/** What became of a piece of work. `left`: nobody waits for it; `late`: its time was up; `gone`: the thread ended while it ran. */
export type WorkOutcome =
  | { readonly state: 'done'; readonly value: unknown }
  | { readonly state: 'failed'; readonly problem: string }
  | { readonly state: 'left' | 'late' }
  | { readonly state: 'gone'; readonly end: ThreadEnd }

export interface KeptThreadOptions {
  readonly startThread: StartWorkThread
  readonly clock: Clock
  /** The thread is ended when nothing was asked of it for so long. */
  readonly idleMs: number
  /** How long work that nobody waits for may take to break off; after that the thread is ended. */
  readonly leaveMs: number
  /** The thread ended though nobody here ended it. `doing`: what it worked on, null between two pieces of work. */
  readonly onLost: (end: ThreadEnd, doing: Work['kind'] | null) => void
}

export interface KeptThread {
  /** Has one piece of work done; whoever calls waits for its end before the next. Work that takes longer than `limitMs` ends the thread. */
  readonly ask: (work: Work, how: { limitMs: number; signal?: AbortSignal | undefined }) => Promise<WorkOutcome>
  /** Ends the thread, whatever it does. */
  readonly close: () => Promise<void>
}

interface Running {
  readonly thread: WorkThread
  hear: ((answer: unknown) => void) | null
  mourn: ((end: ThreadEnd) => void) | null
  doing: Work['kind'] | null
  isLetGo: boolean
}

/** A thread that is started when it is first needed, and anew after it ended. */
export function createKeptThread({ startThread, clock, idleMs, leaveMs, onLost }: KeptThreadOptions): KeptThread {
  let current: Running | null = null
  let rest = new AbortController()
  let lastId = 0

  function running(): Running {
    if (current !== null && !current.thread.isEnding()) return current
    const started: Running = { thread: startThread(), hear: null, mourn: null, doing: null, isLetGo: false }
    started.thread.onAnswer((answer) => started.hear?.(answer))
    started.thread.onEnd((end) => {
      if (current === started) current = null
      if (!started.isLetGo) onLost(end, started.doing)
      started.mourn?.(end)
    })
    current = started
    return started
  }

  async function end(): Promise<void> {
    const ended = current
    current = null
    if (ended === null) return
    ended.isLetGo = true
    await ended.thread.end()
  }

  /** Calls after the time, unless the signal aborts before. */
  function after(ms: number, signal: AbortSignal, call: () => void): void {
    clock.sleep(ms, signal).then(call, (error: unknown) => {
      if (!signal.aborted) throw error
    })
  }

  return {
    ask: async (work, { limitMs, signal }) => {
      rest.abort()
      rest = new AbortController()
      const used = running()
      used.doing = work.kind
      const id = ++lastId
      const over = new AbortController()
      const outcome = await new Promise<WorkOutcome>((resolve) => {
        used.hear = (answer) => resolve(outcomeOf(answer, id))
        used.mourn = (end) => resolve({ state: 'gone', end })
        after(limitMs, over.signal, () => resolve({ state: 'late' }))
        const leave = () => {
          used.thread.send({ id, kind: 'leave' })
          after(leaveMs, over.signal, () => resolve({ state: 'left' }))
        }
        signal?.addEventListener('abort', leave, { once: true, signal: over.signal })
        used.thread.send({ ...work, id })
      })
      over.abort()
      used.hear = null
      used.mourn = null
      used.doing = null
      if (outcome.state === 'late' || outcome.state === 'left') await end()
      else if (current !== null) after(idleMs, rest.signal, () => void end())
      return outcome
    },
    close: async () => {
      rest.abort()
      await end()
    },
  }
}

/** What was answered, as far as it is an answer to the work of that id: there is only one at a time. */
function outcomeOf(said: unknown, id: number): WorkOutcome {
  const { success, data: answer } = workAnswerSchema.safeParse(said)
  if (!success || answer.id !== id) return { state: 'failed', problem: `What was answered is no answer to ${id}.` }
  return answer.ok ? { state: 'done', value: answer.value } : { state: 'failed', problem: answer.problem }
}
