import type { Career, CareerView } from '#shared/career.ts'
import type { CareerDrafts } from './career-drafts.ts'
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
  readonly drafts: CareerDrafts
  /** Rejects when the core cannot be reached or refuses. */
  readonly save: (next: { readonly career: Career; readonly version: number }) => Promise<Saved>
  /** Told once for failures in a row. */
  readonly onProblem: (error: unknown) => void
  /** How long nothing is changed before it is stored. */
  readonly restMs: number
}

export const RETRY_AFTER_MS = 5000

/** Keeps what is written in a career: on screen at once, on this machine until the core has it, stored soon after, and joined with what
 *  other windows write. Nothing that was written is given up without being asked. Begins with what is left of an earlier visit. */
export function createCareerKeeper({ first, drafts, save, onProblem, restMs }: KeeperPorts) {
  let stored = first
  let career = first.career
  let state: KeeperState = 'idle'
  let conflict: { readonly theirs: CareerView; readonly parts: readonly string[] } | null = null
  let isSaving = false
  let isOpen = true
  let isDraft = false
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

  function takeUp(): void {
    const left = drafts.read()
    if (left === null) return
    isDraft = true
    if (isEqual(left.career, first.career)) return dropDraft()
    career = left.career
    state = 'saving'
    if (left.version === first.version) return later(0)
    // Somebody wrote since: what it was written upon says what is whose.
    stored = { ...first, career: left.base, version: left.version }
    join(first)
  }

  function dropDraft(): void {
    if (isDraft) drafts.drop()
    isDraft = false
  }

  /** On this machine, too, for as long as the core does not have it. */
  function keepDraft(): void {
    if (isClean()) return dropDraft()
    isDraft = drafts.keep({ career, base: stored.career, version: stored.version }) || isDraft
  }

  const isClean = () => career === stored.career || isEqual(career, stored.career)

  function later(delayMs: number): void {
    if (timer !== null) clearTimeout(timer)
    timer = isOpen ? setTimeout(flush, delayMs) : null
  }

  function flush(): void {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (isSaving || conflict !== null || isClean()) return
    void store()
  }

  async function store(): Promise<void> {
    const sent = career
    const hasFailed = state === 'failed'
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
      later(RETRY_AFTER_MS)
      if (!hasFailed) onProblem(error)
    }
  }

  /** What was written while it was being stored stays on top of what came back. */
  function settle(sent: Career, view: CareerView): void {
    career = joinDrafts({ base: sent, mine: career, theirs: view.career }, 'mine').career
    stored = view
    state = 'saved'
    keepDraft()
    tell()
    if (!isClean()) settleRest()
  }

  /** Nobody waits for the next pause once the screen is left. */
  function settleRest(): void {
    if (isOpen) later(restMs)
    else flush()
  }

  function join(theirs: CareerView): void {
    const joined = joinDrafts({ base: stored.career, mine: career, theirs: theirs.career }, 'mine')
    if (joined.conflicts.length > 0) {
      conflict = { theirs, parts: joined.conflicts }
      state = 'conflict'
      keepDraft()
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
    keepDraft()
    tell()
    if (!isClean()) flush()
  }

  function resolve(preferred: 'mine' | 'theirs'): (now: Career) => Career {
    if (conflict === null) return (now) => now
    const fork = { base: stored.career, mine: career, theirs: conflict.theirs.career }
    const chosen = joinDrafts(fork, preferred).career
    const other = joinDrafts(fork, preferred === 'mine' ? 'theirs' : 'mine').career
    adopt(conflict.theirs, chosen)
    // Both have everything that did not collide, so that they differ in nothing but what was chosen.
    return (now) => joinDrafts({ base: chosen, mine: other, theirs: now }, 'mine').career
  }

  takeUp()
  snapshot = shot()

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    current: () => snapshot,
    change: (changed: (career: Career) => Career) => {
      career = changed(career)
      keepDraft()
      tell()
      later(restMs)
    },
    flush,
    /** Tells of what is stored, as it was read again. */
    heard: (view: CareerView) => {
      if (view.version <= stored.version || isSaving) return
      if (isClean()) adopt(view, view.career)
      else join(view)
    },
    /** Where both changed the same, mine or theirs stays; everything else of both is kept. Returns the change that takes the choice back,
     *  and nothing else: what was written since stays. */
    resolve,
    /** The screen is there again. */
    open: () => {
      isOpen = true
      flush()
    },
    /** Stores what waits, once; what is not taken stays on this machine for the next visit. */
    close: () => {
      isOpen = false
      flush()
    },
  }
}
