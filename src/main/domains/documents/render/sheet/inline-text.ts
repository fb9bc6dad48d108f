/** A stretch of a line in one style. `url`: where it leads. */
export interface Span {
  readonly text: string
  readonly isBold: boolean
  readonly isItalic: boolean
  readonly url: string | null
}

/** Formatting characters, soft hyphens and marks of zero width, and the selector of emoji. */
const UNSEEN = /[\p{Cf}]|\uFE0F/gu

const WEB_ADDRESS = /^(https?:\/\/|mailto:|tel:)\S+$/i
const LINK = /^\[([^\]\n]+)\]\(([^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)/

/** Markdown of one line as styled text: **bold**, *italic*, [text](https://…), one within the other. Whatever is not exactly that, a lone
 *  star, a link that leads to no page, is text as it stands. Pure. */
export function spansOf(line: string): Span[] {
  return joined(parsed(plainText(line), { isBold: false, isItalic: false, url: null }))
}

/** The words without their marks. Pure. */
export function wordsOfSpans(spans: readonly Span[]): string {
  return spans.map((span) => span.text).join('')
}

/** Letters in one form; no characters that cannot be seen, no breaks. Pure. */
export function plainText(text: string): string {
  return (
    text
      .normalize('NFC')
      // Fonts draw both the same, and only one of two can be read back.
      .replaceAll('\u02bc', '’')
      .replaceAll('\u2206', 'Δ')
      .replace(/[\u2028\u2029]/gu, ' ')
      .replace(UNSEEN, '')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
  )
}

type Style = Omit<Span, 'text'>

function parsed(text: string, style: Style): Span[] {
  const spans: Span[] = []
  let literal = ''
  let at = 0
  while (at < text.length) {
    const found = markAt(text, { at, style })
    if (found === null) {
      literal += text[at] ?? ''
      at += 1
      continue
    }
    spans.push({ ...style, text: literal }, ...parsed(found.inner, found.style))
    literal = ''
    at += found.length
  }
  spans.push({ ...style, text: literal })
  return spans
}

function markAt(text: string, { at, style }: { at: number; style: Style }) {
  if (text[at] === '[' && style.url === null) return linkAt(text.slice(at), style)
  if (text[at] !== '*') return null
  const rest = text.slice(at)
  const isBold = rest.startsWith('**')
  if (isBold ? style.isBold : style.isItalic) return null
  const found = (
    isBold ? /^\*\*(?=\S)((?:[^*]|\*(?!\*))*[^\s*]\*?)\*\*/ : /^\*(?=[^\s*])((?:[^*]|\*\*)*?[^\s*](?:\*\*)?)\*(?!\*)/
  ).exec(rest)
  if (found === null) return null
  return {
    inner: found[1] ?? '',
    length: found[0].length,
    style: { ...style, ...(isBold ? { isBold } : { isItalic: true }) },
  }
}

function linkAt(rest: string, style: Style) {
  const found = LINK.exec(rest)
  const url = found?.[2] ?? ''
  if (found === null || !WEB_ADDRESS.test(url) || !isAddress(url)) return null
  return { inner: found[1] ?? '', length: found[0].length, style: { ...style, url } }
}

function isAddress(url: string): boolean {
  return URL.canParse(url)
}

function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = []
  for (const span of spans) {
    if (span.text === '') continue
    const last = out.at(-1)
    const isSame = last?.isBold === span.isBold && last.isItalic === span.isItalic && last.url === span.url
    if (last !== undefined && isSame) out[out.length - 1] = { ...last, text: last.text + span.text }
    else out.push(span)
  }
  return out
}
