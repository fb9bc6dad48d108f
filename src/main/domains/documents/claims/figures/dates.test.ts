import { describe, expect, it } from 'vitest'
import { dateOfFact, isDateBacked, readDates } from './dates.ts'

const POST = [dateOfFact('2022-10', 'start'), dateOfFact('2023-03', 'end')]

describe('two years side by side', () => {
  it.each([
    ['in 2022/23', ['2022/23']],
    ['in 2022/2023', ['2022/2023']],
    ['2019–21', ['2019', '21']],
    ['2019–2021', ['2019', '2021']],
    ['2022-10', ['2022-10']],
    ['10/2022', ['10/2022']],
  ])('%s', (text, written) => {
    expect(readDates(text).map((date) => date.written)).toEqual(written)
  })

  it.each([
    ['2022/23', true],
    ['2023/24', false],
    ['2021/22', false],
  ])('%s is backed: %s', (text, isBacked) => {
    expect(readDates(text).every((date) => isDateBacked(date, POST))).toBe(isBacked)
  })
})
