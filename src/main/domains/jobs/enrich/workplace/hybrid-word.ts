import phrases from '#resources/workplace-phrases.json' with { type: 'json' }

const nouns = new Set(phrases.hybridNouns)
const particles = new Set(phrases.hybridParticles)
/** The adjective follows its noun in French, Spanish, Polish, Italian and Portuguese, and goes before it in the other languages. */
const AFTER_NOUN = /^(?:hybrides?|h[ií]brid[oa]s?|hybrydow\p{L}+|ibrid[oaie]|ibride)$/iu
const BEFORE_NOUN = /^hybrid(?:e[nmrs]?|t)?$/iu
const verbs = new Set(phrases.hybridVerbs)
const joints = new Set(phrases.hybridJoints)
/** What "hybrid and …" goes on with when work is meant. */
const WORK_GOES_ON =
  /^.{0,24}(?:remot|flexib|home|office|site|mobil|büro|kantoor|thuis|distan|kontor|work|arbeit|werk|arbet|full|trabajo|travail|lavoro|trabalho|prac|zdaln|teletrab|télétravail|presen|présen|biur|agil|smart)/iu
const REACH = 40

/** Whether the word "hybrid" is about work: "hybrid heat pumps", "moteur hybride" and "Azure hybrid join" are not. Phrases of several
 *  words always are. */
export function isHybridWork(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const word = text.slice(start, end)
  const isBefore = BEFORE_NOUN.test(word)
  const isAfter = AFTER_NOUN.test(word)
  if (!isBefore && !isAfter) return true
  const next = /^[ \u00a0-](\p{L}[\p{L}-]*)/u.exec(text.slice(end, end + REACH))?.[1]?.toLowerCase()
  const last = /(\p{L}[\p{L}'’-]*)[ \u00a0]$/u.exec(text.slice(Math.max(0, start - REACH), start))?.[1]?.toLowerCase()
  if (isAfter && last !== undefined && nouns.has(bare(last))) return true
  if (last !== undefined && verbs.has(last)) return next === undefined || joints.has(next) || particles.has(next)
  const isJoined = next !== undefined && joints.has(next)
  const isFree = isJoined
    ? WORK_GOES_ON.test(text.slice(end + 1, end + REACH))
    : next === undefined || particles.has(next)
  if (isBefore && next !== undefined && nouns.has(next)) return true
  if (!isAfter) return isFree
  return (isFree || !isBefore) && (last === undefined || particles.has(bare(last)))
}

/** "d'un", "l'organisation": the word after the apostrophe. */
function bare(word: string): string {
  return word.slice(Math.max(word.lastIndexOf("'"), word.lastIndexOf('’')) + 1)
}
