import { describe, expect, test } from 'vitest'
import { boardNamed } from './employers.command.ts'
import { EXIT } from './exit.ts'

describe('a board on the command line', () => {
  test.each([
    ['lever/acme', 'lever', 'acme'],
    [' Greenhouse/Acme.Robotics ', 'greenhouse', 'Acme.Robotics'],
    ['personio/acme-gmbh', 'personio', 'acme-gmbh'],
  ])('%j is one', (typed, kind, slug) => {
    expect(boardNamed(typed)).toEqual({ kind, slug })
  })

  test.each([
    '',
    'acme',
    'lever',
    'lever/',
    '/acme',
    'workday/acme',
    'lever/acme/jobs',
    'lever/acme robotics',
    'lever acme',
  ])('%j is wrong use', (typed) => {
    expect(() => boardNamed(typed)).toThrow(expect.objectContaining({ exitCode: EXIT.usage }))
  })
})
