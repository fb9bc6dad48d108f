/** Bounds of the sentence or line that a figure stands in. `labelStart` lies before `start` where a short line above is its label. */
export interface SentenceBounds {
  readonly start: number
  readonly labelStart: number
  readonly end: number
}

const REACH_BACK = 180
const REACH_AHEAD = 220
const LABEL_LINE = 60
const LIST_MARK = /^[\s\-–—*•·*▪►✓:>|()[\]\p{So}]*$/u
const ABBREVIATION =
  /(?:^|[\s(/.])(?:\p{L}|ca|max|min|mind|maks|approx|circa|bzw|inkl|incl|zzgl|excl|exkl|ekskl|eks|ex|ok|nr|no|st|std|mtl|mth|mies|godz|rocz|pr|brut|tys|tsd|tis|tel|art|abs|lt|kb|cca|mdr?|mån|mēn|mėn|hod|val)$/iu
/** "13. Monatsgehalt", "1. Ausbildungsjahr". */
const ORDINAL = /(?:^|[^\d.,'’])\d{1,2}$/

/** Whether the sign at `at` ends a sentence; a line break always does. */
function isSentenceEnd(text: string, at: number): boolean {
  const mark = text.charCodeAt(at)
  if (mark === 10) return true
  if (mark !== 46 && mark !== 33 && mark !== 63) return false
  if (!/^(?:\s(?:[\p{Lu}\p{Sc}\s]|$)|$)/u.test(text.slice(at + 1, at + 3))) return false
  if (mark !== 46) return true
  const before = text.slice(Math.max(0, at - 8), at)
  return !ABBREVIATION.test(before) && !ORDINAL.test(before)
}

/** Whether a sentence, a line or a part set off by a semicolon or bar ends between the two places. */
export function hasStop(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const sign = text.charAt(at)
    if (sign === ';' || sign === '|' || isSentenceEnd(text, at)) return true
  }
  return false
}

/** The sentence or line around a figure; a line that holds nothing before the figure also owns the short line above it. */
export function readSentence(text: string, figure: { readonly start: number; readonly end: number }): SentenceBounds {
  let { start, end } = figure
  while (start > 0 && figure.start - start < REACH_BACK && !isSentenceEnd(text, start - 1)) start--
  while (end < text.length && end - figure.end < REACH_AHEAD && !isSentenceEnd(text, end)) end++
  let labelStart = start
  if (text.charCodeAt(start - 1) === 10 && LIST_MARK.test(text.slice(start, figure.start))) {
    while (labelStart > 0 && /\s/.test(text.charAt(labelStart - 1)) && start - labelStart < 6) labelStart--
    const lineEnd = labelStart
    while (labelStart > 0 && lineEnd - labelStart < LABEL_LINE && text.charCodeAt(labelStart - 1) !== 10) labelStart--
  }
  return { start, labelStart, end }
}
