import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boardRefSchema } from '#shared/employers.ts'
import { guessBoards, isSameEmployer, MAX_GUESSES } from './slug-guesses.ts'

const slugs = (name: string, kind: string): string[] =>
  guessBoards(name)
    .filter((board) => board.kind === kind)
    .map(({ slug, variant }) => (variant === null ? slug : `${slug}@${variant}`))

describe('guessBoards', () => {
  test.each([
    ['Acme', 'personio', ['acme']],
    ['Acme', 'lever', ['acme', 'acme@eu']],
    ['Trade Republic', 'greenhouse', ['traderepublic']],
    ['Trade Republic', 'personio', ['traderepublic', 'trade-republic']],
    ['Trade Republic Bank GmbH', 'personio', ['traderepublicbank', 'trade-republic-bank']],
    ['Acme GmbH', 'personio', ['acme', 'acme-gmbh']],
    ['Acme S.A.', 'recruitee', ['acme']],
    ['Aleph & Sons B.V.', 'recruitee', ['alephsons']],
    ['Löwenzahn Robotik AG', 'personio', ['lowenzahnrobotik', 'loewenzahnrobotik', 'lowenzahn-robotik']],
    ['Ærø Łódź', 'teamtailor', ['aerolodz']],
    ['Booking.com', 'greenhouse', ['bookingcom', 'booking']],
    ['The Exploration Company', 'ashby', ['theexplorationcompany', 'the-exploration-company']],
    ['7Analytics', 'workable', ['7analytics']],
    ['  acme  ', 'smartrecruiters', ['acme']],
  ])('%s may be on %s as %j', (name, kind, expected) => {
    expect(slugs(name, kind)).toEqual(expected)
  })

  test.each(['', '   ', '!!!', '北京', 'x'])('%j has no board to guess', (name) => {
    expect(guessBoards(name)).toEqual([])
  })

  test('only the kinds that are asked for', () => {
    expect(guessBoards('Norrsken Kraft AB', ['teamtailor'])).toEqual([
      { kind: 'teamtailor', slug: 'norrskenkraft', variant: null },
    ])
  })

  test('any name gives few guesses, each of them once and in the shape of the contract', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.lorem({ maxCount: 5 })), (name) => {
        const guesses = guessBoards(name)
        expect(guesses.length).toBeLessThanOrEqual(MAX_GUESSES)
        expect(new Set(guesses.map((guess) => JSON.stringify(guess))).size).toBe(guesses.length)
        for (const guess of guesses) expect(boardRefSchema.parse(guess)).toEqual(guess)
      }),
    )
  })
})

describe('isSameEmployer', () => {
  test.each([
    ['Acme', 'ACME GmbH', true],
    ['Acme', 'Acme Robotics', true],
    ['Trade Republic', 'TradeRepublic', true],
    ['Løvenskiold', 'Lovenskiold AS', true],
    ['Aha', 'Animal Health Associates', false],
    ['Acme', 'Emca', false],
    ['', 'Acme', false],
  ])('%j and %j: %s', (left, right, isSame) => {
    expect(isSameEmployer(left, right)).toBe(isSame)
    expect(isSameEmployer(right, left)).toBe(isSame)
  })
})
