import type { Workplace } from '#shared/facts.ts'
import { readStatements, type Statements } from './statements.ts'
import { readOfficeDays } from './office-days.ts'
import { AND, isWeak, readSignals, type Signal, type SignalKind, weighSignals } from './signals.ts'

/** What a text says about the place of work. `isClear` is false where only a loose word says it ("remote work" among benefits). */
export interface Verdict {
  readonly workplace: Workplace
  readonly isClear: boolean
  readonly signals: readonly Signal[]
  /** The words that decided; null when nothing was said. */
  readonly words: string | null
  /** Days a week at the office, where the text says how many. */
  readonly officeDays: number | null
}

const OR =
  /^\s*(?:,?\s*(?:or|oder|ou|of|o|lub|eller|bzw\.?)|\/|\||,)\s*(?:even |auch |also |en |in |fully |full |100\s?% |komplett |full-)?\s*$/iu

function isRemoteKind({ kind }: Signal): boolean {
  return kind === 'remote' || kind === 'fullyRemote'
}

interface Pair {
  readonly workplace: Workplace
  readonly start: number
  readonly end: number
}

/** "Hybrid or remote" leaves the choice: remote. "On-site and remote" is a mix: hybrid. */
function readPairs(text: string, signals: readonly Signal[], { isWork }: Statements): Pair | null {
  for (const [at, second] of signals.entries()) {
    const first = signals[at - 1]
    const { start, end } = second
    const isChoiceWord = second.kind === 'remote' && /^(?:or|oder|ou|of|o|lub|eller)\s/iu.test(text.slice(start, end))
    if (isChoiceWord) return { workplace: 'remote', start, end }
    if (!first || isRemoteKind(first) === isRemoteKind(second)) continue
    if (first.kind === 'notRemote' || second.kind === 'notRemote') continue
    const between = text.slice(first.end, start)
    if (between.length > 24 || (isWeak(text, first) && isWeak(text, second) && !isWork(first))) continue
    if (OR.test(between)) return { workplace: 'remote', start: first.start, end }
    if (AND.test(between)) return { workplace: 'hybrid', start: first.start, end }
  }
  return null
}

interface Decision {
  readonly workplace: Workplace
  readonly isClear: boolean
  /** The kinds of signal that decided; the first one of them is quoted. */
  readonly by: readonly SignalKind[]
}

/** What is said in so many words comes before loose words; between equals the first said wins. */
function decide(signals: readonly Signal[]): Decision {
  const has = (kind: SignalKind): boolean => signals.some((signal) => signal.kind === kind)
  const by = (workplace: Workplace, isClear: boolean, ...kinds: SignalKind[]): Decision => ({
    workplace,
    isClear,
    by: kinds,
  })
  if (has('officeDays')) return by('hybrid', true, 'officeDays')
  if (has('notRemote')) {
    const isMixed = has('hybrid') || has('partlyRemote')
    return isMixed ? by('hybrid', true, 'hybrid', 'partlyRemote') : by('onsite', true, 'notRemote')
  }
  if (has('presence') && !has('fullyRemote'))
    return has('hybrid') ? by('hybrid', true, 'hybrid') : by('onsite', true, 'presence')
  const first = signals.find(({ kind }) => kind === 'fullyRemote' || kind === 'hybrid')
  if (first) return by(first.kind === 'hybrid' ? 'hybrid' : 'remote', true, first.kind)
  if (has('partlyRemote')) return by('hybrid', false, 'partlyRemote')
  if (has('onsite')) return has('remote') ? by('hybrid', false, 'onsite', 'remote') : by('onsite', false, 'onsite')
  return by(has('remote') ? 'remote' : 'unknown', false, 'remote')
}

const TELL_DAYS: ReadonlySet<SignalKind> = new Set(['officeDays', 'presence', 'partlyRemote', 'hybrid', 'onsite'])

/** The first sentence with a signal that says how many days. */
function daysSaid(text: string, { sentences }: Statements, signals: readonly Signal[]): number | null {
  for (const sentence of sentences) {
    const isSaid = signals.some(
      ({ kind, start }) => TELL_DAYS.has(kind) && start >= sentence.start && start < sentence.end,
    )
    const days = isSaid ? readOfficeDays(text, sentence) : null
    if (days !== null) return days
  }
  return null
}

/** Reads one text. */
export function judge(text: string): Verdict {
  const statements = readStatements(text)
  const said = readSignals(text, statements)
  const pair = readPairs(text, said, statements)
  const signals = weighSignals(text, said, statements)
  const decision = decide(signals)
  const { workplace, isClear } = pair ? { workplace: pair.workplace, isClear: true } : decision
  const at = pair ?? signals.find(({ kind }) => decision.by.includes(kind))
  const officeDays = workplace === 'hybrid' || workplace === 'onsite' ? daysSaid(text, statements, signals) : null
  const isWhole = officeDays === 5
  return {
    workplace,
    isClear,
    signals,
    words: at && workplace !== 'unknown' ? text.slice(at.start, at.end) : null,
    officeDays: isWhole === (workplace === 'onsite') ? officeDays : null,
  }
}
