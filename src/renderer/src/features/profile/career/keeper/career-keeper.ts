import type { Career, CareerView } from '#shared/career.ts'
import { isEqual, joinDrafts } from './merge-drafts.ts'

export type KeeperState = 'idle' | 'saving' | 'saved' | 'failed' | 'conflict'

export interface KeptCareer {
  /** As it is on screen. */
  readonly career: Career
  readonly state: KeeperState
  readonly updatedAt: number | null
  /** What was changed here and in another window, each in another way. */
  readonly conflicts: readonly string[]
}

/** What another window wrote in the meantime. */
type Saved = { readonly view: CareerView } | { readonly stale: CareerView }

export interface KeeperPorts {
  readonly first: CareerView
  /** Rejects when the core cannot be reached or refuses. */
  readonly save: (next: { readonly career: Career; readonly version: number }) => Promise<Saved>
  readonly onProblem: (error: unknown) => void
  /** How long nothing is changed before it is stored. */
  readonly restMs: number
}

/** Keeps what is written in a career: on screen at once, stored soon after, and joined with what other windows write. Nothing that was
 *  written is given up without being asked. */
export function createCareerKeeper({ first, save, onProblem, restMs }: KeeperPorts) {
  let stored = first
  let career = first.career
  let state: KeeperState = 'idle'
  let conflict: { readonly theirs: CareerView; readonly parts: readonly string[] } | null = null
  let isSaving = false
  let timer: ReturnType<typeof setTimeout> | null = null
  let snapshot = shot()
  const listeners = new Set<() => void>()

  function shot(): KeptCareer {
    return { career, state, updatedAt: stored.updatedAt, conflicts: conflict?.parts ?? [] }
  }

  function tell(): void {
    snapshot = shot()
    for (const listener of listeners) listener()
  }

  const isClean = () => career === stored.career || isEqual(career, stored.career)

  function schedule(): void {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(flush, restMs)
  }

  function flush(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (isSaving || conflict !== null || isClean()) return
    void store()
  }

  async function store(): Promise<void> {
    const sent = career
    isSaving = true
    state = 'saving'
    tell()
    try {
      const saved = await save({ career: sent, version: stored.version })
      isSaving = false
      if ('stale' in saved) join(saved.stale)
      else settle(sent, saved.view)
    } catch (error) {
      isSaving = false
      state = 'failed'
      tell()
      onProblem(error)
    }
  }

  /** What was written while it was being stored stays on top of what came back. */
  function settle(sent: Career, view: CareerView): void {
    career = joinDrafts({ base: sent, mine: career, theirs: view.career }, 'mine').career
    stored = view
    state = 'saved'
    tell()
    if (!isClean()) schedule()
  }

  function join(theirs: CareerView): void {
    const joined = joinDrafts({ base: stored.career, mine: career, theirs: theirs.career }, 'mine')
    if (joined.conflicts.length > 0) {
      conflict = { theirs, parts: joined.conflicts }
      state = 'conflict'
      tell()
      return
    }
    adopt(theirs, joined.career)
  }

  function adopt(view: CareerView, next: Career): void {
    conflict = null
    stored = view
    career = next
    state = 'saved'
    tell()
    if (!isClean()) flush()
  }

  function resolve(preferred: 'mine' | 'theirs'): void {
    if (conflict === null) return
    const { theirs } = conflict
    adopt(theirs, joinDrafts({ base: stored.career, mine: career, theirs: theirs.career }, preferred).career)
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    current: () => snapshot,
    change: (changed: (career: Career) => Career) => {
      career = changed(career)
      tell()
      schedule()
    },
    flush,
    /** Tells of what is stored, as it was read again. */
    heard: (view: CareerView) => {
      if (view.version <= stored.version || isSaving) return
      if (isClean()) adopt(view, view.career)
      else join(view)
    },
    /** Where both changed the same, mine or theirs stays; everything else of both is kept. Returns what was on screen before. */
    resolve: (preferred: 'mine' | 'theirs'): Career => {
      const before = career
      resolve(preferred)
      return before
    },
  }
}
