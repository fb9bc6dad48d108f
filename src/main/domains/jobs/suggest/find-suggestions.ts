import type { Suggestion } from '#shared/jobs.ts'
import { type Best, createBest } from './best.ts'
import type { CountEdits } from './edits.ts'
import { fitOf, type WordFits, wordsNearly, wordsThatBegin } from './match-words.ts'
import type { TypedPart } from './typed-part.ts'
import type { Entry, Spelling, SuggestionKind, Vocabulary } from './vocabulary.ts'
import type { TextWord } from './words.ts'

/** What a word or two are most likely meant as, when everything else is equal. */
const KIND_POINTS: Readonly<Record<SuggestionKind, number>> = { skill: 2, city: 2, title: 1, company: 0 }
const EDIT_POINTS = 8
const WHOLE_POINTS = 6
const FIRST_POINTS = 3
const OTHER_POINTS = 3
const FEW_JOBS = 3
const MORE_JOBS_BY = 10
const NO_FIT = 255
const SHORTER_TAILS = [2, 1]

/** What the typed part may be meant to become, the likeliest first: entries that hold a word for each typed one. When it is several
 *  words that nothing is called, its last ones alone; when no word begins so, words that nearly do. Takes some milliseconds for
 *  100,000 words. Pure but for the counter's own table. */
export function findSuggestions(
  vocabulary: Vocabulary,
  part: TypedPart,
  options: { readonly limit: number; readonly countEdits: CountEdits },
): Suggestion[] {
  const { limit } = options
  const finder = createFinder(vocabulary, part, options)
  const suggestions: Suggestion[] = []
  const known = new Set<Entry>()
  for (const tail of tailsOf(part)) {
    const [word] = tail
    if (word === undefined || suggestions.length >= limit) break
    const best = finder.begin(tail)
    // With few jobs behind it, what was typed may be the slip that somebody made in a posting.
    if (best.jobs() < FEW_JOBS && suggestions.every(({ isCorrected }) => isCorrected)) {
      const least = MORE_JOBS_BY * best.jobs()
      for (const found of finder.nearly(tail).all()) {
        const { entry, points, edits } = found
        if (edits > 0 && entry.jobs >= least) best.add(entry, points, edits)
      }
    }
    for (const { entry, edits } of best.mixed()) {
      if (suggestions.length >= limit || known.has(entry)) continue
      known.add(entry)
      const { kind, value, jobs } = entry
      suggestions.push({ kind, value, jobs, isCorrected: edits > 0, from: word.from })
    }
  }
  return suggestions
}

/** All the words, then the last ones alone; a field or a quote is taken as a whole. */
function tailsOf({ words, from }: TypedPart): (readonly TextWord[])[] {
  const isWhole = words.length > 1 && words.at(-1)?.from === from
  const shorter = isWhole ? [] : SHORTER_TAILS.filter((length) => length < words.length)
  return [words, ...shorter.map((length) => words.slice(-length))]
}

interface Finder {
  readonly begin: (words: readonly TextWord[]) => Best
  readonly nearly: (words: readonly TextWord[]) => Best
}

/** Each word is looked for once, whatever tails it is in. */
function createFinder(
  vocabulary: Vocabulary,
  part: TypedPart,
  options: { readonly limit: number; readonly countEdits: CountEdits },
): Finder {
  const exact = new Map<string, WordFits>()
  const near = new Map<string, WordFits>()
  const exactFits = ({ folded }: TextWord) => remembered(exact, folded, () => wordsThatBegin(vocabulary, folded))
  const nearFits = ({ folded }: TextWord, isOpen: boolean) =>
    remembered(near, `${isOpen}/${folded}`, () =>
      wordsNearly(vocabulary, folded, { countEdits: options.countEdits, isOpen }),
    )
  const find = (fits: readonly WordFits[]) => entriesWith(vocabulary, { kind: part.kind, fits, limit: options.limit })
  return {
    begin: (words) => find(words.map(exactFits)),
    // Only the last word may not be at its end yet.
    nearly: (words) => find(words.map((word, index) => nearFits(word, index === words.length - 1))),
  }
}

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  const before = known.get(key)
  if (before !== undefined) return before
  const made = make()
  known.set(key, made)
  return made
}

/** Entries one of whose spellings has a word for each of the typed ones. */
function entriesWith(
  vocabulary: Vocabulary,
  asked: { readonly kind: SuggestionKind | null; readonly fits: readonly WordFits[]; readonly limit: number },
): Best {
  const { kind, fits } = asked
  const best = createBest(asked.limit)
  const [first, ...others] = fits
  if (first === undefined) return best
  const rarest = others.reduce((least, each) => (each.spellings < least.spellings ? each : least), first)
  for (const number of rarest.numbers) {
    for (const spelling of vocabulary.spellings[number] ?? []) {
      if (kind !== null && spelling.entry.kind !== kind) continue
      rate(spelling, fits, best)
    }
  }
  return best
}

function rate({ entry, words, isOther }: Spelling, fits: readonly WordFits[], best: Best): void {
  let edits = 0
  let isWhole = words.length === fits.length
  let isFirst = true
  for (let place = 0; place < fits.length; place += 1) {
    const codes = fits[place]?.codes
    let least = NO_FIT
    for (const word of words) {
      const code = codes?.[word] ?? 0
      if (code !== 0 && code < least) least = code
    }
    if (least === NO_FIT) return
    const fit = fitOf(least)
    edits += fit.edits
    isWhole &&= fit.isWhole
    isFirst &&= (codes?.[words[place] ?? -1] ?? 0) !== 0
  }
  // A word in the middle of another name ("SUSE Linux") says little about what is meant.
  if (isOther && !isFirst) return
  const points =
    KIND_POINTS[entry.kind] +
    Math.log2(1 + entry.jobs) / 2 +
    (isWhole ? WHOLE_POINTS : 0) +
    (isFirst ? FIRST_POINTS : 0) -
    (isOther ? OTHER_POINTS : 0) -
    edits * EDIT_POINTS
  best.add(entry, points, edits)
}
