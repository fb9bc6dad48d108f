/** A page's script beyond this is no list of postings. UTF-16 units. */
const MAX_JSON_CHARS = 5_000_000

/** A value that a page's script assigns: found as JSON, found but no JSON, or not found. */
export type Embedded =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'broken' }
  | { readonly kind: 'none' }

/** The first JSON object that a script in the text assigns where `assignment` (global) ends, cut out by its brackets: nothing is run.
 *  Pure. */
export function embeddedJson(text: string, assignment: RegExp): Embedded {
  let found: Embedded = { kind: 'none' }
  for (const match of text.matchAll(assignment)) {
    const start = match.index + match[0].length
    if (text[start] !== '{') continue
    const end = endOfBrackets(text, start)
    const value = end === null ? undefined : parsed(text.slice(start, end))
    if (value !== undefined) return { kind: 'json', value }
    found = { kind: 'broken' }
  }
  return found
}

/** The offset after the bracket that closes the one at `start`; null when none does. Brackets in strings do not count. Pure. */
export function endOfBrackets(text: string, start: number): number | null {
  const last = Math.min(text.length, start + MAX_JSON_CHARS)
  let depth = 0
  for (let at = start; at < last; at += 1) {
    const character = text[at]
    if (character === '"') {
      at = endOfString(text, at)
      continue
    }
    if (character === '{' || character === '[') depth += 1
    if (character === '}' || character === ']') depth -= 1
    if (depth === 0) return at + 1
  }
  return null
}

/** The offset of the quote that ends the string which begins at `start`. */
function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    // An object of JavaScript that is no JSON: not for us.
    return undefined
  }
}
