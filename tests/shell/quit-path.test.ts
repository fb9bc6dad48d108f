import { expect, test } from 'vitest'
import { createQuitPath } from '#main/shell/electron/life/quit-path.ts'
import { createFakeClock } from '../fakes/fake-clock.ts'
import { silentLog } from '../support/silent-log.ts'

function harness(stop: () => Promise<void>) {
  const clock = createFakeClock()
  const exits: number[] = []
  let stops = 0
  const counted = () => {
    stops += 1
    return stop()
  }
  const quit = createQuitPath({ stop: counted, exit: (code) => exits.push(code), clock, log: silentLog })
  return { clock, exits, quit, stops: () => stops }
}

const never = () => new Promise<void>(() => undefined)

test('quitting stops everything, then ends with 0 and leaves no timer behind', async () => {
  const { quit, exits, clock, stops } = harness(() => Promise.resolve())
  expect(quit.isQuitting()).toBe(false)
  await quit.request('user')
  expect([exits, stops(), clock.pending(), quit.isQuitting()]).toEqual([[0], 1, 0, true])
})

test('a stop that hangs is given five seconds, then the process ends with 1', async () => {
  const { quit, exits, clock } = harness(never)
  const ended = quit.request('user')
  await clock.advance(4_999)
  expect(exits).toEqual([])
  await clock.advance(1)
  await ended
  expect(exits).toEqual([1])
})

test('a stop that fails ends with 1 at once', async () => {
  const { quit, exits } = harness(() => Promise.reject(new Error('checkpoint failed')))
  await quit.request('user')
  expect(exits).toEqual([1])
})

test('an uncaught error stops cleanly and still ends with 1', async () => {
  const { quit, exits, stops } = harness(() => Promise.resolve())
  await quit.request('failure')
  expect([exits, stops()]).toEqual([[1], 1])
})

test('a stop that ends after its time does not end the process twice', async () => {
  const stop = Promise.withResolvers<void>()
  const { quit, exits, clock } = harness(() => stop.promise)
  const ended = quit.request('user')
  await clock.advance(5_000)
  stop.resolve()
  await ended
  expect(exits).toEqual([1])
})

test('asked twice, it stops once; the echo of one Ctrl+C does not force it', async () => {
  const stop = Promise.withResolvers<void>()
  const { quit, exits, stops } = harness(() => stop.promise)
  const ended = quit.request('signal')
  await quit.request('signal')
  expect([exits, stops()]).toEqual([[], 1])
  stop.resolve()
  await ended
  expect([exits, stops()]).toEqual([[0], 1])
})

test('the same wish a moment later ends the process at once, and only once', async () => {
  const { quit, exits, clock, stops } = harness(never)
  const ended = quit.request('user')
  await clock.advance(1_000)
  await quit.request('user')
  expect(exits).toEqual([1])
  await clock.advance(5_000)
  await ended
  expect([exits, stops()]).toEqual([[1], 1])
})

test('the quit that a system shutdown sends after itself does not cut the stop short', async () => {
  const stop = Promise.withResolvers<void>()
  const { quit, exits, clock } = harness(() => stop.promise)
  const ended = quit.request('system')
  await clock.advance(2_000)
  await quit.request('user')
  expect(exits).toEqual([])
  stop.resolve()
  await ended
  expect(exits).toEqual([0])
})
