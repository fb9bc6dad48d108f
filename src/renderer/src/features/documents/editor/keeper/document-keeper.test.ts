import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { documentStyleSchema, resumeContentSchema } from '#shared/documents.ts'
import type { DocumentDrafts, Working } from './document-drafts.ts'
import { createDocumentKeeper, RETRY_AFTER_MS, SAVE_AFTER_MS, type SaveAnswer, type Stored } from './document-keeper.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const workingOf = (name: string): Working => ({
  content: resumeContentSchema.parse({ kind: 'resume', header: { name }, sections: [] }),
  style: documentStyleSchema.parse({}),
})
const nameOf = ({ content }: Working) => content.header.name

function setUp(options: { readonly left?: { name: string; revision: number }; readonly stored?: string } = {}) {
  let draft: ReturnType<DocumentDrafts['read']> = options.left
    ? { working: workingOf(options.left.name), revision: options.left.revision }
    : null
  const drafts: DocumentDrafts = {
    read: () => draft,
    keep: (next) => {
      draft = next
      return true
    },
    drop: () => {
      draft = null
    },
  }
  const core = {
    stored: { working: workingOf(options.stored ?? 'Ada'), revision: 1 } as Stored,
    isOut: false,
    saves: 0,
  }
  const save = async ({ working, revision }: Stored): Promise<SaveAnswer> => {
    core.saves += 1
    if (core.isOut) return { kind: 'failed', reason: 'No answer.' }
    if (revision !== core.stored.revision) return { kind: 'stale', stored: core.stored }
    core.stored = { working, revision: revision + 1 }
    return { kind: 'saved', revision: revision + 1 }
  }
  const keeper = createDocumentKeeper({ stored: core.stored, drafts, save, now: () => Date.now() })
  const type = (name: string) => keeper.edit(() => workingOf(name), 'name')
  return {
    keeper,
    core,
    type,
    draft: () => draft,
    elsewhere: (name: string) => {
      core.stored = { working: workingOf(name), revision: core.stored.revision + 1 }
    },
  }
}

test('typing is saved once, after a pause, and lies on this machine until then', async () => {
  const { keeper, core, type, draft } = setUp()
  type('Ada L')
  type('Ada Lovelace')
  expect(draft()?.working.content.header.name).toBe('Ada Lovelace')
  await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
  expect([core.saves, nameOf(core.stored.working), keeper.state().status, draft()]).toEqual([
    1,
    'Ada Lovelace',
    'saved',
    null,
  ])
})

test('a core that does not answer is asked again, and nothing is lost', async () => {
  const { keeper, core, type, draft } = setUp()
  core.isOut = true
  type('Ada Lovelace')
  await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
  expect(keeper.state()).toMatchObject({ status: 'failed', reason: 'No answer.', isKept: true })
  expect(draft()).not.toBeNull()
  core.isOut = false
  await vi.advanceTimersByTimeAsync(RETRY_AFTER_MS)
  expect([keeper.state().status, nameOf(core.stored.working)]).toEqual(['saved', 'Ada Lovelace'])
})

test.each([
  ['mine', 'From here'],
  ['theirs', 'From elsewhere'],
] as const)('changed elsewhere: %s is taken, the other is one step back', async (choice, name) => {
  const { keeper, core, type, elsewhere } = setUp()
  elsewhere('From elsewhere')
  type('From here')
  await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
  expect(keeper.state().status).toBe('conflict')
  expect(nameOf(core.stored.working)).toBe('From elsewhere')
  keeper.settle(choice)
  await vi.advanceTimersByTimeAsync(0)
  expect([keeper.state().status, nameOf(core.stored.working), nameOf(keeper.state().working)]).toEqual([
    'saved',
    name,
    name,
  ])
  keeper.undo()
  expect(nameOf(keeper.state().working)).toBe(choice === 'mine' ? 'From elsewhere' : 'From here')
})

test('what an earlier visit left is saved; upon another revision it is asked about', async () => {
  const ahead = setUp({ left: { name: 'Left', revision: 1 } })
  await vi.advanceTimersByTimeAsync(0)
  expect(nameOf(ahead.core.stored.working)).toBe('Left')
  const behind = setUp({ left: { name: 'Left', revision: 0 } })
  await vi.advanceTimersByTimeAsync(RETRY_AFTER_MS)
  expect(behind.keeper.state().status).toBe('conflict')
  expect(nameOf(behind.core.stored.working)).toBe('Ada')
})

test('undo and redo are edits that are saved, too', async () => {
  const { keeper, core, type } = setUp()
  type('Ada Lovelace')
  keeper.undo()
  expect([nameOf(keeper.state().working), keeper.state().canRedo]).toEqual(['Ada', true])
  keeper.redo()
  await vi.advanceTimersByTimeAsync(SAVE_AFTER_MS)
  expect(nameOf(core.stored.working)).toBe('Ada Lovelace')
})

test('a newer one is shown when nothing is unsaved, and not over what is being typed', async () => {
  const { keeper, type } = setUp()
  keeper.heard({ working: workingOf('Newer'), revision: 2 })
  expect(nameOf(keeper.state().working)).toBe('Newer')
  type('Typed')
  keeper.heard({ working: workingOf('Newest'), revision: 3 })
  expect(nameOf(keeper.state().working)).toBe('Typed')
})

test('flush waits until the last words are stored', async () => {
  const { keeper, core, type } = setUp()
  type('One')
  const flushed = keeper.flush()
  type('Two')
  expect(await flushed).toBe(true)
  expect(nameOf(core.stored.working)).toBe('Two')
})
