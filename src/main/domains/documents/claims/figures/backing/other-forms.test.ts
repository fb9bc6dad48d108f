import { describe, expect, it } from 'vitest'
import { remembered } from '../../remembered.ts'
import { mayWorkOut } from './number-backing.ts'
import { findingsWith } from './one-fact.fixture.ts'

const numbersOf = (fact: string, sentence: string) =>
  findingsWith(fact, sentence)
    .filter(({ kind }) => kind === 'number')
    .map(({ words }) => words)

describe('a number in another form than the fact has', () => {
  it.each([
    [
      'The runtime went from 7 hours to 50 minutes; releases went from monthly to weekly.',
      'From seven hours to 50 minutes, and from once a month to once a week.',
      'From seven hours to 40 minutes, and from once a month to once a week.',
    ],
    ['Entity recognition for letters; recall 94 %.', 'Reached a recall of 0.94.', 'Reached a recall of 0.95.'],
    [
      'Ein Deployment dauert 12 Minuten statt eines halben Tages.',
      'Früher dauerte ein Deployment einen halben Tag.',
      'Früher dauerte ein Deployment anderthalb Tage.',
    ],
    ['Own a budget of €1.6 million.', 'Own a seven-figure budget.', 'Own an eight-figure budget.'],
    [
      'Saved €310,000 with spot instances.',
      'Einen sechsstelligen Betrag gespart.',
      'Einen siebenstelligen Betrag gespart.',
    ],
    [
      'Loads the readings every 15 minutes.',
      'Loads the readings four times an hour.',
      'Loads the readings six times an hour.',
    ],
    ['Found errors in one year.', 'Found errors within twelve months.', 'Found errors within eight months.'],
    [
      'A deployment took 8 minutes instead of an hour.',
      'Cut deployments from 60 to 8 minutes.',
      'Cut deployments from 90 to 8 minutes.',
    ],
    [
      'The bot answered 7 of 10 requests.',
      'The bot answered 70% of the requests.',
      'The bot answered 80% of the requests.',
    ],
    ['Reports arrive by 06:30.', 'Reports arrive by 6:30 a.m. every day.', 'Reports arrive by 6:45 a.m. every day.'],
    ['Reports arrive by 18:30.', 'Reports arrive by 6:30 p.m. every day.', 'Reports arrive by 6:30 a.m. every day.'],
    [
      'Tuned a model of 8 billion parameters.',
      'Tuned an 8-billion-parameter model.',
      'Tuned a 9-billion-parameter model.',
    ],
    [
      'Attrition fell from 22 % to 6 %.',
      'Attrition dropped by more than two thirds.',
      'Attrition dropped by more than four fifths.',
    ],
    ['Delivered 14 client projects.', '14 Kundenprojekte umgesetzt.', '15 Kundenprojekte umgesetzt.'],
  ])('%s backs "%s" and not "%s"', (fact, same, other) => {
    expect(numbersOf(fact, same)).toEqual([])
    expect(numbersOf(fact, other)).not.toEqual([])
  })
})

describe('a text of nothing but numbers', () => {
  const row = (count: number, step: number) => Array.from({ length: count }, (_, at) => 1001 + at * step).join(', ')

  it('is told of up to a bound, and none of it passes for what follows from several facts', () => {
    const found = numbersOf(row(150, 2), row(500, 3))
    expect(found).toHaveLength(20)
  })

  it('has single numbers compared only', () => {
    const ground = { numbers: [], changes: [], totals: [], stretches: [], workStretches: [] }
    expect(mayWorkOut(40, ground)).toBe(true)
    expect(mayWorkOut(41, ground)).toBe(false)
    const total = { value: 5, counted: ['people'], nouns: [] }
    expect(mayWorkOut(1, { ...ground, totals: Array.from({ length: 801 }, () => total) })).toBe(false)
  })

  it('is read once for each text, and forgets when it is full', () => {
    const asked: string[] = []
    const length = remembered((text) => asked.push(text), 2)
    for (const text of ['a', 'a', 'b', 'a', 'c', 'a']) length(text)
    expect(asked).toEqual(['a', 'b', 'c', 'a'])
  })
})
