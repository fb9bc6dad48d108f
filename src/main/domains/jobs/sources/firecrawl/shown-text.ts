import { canonicalUrl } from '../../pipeline/canonical-url.ts'
import { webAddress } from '../parts/web-address.ts'

/** What Firecrawl says that a page shows: the text to hold a model's answer against. */
export interface ShownPage {
  /** Null when the answer came without it: then nothing can be checked. */
  readonly text: string | null
  readonly links: readonly ShownLink[]
  /** The links' addresses in their canonical form. */
  readonly addresses: ReadonlySet<string>
}

export interface ShownLink {
  readonly url: string
  /** As `fold` writes it. */
  readonly text: string
}

/** A posting's lines on a careers page do not go further than this. Characters. */
const BEFORE_CHARS = 300
const AFTER_CHARS = 700
const MAX_PLACES = 20
const MAX_LINKS = 5000
/** A list of openings is shorter. Characters. */
const MAX_TEXT_CHARS = 1_000_000
/** A card around an opening holds no more. Characters. */
const MAX_LINK_CHARS = 1000
const ADDRESS = /\(\s{0,9}<?([^()\s<>]{1,2000}(?:\([^()\s]{0,200}\)[^()\s<>]{0,2000})?)/y

/** Reads the page's markdown and its list of links. Pure. */
export function shownPage(shown: {
  markdown: string | null
  links: readonly unknown[]
  pageUrl: string | null
}): ShownPage {
  const base = shown.pageUrl ?? undefined
  const markdown = shown.markdown?.slice(0, MAX_TEXT_CHARS) ?? null
  const found: ShownLink[] = []
  for (const { text, address } of markdownLinks(markdown ?? '')) {
    const url = webAddress(address, base)
    if (url !== null) found.push({ url, text: fold(text) })
    if (found.length >= MAX_LINKS) break
  }
  for (const link of shown.links.slice(0, MAX_LINKS)) {
    const url = webAddress(link, base)
    if (url !== null) found.push({ url, text: '' })
  }
  return {
    text: markdown === null ? null : fold(markdown),
    links: found,
    addresses: new Set(found.map(({ url }) => canonicalUrl(url))),
  }
}

/** The links of a markdown text, `[text](address)`, without pictures; a link may hold pictures and other brackets. Linear. */
function* markdownLinks(markdown: string): Generator<{ readonly text: string; readonly address: string }> {
  const open: number[] = []
  for (let at = 0; at < markdown.length; at += 1) {
    const character = markdown[at]
    if (character === '\\') at += 1
    else if (character === '[') open.push(at)
    else if (character === ']') {
      const start = open.pop()
      if (start === undefined || markdown[at + 1] !== '(' || markdown[start - 1] === '!' || at - start > MAX_LINK_CHARS)
        continue
      ADDRESS.lastIndex = at + 1
      const address = ADDRESS.exec(markdown)?.[1]
      if (address !== undefined) yield { text: markdown.slice(start + 1, at), address }
    }
  }
}

/** Whether the page shows these words together, as whole words. Pure. */
export function isShown({ text }: ShownPage, words: string): boolean {
  return text !== null && placesOf(text, fold(words)).length > 0
}

/** Whether the page shows some words near a title. Pure. */
export function isShownNear({ text }: ShownPage, { title, words }: { title: string; words: string }): boolean {
  const wanted = fold(words)
  if (text === null || wanted === '') return false
  return placesOf(text, fold(title)).some((at) => {
    const around = text.slice(Math.max(0, at - BEFORE_CHARS), at + title.length + AFTER_CHARS)
    return placesOf(around, wanted).length > 0
  })
}

/** The address behind a title: that of the link that says it, and nothing else if there is one. Pure. */
export function linkOf({ links }: ShownPage, title: string): string | null {
  const wanted = fold(title)
  const saying = links.filter(({ text }) => text !== '' && placesOf(text, wanted).length > 0)
  return (saying.find(({ text }) => text === wanted) ?? saying[0])?.url ?? null
}

/** Whether the page links to an address, however it is written. Pure. */
export function isLinked({ addresses }: ShownPage, address: string): boolean {
  return addresses.has(canonicalUrl(address))
}

/** Lower case, without markdown's own signs, white space as single blanks. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/[*_`#|\\[\]]+/g, ' ')
    .replace(/&amp;/g, '&')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

function placesOf(text: string, words: string): readonly number[] {
  const found: number[] = []
  if (words === '') return found
  for (let at = text.indexOf(words); at !== -1 && found.length < MAX_PLACES; at = text.indexOf(words, at + 1)) {
    if (!isWordPart(text[at - 1]) && !isWordPart(text[at + words.length])) found.push(at)
  }
  return found
}

function isWordPart(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}
