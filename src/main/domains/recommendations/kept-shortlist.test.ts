import { beforeEach, describe, expect, test } from 'vitest'
import { DEFAULT_WEIGHTS } from '#shared/recommendations.ts'
import { createFakeClock, type FakeClock } from '../../../../tests/fakes/fake-clock.ts'
import { createKeptShortlist, type Kept, type Standing } from './kept-shortlist.ts'
import { CONTEXT, seeking } from './match-job.fixture.ts'
import type { ScoreBasis } from './scores/score-jobs.task.ts'

const MINUTE_MS = 60_000
const OF_BEFORE: Standing = { scores: { profileBasis: 'a', considered: 3, at: 0 }, isOfNow: false }

let clock: FakeClock
let profile: string | null
let jobs: string
let isReady: boolean
let isClosing: boolean
let standing: Standing | null
/** Lists that were begun, by what they are made of. */
let begun: string[]
/** What happens in the middle of the making of a list. */
let meanwhile: () => void
let current: () => Promise<Kept | null>

function* made(from: string) {
  begun.push(from)
  yield
  meanwhile()
  yield
  return { id: from, candidates: [], considered: begun.length, computedAt: clock.now() }
}

function basis(): ScoreBasis | null {
  if (profile === null) return null
  const comparing = { seeker: seeking({}), context: { ...CONTEXT, nowMs: clock.now() } }
  return { ...comparing, weights: DEFAULT_WEIGHTS, profileBasis: profile, basis: `${profile} ${jobs}` }
}

beforeEach(() => {
  clock = createFakeClock()
  profile = 'a'
  jobs = '1'
  isReady = true
  isClosing = false
  standing = null
  begun = []
  meanwhile = () => undefined
  current = createKeptShortlist({
    clock,
    matching: {
      columns: () => ({ jobIds: new Float64Array(), ordinalsOf: () => new Uint32Array(), changed: new Map(), isReady }),
      version: () => jobs,
    },
    ranking: {
      shortlist: () => made(`list of ${profile ?? 'nobody'}`),
      ofScores: (_comparing, { profileBasis }) => made(`scores of ${profileBasis}`),
    },
    basis,
    profileBasis: () => profile,
    isClosing: () => isClosing,
    standing: () => standing,
  })
})

describe('a kept list', () => {
  test('who asks while it is made waits for the same one', async () => {
    const [one, other] = await Promise.all([current(), current()])
    expect(one).not.toBeNull()
    expect(other).toBe(one)
    expect(begun).toEqual(['list of a'])
  })

  test('is good for a quarter of an hour, and is made anew five seconds after jobs changed', async () => {
    const first = await current()
    await clock.advance(15 * MINUTE_MS - 1)
    expect(await current()).toBe(first)
    await clock.advance(1)
    const second = await current()
    expect(second).not.toBe(first)
    jobs = '2'
    await clock.advance(4_999)
    expect(await current()).toBe(second)
    await clock.advance(1)
    expect(await current()).toMatchObject({ jobsVersion: '2' })
  })

  test('of a profile that changed while it was made is dropped, and everybody gets that of the new one', async () => {
    meanwhile = () => {
      profile = 'b'
    }
    const lists = await Promise.all([current(), current()])
    expect(lists.map((kept) => kept?.profileBasis)).toEqual(['b', 'b'])
    expect(begun).toEqual(['list of a', 'list of b'])
  })

  test('of a profile that is there again by then is not taken for another', async () => {
    const first = current()
    profile = 'b'
    const second = current()
    profile = 'a'
    const third = current()
    expect((await Promise.all([first, second, third])).map((kept) => kept?.profileBasis)).toEqual(['a', 'a', 'a'])
    expect((await current())?.profileBasis).toBe('a')
  })

  test('is none when the profile says nothing any more', async () => {
    meanwhile = () => {
      profile = null
    }
    expect(await current()).toBeNull()
  })

  test('that could not be made is told to all who wait, and is tried anew by the next', async () => {
    meanwhile = () => {
      throw new Error('the disk is gone')
    }
    const answers = await Promise.allSettled([current(), current()])
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    meanwhile = () => undefined
    expect(await current()).not.toBeNull()
  })

  test('is given up when the app closes', async () => {
    meanwhile = () => {
      isClosing = true
    }
    await expect(current()).rejects.toThrow('the app is closing')
    await expect(current()).rejects.toThrow('the app is closing')
    expect(begun).toEqual(['list of a'])
  })
})

describe('a stand-in', () => {
  beforeEach(() => {
    isReady = false
    standing = OF_BEFORE
  })

  test('is shown until the columns are there, then a list of its own', async () => {
    const first = await current()
    expect(first).toMatchObject({ isStandIn: true, shortlist: { id: 'scores of a' } })
    expect(await current()).toBe(first)
    isReady = true
    expect(await current()).toMatchObject({ isStandIn: false, shortlist: { id: 'list of a' } })
  })

  test('is made anew when jobs changed, so that what is closed goes', async () => {
    await current()
    jobs = '2'
    await clock.advance(5_000)
    expect(await current()).toMatchObject({ isStandIn: true, jobsVersion: '2' })
    expect(begun).toEqual(['scores of a', 'scores of a'])
  })

  test('gives way after a minute to a list by the index: columns may never come', async () => {
    await current()
    await clock.advance(MINUTE_MS)
    expect(await current()).toMatchObject({ isStandIn: false, shortlist: { id: 'list of a' } })
  })

  test('never follows a list that was made in full', async () => {
    isReady = true
    await current()
    isReady = false
    jobs = '2'
    await clock.advance(5_000)
    expect(await current()).toMatchObject({ isStandIn: false, shortlist: { id: 'list of a' } })
  })

  test('is none when its scores are of the jobs of now: it stays when the columns come', async () => {
    standing = { ...OF_BEFORE, isOfNow: true }
    const first = await current()
    expect(first).toMatchObject({ isStandIn: false, shortlist: { id: 'scores of a' } })
    isReady = true
    expect(await current()).toBe(first)
  })
})
