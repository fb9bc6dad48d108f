import { NO_HISTORY, redone, stepped, undone, type History } from '../../model/history.ts'
import type { DocumentDrafts, Working } from './document-drafts.ts'

export interface Stored {
  readonly working: Working
  readonly revision: number
}

/** What the core says to a saving: taken; stale, with what it has; or not answered, with the reason in words. */
export type SaveAnswer =
  | { readonly kind: 'saved'; readonly revision: number }
  | { readonly kind: 'stale'; readonly stored: Stored }
  | { readonly kind: 'failed'; readonly reason: string }

/** 'waiting': edited, about to be saved. 'failed': tried in vain, tried again. 'conflict': somebody else saved in between; nothing is
 *  saved until one of both is chosen. `isKept`: what is unsaved lies on this machine, too, and outlives a crash. */
export interface KeeperState {
  readonly working: Working
  readonly status: 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict'
  readonly reason: string | null
  readonly theirs: Stored | null
  readonly isKept: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
}

export interface DocumentKeeper {
  readonly state: () => KeeperState
  readonly subscribe: (listener: () => void) => () => void
  /** `field` names where it was typed: what goes on in one field is one step to take back. */
  readonly edit: (change: (working: Working) => Working, field?: string | null) => void
  readonly undo: () => void
  readonly redo: () => void
  /** Saves at once what waits; false when it could not be. */
  readonly flush: () => Promise<boolean>
  /** What the core has now, as a later answer told. */
  readonly heard: (stored: Stored) => void
  /** Ends a conflict; what was not chosen is one step back. */
  readonly settle: (choice: 'mine' | 'theirs') => void
  /** Saves what waits, once; what is not taken stays on this machine for the next visit. */
  readonly close: () => void
}

export const SAVE_AFTER_MS = 700
export const RETRY_AFTER_MS = 5000
const FLUSHES_MOST = 3

const isSame = (a: Working, b: Working) => a === b || JSON.stringify(a) === JSON.stringify(b)

/** Keeps one document while it is edited: saved after a pause, one saving at a time, and on this machine until the core has it. Begins
 *  with what is left of an earlier visit. */
export function createDocumentKeeper(options: {
  readonly stored: Stored
  readonly drafts: DocumentDrafts
  readonly save: (stored: Stored) => Promise<SaveAnswer>
  readonly now: () => number
}): DocumentKeeper {
  const { drafts, save, now } = options
  const listeners = new Set<() => void>()
  let base = options.stored
  let history: History<Working> = NO_HISTORY
  let saving: Promise<void> | null = null
  let isClosed = false
  /** What was on its way to the core since it last answered: when it has one of these, nobody else saved, only the answer was lost. */
  let sent: Working[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: KeeperState = {
    working: base.working,
    status: 'saved',
    reason: null,
    theirs: null,
    isKept: true,
    canUndo: false,
    canRedo: false,
  }

  const set = (change: Partial<KeeperState>) => {
    state = { ...state, ...change, canUndo: history.past.length > 0, canRedo: history.future.length > 0 }
    for (const listener of listeners) listener()
  }
  const later = (delayMs: number) => {
    clearTimeout(timer)
    if (!isClosed) timer = setTimeout(() => void send(), delayMs)
  }
  const keep = (working: Working) => drafts.keep({ working, revision: base.revision })
  const settled = (stored: Stored) => {
    base = stored
    sent = []
    drafts.drop()
    set({ status: 'saved', reason: null, theirs: null, isKept: true })
  }
  const take = (tried: Working, answer: SaveAnswer) => {
    if (answer.kind === 'saved') {
      base = { working: tried, revision: answer.revision }
      sent = []
      if (isSame(state.working, tried)) return settled(base)
      set({ status: 'waiting', reason: null, isKept: keep(state.working) })
      return isClosed ? void send() : later(SAVE_AFTER_MS)
    }
    if (answer.kind === 'failed') {
      set({ status: 'failed', reason: answer.reason })
      return later(RETRY_AFTER_MS)
    }
    const { stored } = answer
    if (isSame(stored.working, state.working)) return settled(stored)
    if (!sent.some((one) => isSame(one, stored.working))) {
      clearTimeout(timer)
      return set({ status: 'conflict', reason: null, theirs: stored, isKept: keep(state.working) })
    }
    base = stored
    set({ status: 'waiting' })
    return isClosed ? void send() : later(0)
  }
  const deliver = async (tried: Working) => {
    const answer = await save({ working: tried, revision: base.revision })
    saving = null
    take(tried, answer)
  }
  const send = (): Promise<void> => {
    clearTimeout(timer)
    if (saving !== null) return saving
    if (state.status === 'saved' || state.status === 'conflict') return Promise.resolve()
    const tried = state.working
    sent = [...sent, tried]
    set({ status: 'saving' })
    saving = deliver(tried)
    return saving
  }
  const isUnsaved = () => saving !== null || state.status === 'waiting' || state.status === 'failed'
  const put = (working: Working) => {
    const isKept = keep(working)
    if (state.status === 'conflict') return set({ working, isKept })
    set({ working, isKept, status: saving === null ? 'waiting' : 'saving' })
    if (saving === null) later(SAVE_AFTER_MS)
  }
  const go = (step: typeof undone<Working>) => {
    const done = step(history, state.working)
    if (done === null) return
    history = done.history
    put(done.value)
  }

  const left = drafts.read()
  if (left !== null && isSame(left.working, base.working)) drafts.drop()
  else if (left !== null) {
    sent = [left.working]
    history = stepped(history, { before: base.working, field: null, now: now() })
    const isAhead = left.revision === base.revision
    state = {
      ...state,
      working: left.working,
      status: isAhead ? 'waiting' : 'conflict',
      theirs: isAhead ? null : base,
      canUndo: true,
    }
    if (isAhead) later(0)
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edit: (change, field = null) => {
      const next = change(state.working)
      if (isSame(next, state.working)) return
      history = stepped(history, { before: state.working, field, now: now() })
      put(next)
    },
    undo: () => go(undone),
    redo: () => go(redone),
    flush: async () => {
      // What was typed while one saving went on needs another.
      for (let round = 0; round < FLUSHES_MOST && isUnsaved(); round += 1) await send()
      return state.status === 'saved'
    },
    heard: (stored) => {
      if (stored.revision <= base.revision || saving !== null) return
      if (state.status === 'conflict') return set({ theirs: stored })
      if (state.status !== 'saved') return
      base = stored
      if (isSame(stored.working, state.working)) return
      history = stepped(history, { before: state.working, field: null, now: now() })
      set({ working: stored.working })
    },
    settle: (choice) => {
      if (state.theirs === null) return
      const mine = state.working
      base = state.theirs
      sent = []
      const other = choice === 'mine' ? base.working : mine
      history = stepped(history, { before: other, field: null, now: now() })
      if (choice === 'theirs') {
        set({ working: base.working })
        return settled(base)
      }
      set({ status: 'waiting', theirs: null, isKept: keep(mine) })
      void send()
    },
    close: () => {
      isClosed = true
      clearTimeout(timer)
      if (state.status === 'waiting' || state.status === 'failed') void send()
    },
  }
}
