import type { NotesDrafts } from './notes-drafts.ts'

/** What the core says to a saving: taken; stale, with what it has; or not answered, with the reason in words. */
export type SaveAnswer =
  | { readonly kind: 'saved'; readonly notesVersion: number }
  | { readonly kind: 'stale'; readonly notes: string; readonly notesVersion: number }
  | { readonly kind: 'failed'; readonly reason: string }

export interface Stored {
  readonly notes: string
  readonly notesVersion: number
}

/** 'waiting': typed, about to be saved. 'failed': tried in vain, tried again. 'conflict': somebody else saved in between; nothing is
 *  saved until one of both is chosen. `isKept`: what is unsaved lies on this machine, too, and outlives a crash. */
export interface NotesState {
  readonly text: string
  readonly status: 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict'
  readonly reason: string | null
  readonly theirs: Stored | null
  readonly isKept: boolean
}

export interface NotesKeeper {
  readonly state: () => NotesState
  readonly subscribe: (listener: () => void) => () => void
  readonly type: (text: string) => void
  /** Saves at once what waits. */
  readonly flush: () => void
  /** What the core has now, as a later answer told. */
  readonly heard: (stored: Stored) => void
  /** Ends a conflict with this text. */
  readonly settle: (text: string) => void
  /** Saves what waits, once; what is not taken stays on this machine for the next visit. */
  readonly close: () => void
}

export const SAVE_AFTER_MS = 800
export const RETRY_AFTER_MS = 5000

/** Keeps the notes of one application: saved after a pause of typing, one saving at a time, and on this machine until the core has
 *  them. Begins with what is left of an earlier visit. */
export function createNotesKeeper(options: {
  readonly stored: Stored
  readonly drafts: NotesDrafts
  readonly save: (notes: string, notesVersion: number) => Promise<SaveAnswer>
}): NotesKeeper {
  const { drafts, save } = options
  const listeners = new Set<() => void>()
  let base = options.stored
  let isSaving = false
  let isClosed = false
  /** What was on its way to the core since it last answered: when it has one of these, nobody else saved, only the answer was lost. */
  const sentTexts = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let state: NotesState = { text: base.notes, status: 'saved', reason: null, theirs: null, isKept: true }

  const set = (change: Partial<NotesState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener()
  }
  const later = (delayMs: number) => {
    clearTimeout(timer)
    if (!isClosed) timer = setTimeout(() => void send(), delayMs)
  }
  /** What still waits is sent when typing pauses, and at once where nobody types any more. */
  const goOn = (delayMs: number) => (isClosed ? void send() : later(delayMs))
  const settled = (stored: Stored) => {
    base = stored
    sentTexts.clear()
    // Another visit may have put a newer one there.
    if (drafts.read()?.text === stored.notes) drafts.drop()
    set({ status: 'saved', reason: null, theirs: null, isKept: true })
  }
  const keep = (text: string) => drafts.keep({ text, notesVersion: base.notesVersion })
  const collide = (theirs: Stored) => {
    clearTimeout(timer)
    set({ status: 'conflict', reason: null, theirs, isKept: keep(state.text) })
  }
  const take = (sent: string, answer: SaveAnswer) => {
    if (answer.kind === 'saved') {
      base = { notes: sent, notesVersion: answer.notesVersion }
      sentTexts.clear()
      if (state.text === sent) return settled(base)
      set({ status: 'waiting', reason: null, isKept: keep(state.text) })
      return goOn(SAVE_AFTER_MS)
    }
    if (answer.kind === 'stale') {
      const theirs = { notes: answer.notes, notesVersion: answer.notesVersion }
      if (theirs.notes === state.text) return settled(theirs)
      if (!sentTexts.has(theirs.notes)) return collide(theirs)
      base = theirs
      set({ status: 'waiting' })
      return goOn(0)
    }
    set({ status: 'failed', reason: answer.reason })
    return later(RETRY_AFTER_MS)
  }
  const send = async () => {
    clearTimeout(timer)
    if (isSaving || state.status === 'saved' || state.status === 'conflict') return
    isSaving = true
    const sent = state.text
    sentTexts.add(sent)
    set({ status: 'saving' })
    const answer = await save(sent, base.notesVersion)
    isSaving = false
    take(sent, answer)
  }
  const type = (text: string) => {
    if (text === state.text) return
    const isKept = keep(text)
    if (state.status === 'conflict') return set({ text, isKept })
    set({ text, isKept, status: isSaving ? 'saving' : 'waiting' })
    if (!isSaving) later(SAVE_AFTER_MS)
  }
  const heard = (stored: Stored) => {
    if (stored.notesVersion <= base.notesVersion || isSaving) return
    if (state.status === 'conflict') return set({ theirs: stored })
    if (state.status !== 'saved') return
    base = stored
    set({ text: stored.notes })
  }
  const settle = (text: string) => {
    if (state.theirs === null) return
    base = state.theirs
    sentTexts.clear()
    if (text === base.notes) {
      drafts.drop()
      set({ text })
      return settled(base)
    }
    set({ text, status: 'waiting', theirs: null, isKept: keep(text) })
    void send()
  }

  const left = drafts.read()
  if (left !== null && left.text === base.notes) drafts.drop()
  else if (left !== null) {
    sentTexts.add(left.text)
    state = { ...state, text: left.text, status: 'waiting' }
    if (left.notesVersion === base.notesVersion) later(0)
    else state = { ...state, status: 'conflict', theirs: base }
  }

  const flush = () => {
    if (state.status === 'waiting' || state.status === 'failed') void send()
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    type,
    flush,
    heard,
    settle,
    close: () => {
      isClosed = true
      clearTimeout(timer)
      flush()
    },
  }
}
