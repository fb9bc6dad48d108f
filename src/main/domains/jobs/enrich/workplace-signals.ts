import phrases from '#resources/workplace-phrases.json' with { type: 'json' }
import type { Workplace } from '#shared/facts.ts'
import { type KindHit, scanKinds } from './phrase-kinds.ts'
import { readStatements, type Statements } from './workplace-clauses.ts'

const { fullyRemote, remote, partlyRemote, hybrid, officeDays, onsite, office, notRemote, ignore, abroad } = phrases
const scanner = scanKinds({
  fullyRemote,
  remote,
  partlyRemote,
  hybrid,
  officeDays,
  onsite,
  office,
  notRemote,
  ignore,
  abroad,
})

type SignalKind =
  | 'fullyRemote'
  | 'remote'
  | 'partlyRemote'
  | 'hybrid'
  | 'officeDays'
  | 'onsite'
  | 'presence'
  | 'notRemote'
export interface Signal {
  readonly start: number
  readonly end: number
  readonly kind: SignalKind
}

/** What a text says about the place of work. `isClear` is false where only a loose word says it ("remote work" among benefits). */
export interface Verdict {
  readonly workplace: Workplace
  readonly isClear: boolean
  readonly signals: readonly Signal[]
}

const OR =
  /^\s*(?:,?\s*(?:or|oder|ou|of|o|lub|eller|bzw\.?)|\/|\||,)\s*(?:even |auch |also |en |in |fully |full |100\s?% |komplett |full-)?\s*$/iu
const AND = /^\s*(?:,?\s*(?:and|und|et|y|en|e|i|och|sowie)|&|\+)\s*(?:the |partly |in |en )?\s*$/iu
const SOLE_BEFORE = /(?:^|[|([\n•·–—,/;:]|\s-)\s*$/u
const SOLE_AFTER = /^\s*(?:$|[|)(\]\n•·–—,/;]|-\s)/u
const FIELD_BEFORE =
  /(?:locations?|workplace|work mode|work model|work type|place of work|arbeitsort|arbeitsmodell|einsatzort|standort|lieu(?: de travail)?|locatie|werkplek|ubicación|modalidad|lokalizacja|tryb pracy|ort|plats|arbetsplats|sede|luogo|modalità|local|regime)\s*:[^.\n]{0,40}$/iu
const FIVE_BEFORE = /(?:\b5|five|fünf|cinq|vijf|cinco|pięć|fem|cinque|all)\s*$/iu
const DAYS =
  /(?<![\p{L}\d])(?:[1-4]|one|two|three|four|einen|einem|ein|zwei|drei|vier|un|deux|trois|quatre|een|twee|drie|uno|dos|tres|cuatro|jeden|dwa|trzy|cztery|två|tre|fyra|due|quattro|um|dois|duas|três|quatro)(?:\s?(?:-|–|to|bis|à|a|tot|do|or|oder|ou|till)\s?[\p{L}\d]+)?\s*(?:x\s*)?(?:days?|tage?n?|jours?|dagen|dag|días?|dni|dzień|dagar|giorni|giorno|dias?|times|j)(?!\p{L})/iu
const WEEKLY = /week|woche|semaine|\/\s?sem|semana|tydz|tygod|veck|settiman/iu
const YEARLY = /year|annum|jahr|\ban\b|année|jaar|año|\brok|\bår|anno|\bano/iu
const SENTENCE_REACH = 160
const MAX_SIGNALS = 100
const LOOSE: ReadonlySet<SignalKind> = new Set(['remote', 'partlyRemote', 'onsite'])

/** The sentence or line around a span, at most `SENTENCE_REACH` code units to either side. */
export function sentenceAround(text: string, start: number, end: number): { from: number; to: number } {
  let from = start
  while (from > 0 && start - from < SENTENCE_REACH && !/[\n.!?]/.test(text.charAt(from - 1))) from--
  let to = end
  while (
    to < text.length &&
    to - end < SENTENCE_REACH &&
    !/[\n!?]/.test(text.charAt(to)) &&
    !(text.charAt(to) === '.' && /\s|^$/.test(text.charAt(to + 1)))
  )
    to++
  return { from, to }
}

const limits = new Set(phrases.abroadLimit)

/** "Work from anywhere for 30 days a year" is a benefit, not a place of work. */
function isForSomeTime(text: string, hit: KindHit<string>): boolean {
  const { from, to } = sentenceAround(text, hit.start, hit.end)
  return text
    .slice(from, to)
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .some((word) => limits.has(word))
}

const afterRemote = new Set(phrases.afterRemote)
const weakOnsite = new Set(phrases.weakOnsite)

function readSignals(text: string, { isAside }: Statements): Signal[] {
  const signals: Signal[] = []
  for (const hit of scanner.scanLongest(text)) {
    if (signals.length >= MAX_SIGNALS) break
    if (hit.kinds.includes('ignore')) continue
    const kind = hit.kinds.find(
      (known): known is Exclude<SignalKind, 'presence'> | 'office' => known !== 'abroad' && known !== 'ignore',
    )
    if (!kind || (hit.kinds.includes('abroad') && isForSomeTime(text, hit))) continue
    if (kind === 'remote' && isFarAway(text, hit)) continue
    const sharpened = sharpen(text, hit, kind)
    if (!sharpened || ((sharpened === 'onsite' || sharpened === 'officeDays') && isAside(hit))) continue
    signals.push({ start: hit.start, end: hit.end, kind: sharpened })
  }
  return signals
}

/** "Remote updates", "remote islands": before a plural that is neither a job nor a person, remote only means far away. */
function isFarAway(text: string, { start, end }: KindHit<string>): boolean {
  if (text.slice(start, end).toLowerCase() !== 'remote') return false
  const plural = /^ (\p{Ll}{3,}[^s\P{Ll}]s)(?!\p{L})/u.exec(text.slice(end, end + 30))?.[1]
  return plural !== undefined && !afterRemote.has(plural)
}

/** A sentence that states something outweighs the loose words in it; and "in person" or "vor Ort" says where work is done only when
 *  the clause speaks of work, or when it stands alone between bars or in a field. */
function weighSignals(text: string, signals: readonly Signal[], { statements, isWork }: Statements): Signal[] {
  const isSaid = ({ start, kind }: Signal): boolean => {
    const statement = statements.find(({ sentence }) => sentence.start <= start && start < sentence.end)
    return statement !== undefined && (LOOSE.has(kind) || (kind === 'officeDays' && statement.kind !== kind))
  }
  const isIdle = (signal: Signal): boolean =>
    signal.kind === 'onsite' &&
    weakOnsite.has(text.slice(signal.start, signal.end).toLowerCase().replaceAll('-', ' ')) &&
    !isWork(signal) &&
    !standsAlone(text, signal)
  const kept = signals.filter((signal) => !isSaid(signal) && !isIdle(signal))
  return [...statements, ...kept].sort((a, b) => a.start - b.start)
}

function standsAlone(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const before = text.slice(Math.max(0, start - 60), start)
  return (SOLE_BEFORE.test(before) && SOLE_AFTER.test(text.slice(end, end + 8))) || FIELD_BEFORE.test(before)
}

/** The same words weigh differently by where they stand: alone between bars or in a field, with days a week, with five days. */
function sharpen(text: string, { start, end }: KindHit<string>, kind: SignalKind | 'office'): SignalKind | null {
  if (kind === 'officeDays' && FIVE_BEFORE.test(text.slice(Math.max(0, start - 10), start))) return 'onsite'
  if (kind === 'fullyRemote' || kind === 'hybrid' || kind === 'officeDays' || kind === 'notRemote') return kind
  if (hasWeekdays(text, start, end)) return 'officeDays'
  if (kind === 'office') return null
  if (kind === 'onsite') return kind
  if (kind === 'partlyRemote') return kind
  return standsAlone(text, { start, end }) ? 'fullyRemote' : kind
}

function hasWeekdays(text: string, start: number, end: number): boolean {
  const { from, to } = sentenceAround(text, start, end)
  const before = text.slice(Math.max(from, start - 50), start)
  const after = text.slice(end, Math.min(to, end + 50))
  const found = [before, after].some((side) => DAYS.test(side))
  if (!found) return false
  const around = before + after
  return (
    WEEKLY.test(around) ||
    (!YEARLY.test(around) && /^[\s:(]{0,3}(?:up to |bis zu )?\S+\s\S+/u.test(after) && DAYS.test(after.slice(0, 36)))
  )
}

function isRemoteKind({ kind }: Signal): boolean {
  return kind === 'remote' || kind === 'fullyRemote'
}

/** "Hybrid or remote" leaves the choice: remote. "On-site and remote" is a mix: hybrid. */
function readPairs(text: string, signals: readonly Signal[]): Workplace | null {
  for (const [at, second] of signals.entries()) {
    const first = signals[at - 1]
    const isChoiceWord =
      second.kind === 'remote' && /^(?:or|oder|ou|of|o|lub|eller)\s/iu.test(text.slice(second.start, second.end))
    if (isChoiceWord) return 'remote'
    if (!first || isRemoteKind(first) === isRemoteKind(second)) continue
    if (first.kind === 'notRemote' || second.kind === 'notRemote') continue
    const between = text.slice(first.end, second.start)
    if (between.length > 24) continue
    if (OR.test(between)) return 'remote'
    if (AND.test(between)) return 'hybrid'
  }
  return null
}

/** Reads one text. What is said in so many words comes before loose words; between equals the first said wins. */
export function judge(text: string): Verdict {
  const statements = readStatements(text)
  const said = readSignals(text, statements)
  const pair = readPairs(text, said)
  const signals = weighSignals(text, said, statements)
  const has = (kind: SignalKind): boolean => signals.some((signal) => signal.kind === kind)
  const verdict = (workplace: Workplace, isClear: boolean): Verdict => ({ workplace, isClear, signals })
  if (pair) return verdict(pair, true)
  if (has('officeDays')) return verdict('hybrid', true)
  if (has('notRemote')) return verdict(has('hybrid') || has('partlyRemote') ? 'hybrid' : 'onsite', true)
  if (has('presence') && !has('fullyRemote')) return verdict(has('hybrid') ? 'hybrid' : 'onsite', true)
  if (has('fullyRemote') || has('hybrid')) {
    const first = signals.find(({ kind }) => kind === 'fullyRemote' || kind === 'hybrid')
    return verdict(first?.kind === 'hybrid' ? 'hybrid' : 'remote', true)
  }
  if (has('partlyRemote')) return verdict('hybrid', false)
  if (has('onsite')) return verdict(has('remote') ? 'hybrid' : 'onsite', false)
  return verdict(has('remote') ? 'remote' : 'unknown', false)
}
