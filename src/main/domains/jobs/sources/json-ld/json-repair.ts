import { decodeHTMLStrict } from 'entities'

const ESCAPED_START = /^\s*[[{]\s*(?:[[{]\s*)*&(?:quot|#0*34|#x0*22);/i
const WRAPPING =
  /^(?:\uFEFF|<!--|-->|<!\[CDATA\[|\]\]>|\/\*\s{0,9}(?:<!\[CDATA\[|\]\]>)\s{0,9}\*\/|\/\/\s{0,9}(?:<!\[CDATA\[|\]\]>|-->))/
const CLOSING_WRAPPING = /(?:-->|\]\]>|\/\*\s{0,9}\]\]>\s{0,9}\*\/|\/\/|[;\s\uFEFF]+)$/
const ESCAPABLE = new Set(['"', '\\', '/', 'b', 'f', 'n', 'r', 't'])
const CONTROL: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** The value of a JSON-LD block as pages really carry them: in a comment or CDATA section, with its quotes escaped as entities, with
 *  line breaks in its strings, commas before closing brackets, comments, escapes that JSON does not have, several values in a row.
 *  Undefined when it is no JSON even so: where a quote inside a string was forgotten, nobody can say where the string ends.
 *  Linear; pure. */
export function parseJsonBlock(block: string): unknown {
  const bare = withoutWrapping(block)
  const text = ESCAPED_START.test(bare.slice(0, 200)) ? decodeHTMLStrict(bare) : bare
  return parsed(text) ?? repairedValue(text)
}

function repairedValue(text: string): unknown {
  const { text: repaired, values } = repair(text)
  return parsed(values > 1 ? `[${repaired}]` : repaired)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function withoutWrapping(block: string): string {
  let text = block.trim()
  for (;;) {
    const start = WRAPPING.exec(text.slice(0, 60))?.[0].length ?? 0
    const end = CLOSING_WRAPPING.exec(text.slice(-60))?.[0].length ?? 0
    if (start + end === 0) return text
    text = text.slice(start, Math.max(start, text.length - end)).trim()
  }
}

interface Repaired {
  readonly text: string
  /** Top-level values, with a comma between each two. */
  readonly values: number
}

/** One pass over the text that leaves valid JSON as it is, but for white space. */
function repair(text: string): Repaired {
  const out: string[] = []
  let depth = 0
  let values = 0
  let at = 0
  while (at < text.length) {
    const character = text[at] ?? ''
    if (character === '"') {
      const { piece, end } = repairedString(text, at)
      out.push(piece)
      at = end
      continue
    }
    const gap = endOfGap(text, at)
    if (gap > at) {
      out.push(' ')
      at = gap
      continue
    }
    at += 1
    if (character === ',') {
      const next = text[endOfGaps(text, at)]
      if (depth > 0 && next !== undefined && next !== '}' && next !== ']') out.push(',')
      continue
    }
    if (character === '{' || character === '[') {
      if (depth === 0 && values > 0) out.push(',')
      if (depth === 0) values += 1
      depth += 1
    } else if (character === '}' || character === ']') depth -= 1
    out.push(character)
  }
  return { text: out.join(''), values }
}

/** The offset after white space or a comment at `at`; `at` when there is none. */
function endOfGap(text: string, at: number): number {
  if (text.startsWith('//', at)) return endAfter(text, '\n', at)
  if (text.startsWith('/*', at)) return endAfter(text, '*/', at)
  let end = at
  while (end < text.length && isBlank(text[end] ?? '')) end += 1
  return end
}

/** White space of any kind, and control characters. */
function isBlank(character: string): boolean {
  return character <= ' ' || (character > '~' && /\s/.test(character))
}

function endOfGaps(text: string, at: number): number {
  for (let end = at; ;) {
    const next = endOfGap(text, end)
    if (next === end) return end
    end = next
  }
}

function endAfter(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from)
  return found === -1 ? text.length : found + mark.length
}

/** A string literal from its opening quote on, with what JSON does not allow in it written as it does. */
function repairedString(text: string, start: number): { piece: string; end: number } {
  const out = ['"']
  let plainFrom = start + 1
  let at = start + 1
  for (; at < text.length && text[at] !== '"';) {
    const character = text[at] ?? ''
    const isEscape = character === '\\'
    if (!isEscape && character >= ' ') {
      at += 1
      continue
    }
    out.push(text.slice(plainFrom, at))
    const next = text[at + 1] ?? ''
    if (!isEscape) out.push(CONTROL[character] ?? ' ')
    else if (ESCAPABLE.has(next) || /^u[\da-f]{4}/i.test(text.slice(at + 1, at + 6))) out.push(`\\${next}`)
    else out.push(CONTROL[next] ?? (next < ' ' ? ' ' : next))
    at += isEscape ? 2 : 1
    plainFrom = at
  }
  out.push(text.slice(plainFrom, at), '"')
  return { piece: out.join(''), end: at + 1 }
}
