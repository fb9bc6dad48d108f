import { describe, expect, test } from 'vitest'
import type { ApplicationEventData } from '#shared/applications.ts'
import { ACHIEVEMENTS } from '#shared/briefings.ts'
import { created, happeningsOf, moved, reminded } from '../content/happenings.fixture.ts'
import { tellingOf } from './achievements.service.ts'
import { ACHIEVEMENT_DEFINITIONS } from './definitions.ts'
import { type Ladder, stepsOf } from './ladders.ts'

type Told = [number, string, ApplicationEventData]
const NOW = Date.parse('2026-01-20T12:00Z')
const interview = (
  partId: number,
  startsAt: string,
  more: { change?: 'added' | 'changed' | 'removed'; outcome?: 'planned' | 'passed' | 'cancelled' } = {},
): ApplicationEventData => {
  const { change = 'added', outcome = 'planned' } = more
  return { type: 'interview', partId, change, kind: 'video', startsAt: Date.parse(`2026-01-${startsAt}Z`), outcome }
}
const offer = (partId: number, change: 'added' | 'removed'): ApplicationEventData => ({
  type: 'offer',
  partId,
  change,
  pay: null,
})

describe('how far one has come', () => {
  test.each<[string, Ladder, Told[], string[]]>([
    [
      'an application counts once, when it was sent, and not by a slip',
      'applications',
      [
        [1, '05T09:00', created('saved')],
        [1, '06T09:00', moved('saved', 'applied')],
        [1, '07T09:00', moved('applied', 'saved')],
        [1, '08T09:00', moved('saved', 'applied')],
        [2, '06T10:00', created('interviewing')],
        [3, '06T11:00', created('saved')],
        [3, '06T12:00', moved('saved', 'withdrawn')],
      ],
      ['06T10:00', '08T09:00'],
    ],
    [
      'an interview counts when it took place',
      'interviews',
      [
        [1, '05T09:00', interview(1, '10T14:00')],
        [1, '05T09:00', interview(2, '25T14:00')],
        [1, '05T09:00', interview(3, '11T14:00')],
        [1, '06T09:00', interview(3, '11T14:00', { change: 'changed', outcome: 'cancelled' })],
        [1, '05T09:00', interview(4, '12T14:00')],
        [1, '13T09:00', interview(4, '12T14:00', { change: 'removed' })],
      ],
      ['10T14:00'],
    ],
    [
      'an invitation without a date is one',
      'interviews',
      [[1, '06T09:00', moved('applied', 'interviewing')]],
      ['06T09:00'],
    ],
    [
      'and no second one beside its interview',
      'interviews',
      [
        [1, '06T09:00', moved('applied', 'interviewing')],
        [1, '06T10:00', interview(1, '10T14:00')],
      ],
      ['10T14:00'],
    ],
    [
      'an offer counts by the stage or by itself, once an application',
      'offers',
      [
        [1, '06T09:00', offer(1, 'added')],
        [1, '06T10:00', moved('interviewing', 'offered')],
        [2, '07T09:00', offer(2, 'added')],
        [3, '07T09:00', offer(3, 'added')],
        [3, '07T10:00', offer(3, 'removed')],
      ],
      ['06T10:00', '07T09:00'],
    ],
    [
      'an offer by a slip that was put right is none',
      'offers',
      [
        [1, '06T09:00', moved('applied', 'offered')],
        [1, '06T09:10', moved('offered', 'interviewing')],
      ],
      [],
    ],
    ['an acceptance', 'accepted', [[1, '06T09:00', moved('offered', 'accepted')]], ['06T09:00']],
    [
      'a follow-up that was done, and not opened again',
      'followUps',
      [
        [1, '06T09:00', reminded(1, 'done')],
        [1, '06T10:00', reminded(2, 'done')],
        [1, '06T11:00', reminded(2, 'reopened')],
      ],
      ['06T09:00'],
    ],
    [
      'a streak has a step a day',
      'streak',
      [
        [1, '05T09:00', created('applied')],
        [2, '06T09:00', created('applied')],
      ],
      ['05T09:00', '06T09:00'],
    ],
  ])('%s', (_name, ladder, told, expected) => {
    const happenings = happeningsOf(told.map(([id, at, data]) => [id, `2026-01-${at}`, data]))
    const steps = stepsOf(happenings, { now: NOW, zone: 'UTC' })[ladder]
    expect(steps.map((at) => new Date(at).toISOString().slice(8, 16))).toEqual(expected)
  })
})

test('every achievement of the contract has its goal and its words', () => {
  expect(ACHIEVEMENT_DEFINITIONS.map(({ key }) => key)).toEqual(ACHIEVEMENTS)
})

test('several at once are one message', () => {
  const [first, second] = ACHIEVEMENT_DEFINITIONS
  if (first === undefined || second === undefined) throw new Error('there are no two')
  expect(tellingOf([first])).toMatchObject({ key: 'achievement:first_application', title: 'First application sent' })
  expect(tellingOf([first, second])).toMatchObject({
    title: '2 achievements',
    body: 'First application sent and Ten applications sent.',
    count: 2,
  })
})
