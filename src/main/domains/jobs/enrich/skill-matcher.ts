import taxonomy from '#resources/skills.json' with { type: 'json' }
import { stripAccents } from '#main/infra/text/fold.ts'
import { compilePhrases, keepLongest, type PhraseHit, type PhraseMatcher } from './phrase-matcher.ts'

interface TaxonomyEntry {
  readonly name: string
  readonly category: string
  readonly aliases?: readonly string[]
  readonly words?: readonly string[]
  readonly when?: string
  readonly isCompany?: boolean
}

/** How far the words of a hit can be trusted: 'sure' stand for the technology wherever they are, 'mid' unless they open a sentence,
 *  'context' only in technical company, 'loose' (a word in another case than its makers write) only inside a list of technologies. */
type Certainty = 'sure' | 'mid' | 'context' | 'loose'

/** A skill's words at their offsets in the text. */
export interface SkillHit {
  readonly start: number
  readonly end: number
  readonly name: string
  readonly certainty: Certainty
  readonly isCompany: boolean
}

interface Meaning {
  readonly entry: TaxonomyEntry
  /** Null for an alias; for an ambiguous word the exact spelling that counts. */
  readonly spelling: string | null
}

interface Compiled {
  readonly matcher: PhraseMatcher
  /** What each phrase may mean; empty for a phrase that only looks like a skill. */
  readonly meanings: readonly (readonly Meaning[])[]
}

const entries: readonly TaxonomyEntry[] = taxonomy.skills
let compiled: Compiled | null = null

/** Phrases the matcher cannot tell apart share an entry of the table. */
function foldPhrase(phrase: string): string {
  return stripAccents(phrase).replaceAll(/[-_–]/g, ' ').replaceAll('²', '2')
}

function compile(): Compiled {
  const meanings = new Map<string, Meaning[]>()
  const add = (phrase: string, meaning: Meaning): void => {
    const key = foldPhrase(phrase)
    const list = meanings.get(key)
    if (list) list.push(meaning)
    else meanings.set(key, [meaning])
  }
  for (const entry of entries) {
    for (const alias of entry.aliases ?? []) add(alias, { entry, spelling: null })
    for (const word of entry.words ?? []) add(word, { entry, spelling: word })
  }
  for (const phrase of taxonomy.ignore) if (!meanings.has(foldPhrase(phrase))) meanings.set(foldPhrase(phrase), [])
  return { matcher: compilePhrases([...meanings.keys()]), meanings: [...meanings.values()] }
}

function certaintyOf({ entry, spelling }: Meaning, written: string): Certainty | null {
  if (spelling === null) return 'sure'
  if (written !== spelling)
    return written.toLowerCase() === spelling.toLowerCase() && entry.when !== 'case' ? 'loose' : null
  if (entry.when === 'case') return 'sure'
  return entry.when === 'mid' ? 'mid' : 'context'
}

const LONGEST_MASK = 40
const RANK: Readonly<Record<Certainty, number>> = { sure: 3, mid: 2, context: 1, loose: 0 }

function readMeaning(meanings: readonly Meaning[], written: string): Omit<SkillHit, 'start' | 'end'> | null {
  let best: Omit<SkillHit, 'start' | 'end'> | null = null
  for (const meaning of meanings) {
    const certainty = certaintyOf(meaning, written)
    if (certainty === null || (best && RANK[best.certainty] >= RANK[certainty])) continue
    best = { name: meaning.entry.name, certainty, isCompany: meaning.entry.isCompany ?? false }
  }
  return best
}

/** Part of an address, a handle or a file name ("acme.net", "docker.com", "@react"). */
function isInAddress(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start)
  if (/(?:@|\/\/)$/.test(before)) return true
  if (text.charAt(start) === '.' && /[\p{L}\p{N}]$/u.test(before)) return true
  return /^\.(?:com|io|org|dev|net|de|ai|co|eu)(?![\p{L}\p{N}])/u.test(text.slice(end, end + 6))
}

/** Every mention of a skill, longest first where phrases overlap ("Spring Boot", not "Spring"), in order. One pass over the text;
 *  the automaton is built on first use. Whether an ambiguous word is meant is for the reader to decide. */
export function findSkills(text: string): SkillHit[] {
  compiled ??= compile()
  const { matcher, meanings } = compiled
  const all = matcher.scan(text)
  const masks = all.filter(({ id }) => meanings[id]?.length === 0)
  const hits: SkillHit[] = []
  for (const { start, end, id } of keepLongest(
    all.filter((hit) => meanings[hit.id]?.length !== 0 && !isMasked(hit, masks)),
  )) {
    const meaning = readMeaning(meanings[id] ?? [], text.slice(start, end))
    if (meaning && !isInAddress(text, start, end)) hits.push({ start, end, ...meaning })
  }
  return hits
}

/** True when a phrase that is no skill holds the whole hit ("go" in "go to market"; not "Spring Boot" beside "in spring").
 *  Both lists are in order of their ends, so the few masks that may hold it follow the first that ends late enough. */
function isMasked(hit: PhraseHit, masks: readonly PhraseHit[]): boolean {
  let low = 0
  let high = masks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((masks[middle]?.end ?? Infinity) < hit.end) low = middle + 1
    else high = middle
  }
  for (let at = low; at < masks.length && at < low + 6; at++) {
    const mask = masks[at]
    if (!mask || mask.end > hit.end + LONGEST_MASK) return false
    if (mask.start <= hit.start && mask.end >= hit.end) return true
  }
  return false
}

/** Names in the taxonomy, as their makers write them. */
export function skillNames(): readonly string[] {
  return entries.map(({ name }) => name)
}
