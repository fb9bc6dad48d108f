import { decodeHTMLStrict } from 'entities'
import { plainText } from '../parts/markup.ts'
import { webAddress } from '../parts/web-address.ts'
import { attributesOf, scanTags } from './scan-tags.ts'

export interface PageLink {
  /** Absolute. */
  readonly url: string
  /** What it says, on one line; '' for a picture. */
  readonly text: string
}

export interface PageLinks {
  /** What relative addresses of the page are relative to. */
  readonly base: string | undefined
  /** The address that the page calls its own. */
  readonly canonical: string | null
  readonly links: readonly PageLink[]
}

const MAX_LINKS = 5000
const MAX_TEXT_CHARS = 2000

/** The links of a page and what it says about its own address. Linear; pure. */
export function linksOf(html: string, pageUrl: string): PageLinks {
  let base = webAddress(pageUrl) ?? undefined
  let canonical: string | null = null
  let open: { url: string; start: number } | null = null
  const links: PageLink[] = []
  const close = (end: number): void => {
    if (open !== null && links.length < MAX_LINKS)
      links.push({ url: open.url, text: textBetween(html, open.start, end) })
    open = null
  }
  for (const tag of scanTags(html)) {
    if (tag.name === 'a') close(tag.start)
    if (tag.kind === 'close' || links.length >= MAX_LINKS) continue
    if (tag.name === 'base') base = webAddress(attributesOf(tag).get('href'), base) ?? base
    else if (tag.name === 'link') canonical ??= canonicalIn(tag, base)
    else if (tag.name === 'a') {
      const url = webAddress(attributesOf(tag).get('href'), base)
      open = url === null ? null : { url, start: tag.end }
    }
  }
  close(html.length)
  return { base, canonical, links }
}

function canonicalIn(tag: { readonly attributes: string }, base: string | undefined): string | null {
  const attributes = attributesOf(tag)
  return attributes.get('rel')?.toLowerCase().split(/\s+/).includes('canonical') === true
    ? webAddress(attributes.get('href'), base)
    : null
}

function textBetween(html: string, start: number, end: number): string {
  const markup = html.slice(start, Math.min(end, start + MAX_TEXT_CHARS))
  return plainText(decodeHTMLStrict(markup.replace(/<[^<>]*>/g, ' '))) ?? ''
}
