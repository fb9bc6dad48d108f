import { decodeHTML } from 'entities'
import { repairMojibake } from './mojibake.ts'

/** Never printed, or able to make text look like something it is not: controls, zero-width and bidi characters, soft
 *  hyphens, tag characters and the variation selectors that are used to smuggle text. Line ends and tabs stay. */
const INVISIBLE = /(?![\t\n])\p{Cc}|\p{Default_Ignorable_Code_Point}|[\u202a-\u202e\ufff9-\ufffb]/gu
const TAG = /<[/a-z!?][^<>]{0,2000}>/gi
const MAX_TAG_ROUNDS = 4
const LINE_END = /\r\n?|[\f\u2028\u2029]/g

/** Valid Unicode in NFC, mojibake repaired, invisible characters gone, every line end a "\n". Pure. */
export function cleanCharacters(text: string): string {
  return repairMojibake(text.toWellFormed()).replace(LINE_END, '\n').replace(INVISIBLE, '').normalize('NFC')
}

/** One line of plain text from a field of a source: entities decoded (also twice, "R&amp;amp;D"), tags dropped, white
 *  space collapsed, at most `maxLength` UTF-16 units. '' when nothing is left. Pure; linear in the length. */
export function cleanLine(raw: string, maxLength: number): string {
  // A field is rarely longer than its cap; one that is gets cut before the work, with room for markup.
  const decoded = decodeTwice(raw.slice(0, maxLength * 8))
  const text = withoutTags(cleanCharacters(decoded)).replace(/\s+/g, ' ').trim()
  return cut(text, maxLength).trimEnd()
}

/** The first `maxLength` UTF-16 units, never half a character. */
export function cut(text: string, maxLength: number): string {
  if (text.length <= maxLength) return text
  const isSplitPair = text.charCodeAt(maxLength - 1) >>> 10 === 0x36
  return text.slice(0, isSplitPair ? maxLength - 1 : maxLength)
}

/** A tag inside a tag leaves a tag when the inner one goes, so more than once. The field is text wherever it is shown;
 *  this is for the eye. */
function withoutTags(text: string): string {
  let plain = text
  for (let round = 0; round < MAX_TAG_ROUNDS && plain.includes('<'); round += 1) {
    const next = plain.replace(TAG, ' ')
    if (next === plain) break
    plain = next
  }
  return plain
}

function decodeTwice(text: string): string {
  if (!text.includes('&')) return text
  const once = decodeHTML(text)
  return once.includes('&') ? decodeHTML(once) : once
}
