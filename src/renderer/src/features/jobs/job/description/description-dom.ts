import DOMPurify from 'dompurify'
import { findMarks, type MarkKind, type MarkRange, type Needles } from './marks.ts'

// The same small list that the core keeps when a posting comes in; it is cleaned again because this is where it would run.
const TEXT_TAGS = 'p br hr div span ul ol li dl dt dd blockquote pre code strong b em i u s sub sup a'
const HEADING_AND_TABLE_TAGS = 'h1 h2 h3 h4 h5 h6 table thead tbody tr th td'
const TAGS = `${TEXT_TAGS} ${HEADING_AND_TABLE_TAGS}`.split(' ')
const BLOCKS = /^(?:P|BR|HR|DIV|UL|OL|LI|DL|DT|DD|BLOCKQUOTE|PRE|H[1-6]|TABLE|THEAD|TBODY|TR|TH|TD)$/

/** A posting's description as nodes to put on the page: cleaned, its headings below ours, its links leading outside, with
 *  the visa sentence and the skills marked. */
export function describe(
  html: string,
  needles: Needles,
  classNames: Readonly<Record<MarkKind, string>>,
): DocumentFragment {
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ['href'],
    ALLOWED_URI_REGEXP: /^https?:/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  })
  lowerHeadings(fragment)
  for (const link of fragment.querySelectorAll('a')) {
    link.setAttribute('target', '_blank')
    link.setAttribute('rel', 'noopener noreferrer nofollow')
  }
  markTexts(fragment, needles, classNames)
  return fragment
}

function lowerHeadings(fragment: DocumentFragment): void {
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const lower = document.createElement('h4')
    lower.append(...heading.childNodes)
    heading.replaceWith(lower)
  }
}

interface Piece {
  readonly text: string
  /** Null for the break between two blocks, which keeps their words apart. */
  readonly node: Text | null
}

function markTexts(fragment: DocumentFragment, needles: Needles, classNames: Readonly<Record<MarkKind, string>>): void {
  const pieces: Piece[] = []
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  let blockBefore: Element | null = null
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!(node instanceof Text)) {
      if (node.nodeName === 'BR') pieces.push({ text: '\n', node: null })
      continue
    }
    const block = blockOf(node)
    if (block !== blockBefore && pieces.length > 0) pieces.push({ text: '\n', node: null })
    blockBefore = block
    pieces.push({ text: node.data, node })
  }
  const found = findMarks(
    pieces.map((piece) => piece.text),
    needles,
  )
  for (const [index, piece] of pieces.entries()) {
    if (piece.node) wrapRanges(piece.node, found[index] ?? [], classNames)
  }
}

function blockOf(node: Node): Element | null {
  let element = node.parentElement
  while (element && !BLOCKS.test(element.nodeName)) element = element.parentElement
  return element
}

function wrapRanges(node: Text, ranges: readonly MarkRange[], classNames: Readonly<Record<MarkKind, string>>): void {
  // From the end, so that earlier offsets stay true while the node is cut.
  for (const range of ranges.toReversed()) {
    const hit = node.splitText(range.start)
    hit.splitText(range.end - range.start)
    const mark = document.createElement('mark')
    mark.className = classNames[range.kind]
    hit.replaceWith(mark)
    mark.append(hit)
  }
}
