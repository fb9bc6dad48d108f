/** What is whole in JSON that breaks off: up to the last value of a list or object that was ended, and closed from there. Null when
 *  nothing was. Pure; linear in its length. */
export function closedJson(text: string): unknown {
  const from = text.indexOf('{')
  if (from === -1) return null
  const end = lastWhole(text.slice(from))
  if (end === null) return null
  try {
    return JSON.parse(text.slice(from, from + end.length) + end.closing) as unknown
  } catch {
    // The model did not write JSON: nothing of it can be offered.
    return null
  }
}

interface Whole {
  readonly length: number
  readonly closing: string
}

function lastWhole(text: string): Whole | null {
  const open: ('{' | '[')[] = []
  let last: Whole | null = null
  let isInString = false
  let isEscaped = false
  let isValue = false
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (isInString) {
      if (isEscaped) isEscaped = false
      else if (sign === '\\') isEscaped = true
      else if (sign === '"') {
        isInString = false
        // In an object inside another the rest of it may still be to come.
        if (open.at(-1) === '[' ? isListOfWords(open) : isValue && open.length === 1) last = wholeAt(at, open)
      }
      continue
    }
    if (sign === '"') isInString = true
    else if (sign === '{' || sign === '[') {
      open.push(sign)
      isValue = false
    } else if (sign === '}' || sign === ']') {
      open.pop()
      if (open.length === 0) return { length: at + 1, closing: '' }
      if (open.at(-1) === '[' || open.length === 1) last = wholeAt(at, open)
      isValue = false
    } else if (sign === ':') isValue = true
    else if (sign === ',') isValue = false
  }
  return last
}

/** "skills", "order", "gaps": not the facts that a sentence cites. */
function isListOfWords(open: readonly string[]): boolean {
  return open.length === 2
}

function wholeAt(at: number, open: readonly ('{' | '[')[]): Whole {
  const closing = open.toReversed().map((sign) => (sign === '{' ? '}' : ']'))
  return { length: at + 1, closing: closing.join('') }
}
