import { describe, expect, it } from 'vitest'
import { systemClock } from './clock.ts'

describe('systemClock', () => {
  it('tells the time of day', () => {
    const before = Date.now()
    expect(systemClock.now()).toBeGreaterThanOrEqual(before)
  })

  it('returns from a sleep of no length', async () => {
    await expect(systemClock.sleep(0)).resolves.toBeUndefined()
    await expect(systemClock.sleep(-5)).resolves.toBeUndefined()
  })

  it.each([1000, 2 ** 31, Number.POSITIVE_INFINITY])(
    'ends a sleep of %d ms with the signal’s own reason',
    async (ms) => {
      const controller = new AbortController()
      const reason = new Error('enough')
      const sleep = systemClock.sleep(ms, controller.signal)
      controller.abort(reason)
      await expect(sleep).rejects.toBe(reason)
      await expect(systemClock.sleep(ms, controller.signal)).rejects.toBe(reason)
    },
  )
})
