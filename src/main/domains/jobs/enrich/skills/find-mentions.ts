import taxonomy from '#resources/skills.json' with { type: 'json' }
import { stripAccents } from '#main/infra/text/fold.ts'
import { compilePhrases, keepLongest, type PhraseHit, type PhraseMatcher } from '../phrase-matcher.ts'
import { CUE_KINDS, cuePhrases, Cues, type CueKind } from './cue-words.ts'
import { countBelow, type Span } from './spans.ts'
import { changedStems, looksPolish, readEnding, restOfWord, takesEndings } from './word-forms.ts'

/** A technology or method of the table. */
interface Skill {
  readonly name: string
  readonly category: string
  readonly aliases?: readonly string[]
  readonly words?: readonly string[]
  readonly when?: string
  readonly near?: readonly string[]
  readonly isCompany?: boolean
  readonly isRole?: boolean
  readonly isVerb?: boolean
  readonly isName?: boolean
  readonly isPractice?: boolean
  readonly isExam?: boolean
}

/** How far the words of a mention can be trusted: 'sure' stand for the technology wherever they are; what the others need is said
 *  in resources/skills.json; 'loose' is a word in another case than its makers write, which counts only inside a list. */
type Certainty = 'sure' | 'mid' | 'asked' | 'context' | 'list' | 'loose'

/** A skill's words at their offsets in the text. */
export interface Mention extends Span {
  readonly skill: Skill
  readonly certainty: Certainty
}

interface Findings {
  /** In order, without overlaps: "Spring Boot", not "Spring". */
  readonly mentions: readonly Mention[]
  readonly cues: Cues
}

/** What the letters of a phrase may stand for. `endings` are those of a changed stem; null for a whole name. */
interface Meaning {
  readonly skill: Skill
  /** Null for an alias; for an ambiguous word the exact spelling that counts. */
  readonly spelling: string | null
  readonly endings: ReadonlySet<string> | null
}

interface PhraseUse {
  readonly meanings: Meaning[]
  readonly kinds: CueKind[]
  readonly openKinds: CueKind[]
  isMask: boolean
  isOpen: boolean
}

interface Compiled {
  readonly matcher: PhraseMatcher
  readonly uses: readonly PhraseUse[]
}

const skills: readonly Skill[] = taxonomy.skills
let compiled: Compiled | null = null

const SIGNS: Readonly<Record<string, string>> = { '-': ' ', _: ' ', '–': ' ', '²': '2', ł: 'l', '’': "'" }

const HAS_SIGN = /[-_–²ł’]/
const SIGN = /[-_–²ł’]/g

/** Phrases the matcher cannot tell apart share an entry of the table. */
function foldPhrase(phrase: string): string {
  const plain = stripAccents(phrase)
  return HAS_SIGN.test(plain) ? plain.replaceAll(SIGN, (sign) => SIGNS[sign] ?? sign) : plain
}

function addSkill(use: (phrase: string) => PhraseUse, skill: Skill): void {
  const add = (written: string, spelling: string | null): void => {
    const entry = use(written)
    entry.meanings.push({ skill, spelling, endings: null })
    if (!takesEndings(written)) return
    entry.isOpen = true
    for (const { stem, kept, endings } of changedStems(written)) {
      const changed = use(stem)
      changed.isOpen = true
      changed.meanings.push({ skill, spelling: spelling?.slice(0, kept) ?? null, endings })
    }
  }
  for (const alias of skill.aliases ?? []) add(alias, null)
  for (const word of skill.words ?? []) add(word, word)
}

function compile(): Compiled {
  const uses = new Map<string, PhraseUse>()
  const use = (phrase: string): PhraseUse => {
    const key = foldPhrase(phrase)
    const known = uses.get(key)
    if (known) return known
    const fresh = { meanings: [], kinds: [], openKinds: [], isMask: false, isOpen: false }
    uses.set(key, fresh)
    return fresh
  }
  for (const skill of skills) addSkill(use, skill)
  for (const phrase of taxonomy.ignore) use(phrase).isMask = true
  for (const kind of CUE_KINDS) {
    for (const phrase of cuePhrases[kind]) {
      const isOpen = phrase.endsWith('*')
      const entry = use(isOpen ? phrase.slice(0, -1) : phrase)
      const kinds = isOpen ? entry.openKinds : entry.kinds
      if (!kinds.includes(kind)) kinds.push(kind)
      if (isOpen) entry.isOpen = true
    }
  }
  const phrases = [...uses].map(([key, { isOpen }]) => (isOpen ? `${key}*` : key))
  return { matcher: compilePhrases(phrases), uses: [...uses.values()] }
}

function certaintyOf({ skill, spelling }: Meaning, written: string): Certainty | null {
  if (spelling === null) return 'sure'
  if (!written.startsWith(spelling)) {
    const isOtherCase = written.toLowerCase().startsWith(spelling.toLowerCase())
    return isOtherCase && skill.when !== 'case' && skill.when !== 'list' ? 'loose' : null
  }
  const { when } = skill
  if (when === 'case') return 'sure'
  return when === 'mid' || when === 'asked' || when === 'list' ? when : 'context'
}

const RANK: Readonly<Record<Certainty, number>> = { sure: 5, mid: 4, asked: 3, context: 2, list: 1, loose: 0 }

interface Hit extends PhraseHit {
  /** The rest of the word, where the word goes on after the phrase. */
  readonly rest: string
}

function readMention(hit: Hit, reading: { text: string; use: PhraseUse; isPolish: boolean }): Mention | null {
  const { text, use, isPolish } = reading
  const ending = readEnding(hit.rest, isPolish)
  const end = hit.end + hit.rest.length
  const written = text.slice(hit.start, hit.end)
  let best: Mention | null = null
  for (const meaning of use.meanings) {
    const fits = meaning.endings
      ? isPolish && meaning.endings.has(stripAccents(hit.rest))
      : hit.rest === '' || (ending !== null && takesEndings(written))
    const found = fits ? certaintyOf(meaning, written) : null
    if (found === null) continue
    const certainty = ending === 'compound' && found !== 'loose' ? 'sure' : found
    if (!best || RANK[certainty] > RANK[best.certainty])
      best = { start: hit.start, end, skill: meaning.skill, certainty }
  }
  return best
}

/** Part of an address, a handle or a file name ("acme.net", "docker.com", "@react"). */
function isInAddress(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - 2), start)
  if (/(?:@|\/\/)$/.test(before)) return true
  if (text.charAt(start) === '.' && /[\p{L}\p{N}]$/u.test(before)) return true
  return /^\.(?:com|io|org|dev|net|de|ai|co|eu)(?![\p{L}\p{N}])/u.test(text.slice(end, end + 6))
}

/** Every mention of a skill, the longest where phrases overlap, and every cue, in one pass over the text; the automaton is built
 *  on first use. Whether an ambiguous word is meant is for the reader to decide. Linear in the text's length. */
export function findMentions(text: string, language: string | null): Findings {
  compiled ??= compile()
  const { matcher, uses } = compiled
  const isPolish = language === 'pl' || (language === null && looksPolish(text))
  const cues = new Cues()
  const masks: Span[] = []
  const found: Mention[] = []
  for (const hit of matcher.scan(text)) {
    const use = uses[hit.id]
    if (!use) continue
    const rest = use.isOpen ? restOfWord(text, hit.end) : ''
    for (const kind of use.openKinds) cues.add(kind, hit)
    if (rest === '') {
      for (const kind of use.kinds) cues.add(kind, hit)
      if (use.isMask) masks.push(hit)
    }
    const mention = use.meanings.length === 0 ? null : readMention({ ...hit, rest }, { text, use, isPolish })
    if (mention) found.push(mention)
  }
  // Of two phrases that end the same word, the one that says more of it came last.
  const mentions = keepLongest(found.filter((mention) => !isMasked(mention, masks)).toReversed())
  return { mentions: mentions.slice(0, MAX_MENTIONS).filter((mention) => !isInAddress(text, mention)), cues }
}

/** No posting names more; what stands behind them is not looked at. */
const MAX_MENTIONS = 1500
const LONGEST_MASK = 40
const MASKS_TRIED = 6

/** True when a phrase that is no skill holds the whole mention ("go" in "go to market"; not "Spring Boot" beside "in spring").
 *  Masks are in order of their ends, so the few that may hold it follow the first that ends late enough. */
function isMasked({ start, end }: Span, masks: readonly Span[]): boolean {
  const first = countBelow(masks, 'end', end)
  for (let at = first; at < masks.length && at < first + MASKS_TRIED; at++) {
    const mask = masks[at]
    if (!mask || mask.end > end + LONGEST_MASK) return false
    if (mask.start <= start && mask.end >= end) return true
  }
  return false
}

/** Names in the taxonomy, as their makers write them. */
export function skillNames(): readonly string[] {
  return skills.map(({ name }) => name)
}
