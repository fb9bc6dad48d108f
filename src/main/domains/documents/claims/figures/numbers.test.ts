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
  ['at 6 a.m., by 18:30, um 6.30 Uhr', [6 * HOUR, 18.5 * HOUR, 6.5 * HOUR]],
  ['half past six, quarter to seven', [6.5 * HOUR, 6.75 * HOUR]],
  ['halb sieben', [6.5 * HOUR]],
  ['6 am Tag', [6]],
  ['zwei Zehntel Sekunden', [0.2]],
  ['50 µm und 3 Hundertstelmillimeter', [50e-6, 30e-6]],
  ['zu dritt', [3]],
  ['zehnmal so schnell, dreimal umgezogen', [10]],
  ['hundreds of thousands, Zehntausende, Milliarden, tens of users', [2e5, 2e4, 2e9]],
  ['several hundred users, mehrere tausend Nutzer', [200, 2000]],
  ['neunzigtausend Pfund, hundertfünfzig Kunden, zweihundertfünfzigtausend Aufrufe', [9e4, 150, 25e4]],
  ['eintausendzweihundert Tests, fünfundvierzigtausend Zeilen, hunderttausend Nutzer', [1200, 45e3, 1e5]],
  ['jahrhundertealt, Jahrtausendwende, tausendfach', []],
  ['a multi-million budget', [2e6]],
  ['1.1m transactions, a 5m cable', [1.1e6, 5]],
  ['480 megawatt-hours', [480e6]],
  ['ein 24-wöchiger Kurs', [24 * 7 * 24 * HOUR]],
  ['on a Pixel 6 from 210 ms to 70 ms', [6, 0.21, 0.07]],
])('%s', (text, values) => {
  expect(readNumbers(readTokens(text), () => false).map(({ value }) => value)).toEqual(values)
})
