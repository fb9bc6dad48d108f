import { expect, test } from 'vitest'
import { secretDefinitions } from './secret-definitions.ts'

const key = { name: 'BOARD_KEY', label: 'Board key', helpUrl: 'https://board.example/keys', isRequired: true }

test('each key is listed once, with everything that uses it, described by the first', () => {
  const users = [
    { name: 'Board', secrets: [key] },
    { name: 'Feed' },
    {
      name: 'Board two',
      secrets: [
        { ...key, label: 'Another label' },
        { ...key, name: 'OTHER_KEY' },
      ],
    },
  ]
  expect(secretDefinitions(users)).toEqual([
    { name: 'BOARD_KEY', label: 'Board key', helpUrl: key.helpUrl, usedBy: ['Board', 'Board two'] },
    { name: 'OTHER_KEY', label: 'Board key', helpUrl: key.helpUrl, usedBy: ['Board two'] },
  ])
})

test('nothing uses a key: there is none to list', () => {
  expect(secretDefinitions([])).toEqual([])
  expect(secretDefinitions([{ name: 'Feed' }])).toEqual([])
})
