import { UNSPLIT_LETTERS } from '#main/infra/text/fold.ts'

/** One occurrence of a phrase: `text.slice(start, end)` is what was written, `id` the index of the phrase as compiled. */
export interface PhraseHit {
  readonly start: number
  readonly end: number
  readonly id: number
}

export interface PhraseMatcher {
  /** Every occurrence of every phrase, overlapping ones included, in order of their end. Takes at most the text's length times the longest
   *  phrase's. */
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

let plainAlphabet: Alphabet | null = null

/** Folds case, accents and typography one code unit to one class, so that offsets in the folded text are offsets in the text.
 *  Spaces, hyphens and underscores are one class: "scikit learn" is "scikit-learn". A line break is no gap. */
function readAlphabet(): Alphabet {
  if (plainAlphabet) return plainAlphabet
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
  plainAlphabet = { classOf, isWord, size: symbols.length + 2 }
  return plainAlphabet
}

const GREEK_TO_CYRILLIC: readonly [number, number] = [0x370, 0x530]

/** The alphabet with classes for the Greek and Cyrillic letters that the phrases use; without such letters it costs nothing. */
function alphabetFor(phrases: readonly string[]): Alphabet {
  const plain = readAlphabet()
  const letters = new Set(phrases.flatMap((phrase) => phrase.match(/[\u0370-\u052f]/g) ?? []))
  if (letters.size === 0) return plain
  const classes = new Map(Array.from(letters, (letter, at): [string, number] => [letter, plain.size + at]))
  const classOf = plain.classOf.slice()
  for (let unit = GREEK_TO_CYRILLIC[0]; unit < GREEK_TO_CYRILLIC[1]; unit++) {
    const base = String.fromCharCode(unit).toLowerCase().normalize('NFD').charAt(0)
    classOf[unit] = classes.get(base) ?? OTHER
  }
  return { classOf, isWord: plain.isWord, size: plain.size + letters.size }
}

interface Pattern {
  readonly letters: string
  readonly openStart: boolean
  readonly openEnd: boolean
}

/** A phrase may begin or end with `*`, which lets it continue into a longer word there ("*gehalt*" is in "Jahresgehaltsband"). */
function readPattern(phrase: string): Pattern {
  const openStart = phrase.startsWith('*')
  const openEnd = phrase.endsWith('*')
  return { letters: phrase.slice(openStart ? 1 : 0, openEnd ? -1 : undefined), openStart, openEnd }
}

/** Phrases by their letters, node 0 being the root. A node with several children has a row of them in `rows`, which begins at
 *  `rowOf`; any other has at most `onlyChild`, to which `letterOf` that child leads. 0 is no child. */
interface Trie {
  readonly phraseAt: Int32Array
  readonly rowOf: Int32Array
  readonly rows: Int32Array
  readonly onlyChild: Int32Array
  readonly letterOf: Uint8Array
}

/** Builds the trie of the patterns that are wanted. Patterns that fold to the same letters share a node; the first one keeps it. */
function buildTrie(patterns: readonly Pattern[], { alphabet: { classOf, size }, isWanted }: TrieOptions): Trie {
  const capacity = 1 + patterns.reduce((sum, { letters }) => sum + letters.length, 0)
  const phraseAt = new Int32Array(capacity).fill(-1)
  const firstChild = new Int32Array(capacity)
  const nextChild = new Int32Array(capacity)
  const letterOf = new Uint8Array(capacity)
  let nodes = 1
  for (const [id, pattern] of patterns.entries()) {
    if (!isWanted(pattern)) continue
    const { letters } = pattern
    let node = 0
    for (let at = 0; at < letters.length; at++) {
      const letter = classOf[letters.charCodeAt(at)] ?? OTHER
      if (letter === OTHER) throw new Error(`A phrase cannot be matched: ${letters}`)
      let child = firstChild[node] ?? 0
      while (child !== 0 && letterOf[child] !== letter) child = nextChild[child] ?? 0
      if (child === 0) {
        child = nodes++
        letterOf[child] = letter
        nextChild[child] = firstChild[node] ?? 0
        firstChild[node] = child
      }
      node = child
    }
    if (node === 0) throw new Error('A phrase is empty')
    if (phraseAt[node] === -1) phraseAt[node] = id
  }
  const chains = { firstChild, nextChild, letterOf, nodes }
  return {
    phraseAt: phraseAt.slice(0, nodes),
    onlyChild: firstChild.slice(0, nodes),
    letterOf: letterOf.slice(0, nodes),
    ...rowsOf(chains, size),
  }
}

interface TrieOptions {
  readonly alphabet: Alphabet
  readonly isWanted: (pattern: Pattern) => boolean
}

interface Chains {
  readonly firstChild: Int32Array
  readonly nextChild: Int32Array
  readonly letterOf: Uint8Array
  readonly nodes: number
}

function rowsOf({ firstChild, nextChild, letterOf, nodes }: Chains, size: number): Pick<Trie, 'rowOf' | 'rows'> {
  const rowOf = new Int32Array(nodes).fill(-1)
  const hasRow = (node: number) => node === 0 || (nextChild[firstChild[node] ?? 0] ?? 0) !== 0
  let length = 0
  for (let node = 0; node < nodes; node++) {
    if (!hasRow(node)) continue
    rowOf[node] = length
    length += size
  }
  const rows = new Int32Array(length)
  for (let node = 0; node < nodes; node++) {
    const row = rowOf[node] ?? -1
    if (row === -1) continue
    for (let child = firstChild[node] ?? 0; child !== 0; child = nextChild[child] ?? 0) {
      rows[row + (letterOf[child] ?? 0)] = child
    }
  }
  return { rowOf, rows }
}

/** A text as matchers see it: the class of each code unit, where words go on (1) and where one may begin (all other places). */
interface SeenText {
  text: string
  alphabet: Alphabet | null
  length: number
  classes: Uint8Array
  isWithinWord: Uint8Array
  beginnings: Int32Array
  beginningCount: number
}

const blankSeen = (): SeenText => ({
  text: '',
  alphabet: null,
  length: 0,
  classes: new Uint8Array(0),
  isWithinWord: new Uint8Array(0),
  beginnings: new Int32Array(0),
  beginningCount: 0,
})

/** The same few texts (a title, a description) are given to one matcher after the other. */
const lately: readonly SeenText[] = [blankSeen(), blankSeen(), blankSeen(), blankSeen()]
let nextSeen = 0

function seeText(text: string, alphabet: Alphabet): SeenText {
  for (const seen of lately) if (seen.alphabet === alphabet && seen.text === text) return seen
  const seen = lately[nextSeen] ?? blankSeen()
  nextSeen = (nextSeen + 1) % lately.length
  const { length } = text
  if (seen.classes.length < length) {
    seen.classes = new Uint8Array(length)
    seen.isWithinWord = new Uint8Array(length)
    seen.beginnings = new Int32Array(length)
  }
  const { classes, isWithinWord, beginnings } = seen
  const { classOf, isWord } = alphabet
  let count = 0
  let wasWord = 0
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at)
    const isWordNow = isWord[unit] ?? 0
    const isWithin = wasWord & isWordNow
    wasWord = isWordNow
    classes[at] = classOf[unit] ?? OTHER
    isWithinWord[at] = isWithin
    if (isWithin === 0) beginnings[count++] = at
  }
  seen.text = text
  seen.alphabet = alphabet
  seen.length = length
  seen.beginningCount = count
  return seen
}

/** Compiles phrases into tries that are walked from where a word or sign begins, and those that may begin within a word from every
 *  letter. Matching ignores case, accents and the kind of space or hyphen, and keeps to whole words. */
export function compilePhrases(phrases: readonly string[]): PhraseMatcher {
  const alphabet = alphabetFor(phrases)
  const patterns = phrases.map(readPattern)
  const isOpenAtEnd = Uint8Array.from(patterns, ({ openEnd }) => (openEnd ? 1 : 0))
  const atBeginnings = buildTrie(patterns, { alphabet, isWanted: () => true })
  const withinWords = patterns.some(({ openStart }) => openStart)
    ? buildTrie(patterns, { alphabet, isWanted: ({ openStart }) => openStart })
    : null

  /** `node` is where the first letter leads. */
  function walk(seen: SeenText, from: { start: number; node: number; trie: Trie }, hits: PhraseHit[]): void {
    const { classes, isWithinWord, length } = seen
    const { start, trie } = from
    const { phraseAt, rowOf, rows, onlyChild, letterOf } = trie
    let { node } = from
    for (let at = start + 1; ; at++) {
      const id = phraseAt[node] ?? -1
      if (id !== -1) {
        const isInWord = at < length && isWithinWord[at] === 1
        if (!isInWord || isOpenAtEnd[id] === 1) hits.push({ start, end: at, id })
      }
      if (at >= length) return
      const letter = classes[at] ?? OTHER
      const row = rowOf[node] ?? -1
      if (row !== -1) node = rows[row + letter] ?? 0
      else {
        const child = onlyChild[node] ?? 0
        node = letterOf[child] === letter ? child : 0
      }
      if (node === 0) return
    }
  }

  return {
    scan: (text) => {
      const hits: PhraseHit[] = []
      const seen = seeText(text, alphabet)
      const { classes, beginnings, beginningCount, isWithinWord, length } = seen
      for (let index = 0; index < beginningCount; index++) {
        const start = beginnings[index] ?? 0
        // The root has the first row.
        const node = atBeginnings.rows[classes[start] ?? OTHER] ?? 0
        if (node !== 0) walk(seen, { start, node, trie: atBeginnings }, hits)
      }
      if (withinWords !== null) {
        for (let start = 0; start < length; start++) {
          const node = isWithinWord[start] === 1 ? (withinWords.rows[classes[start] ?? OTHER] ?? 0) : 0
          if (node !== 0) walk(seen, { start, node, trie: withinWords }, hits)
        }
      }
      return hits.sort((a, b) => a.end - b.end || a.start - b.start)
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
