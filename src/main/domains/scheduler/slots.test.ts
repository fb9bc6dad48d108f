import { describe, expect, test } from 'vitest'
import { type CronLine, readCron } from '../../infra/time/cron-line.ts'
import {
  decideSlot,
  jitterMs,
  nextSlots,
  settleMs,
  type SlotDecision,
  type SlotQuestion,
  slotsBetween,
} from './slots.ts'

const SEED = 'a profile'
const at = (text: string) => Date.parse(`2026-03-${text}Z`)

function line(cron: string, zone = 'UTC'): CronLine {
  const { line: read, problem } = readCron({ cron, zone })
  if (read === null) throw new Error(problem)
  return read
}

const sixHourly = line('0 */6 * * *')
const jitter = (text: string) => jitterMs({ seed: SEED, slotAt: at(text) })
const settle = (text: string) => settleMs({ seed: SEED, slotAt: at(text) })

describe('slots of a line', () => {
  test('the next ones are later than the instant, and no more than asked for', () => {
    expect(nextSlots(sixHourly, { after: at('02T06:00'), count: 3 })).toEqual([
      at('02T12:00'),
      at('02T18:00'),
      at('03T00:00'),
    ])
    expect(nextSlots(sixHourly, { after: at('02T06:00'), count: 0 })).toEqual([])
  })

  test('between two instants: the first one is left out, the last one is in', () => {
    const day = { after: at('02T00:00'), until: at('03T00:00') }
    expect(slotsBetween(sixHourly, day)).toEqual([at('02T06:00'), at('02T12:00'), at('02T18:00'), at('03T00:00')])
    expect(slotsBetween(sixHourly, { after: at('02T06:00'), until: at('02T06:00') })).toEqual([])
    expect(slotsBetween(sixHourly, { after: at('03T00:00'), until: at('02T00:00') })).toEqual([])
  })

  test('a day on which the clock jumps has its four slots like any other', () => {
    const newYork = line('0 */6 * * *', 'America/New_York')
    expect(slotsBetween(newYork, { after: at('08T05:00') - 1, until: at('09T04:00') - 1 })).toHaveLength(4)
  })
})

describe('the jitter', () => {
  const slots = Array.from({ length: 500 }, (_, index) => at('01T00:00') + index * 21_600_000)

  test('is the same for one profile and slot, and lies within its bounds', () => {
    for (const slotAt of slots) {
      expect(jitterMs({ seed: SEED, slotAt })).toBe(jitterMs({ seed: SEED, slotAt }))
      expect(jitterMs({ seed: SEED, slotAt })).toBeGreaterThanOrEqual(0)
      expect(jitterMs({ seed: SEED, slotAt })).toBeLessThanOrEqual(300_000)
      expect(settleMs({ seed: SEED, slotAt })).toBeGreaterThanOrEqual(10_000)
      expect(settleMs({ seed: SEED, slotAt })).toBeLessThanOrEqual(60_000)
    }
  })

  test('spreads profiles over the five minutes', () => {
    const starts = Array.from({ length: 1000 }, (_, index) =>
      jitterMs({ seed: `profile ${index}`, slotAt: at('02T06:00') }),
    )
    const minutes = Map.groupBy(starts, (ms) => Math.min(Math.floor(ms / 60_000), 4))
    expect(new Set(minutes.keys())).toEqual(new Set([0, 1, 2, 3, 4]))
    for (const share of minutes.values()) expect(share.length).toBeGreaterThan(120)
  })
})

describe('what to do about a slot', () => {
  const awake = { line: sixHourly, seed: SEED, pausedUntil: null, awakeSince: at('01T00:00') }
  const later = (text: string, ms: number) => at(text) + ms

  const table: [string, Partial<SlotQuestion> & Pick<SlotQuestion, 'now' | 'lastSlotAt'>, SlotDecision][] = [
    [
      'nothing is due: wait for the next one and its jitter',
      { now: at('02T07:00'), lastSlotAt: at('02T06:00') },
      { kind: 'wait', until: later('02T12:00', jitter('02T12:00')) },
    ],
    [
      'it is due, but its jitter is not over',
      { now: later('02T12:00', jitter('02T12:00') - 1), lastSlotAt: at('02T06:00') },
      { kind: 'wait', until: later('02T12:00', jitter('02T12:00')) },
    ],
    [
      'its jitter is over',
      { now: later('02T12:00', jitter('02T12:00')), lastSlotAt: at('02T06:00') },
      { kind: 'start', slotAt: at('02T12:00') },
    ],
    [
      'it was dealt with a moment ago',
      { now: later('02T12:00', 300_000), lastSlotAt: at('02T12:00') },
      { kind: 'wait', until: later('02T18:00', jitter('02T18:00')) },
    ],
    [
      'after a sleep over one slot the network gets its time',
      { now: at('02T14:00'), lastSlotAt: at('02T06:00'), awakeSince: at('02T14:00') },
      { kind: 'wait', until: later('02T14:00', settle('02T12:00')) },
    ],
    [
      'and then the slot is made up for',
      { now: at('02T14:01'), lastSlotAt: at('02T06:00'), awakeSince: at('02T14:00') },
      { kind: 'start', slotAt: at('02T12:00') },
    ],
    [
      'after days only the newest slot is started',
      { now: at('20T14:01'), lastSlotAt: at('02T06:00'), awakeSince: at('20T14:00') },
      { kind: 'start', slotAt: at('20T12:00') },
    ],
    [
      'a pause passes over what falls due in it',
      { now: at('02T12:10'), lastSlotAt: at('02T06:00'), pausedUntil: at('04T00:00') },
      { kind: 'pass', slotAt: at('02T12:00') },
    ],
    [
      'a pause that begins between a slot and its start holds it back',
      { now: at('02T12:00'), lastSlotAt: at('02T06:00'), pausedUntil: at('02T12:30') },
      { kind: 'pass', slotAt: at('02T12:00') },
    ],
    [
      'after a pause its slots are not made up for',
      { now: at('04T01:00'), lastSlotAt: at('02T06:00'), pausedUntil: at('04T00:30') },
      { kind: 'pass', slotAt: at('04T00:00') },
    ],
    [
      'a slot at the very end of the pause is started',
      { now: at('04T00:10'), lastSlotAt: at('02T06:00'), pausedUntil: at('04T00:00') },
      { kind: 'start', slotAt: at('04T00:00') },
    ],
    [
      'the clock was set back: what was dealt with does not come again',
      { now: at('02T11:00'), lastSlotAt: at('02T12:00') },
      { kind: 'wait', until: later('02T18:00', jitter('02T18:00')) },
    ],
  ]
  test.each(table)('%s', (_name, question, expected) => {
    expect(decideSlot({ ...awake, ...question })).toEqual(expected)
  })
})
