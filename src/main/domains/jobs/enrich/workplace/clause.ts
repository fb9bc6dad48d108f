import type { Token, TokenSentence, WordKind } from './token.ts'

/** A stretch of a text, in code units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A part of a sentence that says one thing, with the words of the lexicon in it. */
export interface Clause {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly tokens: readonly Token[]
}

const BREAK =
  /[;()]|\s[–—-]\s|,\s(?:but|yet|although|though|whereas|aber|jedoch|obwohl|mais|maar|pero|ale|men|ma|mas|però|porém)\s/giu

/** The clauses of a sentence, cut at brackets, semicolons, dashes and words like "but". */
export function clausesOf(text: string, { start, end, tokens }: TokenSentence): Clause[] {
  const written = text.slice(start, end)
  const cuts = [0, ...Array.from(written.matchAll(BREAK), ({ index }) => index + 1), written.length]
  return cuts.slice(1).map((cut, at) => {
    const from = start + (cuts[at] ?? 0)
    const to = start + cut
    const own = tokens.filter((token) => token.start >= from && token.start < to)
    return { text: text.slice(from, to), start: from, end: to, tokens: own }
  })
}

/** The words of some kinds, in order. */
export function of(clause: Clause, ...kinds: readonly WordKind[]): Token[] {
  return clause.tokens.filter((token) => kinds.some((kind) => token.kinds.includes(kind)))
}

/** Code units between two stretches; 0 when they touch or overlap. */
export function gap(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end)
}

/** The first word of a kind at most `reach` away. */
export function near(clause: Clause, kind: WordKind, at: Span, reach: number): Token | undefined {
  return of(clause, kind).find((token) => gap(token, at) <= reach)
}

/** What stands between two stretches, whichever comes first. */
export function between(clause: Clause, a: Span, b: Span): string {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a]
  return clause.text.slice(Math.max(0, first.end - clause.start), Math.max(0, second.start - clause.start))
}

/** "Our atelier" is a room although an atelier is also something one holds. */
function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end
}

/** Something else is at the office or on site: the gym, a customer, an interview. */
export function isAside(clause: Clause, place: Span): boolean {
  return of(clause, 'topic').some(
    (topic) => !isSame(topic, place) && gap(topic, place) <= 40 && !/[,:]/.test(between(clause, topic, place)),
  )
}

/** A "not" up to `reach` before a word, or right behind it ("muss nicht", "hoeft niet"). */
export function isNegated(clause: Clause, word: Token, reach: number): boolean {
  return of(clause, 'no').some(
    (no) =>
      (no.end <= word.start && word.start - no.end <= reach) || (no.start >= word.end && no.start - word.end <= 8),
  )
}

const SOME_REACH = 25

/** "Regularly work from home", "télétravail régulier"; not "as a remote team we regularly …". */
export function sometimes(clause: Clause, home: Span): Token | undefined {
  return of(clause, 'some').find(
    (word) => gap(word, home) <= SOME_REACH && /^\s(?:\p{L}+\s)?$/u.test(between(clause, word, home)),
  )
}
