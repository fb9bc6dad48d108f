import type { ApplicationCard } from '#shared/applications.ts'

/** Between two cards. */
export const CARD_GAP_PX = 8
const FRAME_PX = 20
const LINE_PX = 19
const FACTS_PX = 26
const STEP_PX = 24
const GHOST_PX = 54
/** What a line of a title holds in the narrowest column, in em of its letters. */
const TITLE_EM = 10.5
/** About how wide letters of a semi-bold sans-serif are, in em. */
const LETTERS: readonly (readonly [RegExp, number])[] = [
  [/[\sijlI.,:;'’|()/-]/, 0.29],
  [/[tfr]/, 0.38],
  [/[mwMW@–—]/, 0.9],
  [/[A-Z]/, 0.67],
]
const OTHER_EM = 0.59

/** How many lines a title is given: two when one may be too short in the narrowest column. Pure. */
export function titleLines(card: Pick<ApplicationCard, 'title'>): 1 | 2 {
  let em = 0
  // No line holds as much of the narrowest letters.
  for (const letter of card.title.slice(0, 60)) {
    em += LETTERS.find(([kind]) => kind.test(letter))?.[1] ?? OTHER_EM
  }
  return em > TITLE_EM ? 2 : 1
}

/** How high a card is, so that its column can be laid out without drawing it. Pure. */
export function cardHeightPx(card: Pick<ApplicationCard, 'title' | 'nextStep' | 'looksGhosted'>): number {
  const lines = titleLines(card) + 1
  const step = card.nextStep === null ? 0 : STEP_PX
  const ghost = card.looksGhosted ? GHOST_PX : 0
  return FRAME_PX + lines * LINE_PX + FACTS_PX + step + ghost
}
