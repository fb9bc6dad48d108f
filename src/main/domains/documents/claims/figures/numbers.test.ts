import { expect, it } from 'vitest'
import { readTokens } from '../read/tokens.ts'
import { readNumbers } from './numbers.ts'

const HOUR = 3600

it.each([
  ['three and a half million messages', [3.5e6]],
  ['half a dozen managers', [6]],
  ['an hour and a half', [1.5 * HOUR]],
  ['three quarters of an hour', [0.75 * HOUR]],
  ['eine Dreiviertelstunde', [0.75 * HOUR]],
  ['less than half a year', [6]],
  ['anderthalb Stunden', [1.5 * HOUR]],
  ['zweieinhalb Jahre', [30]],
  ['ein einjähriges Projekt', [12]],
  ['eine einfache Regel', []],
  ['ein dreiköpfiges Team', [3]],
  ['im Viererteam', [4]],
  ['two years and eight months', [32]],
  ['four out of five letters', [80]],
  ['from 86M to 22M', [86e6, 22e6]],
  ['14k images', [14_000]],
  ['26,000 X-ray images', [26_000]],
  ['kB: 180 kilobytes', [180_000]],
  ['18 minutes rather than 30', [18 * 60, 30 * 60]],
  ['in half-day workshops', [12 * HOUR]],
  ['cut it in half', [50]],
])('%s', (text, values) => {
  expect(readNumbers(readTokens(text), () => false).map(({ value }) => value)).toEqual(values)
})
