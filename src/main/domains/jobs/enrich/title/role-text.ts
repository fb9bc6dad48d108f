import type { RoleFamily } from '#shared/facts.ts'
import { wholeWords } from '../word-context.ts'
import { textScanner } from './level-lexicon.ts'
import { readRolePhrase } from './role-grammar.ts'
import { findSigns, type SignKind } from './role-lexicon.ts'

const MAX_TEXT_CHARS = 2500
const CUE_REACH = 90
const MAX_CUES = 40
/** A text is about a field that it names often enough, and clearly more often than the next. */
const LEAST_WEIGHT = 4
const LEAST_LEAD = 1.5
const WEIGHT: Readonly<Partial<Record<SignKind, number>>> = { strong: 2, yielding: 2, tool: 1 }

interface RoleInText {
  readonly roleFamily: RoleFamily
  readonly words: string
}

/** The family that a text says it looks for ("we are looking for a data engineer"), else the one whose field it speaks of; null
 *  when neither is plain. `words` as written. Pure, linear. */
export function readRoleInText(descriptionText: string): RoleInText | null {
  const text = descriptionText.slice(0, MAX_TEXT_CHARS)
  const cues = textScanner.scanLongest(text).filter(({ kinds }) => kinds.includes('cue') || kinds.includes('closeCue'))
  for (const cue of cues.slice(0, MAX_CUES)) {
    const phrase = /^[^,;.:!?\n]*/.exec(text.slice(cue.end, cue.end + CUE_REACH))?.[0] ?? ''
    const said = readRolePhrase(phrase)
    if (said) return { roleFamily: said.family, words: wholeWords(text, cue.start, cue.end + said.end) }
  }
  return readField(text)
}

interface Weight {
  readonly weight: number
  readonly start: number
  readonly end: number
}

function readField(text: string): RoleInText | null {
  const weights = new Map<RoleFamily, Weight>()
  for (const { family, is, start, end } of findSigns(text)) {
    if (family === null) continue
    const known = weights.get(family) ?? { weight: 0, start, end }
    weights.set(family, { ...known, weight: known.weight + (WEIGHT[is] ?? 0) })
  }
  const [first, second] = [...weights].sort(([, a], [, b]) => b.weight - a.weight)
  if (!first) return null
  const [roleFamily, { weight, start, end }] = first
  const isPlain = weight >= LEAST_WEIGHT && weight >= (second?.[1].weight ?? 0) * LEAST_LEAD
  return isPlain ? { roleFamily, words: wholeWords(text, start, end) } : null
}
