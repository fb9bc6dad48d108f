import { UNSPLIT_LETTERS } from '#main/infra/text/fold.ts'

/** One occurrence of a phrase: `text.slice(start, end)` is what was written, `id` the index of the phrase as compiled. */
export interface PhraseHit {
  readonly start: number
  readonly end: number
  readonly id: number
}

export interface PhraseMatcher {
  /** Every occurrence of every phrase, overlapping ones included, in order of their end. Linear in the text's length. */
  readonly scan: (text: string) => PhraseHit[]
}

const OTHER = 0
const GAP = 1
const CODE_UNITS = 65_536
const GAPS = ' \u00a0\u2007\u2009\u202f-_\u2010\u2011\u2012\u2013'
/** Only what stays one letter: offsets in the folded text must be offsets in the text, so ß, æ and œ keep classes of their own and
 *  this table cannot be the folding that the rest of the application uses. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(UNSPLIT_LETTERS).filter(([, plain]) => plain.length === 1)),
  ʼ: "'",
  '’': "'",
  '‘': "'",
  '²': '2',
}

interface Alphabet {
  readonly classOf: Uint8Array
  readonly isWord: Uint8Array
  readonly size: number
}

let alphabet: Alphabet | null = null

/** Folds case, accents and typography one code unit to one class, so that offsets in the folded text are offsets in the text.
 *  Spaces, hyphens and underscores are one class: "scikit learn" is "scikit-learn". A line break is no gap. */
function readAlphabet(): Alphabet {
  if (alphabet) return alphabet
  const classOf = new Uint8Array(CODE_UNITS)
  const isWord = new Uint8Array(CODE_UNITS)
  const symbols = "abcdefghijklmnopqrstuvwxyz0123456789+#./&'@()*:,%ßæœ\u20ac!$"
  const classes = new Map(Array.from(symbols, (symbol, at): [string, number] => [symbol, at + 2]))
  const letterOrDigit = /[\p{L}\p{N}\p{M}]/u
  for (let unit = 0; unit < CODE_UNITS; unit++) {
    if (unit >= 0xd800 && unit <= 0xdfff) continue
    const written = String.fromCharCode(unit)
    if (letterOrDigit.test(written)) isWord[unit] = 1
    if (unit > 0x24f && (unit < 0x1e00 || unit > 0x20ac)) continue
    const low = written.toLowerCase()
    const base = PLAIN_LETTERS[low] ?? low.normalize('NFD').charAt(0)
    classOf[unit] = classes.get(base) ?? OTHER
  }
  for (const gap of GAPS) classOf[gap.charCodeAt(0)] = GAP
  alphabet = { classOf, isWord, size: symbols.length + 2 }
  return alphabet
}

const GREEK_TO_CYRILLIC: readonly [number, number] = [0x370, 0x530]

/** The alphabet with classes for the Greek and Cyrillic letters that the phrases use; without such letters it costs nothing. */
function alphabetFor(phrases: readonly string[]): Alphabet {
  const plain = readAlphabet()
  const letters = new Set(phrases.join('').replaceAll(/[^\u0370-\u052f]/g, ''))
  if (letters.size === 0) return plain
  const classes = new Map(Array.from(letters, (letter, at): [string, number] => [letter, plain.size + at]))
  const classOf = plain.classOf.slice()
  for (let unit = GREEK_TO_CYRILLIC[0]; unit < GREEK_TO_CYRILLIC[1]; unit++) {
    const base = String.fromCharCode(unit).toLowerCase().normalize('NFD').charAt(0)
    classOf[unit] = classes.get(base) ?? OTHER
  }
  return { classOf, isWord: plain.isWord, size: plain.size + letters.size }
}

/** Numbers of nodes: half the memory while there are few enough. */
type Nodes = Uint16Array | Int32Array

interface Automaton {
  readonly next: Nodes
  readonly phraseAt: Int32Array
  readonly shorter: Int32Array
}

interface Pattern {
  readonly classes: readonly number[]
  readonly openStart: boolean
  readonly openEnd: boolean
}

/** A phrase may begin or end with `*`, which lets it continue into a longer word there ("*gehalt*" is in "Jahresgehaltsband"). */
function readPattern(phrase: string, { classOf }: Alphabet): Pattern {
  const openStart = phrase.startsWith('*')
  const openEnd = phrase.endsWith('*')
  const body = phrase.slice(openStart ? 1 : 0, openEnd ? -1 : undefined)
  const classes = Array.from(body, (letter) => classOf[letter.charCodeAt(0)] ?? OTHER)
  if (classes.length === 0 || classes.includes(OTHER)) throw new Error(`A phrase cannot be matched: ${phrase}`)
  return { classes, openStart, openEnd }
}

const MAX_SHORT_NODES = 0xffff

/** A trie whose rows are still to be completed. The children of a node are a chain: `firstChild` of the node, then `nextChild` of
 *  each child; `letterOf` is the letter that leads to it. */
interface Trie {
  readonly next: Nodes
  readonly phraseAt: Int32Array
  readonly size: number
  readonly nodes: number
  readonly firstChild: Int32Array
  readonly nextChild: Int32Array
  readonly letterOf: Uint8Array
}

/** Aho-Corasick (Communications of the ACM 18(6), 1975) as a full transition table. Phrases that fold to the same letters share
 *  a node; the first one compiled keeps it. */
function buildAutomaton(patterns: readonly Pattern[], size: number): Automaton {
  const trie = buildTrie(patterns, size)
  const shorter = linkFailures(trie)
  const used = trie.next.subarray(0, trie.nodes * size)
  const next = trie.nodes > MAX_SHORT_NODES ? used.slice() : new Uint16Array(used)
  return { next, phraseAt: trie.phraseAt.slice(0, trie.nodes), shorter }
}

function buildTrie(patterns: readonly Pattern[], size: number): Trie {
  const capacity = 1 + patterns.reduce((sum, pattern) => sum + pattern.classes.length, 0)
  const next: Nodes = capacity <= CODE_UNITS ? new Uint16Array(capacity * size) : new Int32Array(capacity * size)
  const phraseAt = new Int32Array(capacity).fill(-1)
  const firstChild = new Int32Array(capacity)
  const nextChild = new Int32Array(capacity)
  const letterOf = new Uint8Array(capacity)
  let nodes = 1
  for (const [id, pattern] of patterns.entries()) {
    let node = 0
    for (const letter of pattern.classes) {
      const cell = node * size + letter
      if (next[cell] === 0) {
        const child = nodes++
        next[cell] = child
        letterOf[child] = letter
        nextChild[child] = firstChild[node] ?? 0
        firstChild[node] = child
      }
      node = next[cell] ?? 0
    }
    if (phraseAt[node] === -1) phraseAt[node] = id
  }
  return { next, phraseAt, size, nodes, firstChild, nextChild, letterOf }
}

/** Completes the table breadth first: a node's row is that of its fallback, with its own children over it. `shorter[n]` is the
 *  nearest proper suffix of node n that ends a phrase, or 0. */
function linkFailures({ next, phraseAt, size, nodes, firstChild, nextChild, letterOf }: Trie): Int32Array {
  const failure = new Int32Array(nodes)
  const shorter = new Int32Array(nodes)
  const queue = new Int32Array(nodes)
  let tail = 0
  for (let child = firstChild[0] ?? 0; child !== 0; child = nextChild[child] ?? 0) queue[tail++] = child
  for (let head = 0; head < tail; head++) {
    const node = queue[head] ?? 0
    const fallback = failure[node] ?? 0
    shorter[node] = phraseAt[fallback] === -1 ? (shorter[fallback] ?? 0) : fallback
    next.copyWithin(node * size, fallback * size, (fallback + 1) * size)
    for (let child = firstChild[node] ?? 0; child !== 0; child = nextChild[child] ?? 0) {
      const cell = node * size + (letterOf[child] ?? 0)
      failure[child] = next[cell] ?? 0
      next[cell] = child
      queue[tail++] = child
    }
  }
  return shorter
}

/** Compiles phrases into one automaton. Matching ignores case, accents and the kind of space or hyphen, and keeps to whole words. */
export function compilePhrases(phrases: readonly string[]): PhraseMatcher {
  const letters = alphabetFor(phrases)
  const patterns = phrases.map((phrase) => readPattern(phrase, letters))
  const { next, phraseAt, shorter } = buildAutomaton(patterns, letters.size)
  const { classOf, isWord, size } = letters

  const standsAlone = (text: string, pattern: Pattern, start: number, end: number): boolean => {
    const clearBefore = pattern.openStart || start === 0 || isWord[text.charCodeAt(start - 1)] !== 1
    const clearAfter = pattern.openEnd || end === text.length || isWord[text.charCodeAt(end)] !== 1
    const startsInWord = isWord[text.charCodeAt(start)] === 1
    const endsInWord = isWord[text.charCodeAt(end - 1)] === 1
    return (clearBefore || !startsInWord) && (clearAfter || !endsInWord)
  }

  return {
    scan: (text) => {
      const hits: PhraseHit[] = []
      let node = 0
      for (let at = 0; at < text.length; at++) {
        node = next[node * size + (classOf[text.charCodeAt(at)] ?? OTHER)] ?? 0
        let found = phraseAt[node] === -1 ? (shorter[node] ?? 0) : node
        while (found !== 0) {
          const id = phraseAt[found] ?? -1
          const pattern = patterns[id]
          if (pattern) {
            const end = at + 1
            const start = end - pattern.classes.length
            if (standsAlone(text, pattern, start, end)) hits.push({ start, end, id })
          }
          found = shorter[found] ?? 0
        }
      }
      return hits
    },
  }
}

/** The hits that no longer hit covers: of two that overlap the one that starts first wins, of two that start together the longer. */
export function keepLongest<T extends { readonly start: number; readonly end: number }>(hits: readonly T[]): T[] {
  const sorted = [...hits].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: T[] = []
  let reached = 0
  for (const hit of sorted) {
    if (hit.start < reached) continue
    kept.push(hit)
    reached = hit.end
  }
  return kept
}
