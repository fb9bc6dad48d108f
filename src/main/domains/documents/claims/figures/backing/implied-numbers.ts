import sums from '#resources/claim-sums.json' with { type: 'json' }
import { readTokens, spaced, spacedPhrase, type Token } from '../../read/tokens.ts'
import { valueOfWord } from '../number-values.ts'
import { readUnit, type Unit } from '../units.ts'
import type { FactNumber } from './fact-number.ts'

/** Numbers that a line of a fact tells without writing them: "p95" is the 95th percentile, "quarterly" every three months, "in one year"
 *  twelve months, "7 of 10" 70 %. Pure. */
export function impliedNumbers(text: string, tokens: readonly Token[], numbers: readonly FactNumber[]): FactNumber[] {
  return [
    ...percentiles(text),
    ...cycles(text),
    ...oneTimes(text),
    ...tokens.flatMap(timesInside),
    ...ordinalCycles(tokens),
    ...lengthsTogether(tokens, numbers),
    ...partsOfAll(tokens, numbers),
  ]
}

const PLAIN = {
  money: null,
  counted: null,
  nouns: [],
  bound: 'exact',
  rate: null,
  preposition: null,
  trend: null,
  also: null,
  holder: null,
  name: null,
  isDifference: false,
  isOthers: false,
  isGroup: false,
  isEach: false,
  isVague: false,
  line: 0,
  language: '',
  lineRates: [],
  isYear: false,
} as const

function implied(
  written: string,
  at: number,
  told: Pick<Unit, 'is'> & { value: number; nouns?: readonly string[] },
): FactNumber {
  return { ...PLAIN, written, at, end: at < 0 ? -1 : at + written.length, ...told }
}

function percentiles(text: string): FactNumber[] {
  return Array.from(text.matchAll(/(?<![\p{L}\d])p(\d{2})(?![\p{L}\d])/giu), ({ 0: written, 1: digits, index }) => [
    implied(written, index, { is: 'count', value: Number(digits), nouns: ['percentile', 'Perzentil'] }),
    implied(written, index, { is: 'percent', value: Number(digits) }),
  ]).flat()
}

const ONE_TIME =
  /(?<!\p{L})(?:one|first|past|last|ein|einem|einer|ersten|letzten|(?:of|than|from|instead of|within|under|von|statt|als)\s(?:an?|einer|einem))\s(year|hour|jahr|stunde)(?!\p{L})/giu

/** "in one year" is twelve months, "instead of an hour" 60 minutes. */
function oneTimes(text: string): FactNumber[] {
  return Array.from(text.matchAll(ONE_TIME), ({ 0: written, 1: unit = '', index }) =>
    implied(
      written,
      index,
      /^(?:year|jahr)$/i.test(unit) ? { is: 'months', value: 12 } : { is: 'seconds', value: 3600 },
    ),
  )
}

const INSIDE = /^(\p{L}*?)(minuten|stunden|tages?|wochen|monats?|quartals|jahres?)-?(?=\p{L}{3})/u

/** "Viertelstundenwerte" are of 15 minutes, "Zehnminutentakt" is every ten. */
function timesInside({ plain, start, text }: Token): FactNumber[] {
  const [, count = '', unit = ''] = /^\p{Lu}/u.test(text) ? (INSIDE.exec(plain) ?? []) : []
  const value = INSIDE_COUNTS[count] ?? valueOfWord(count)
  const measure = INSIDE_UNITS[unit.replace(/s$/, '')]
  return value === null || !measure ? [] : [implied(text, start, { is: measure.is, value: value * measure.value })]
}
const INSIDE_COUNTS: Readonly<Record<string, number>> = { '': 1, viertel: 0.25, halb: 0.5, dreiviertel: 0.75 }
const INSIDE_UNITS: Readonly<Record<string, { is: 'months' | 'seconds'; value: number }>> = {
  minuten: { is: 'seconds', value: 60 },
  stunden: { is: 'seconds', value: 3600 },
  tage: { is: 'seconds', value: 86_400 },
  wochen: { is: 'seconds', value: 7 * 86_400 },
  monat: { is: 'months', value: 1 },
  quartal: { is: 'months', value: 3 },
  jahre: { is: 'months', value: 12 },
}

const MOST_PARTS = 100
const OF = new Set(['of', 'von', 'out of'])

/** "7 of 10 requests" are 70 %. */
function partsOfAll(tokens: readonly Token[], numbers: readonly FactNumber[]): FactNumber[] {
  return numbers.flatMap((first, at) => {
    const second = numbers[at + 1]
    // "8 apprentices, 6 of whom passed"
    const isBehind =
      second !== undefined && OF_THEM.some((phrase) => wordsBetween(tokens, second.end, -1).startsWith(phrase))
    const [some, all] = isBehind ? [second, first] : [first, second]
    if (isBehind && first.value > second.value && first.value <= MOST_PARTS && second.is === 'count')
      return [
        { ...second, is: 'percent' as const, nouns: [], counted: null, value: (second.value / first.value) * 100 },
      ]
    if (!all || some.is !== 'count' || all.is !== 'count' || some.value >= all.value || all.value > MOST_PARTS)
      return []
    if (!OF.has(wordsBetween(tokens, some.end, all.at))) return []
    return [{ ...some, is: 'percent' as const, nouns: [], counted: null, value: (some.value / all.value) * 100 }]
  })
}

/** Folded words from one place of the line to another, or to its end. */
function wordsBetween(tokens: readonly Token[], from: number, to: number): string {
  const between = tokens.filter(({ start }) => start >= from && (to < 0 || start < to))
  return between.map(({ plain }) => plain).join(' ')
}
const OF_THEM = ['of whom', 'of them', 'of which', 'davon']

/** "6 sprints of 2 weeks" are twelve weeks. */
function lengthsTogether(tokens: readonly Token[], numbers: readonly FactNumber[]): FactNumber[] {
  return numbers.flatMap((times, at) => {
    const each = numbers[at + 1]
    if (!each || times.is !== 'count' || (each.is !== 'seconds' && each.is !== 'months')) return []
    const [last = ''] = wordsBetween(tokens, times.end, each.at).split(' ').slice(-1)
    return EACH_OF.has(last) ? [{ ...each, value: each.value * times.value }] : []
  })
}
const EACH_OF = new Set(['of', 'a', 'je', 'von', 'mal', 'x', '×'])

const EVERY = new Set(['every', 'each', 'jede', 'jeden', 'jedes', 'jeder'])
const ORDINALS: Readonly<Record<string, number>> = sums.ordinals

/** "every fourth week" */
function ordinalCycles(tokens: readonly Token[]): FactNumber[] {
  return tokens.flatMap((every, at) => {
    const times = EVERY.has(every.plain) ? ORDINALS[tokens[at + 1]?.plain ?? ''] : undefined
    if (times === undefined) return []
    const { unit, factor } = readUnit(tokens, at + 2)
    return unit.is === 'months' || unit.is === 'seconds'
      ? [implied(every.text, every.start, { is: unit.is, value: times * factor })]
      : []
  })
}

const WEEK_SECONDS = 7 * 86_400
const CYCLE_WORDS = [
  ...Object.entries(sums.cycleMonths).map(([months, list]) => ({ is: 'months' as const, value: Number(months), list })),
  ...Object.entries(sums.cycleMinutes).map(([minutes, list]) => ({
    is: 'seconds' as const,
    value: Number(minutes) * 60,
    list,
  })),
  ...Object.entries(sums.cycleWeeks).map(([weeks, list]) => ({
    is: 'seconds' as const,
    value: Number(weeks) * WEEK_SECONDS,
    list,
  })),
].flatMap(({ is, value, list }) => list.map((phrase) => ({ is, value, phrase: spacedPhrase(phrase) })))

/** "every other Saturday" is every two weeks, "quarterly" every three months. */
function cycles(text: string): FactNumber[] {
  const plain = spaced(readTokens(text))
  return CYCLE_WORDS.filter(({ phrase }) => plain.includes(phrase)).map(({ is, value, phrase }) =>
    implied(phrase.trim(), -1, { is, value }),
  )
}
