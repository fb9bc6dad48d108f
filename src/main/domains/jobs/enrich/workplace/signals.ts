import phrases from '#resources/workplace-phrases.json' with { type: 'json' }
import { type KindHit, scanKinds } from '../phrase-kinds.ts'
import type { Statements } from './statements.ts'
import { isFarWork, isForOthers } from './far-work.ts'
import { isHybridWork } from './hybrid-word.ts'

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

export type SignalKind =
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

const SOLE_BEFORE = /(?:^|[|([\n•·–—,/;:]|\s-)\s*$/u
const SOLE_AFTER = /^\s*(?:$|[|)(\]\n•·–—,/;]|-\s)|^\s(?:in|en|à|w|i|em|a|te|at)\s\p{Lu}/u
const FIELD_BEFORE =
  /(?:locations?|workplace|work mode|work model|work type|place of work|arbeitsort|arbeitsmodell|einsatzort|standort|lieu(?: de travail)?|locatie|werkplek|ubicación|modalidad|lokalizacja|tryb pracy|ort|plats|arbetsplats|sede|luogo|modalità|local|regime)\s*:[^.\n]{0,40}$/iu
const FIELD_REACH = 40
const DENIED_AFTER = new RegExp(
  String.raw`^\s*(?:work(?:ing)?\s*)?[:–-]\s*(?:${phrases.denials.join('|')})(?![\p{L}-])`,
  'iu',
)
const PARTLY_AFTER = new RegExp(String.raw`^\s*[:(–-]\s*(?:\p{L}{2,3},?\s)?(?:${phrases.partly.join('|')})`, 'iu')
const FIVE_BEFORE = /(?:\b5|five|fünf|cinq|vijf|cinco|pięć|fem|cinque|all)\s*$/iu
const DAYS =
  /(?<![\p{L}\d])(?:[1-4]|one|two|three|four|einen|einem|ein|zwei|drei|vier|un|deux|trois|quatre|een|twee|drie|uno|dos|tres|cuatro|jeden|dwa|trzy|cztery|två|tre|fyra|due|quattro|um|dois|duas|três|quatro)(?:\s?(?:-|–|to|bis|à|a|tot|do|or|oder|ou|till)\s?[\p{L}\d]+)?\s*(?:x\s*)?(?:days?|tage?n?|jours?|dagen|dag|días?|dni|dzień|dagar|giorni|giorno|dias?|times|j)(?!\p{L})/iu
const WEEKLY = /week|woche|semaine|\/\s?sem|semana|tydz|tygod|veck|settiman/iu
const YEARLY =
  /year|annum|jahr|\ban\b|année|jaar|año|\brok|\bår|anno|\bano|month|monat|\bmois\b|maand|\bmes\b|miesi[aą]c|månad|\bmese\b|\bmês\b|quart[ae]|kvartal|kwarta|trimest/iu
const SENTENCE_REACH = 160
const MAX_SIGNALS = 100
const MAX_HITS = 800
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
const weakRemote = new Set(phrases.weakRemote)
const asideNouns = new Set(phrases.asideNouns)
/** Two words of place joined: "on site and remotely". */
export const AND = /^\s*(?:,?\s*(?:and|und|et|y|en|e|i|och|sowie)|&|\+)\s*(?:the |partly |in |en )?\s*$/iu

/** The words of a text that may say where the work is done, each by what it means where it stands. */
export function readSignals(text: string, { isAside, isProcess }: Statements): Signal[] {
  const signals: Signal[] = []
  let asideEnd = -1
  for (const hit of scanner.scanLongest(text).slice(0, MAX_HITS)) {
    if (signals.length >= MAX_SIGNALS) break
    if (hit.kinds.includes('ignore') || isProcess(hit)) continue
    const kind = hit.kinds.find(
      (known): known is Exclude<SignalKind, 'presence'> | 'office' => known !== 'abroad' && known !== 'ignore',
    )
    if (!kind || (hit.kinds.includes('abroad') && isForSomeTime(text, hit))) continue
    if (kind === 'remote' && (isFarAway(text, hit) || isFarWork(text, hit))) continue
    if (kind !== 'office' && kind !== 'notRemote' && isForOthers(text, hit)) continue
    if (kind === 'hybrid' && !isHybridWork(text, hit)) continue
    if ((kind === 'remote' || kind === 'onsite') && isOfAside(text, { start: hit.start, asideEnd })) {
      asideEnd = hit.end
      continue
    }
    const sharpened = sharpen(text, hit, kind)
    if (!sharpened || ((sharpened === 'onsite' || sharpened === 'officeDays') && isAside(hit))) continue
    signals.push({ start: hit.start, end: hit.end, kind: sharpened })
  }
  return signals
}

/** "Support on site and remotely", "suporte presencial e remoto": how something else is done. */
function isOfAside(text: string, { start, asideEnd }: { readonly start: number; readonly asideEnd: number }): boolean {
  const before = text.slice(Math.max(0, start - 30), start)
  const noun =
    /(\p{L}+)\s(?:(?:in|en|à|a|da|på|op|both|sowohl|zowel|zarówno|både|sia|tanto|tant|de forma|de manera|em modo|in modo|de modo)\s)?$/u
      .exec(before)?.[1]
      ?.toLowerCase()
  if (noun !== undefined && asideNouns.has(noun)) return true
  return asideEnd >= 0 && start - asideEnd <= 6 && AND.test(text.slice(asideEnd, start))
}

/** "Remote updates", "remote islands": before a plural that is neither a job nor a person, remote only means far away. */
function isFarAway(text: string, { start, end }: KindHit<string>): boolean {
  if (text.slice(start, end).toLowerCase() !== 'remote') return false
  const plural = /^ (\p{Ll}{3,}[^s\P{Ll}]s)(?!\p{L})/u.exec(text.slice(end, end + 30))?.[1]
  return plural !== undefined && !afterRemote.has(plural)
}

/** A sentence that states something outweighs the loose words in it; and "in person", "vor Ort" or "à distance" says where work is
 *  done only when the clause speaks of work, or when it stands alone between bars or in a field. */
export function weighSignals(text: string, signals: readonly Signal[], { statements, isWork }: Statements): Signal[] {
  const isSaid = ({ start, kind }: Signal): boolean => {
    const statement = statements.find(({ sentence }) => sentence.start <= start && start < sentence.end)
    return statement !== undefined && (LOOSE.has(kind) || (kind === 'officeDays' && statement.kind !== kind))
  }
  const isIdle = (signal: Signal): boolean => isWeak(text, signal) && !isWork(signal) && !standsAlone(text, signal)
  const kept = signals.filter((signal) => !isSaid(signal) && !isIdle(signal))
  return [...statements, ...kept].sort((a, b) => a.start - b.start)
}

/** An adverb that may say how anything is done, not only the job. */
export function isWeak(text: string, { start, end, kind }: Signal): boolean {
  const weak = kind === 'onsite' ? weakOnsite : kind === 'remote' ? weakRemote : null
  const word = text.slice(start, end).toLowerCase()
  return weak?.has(word.replaceAll('-', ' ')) === true || (weak === weakOnsite && word === 'on site')
}

function standsAlone(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const before = text.slice(Math.max(0, start - 60), start)
  return (SOLE_BEFORE.test(before) && SOLE_AFTER.test(text.slice(end, end + 8))) || FIELD_BEFORE.test(before)
}

/** The same words weigh differently by where they stand: alone between bars or in a field, with days a week, with five days. */
function sharpen(text: string, { start, end }: KindHit<string>, kind: SignalKind | 'office'): SignalKind | null {
  if (kind === 'officeDays' && FIVE_BEFORE.test(text.slice(Math.max(0, start - 10), start))) return 'onsite'
  if (kind === 'remote' || kind === 'fullyRemote' || kind === 'partlyRemote') {
    const after = text.slice(end, end + FIELD_REACH)
    if (DENIED_AFTER.test(after)) return 'notRemote'
    if (PARTLY_AFTER.test(after)) return 'partlyRemote'
  }
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
  return (
    WEEKLY.test(before + after) ||
    (!YEARLY.test(text.slice(from, to)) &&
      /^[\s:(]{0,3}(?:up to |bis zu )?\S+\s\S+/u.test(after) &&
      DAYS.test(after.slice(0, 36)))
  )
}
