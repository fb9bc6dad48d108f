import { describe, expect, test } from 'vitest'
import { leading, quietWorld } from '../support/leading-core.ts'

const MINUTE_MS = 60_000

describe('achievements', () => {
  test('are told a moment after, when nothing was taken back; and once', async () => {
    const world = await quietWorld()
    const { client, byHand } = world
    await client.settings.update({ isAchievementsOn: true })
    const id = await byHand('Data Engineer')
    const { pass, later, told } = leading(world)
    const { eventId } = await client.applications.move({ id, version: 1, to: 'applied' })
    await pass(30_000)
    await client.applications.undoMoves({ eventIds: [eventId] })
    await later(5 * MINUTE_MS)
    expect(await told()).toEqual([])
    await byHand('Analyst', { stage: 'applied' })
    await later(5 * MINUTE_MS)
    expect(await told()).toEqual(['achievement: First application sent'])
    const view = await client.briefings.achievements()
    expect(view).toMatchObject({ isOn: true, streakDays: 1 })
    expect(view.achievements[0]).toMatchObject({
      key: 'first_application',
      count: 1,
      goal: 1,
      earnedAt: expect.any(Number),
    })
    await byHand('Cook', { stage: 'applied' })
    await later(5 * MINUTE_MS)
    expect(await told()).toHaveLength(1)
  })

  test('switched off they are neither shown nor told; switched on again they tell of nothing old', async () => {
    const world = await quietWorld()
    const { client, byHand } = world
    const { later, told } = leading(world)
    await byHand('Data Engineer', { stage: 'applied' })
    await later(5 * MINUTE_MS)
    expect(await client.briefings.achievements()).toEqual({ isOn: false, achievements: [], streakDays: 0 })
    await client.settings.update({ isAchievementsOn: true })
    await later(30 * MINUTE_MS)
    const { achievements } = await client.briefings.achievements()
    expect(achievements.filter(({ earnedAt }) => earnedAt !== null).map(({ key }) => key)).toEqual([
      'first_application',
    ])
    expect(await told()).toEqual([])
  })
})
