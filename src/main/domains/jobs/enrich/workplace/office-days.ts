import lexicon from '#resources/workplace-clauses.json' with { type: 'json' }
import { gap, type Span } from './clause.ts'
import type { DayCount, Token, TokenSentence, WordKind } from './token.ts'

/** A number of days and whether they are spent at the office or at home. */
interface Quantity extends Span {
  readonly days: DayCount
  /** Said as a share of the time. */
  readonly isShare?: boolean
}

const WORKING_WEEK = 5
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const
const TIMES = { once: 1, twice: 2, thrice: 3 } as const
const OFFICE: ReadonlySet<WordKind> = new Set(['office', 'site', 'attend', 'us'])
/** A place is named at most this far from the number of days; a comma between counts as that many letters. */
const REACH = 80
const COMMA = 20
const SHARE_REACH = 30
/** "Two days a month", "three days a year" say nothing about the week. */
const RARE_REACH = 14
/** What may stand between two days that are counted together: " and ", ", ", " et chaque ". */
const JOINT = /^[\s,/&+–-]*(?:\p{L}{1,7}[\s,/&+–-]*){0,3}$/u
/** "Not daily", "not on five days" */
const NOT_REACH = 5
const THROUGH = new RegExp(
  String.raw`^\s*(?:[-–]|(?:${lexicon.through.join('|')})(?!\p{L}))\s*(?:\p{L}{1,3}\s+)?$`,
  'iu',
)

/** Days a week at the office, the least of a range, as one sentence says them: in so many words, as weekdays, as a share of the time,
 *  or as what is left of five days when the days at home are said. Null when it says none, or none of the week. */
export function readOfficeDays(text: string, { tokens }: TokenSentence): number | null {
  const places = tokens.filter(isPlace)
  const rare = tokens.filter(({ kinds }) => kinds.includes('rare'))
  const negations = tokens.filter(({ kinds }) => kinds.includes('no'))
  let fromHome: number | null = null
  for (const quantity of quantities(text, tokens)) {
    if (rare.some((word) => gap(word, quantity) <= RARE_REACH)) continue
    if (negations.some(({ end }) => end <= quantity.start && quantity.start - end <= NOT_REACH)) continue
    const where = placeOf(quantity, { text, tokens, places })
    if (where === 'office') return quantity.days.least
    if (where === 'home') fromHome ??= WORKING_WEEK - quantity.days.most
  }
  return fromHome !== null && fromHome > 0 ? fromHome : null
}

function isPlace({ kinds }: Token): boolean {
  return kinds.some((kind) => OFFICE.has(kind) || kind === 'home')
}

function quantities(text: string, tokens: readonly Token[]): Quantity[] {
  const counted = tokens.flatMap((token): Quantity[] => {
    if (token.days)
      return [
        {
          start: token.start,
          end: token.end,
          days: token.days,
          isShare: /^\d\d/.test(text.slice(token.start, token.end)),
        },
      ]
    const times = Object.entries(TIMES).find(([kind]) => token.kinds.some((own) => own === kind))?.[1]
    const days = token.kinds.includes('daily') ? WORKING_WEEK : times
    return days === undefined ? [] : [{ start: token.start, end: token.end, days: { least: days, most: days } }]
  })
  return [...counted, ...weekdays(text, tokens)].sort((a, b) => a.start - b.start)
}

/** "Tuesdays and Thursdays" are two, "Tuesday to Thursday" three; days that other words part are counted apart. */
function weekdays(text: string, tokens: readonly Token[]): Quantity[] {
  const clusters: { readonly start: number; end: number; days: number[]; isThrough: boolean }[] = []
  for (const { start, end, kinds } of tokens) {
    const day = kinds.includes('daily') ? -1 : WEEKDAYS.findIndex((weekday) => kinds.includes(weekday))
    if (day === -1) continue
    const last = clusters.at(-1)
    const between = last ? text.slice(last.end, start) : ''
    const isParted = last && tokens.some((token) => isPlace(token) && token.start >= last.end && token.end <= start)
    if (!last || isParted === true || !JOINT.test(between)) {
      clusters.push({ start, end, days: [day], isThrough: false })
      continue
    }
    last.isThrough = last.days.length === 1 && THROUGH.test(between)
    last.days.push(day)
    last.end = end
  }
  return clusters.map(({ start, end, days, isThrough }) => {
    const [first = 0, second = 0] = days
    const count = isThrough && days.length === 2 ? Math.abs(second - first) + 1 : new Set(days).size
    return { start, end, days: { least: count, most: count } }
  })
}

/** The place that stands nearest to the number. "…, other days from home": what is left of the week is not what was counted. */
function placeOf(
  quantity: Quantity,
  {
    text,
    tokens,
    places,
  }: { readonly text: string; readonly tokens: readonly Token[]; readonly places: readonly Token[] },
): 'office' | 'home' | null {
  const distance = (place: Token): number => {
    const [first, second] = place.start < quantity.start ? [place, quantity] : [quantity, place]
    const between = text.slice(first.end, second.start)
    return gap(place, quantity) + (/[,;]/.test(between) ? COMMA : 0)
  }
  const [nearest] = places.toSorted((a, b) => distance(a) - distance(b))
  if (!nearest || distance(nearest) > (quantity.isShare ? SHARE_REACH : REACH)) return null
  const side = nearest.kinds.includes('home') ? 'home' : 'office'
  const isRest = tokens.some(
    (token) => token.kinds.includes('rest') && token.start >= quantity.end && token.end <= nearest.start && !token.days,
  )
  if (!isRest) return side
  return side === 'home' ? 'office' : 'home'
}
