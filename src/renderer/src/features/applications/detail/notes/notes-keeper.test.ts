import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { NotesDrafts } from './notes-drafts.ts'
import { createNotesKeeper, RETRY_AFTER_MS, SAVE_AFTER_MS, type SaveAnswer } from './notes-keeper.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function draftsInMemory(left: ReturnType<NotesDrafts['read']> = null) {
  let draft = left
  const drafts: NotesDrafts = {
    read: () => draft,
    keep: (next) => {
      draft = next
      return true
    },
    drop: () => {
      draft = null
    },
  }
  return drafts
}

/** A core that keeps notes and answers as told. */
function setUp(options: { left?: ReturnType<NotesDrafts['read']>; notes?: string; version?: number } = {}) {
  const core = { notes: options.notes ?? '', version: options.version ?? 1, isDown: false, isAnswerLost: false }
  const asked: string[] = []
  const drafts = draftsInMemory(options.left)
  const save = async (notes: string, notesVersion: number): Promise<SaveAnswer> => {
    asked.push(notes)
    await Promise.resolve()
    if (core.isDown) return { kind: 'failed', reason: 'Gone.' }
    if (notesVersion !== core.version) return { kind: 'stale', notes: core.notes, notesVersion: core.version }
    core.notes = notes
    core.version += 1
    if (core.isAnswerLost) return { kind: 'failed', reason: 'Gone.' }
    return { kind: 'saved', notesVersion: core.version }
  }
  const keeper = createNotesKeeper({ stored: { notes: core.notes, notesVersion: core.version }, drafts, save })
  return { core, asked, drafts, keeper, pause: (ms = SAVE_AFTER_MS) => vi.advanceTimersByTimeAsync(ms) }
}

test('typing is saved once, after a pause, and then nothing is left on this machine', async () => {
  const { core, asked, drafts, keeper, pause } = setUp()
  keeper.type('a')
  await pause(SAVE_AFTER_MS / 2)
  keeper.type('ab')
  expect(keeper.state().status).toBe('waiting')
  expect(drafts.read()).toEqual({ text: 'ab', notesVersion: 1 })
  await pause()
  expect([asked, core.notes, keeper.state().status, drafts.read()]).toEqual([['ab'], 'ab', 'saved', null])
})

test('what is typed while a saving goes on is saved after it', async () => {
  const { core, asked, drafts, keeper, pause } = setUp()
  keeper.type('a')
  keeper.flush()
  keeper.type('ab')
  await pause()
  expect([asked, core.notes, keeper.state().status, drafts.read()]).toEqual([['a', 'ab'], 'ab', 'saved', null])
})

test('leaving the field saves at once', async () => {
  const { core, keeper, pause } = setUp()
  keeper.type('a')
  keeper.flush()
  await pause(0)
  expect(core.notes).toBe('a')
})

test('what cannot be saved says why, stays on this machine and is tried again', async () => {
  const { core, drafts, keeper, pause } = setUp()
  core.isDown = true
  keeper.type('a')
  await pause()
  expect(keeper.state()).toMatchObject({ status: 'failed', reason: 'Gone.', isKept: true })
  expect(drafts.read()?.text).toBe('a')
  core.isDown = false
  await pause(RETRY_AFTER_MS)
  expect([core.notes, keeper.state().status, drafts.read()]).toEqual(['a', 'saved', null])
})

test('what a crash left is saved at the next visit', async () => {
  const { core, keeper, pause, drafts } = setUp({ notes: 'old', version: 3, left: { text: 'new', notesVersion: 3 } })
  expect(keeper.state().text).toBe('new')
  await pause(0)
  expect([core.notes, drafts.read()]).toEqual(['new', null])
})

test('what a crash left under notes that were changed since is asked about, not saved', async () => {
  const { core, asked, keeper, pause } = setUp({ notes: 'theirs', version: 4, left: { text: 'mine', notesVersion: 3 } })
  await pause(RETRY_AFTER_MS)
  expect(keeper.state()).toMatchObject({ status: 'conflict', text: 'mine', theirs: { notes: 'theirs' } })
  expect([asked, core.notes]).toEqual([[], 'theirs'])
})

test('a change from elsewhere makes a conflict; nothing is saved until a version is chosen', async () => {
  const { core, asked, drafts, keeper, pause } = setUp()
  core.notes = 'theirs'
  core.version = 2
  keeper.type('mine')
  await pause()
  expect(keeper.state()).toMatchObject({ status: 'conflict', theirs: { notes: 'theirs', notesVersion: 2 } })
  keeper.type('mine, longer')
  await pause(RETRY_AFTER_MS)
  expect(asked).toEqual(['mine'])
  expect(drafts.read()?.text).toBe('mine, longer')
  keeper.settle('both')
  await pause(0)
  expect([core.notes, keeper.state()]).toEqual(['both', expect.objectContaining({ status: 'saved', theirs: null })])
})

test('taking the other version saves nothing and leaves no draft', async () => {
  const { core, asked, drafts, keeper, pause } = setUp({
    notes: 'theirs',
    version: 4,
    left: { text: 'mine', notesVersion: 3 },
  })
  keeper.settle('theirs')
  await pause(RETRY_AFTER_MS)
  expect([asked, core.version, drafts.read(), keeper.state().text]).toEqual([[], 4, null, 'theirs'])
})

test('a saving whose answer was lost makes no conflict with itself', async () => {
  const { core, keeper, pause } = setUp()
  core.isAnswerLost = true
  keeper.type('a')
  await pause()
  core.isAnswerLost = false
  keeper.type('ab')
  await pause(SAVE_AFTER_MS + 1)
  expect([core.notes, keeper.state().status]).toEqual(['ab', 'saved'])
})

test('the same text from elsewhere is no conflict', async () => {
  const { core, keeper, pause, drafts } = setUp()
  core.notes = 'same'
  core.version = 9
  keeper.type('same')
  await pause()
  expect([keeper.state().status, core.version, drafts.read()]).toEqual(['saved', 9, null])
})

test('what was changed elsewhere is shown where nothing was typed, and an older answer changes nothing', () => {
  const { keeper } = setUp({ notes: 'old', version: 3 })
  keeper.heard({ notes: 'newer', notesVersion: 4 })
  expect(keeper.state().text).toBe('newer')
  keeper.heard({ notes: 'old', notesVersion: 3 })
  expect(keeper.state().text).toBe('newer')
  keeper.type('typed')
  keeper.heard({ notes: 'newest', notesVersion: 5 })
  expect(keeper.state().text).toBe('typed')
})

test('closing saves what waits, once, and what is not taken stays for the next visit', async () => {
  const { core, asked, drafts, keeper, pause } = setUp()
  core.isDown = true
  keeper.type('a')
  keeper.close()
  await pause(10 * RETRY_AFTER_MS)
  expect([asked, drafts.read()?.text]).toEqual([['a'], 'a'])
})

test('what was typed while a saving was on its way is saved at once when the page was left', async () => {
  const { core, asked, drafts, keeper, pause } = setUp()
  keeper.type('a')
  keeper.flush()
  keeper.type('ab')
  keeper.close()
  await pause(0)
  expect([asked, core.notes, drafts.read()]).toEqual([['a', 'ab'], 'ab', null])
})

test('a change from elsewhere that says what was saved from here before is a conflict all the same', async () => {
  const { core, keeper, pause } = setUp()
  keeper.type('a')
  await pause()
  keeper.type('ab')
  await pause()
  core.notes = 'a'
  core.version += 1
  keeper.type('abc')
  await pause()
  expect([core.notes, keeper.state().status]).toEqual(['a', 'conflict'])
})

test('a machine that keeps nothing says so', () => {
  const keeper = createNotesKeeper({
    stored: { notes: '', notesVersion: 1 },
    drafts: { read: () => null, keep: () => false, drop: () => undefined },
    save: () => Promise.resolve({ kind: 'failed', reason: 'Gone.' }),
  })
  keeper.type('a')
  expect(keeper.state().isKept).toBe(false)
})
