import lexicon from '#resources/workplace-clauses.json' with { type: 'json' }
import { between, type Clause, clausesOf, gap, isAside, isNegated, near, of, sometimes, type Span } from './clause.ts'
import { findFreeChoice } from './free-choice.ts'
import type { Token, TokenSentence } from './token.ts'
import { readTokenSentences } from './tokens.ts'

/** What a sentence states about the place of work: days in the office and days at home, presence as a duty, no work from home, or
 *  that nobody needs the office. `start` and `end` are the words it hangs on, `sentence` the whole. */
export interface Statement {
  readonly start: number
  readonly end: number
  readonly kind: StatementKind
  readonly sentence: TokenSentence
}

/** The statements of a text, and what a clause makes of a loose word in it: `isAside` when it is about a gym, a customer or an
 *  interview, `isWork` when it speaks of the work. */
export interface Statements {
  readonly sentences: readonly TokenSentence[]
  readonly statements: readonly Statement[]
  readonly isAside: (hit: Span) => boolean
  readonly isWork: (hit: Span) => boolean
  /** It is about how people are hired ("a remote interview, then a day on site"). */
  readonly isProcess: (hit: Span) => boolean
}

type StatementKind = 'officeDays' | 'presence' | 'notRemote' | 'fullyRemote'

type Found = Omit<Statement, 'sentence'>

const BETWEEN = new Set(lexicon.between)
const AT_WORDS = new Set(lexicon.at.flat())
const MAX_PLACES = 8
const MAX_STATEMENTS = 50
/** From the first to the last word of "… in the office … and … at home": a long sentence still, but one thought. */
const PAIR_REACH = 140
const SPLIT_REACH = 90
const TIME_REACH = 60
const NEXT_TO = 25
const MAX_SMALL_WORD = 4
/** "Place of work: our Ghent office" */
const LABEL =
  /(?:workplace|place of work|work location|arbeitsort|einsatzort|arbeitsplatz|lieu de travail|werkplek|standplaats|lugar de trabajo|miejsce pracy|arbetsplats|sede di lavoro|luogo di lavoro|local de trabalho)\s?:[^.;:]*$/iu

/** The sentences that say how the week is spent, read by their grammar rather than by phrases: a place (office or home), a share of
 *  the week (some days, the rest, every day), a duty, a permission, a negation. Nine languages share the rules, the words are in
 *  resources/workplace-clauses.json. Linear in the text's length. */
export function readStatements(text: string): Statements {
  const sentences = readTokenSentences(text)
  const statements: Statement[] = []
  for (const sentence of sentences) {
    if (statements.length >= MAX_STATEMENTS) break
    const found = readSentence(text, sentence)
    if (found) statements.push({ ...found, sentence })
  }
  const clauses = new Map<TokenSentence, Clause[]>()
  const clauseOf = (hit: Span): Clause | null => {
    const sentence = sentenceOf(sentences, hit.start)
    if (!sentence) return null
    const own = clauses.get(sentence) ?? clausesOf(text, sentence)
    clauses.set(sentence, own)
    return own.find(({ end }) => hit.start < end) ?? null
  }
  return {
    sentences,
    statements,
    isAside: (hit) => {
      const clause = clauseOf(hit)
      return clause !== null && isAside(clause, hit)
    },
    isWork: (hit) => {
      const clause = clauseOf(hit)
      return clause !== null && of(clause, 'work').length > 0
    },
    isProcess: (hit) =>
      sentenceOf(sentences, hit.start)?.tokens.some(({ kinds }) => kinds.includes('process')) ?? false,
  }
}

function sentenceOf(sentences: readonly TokenSentence[], at: number): TokenSentence | null {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? Infinity) <= at) low = middle + 1
    else high = middle
  }
  const found = sentences[low]
  return found && found.start <= at ? found : null
}

function readSentence(text: string, sentence: TokenSentence): Found | null {
  const whole: Clause = { ...sentence, text: text.slice(sentence.start, sentence.end) }
  if (of(whole, 'process').length > 0) return null
  const mixed = readMix(whole)
  if (mixed) return mixed
  for (const clause of clausesOf(text, sentence)) {
    const found = readOptional(clause) ?? readOffice(clause) ?? readHome(clause) ?? readFree(clause)
    if (found) return found
  }
  return of(whole, 'presence').length > 0 && of(whole, 'home').length === 0 ? readOptional(whole) : null
}

function join(kind: StatementKind, ...spans: readonly Span[]): Found {
  return { kind, start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) }
}

/** "Half of our team", "the rest of the company" are people, not a share of the week. */
function shares(clause: Clause, reach: Span): Token[] {
  return of(clause, 'rest').filter(
    (share) => gap(share, reach) <= TIME_REACH && !near(clause, 'people', share, NEXT_TO),
  )
}

/** Office and home in one sentence, with a share of the week for one of them, or with a verb of sharing. */
function readMix(clause: Clause): Found | null {
  const homes = of(clause, 'home').slice(0, MAX_PLACES)
  const offices = of(clause, 'office', 'site', 'us').slice(0, MAX_PLACES)
  const isRare = of(clause, 'rare').length > 0
  for (const office of offices) {
    if (isAside(clause, office)) continue
    for (const home of homes) {
      if (office === home || gap(office, home) > PAIR_REACH || isRefused(clause, home)) continue
      const span = join('officeDays', office, home)
      const days = of(clause, 'partial').some((share) => gap(share, span) <= TIME_REACH)
      const others = shares(clause, span).length > 0
      if (isRare) return others && !days ? join('fullyRemote', home) : null
      if (days) return span
      if (office.kinds.includes('us')) continue
      if (isChoice(clause, office, home)) return join('fullyRemote', home, office)
      const isSplit = of(clause, 'split').some(
        (split) => gap(split, span) <= NEXT_TO * 2 && splits(clause, split, span),
      )
      if (others || (isSplit && gap(office, home) <= SPLIT_REACH)) return span
    }
  }
  return null
}

/** "Between" divides only what follows it. */
function splits(clause: Clause, split: Token, span: Span): boolean {
  const word = clause.text.slice(split.start - clause.start, split.end - clause.start).toLowerCase()
  return !BETWEEN.has(word) || split.end <= span.start
}

/** "Choose between home and office", "in the office or from home, as you like". */
function isChoice(clause: Clause, office: Token, home: Token): boolean {
  const span = join('fullyRemote', office, home)
  const choices = of(clause, 'choice').filter((choice) => gap(choice, span) <= NEXT_TO)
  const isEither = choices.some((choice) => gap(choice, office) + gap(choice, home) <= gap(office, home))
  const isFree = of(clause, 'optional').length > 0 || choices.some((choice) => choice.end - choice.start > 4)
  return gap(office, home) <= TIME_REACH && choices.length > 0 && isFree && (isEither || choices.length > 0)
}

/** The office is there for those who like: "optional", "you never have to come in". */
function readOptional(clause: Clause): Found | null {
  const office = of(clause, 'office', 'site').find((place) => !isAside(clause, place))
  if (!office) return null
  const free = of(clause, 'optional').find((word) => !isNegated(clause, word, 12))
  const duty = of(clause, 'must').find((word) => isNegated(clause, word, NEXT_TO))
  const word = free ?? duty
  if (
    !word ||
    of(clause, 'rare').length > 0 ||
    gap(word, office) > PAIR_REACH / 2 ||
    of(clause, 'topic').some((topic) => gap(topic, word) <= 15)
  )
    return null
  const isPart = of(clause, 'partial').length > 0 || (!free && of(clause, 'every').length > 0)
  return join(isPart ? 'officeDays' : 'fullyRemote', office, word)
}

/** Only an office that somebody is in: "in our new office", not "our new office". */
function isLocated(clause: Clause, place: Token): boolean {
  if (place.kinds.includes('site')) return true
  const written = clause.text.slice(Math.max(0, place.start - clause.start - 40), place.end - clause.start)
  const before = written
    .slice(written.search(/[^,:]*$/u))
    .toLowerCase()
    .split(/[^\p{L}]+/u)
  const isNamed = before.slice(-5).some((word) => AT_WORDS.has(word))
  return isNamed || LABEL.test(written) || near(clause, 'attend', place, 15) !== undefined
}

/** Time in the office: some of the week is hybrid, all of it or a duty to be there is on site. */
function readOffice(clause: Clause): Found | null {
  const attended = of(clause, 'attend')
  const isRare = of(clause, 'rare').length > 0
  for (const place of of(clause, 'office', 'site').slice(0, MAX_PLACES)) {
    if (isRare || isAside(clause, place) || !isLocated(clause, place)) continue
    const every = near(clause, 'every', place, TIME_REACH)
    const part = near(clause, 'partial', place, TIME_REACH) ?? shares(clause, place)[0]
    if (part) return join('officeDays', place, part)
    if (every) return join(isNegated(clause, every, NEXT_TO) ? 'officeDays' : 'presence', place, every)
    const full = near(clause, 'full', place, 20) ?? near(clause, 'fulltime', place, 10)
    if (full && !isNegated(clause, full, NEXT_TO)) return join('presence', place, full)
    const together = near(clause, 'together', place, TIME_REACH) ?? near(clause, 'wholly', place, TIME_REACH)
    if (together && !isNegated(clause, together, NEXT_TO)) return join('presence', place, together)
    const must = of(clause, 'must').find((word) => gap(word, place) <= TIME_REACH && !isNegated(clause, word, NEXT_TO))
    if (must && (of(clause, 'presence').length > 0 || attended.length > 0 || gap(must, place) <= 16))
      return join('presence', place, must)
  }
  for (const presence of attended) {
    if (isAside(clause, presence)) continue
    const all = near(clause, 'every', presence, NEXT_TO) ?? near(clause, 'fulltime', presence, 10)
    if (all && !isNegated(clause, all, NEXT_TO)) return join('presence', presence, all)
    const part = near(clause, 'partial', presence, NEXT_TO)
    if (part && !isRare) return join('officeDays', presence, part)
  }
  return null
}

/** "Cannot be done from home", "no working from home"; not "not only from home". */
function isRefused(clause: Clause, home: Token): boolean {
  const mayBe = of(clause, 'can').length > 0
  return of(clause, 'no').some((no) => {
    const written = between(clause, no, home)
    if (/[,:]/.test(written) || of(clause, 'full').some((full) => gap(full, no) <= 12 || gap(full, home) <= 12))
      return false
    if (of(clause, 'must').some((must) => gap(must, no) <= 12)) return false
    if (no.end <= home.start) return home.start - no.end <= (mayBe ? 45 : 15) && (mayBe || isAboutWork(clause, written))
    return mayBe && no.start - home.end <= 45 && of(clause, 'can').some((can) => gap(can, no) <= NEXT_TO)
  })
}

/** "No full remote" and "never at home" are; "a language that nobody speaks at home" only if the clause speaks of work. */
function isAboutWork(clause: Clause, written: string): boolean {
  return (
    of(clause, 'work', 'presence').length > 0 ||
    !written.split(/[^\p{L}]+/u).some((word) => word.length > MAX_SMALL_WORD)
  )
}

/** Time at home: some of the week is hybrid, all of it is remote, none of it on site. */
function readHome(clause: Clause): Found | null {
  const isRare = of(clause, 'rare').length > 0
  for (const home of of(clause, 'home').slice(0, MAX_PLACES)) {
    if (isRefused(clause, home)) return join('notRemote', home)
    if (isRare) continue
    const part = near(clause, 'partial', home, TIME_REACH) ?? shares(clause, home)[0] ?? sometimes(clause, home)
    if (part) return join('officeDays', home, part)
    const all = near(clause, 'every', home, NEXT_TO) ?? near(clause, 'full', home, 15)
    if (all) return join(isNegated(clause, all, NEXT_TO) ? 'officeDays' : 'fullyRemote', home)
  }
  return null
}

function readFree(clause: Clause): Found | null {
  const free = findFreeChoice(clause)
  return free && { kind: 'fullyRemote', ...free }
}
