import words from '#resources/claim-words.json' with { type: 'json' }
import type { FindingKind } from '#shared/claims.ts'
import { readTokens, spaced, spacedPhrase } from './tokens.ts'

/** Something that a sentence says of its author and that only a fact which says it, too, makes true: founding, hiring, an honour. */
export interface DeedSaid {
  readonly is: string
  readonly kind: FindingKind
  readonly written: string
}

/** A phrase whose parts stand in this order: "stellte … ein". */
type Phrase = readonly string[]

function phraseOf(written: string): Phrase {
  return written.split('…').map(spacedPhrase)
}

const KINDS = { title: 'title', degree: 'degree' } as const satisfies Record<string, FindingKind>
const DEEDS = words.deeds.map(({ is, kind, said, backed, notAfter }) => ({
  is,
  kind: kind === 'degree' ? KINDS.degree : KINDS.title,
  said: said.map(phraseOf),
  backed: backed.map(phraseOf),
  notAfter: new Set(notAfter),
}))
const HELPED = words.helped.words.map(phraseOf)
const PASSIVE_BEFORE = new Set(words.helped.passiveBefore)
const PASSIVE_AFTER = new Set(words.helped.passiveAfter)
const ACHIEVED = words.helped.achieved.map(phraseOf)

/** "bei der Einführung": when something was done, not what. */
const DURING = words.helped.during.map((phrase) => ` ${phrase}`)

interface Search {
  readonly phrases: readonly Phrase[]
  readonly notAfter?: ReadonlySet<string>
  readonly notBefore?: ReadonlySet<string>
}

function find(text: string, { phrases, notAfter, notBefore }: Search) {
  for (const phrase of phrases) {
    const at = startOf(text, phrase)
    if (at === -1) continue
    const words = text.slice(0, at).split(' ')
    const before = words.at(-1) ?? ''
    if (DURING.some((during) => ` ${words.slice(-2).join(' ')}`.endsWith(during))) continue
    const after = text.slice(at + (phrase[0]?.length ?? 0)).split(' ', 1)[0] ?? ''
    if (notBefore?.has(after) === true) continue
    if (notAfter?.has(before) !== true) return phrase.map((part) => part.trim()).join(' … ')
  }
  return null
}

function startOf(text: string, phrase: Phrase): number {
  const first = text.indexOf(phrase[0] ?? '')
  let from = first
  for (const part of phrase) {
    const at = from === -1 ? -1 : text.indexOf(part, from)
    if (at === -1) return -1
    from = at + part.length - 1
  }
  return first
}

/** The deeds and honours that a sentence claims. Pure. */
export function readDeeds(sentence: string): DeedSaid[] {
  const text = spaced(readTokens(sentence))
  return DEEDS.flatMap(({ is, kind, said, notAfter }) => {
    const written = find(text, { phrases: said, notAfter })
    return written === null ? [] : [{ is, kind, written }]
  })
}

/** Those that a line of a fact makes true, which needs fewer words. Pure. */
export function deedsIn(line: string): string[] {
  const text = spaced(readTokens(line))
  return DEEDS.filter(({ said, backed }) => find(text, { phrases: [...said, ...backed] }) !== null).map(({ is }) => is)
}

/** Whether a sentence says that somebody helped. Pure. */
export function isHelping(sentence: string): boolean {
  return find(spaced(readTokens(sentence)), { phrases: HELPED }) !== null
}

/** The word by which a sentence says that its author did it; null without one. Pure. */
export function isAchieving(sentence: string): string | null {
  const text = spaced(readTokens(sentence))
  return find(text, { phrases: ACHIEVED, notAfter: PASSIVE_BEFORE, notBefore: PASSIVE_AFTER })
}
