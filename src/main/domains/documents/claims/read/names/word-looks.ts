import type { Word } from '../words.ts'

/** "PyTorch", "k8s", "IBM", "S3": no everyday word is written so. Pure. */
export function isOddlyWritten(written: string): boolean {
  const text = written.replace(/['’]s$/, '')
  if (/^\d+(?:[.,'’]\d+)*(?:st|nd|rd|th|x|k|M|B|ms|s|h|kB|KB|GB|TB|MB|bn|m|er|Mio|Mrd)?$/u.test(text)) return false
  if (/\p{L}\d|\d\p{L}/u.test(text)) return true
  if (/^\p{Lu}{2,}s?$/u.test(text)) return true
  // "syngo.plaza", "booking.com"
  if (/^\p{Ll}{3,}\.\p{Ll}{2,}$/u.test(text)) return true
  return /\p{Ll}\p{Lu}/u.test(text) && !/(?:In|[Ii]nnen)$/.test(text)
}

const MOSTLY = 0.7
const FEW_WORDS = 4

/** Whether a line writes its words with capitals, as headings do; in German, where every noun has one, all of them. Pure. */
export function inTitleCase(words: readonly Word[], isGerman: boolean): boolean {
  const long = words.filter(({ text }) => text.length > (isGerman ? 0 : 3) && /^\p{L}/u.test(text))
  const least = isGerman ? 1 : MOSTLY
  // "Built event streaming for the Federal Agency …": what begins like a sentence is one.
  if (/^\p{Ll}/u.test(long[1]?.text ?? '')) return false
  return long.length >= FEW_WORDS && long.filter(({ text }) => /^\p{Lu}/u.test(text)).length / long.length >= least
}
