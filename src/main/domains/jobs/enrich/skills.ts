import type { SkillFact } from '#shared/facts.ts'
import { findSkills, type SkillHit } from './skill-matcher.ts'
import {
  isCompanyMention,
  isExcluded,
  isOpening,
  isTechnicalContext,
  isWholeItem,
  LIST_GAP,
  STRICT_LIST_GAP,
} from './skill-context.ts'

interface SkillsInput {
  readonly title: string
  readonly descriptionText: string
}

const MAX_TEXT = 200_000
const MAX_GAP = 24

function isListed(text: string, one: SkillHit | undefined, other: SkillHit | undefined, gap: RegExp): boolean {
  if (!one || !other || other.start - one.end > MAX_GAP) return false
  return gap.test(text.slice(one.end, other.start))
}

/** Settles ambiguous words: by what stands around them, then by the company they keep in a list, in both directions. */
function settle(text: string, hits: readonly SkillHit[]): boolean[] {
  const taken = hits.map((hit) => {
    if (hit.certainty === 'sure') return true
    if (hit.certainty === 'loose') return false
    if (hit.certainty === 'mid' && (!isOpening(text, hit) || isWholeItem(text, hit))) return true
    return isTechnicalContext(text, hit)
  })
  const sureStarts = hits.filter(({ certainty }) => certainty === 'sure').map(({ start }) => start)
  for (const [at, hit] of hits.entries()) {
    if (!taken[at] && hit.certainty === 'context') taken[at] = isAmongSkills(text, hit, sureStarts)
  }
  const spread = (from: number, to: number): void => {
    const [known, open] = [hits[from], hits[to]]
    if (!known || !open || !taken[from] || taken[to]) return
    const gap = open.certainty === 'loose' ? STRICT_LIST_GAP : LIST_GAP
    if (from < to ? isListed(text, known, open, gap) : isListed(text, open, known, gap)) taken[to] = true
  }
  for (let at = 1; at < hits.length; at++) spread(at - 1, at)
  for (let at = hits.length - 1; at > 0; at--) spread(at, at - 1)
  return taken
}

const LIST_BEFORE = /(?:[,/&]|(?<!\p{L})(?:and|or|und|oder|et|ou|en|of|y|o|e|i|lub|och|eller))\s+$/iu
const REACH = 110
const COMPANY_NEEDED = 2

/** A word at the end of a list step ("…, Kafka and user journeys, Sketch") in a sentence that names at least two technologies. */
function isAmongSkills(text: string, { start, end }: SkillHit, sureStarts: readonly number[]): boolean {
  if (!LIST_BEFORE.test(text.slice(Math.max(0, start - 8), start))) return false
  const before = text.slice(Math.max(0, start - REACH), start)
  const after = text.slice(end, end + REACH)
  const from = start - (before.length - 1 - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('. ')))
  const stop = after.search(/\n|[.!?](?:\s|$)/)
  const to = end + (stop === -1 ? after.length : stop)
  let low = 0
  let high = sureStarts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sureStarts[middle] ?? Infinity) < from) low = middle + 1
    else high = middle
  }
  return (sureStarts[low + COMPANY_NEEDED - 1] ?? Infinity) < to
}

const OR = /(?<!\p{L})(?:or|nor|oder|noch|ou|ni|of|o|lub|ani|eller|né|nem)(?!\p{L})/iu

/** "No PHP, Perl or Ruby" excludes all three: an exclusion goes on through a list that an "or" closes. */
function exclude(text: string, hits: readonly SkillHit[]): boolean[] {
  const excluded = hits.map((hit) => isExcluded(text, hit))
  for (let at = 0; at < hits.length; at++) {
    if (!excluded[at]) continue
    let last = at
    while (isListed(text, hits[last], hits[last + 1], LIST_GAP)) last++
    let closed = at
    for (let next = at + 1; next <= last; next++) {
      if (OR.test(text.slice(hits[next - 1]?.end, hits[next]?.start))) closed = next
    }
    for (let next = at + 1; next <= closed; next++) excluded[next] = true
    at = Math.max(at, closed)
  }
  return excluded
}

/** The technologies and methods a posting names as part of the work or asks for, by the names their makers use, each once, in order
 *  of first mention (title first). `evidence` is the words as written. Words that only look like a skill ("go to market"), skills
 *  named to be excluded ("no Java needed", "kein PHP") and companies named as customers are left out. Linear in the text's length. */
export function readSkills({ title, descriptionText }: SkillsInput): SkillFact[] {
  const text = `${title}\n${descriptionText.slice(0, MAX_TEXT)}`
  const hits = findSkills(text)
  const taken = settle(text, hits)
  const excluded = exclude(text, hits)
  const facts = new Map<string, SkillFact>()
  for (const [at, hit] of hits.entries()) {
    if (!taken[at] || excluded[at] || facts.has(hit.name)) continue
    if (hit.isCompany && isCompanyMention(text, hit)) continue
    facts.set(hit.name, { name: hit.name, evidence: text.slice(hit.start, hit.end), need: null, years: null })
  }
  return [...facts.values()]
}
