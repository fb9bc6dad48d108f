/** What the two functions over sanitised markup share: its tokens. Sanitised means: made by sanitize-html, so that `<`
 *  and `>` occur only around tags, and attributes are quoted and escaped. */
export type MarkupToken =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly name: string; readonly markup: string }

export function* tokensOf(sanitised: string): Generator<MarkupToken> {
  let at = 0
  while (at < sanitised.length) {
    const start = sanitised.indexOf('<', at)
    const end = start === -1 ? -1 : sanitised.indexOf('>', start)
    if (start === -1 || end === -1) {
      yield { kind: 'text', text: sanitised.slice(at) }
      return
    }
    if (start > at) yield { kind: 'text', text: sanitised.slice(at, start) }
    const isClosing = sanitised.charCodeAt(start + 1) === 47
    let nameEnd = start + (isClosing ? 2 : 1)
    while (nameEnd < end && /[a-z0-9]/.test(sanitised.charAt(nameEnd))) nameEnd += 1
    const name = sanitised.slice(start + (isClosing ? 2 : 1), nameEnd)
    yield { kind: isClosing ? 'close' : 'open', name, markup: sanitised.slice(start, end + 1) }
    at = end + 1
  }
}

const INLINE = new Set(['strong', 'em', 'a', 'code'])
/** Text may stand directly in these. */
const HOLDS_TEXT = new Set(['p', 'li', 'h3', 'h4', 'pre', 'td', 'th'])
/** A source's boxes without meaning. They end a paragraph and leave no trace. */
export const BOXES = new Set([
  'div',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'aside',
  'figure',
  'dl',
  'dt',
  'dd',
  'address',
  'fieldset',
  'center',
  'details',
  'summary',
  'nav',
])

/** Sanitised markup with every text in a block of its own: boxes become paragraph ends, loose text becomes a paragraph,
 *  nothing nests that HTML does not let nest, empty blocks and inline tags are dropped. Adds no markup but `p`. Pure. */
export function tidyMarkup(sanitised: string): string {
  const tidy = new Tidy()
  for (const token of tokensOf(sanitised)) {
    if (token.kind === 'text') tidy.text(token.text)
    else if (INLINE.has(token.name)) tidy.inline(token)
    else if (token.name === 'br') tidy.lineBreak()
    else if (token.kind === 'open') tidy.openBlock(token.name, token.markup)
    else tidy.closeBlock(token.name)
  }
  return tidy.end()
}

class Tidy {
  readonly #out: string[] = []
  /** Blocks that are open, outermost first, with where each began and whether something visible is in it. */
  readonly #blocks: { name: string; start: number; isFilled: boolean }[] = []
  /** Inline tags that are open in the source, outermost first; written only once there is text for them. */
  #inline: { name: string; markup: string }[] = []
  #written = 0
  #pendingBreaks = 0

  text(text: string): void {
    const isInPre = this.#blocks.some((block) => block.name === 'pre')
    const isBlank = text.trim() === ''
    if (isBlank && (!this.#hasTextHere() || this.#pendingBreaks > 0) && !isInPre) return
    this.#ensureTextBlock()
    if (this.#pendingBreaks > 0) {
      this.#out.push('<br />'.repeat(Math.min(this.#pendingBreaks, 2)))
      this.#pendingBreaks = 0
    }
    if (!isBlank) this.#writeInline()
    this.#out.push(text)
    if (!isBlank) for (const block of this.#blocks) block.isFilled = true
  }

  inline(token: { kind: 'open' | 'close'; name: string; markup: string }): void {
    if (token.kind === 'open') {
      this.#inline.push(token)
      return
    }
    const index = this.#inline.findLastIndex((open) => open.name === token.name)
    if (index === -1) return
    while (this.#written > index) {
      this.#written -= 1
      this.#out.push(`</${this.#inline[this.#written]?.name ?? ''}>`)
    }
    this.#inline.splice(index, 1)
  }

  lineBreak(): void {
    if (this.#hasTextHere()) this.#pendingBreaks += 1
  }

  openBlock(name: string, markup: string): void {
    this.#leaveInline()
    const current = this.#blocks.at(-1)?.name
    if (current === 'p' || ((current === 'h3' || current === 'h4' || current === 'pre') && name !== 'p')) this.#pop()
    if (BOXES.has(name)) return
    // A paragraph inside a list item or a cell is only its text.
    if (name === 'p' && HOLDS_TEXT.has(this.#blocks.at(-1)?.name ?? '')) {
      this.lineBreak()
      return
    }
    this.#blocks.push({ name, start: this.#out.length, isFilled: false })
    this.#out.push(markup)
  }

  closeBlock(name: string): void {
    this.#leaveInline()
    const index = this.#blocks.findLastIndex((block) => block.name === name)
    if (index === -1 || BOXES.has(name)) {
      if (this.#blocks.at(-1)?.name === 'p') this.#pop()
      else if (HOLDS_TEXT.has(this.#blocks.at(-1)?.name ?? '')) this.lineBreak()
      return
    }
    while (this.#blocks.length > index) this.#pop()
  }

  end(): string {
    this.#leaveInline()
    while (this.#blocks.length > 0) this.#pop()
    return this.#out.join('')
  }

  #hasTextHere(): boolean {
    const block = this.#blocks.at(-1)
    return block !== undefined && HOLDS_TEXT.has(block.name) && block.isFilled
  }

  #ensureTextBlock(): void {
    if (HOLDS_TEXT.has(this.#blocks.at(-1)?.name ?? '')) return
    this.#blocks.push({ name: 'p', start: this.#out.length, isFilled: false })
    this.#out.push('<p>')
  }

  #writeInline(): void {
    for (; this.#written < this.#inline.length; this.#written += 1)
      this.#out.push(this.#inline[this.#written]?.markup ?? '')
  }

  /** Inline tags end with their block and are written again in the next one. */
  #leaveInline(): void {
    while (this.#written > 0) {
      this.#written -= 1
      this.#out.push(`</${this.#inline[this.#written]?.name ?? ''}>`)
    }
  }

  #pop(): void {
    const block = this.#blocks.pop()
    this.#pendingBreaks = 0
    if (block === undefined) return
    if (block.isFilled) this.#out.push(`</${block.name}>`)
    else this.#out.length = block.start
  }
}
