import { findMentions } from './place-mentions.ts'
import { isKnownInPassing, isPartCode, type PlacePart, readWholly } from './place-parts.ts'

const PIECES = /[()[\]|]|\s[-–—:•·@]+\s|[,:]\s|\s[-–—]\s?|[-–—]\s/
const GENDERS = /[([]?\s*\b(?:all genders|[mwfdxhkv](?:\s*[/|,]\s*[mwfdxhknv]){1,3})\s*[)\]]?/giu
const AT =
  /\s(?:in|at|near|based in|bei|im raum|raum|am standort|standort|für den standort|für|for|à|te|w|we|i|em|en|a|för|till)\s+(?=\p{Lu})/giu
/** Codes that are read as a country in a title; "IT" or "ML" are none. */
const CODES = new Set(['UK', 'US', 'USA', 'NRW', 'UAE', 'NYC', 'LDN'])

/** The places that a title names: a piece of it that is nothing but a place ("Data Engineer (Berlin)", "– Lyon"), or the name after
 *  an "in". */
export function readTitle(title: string): PlacePart[][] {
  const pieces = title.replaceAll(GENDERS, '|').split(PIECES)
  const named: PlacePart[] = []
  let isBesidePlace = false
  for (const piece of pieces) {
    const parts = readWholly(piece.trim()) ?? readAfterIn(piece)
    const isPlace = parts.length > 0 && parts.every((part, at) => isSure(part, isBesidePlace || at > 0))
    if (isPlace) named.push(...parts)
    isBesidePlace = isPlace
  }
  return named.length > 0 ? [named] : []
}

/** A code counts only beside the name before it. */
function isSure(part: PlacePart, isBesidePlace: boolean): boolean {
  return isPartCode(part) ? CODES.has(part.written) || isBesidePlace : isKnownInPassing(part)
}

function readAfterIn(piece: string): PlacePart[] {
  for (const match of ` ${piece}`.matchAll(AT)) {
    const rest = ` ${piece}`.slice(match.index + match[0].length).trim()
    const whole = readWholly(rest)
    if (whole) return whole
    const [first] = findMentions(rest, { start: 0, end: rest.length })
    if (first?.start === 0 && first.end === rest.length) return [first.part]
  }
  return []
}
