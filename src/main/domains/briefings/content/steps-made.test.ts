import { expect, test } from 'vitest'
import type { ApplicationEventData } from '#shared/applications.ts'
import { created, happeningsOf, moved, reminded } from './happenings.fixture.ts'
import { stepsMade } from './steps-made.ts'

function wordsOf(data: ApplicationEventData): string {
  if (data.type === 'created') return `created ${data.stage}`
  return data.type === 'moved' ? `${data.from} ${data.to}` : data.type
}

test.each<[string, ApplicationEventData[], string[]]>([
  [
    'steps and what is none stay',
    [created('saved'), moved('saved', 'applied'), reminded(1, 'done')],
    ['created saved', 'saved applied', 'reminder'],
  ],
  [
    'a step that was taken back',
    [created('saved'), moved('saved', 'applied'), moved('applied', 'saved')],
    ['created saved'],
  ],
  [
    'a step too far leads to where it was put right to',
    [created('applied'), moved('applied', 'offered'), moved('offered', 'interviewing')],
    ['created applied', 'applied interviewing'],
  ],
  ['an entry in the wrong stage', [created('applied'), moved('applied', 'saved')], ['created saved']],
  [
    'several, one by one',
    [
      created('saved'),
      moved('saved', 'applied'),
      moved('applied', 'interviewing'),
      moved('interviewing', 'applied'),
      moved('applied', 'saved'),
    ],
    ['created saved'],
  ],
  [
    'several at once',
    [
      created('applied'),
      moved('applied', 'interviewing'),
      moved('interviewing', 'rejected'),
      moved('rejected', 'applied'),
    ],
    ['created applied'],
  ],
  ['a slip of earlier', [moved('applied', 'saved'), moved('saved', 'applied')], ['saved applied']],
  ['another column of the same stage', [created('applied'), moved('applied', 'applied')], ['created applied']],
])('%s', (_name, data, expected) => {
  const happenings = happeningsOf(data.map((one, index) => [1, `2026-01-12T0${index}:00`, one]))
  expect(stepsMade(happenings).map((happening) => wordsOf(happening.data))).toEqual(expected)
})

test('applications do not put each other right', () => {
  const happenings = happeningsOf([
    [1, '2026-01-12T09:00', moved('saved', 'applied')],
    [2, '2026-01-12T09:01', moved('applied', 'saved')],
  ])
  expect(stepsMade(happenings).map(({ applicationId }) => applicationId)).toEqual([1])
})
