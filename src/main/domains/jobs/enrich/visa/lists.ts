import { hasPhrase } from '../phrase-pattern.ts'
import type { Sentence } from '../sentences.ts'
import { foldForPhrases } from '../fold-text.ts'
import { gives } from './help.ts'
import type { VisaLexicon } from './lexicon.ts'
import { hasNegation } from './negation.ts'

const MAX_ITEM_CHARS = 90
const MAX_HEADING_CHARS = 60
/** A list is not longer than this above the item that is asked about. */
const MAX_ITEMS = 8
const ENDS_HEADING = /[\p{L})?:]$/u
const LINE_START = /(?:^|\n)[^\p{L}\p{N}]*$/u
const BULLET_START = /(?:^|\n)\s*[-–—*•·●▪◦‣▸►➤➜→✗✘❌+]\s*$/u

export interface ListPlace {
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly index: number
}

/** The heading of the list that a short line stands in, folded; null when it stands in none. Pure. */
export function headingOf(place: ListPlace): string | null {
  const item = place.sentences[place.index]
  if (!item || item.text.length > MAX_ITEM_CHARS || !standsAt(LINE_START, place, place.index)) return null
  const isBulleted = standsAt(BULLET_START, place, place.index)
  for (let at = place.index - 1; at >= Math.max(0, place.index - MAX_ITEMS); at -= 1) {
    const line = place.sentences[at]?.text ?? ''
    const isLabel = line.endsWith(':')
    if (line.length > MAX_ITEM_CHARS) return null
    if (!isLabel && (isBulleted ? standsAt(BULLET_START, place, at) : true)) continue
    return line.length <= MAX_HEADING_CHARS && ENDS_HEADING.test(line) ? foldForPhrases(line) : null
  }
  return null
}

/** Whether a heading says that what is listed below is not to be had ("What we cannot do"). Pure. */
export function deniesList(lexicon: VisaLexicon, heading: string): boolean {
  return hasNegation(lexicon, heading) && (gives(lexicon, heading) || namesEmployer(lexicon, heading))
}

function namesEmployer(lexicon: VisaLexicon, folded: string): boolean {
  return [lexicon.company, lexicon.agent, lexicon.negotiable].some((list) => hasPhrase(list, folded))
}

function standsAt(start: RegExp, { text, sentences }: ListPlace, index: number): boolean {
  const before = sentences[index - 1]?.end ?? 0
  return start.test(text.slice(before, sentences[index]?.start ?? before))
}
