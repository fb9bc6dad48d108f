import { parseJsonBlock } from './json-repair.ts'
import { attributesOf, scanTags, startOfClosing } from './scan-tags.ts'

/** No page has more; the rest is not looked at. */
const MAX_BLOCKS = 200
const JSON_LD = /^application\/(?:[\w.-]+\+)?ld\+json(?:\s*;|\s*$)/i

export interface JsonLd {
  readonly values: readonly unknown[]
  /** Blocks that are no JSON even after repair. */
  readonly unreadable: readonly string[]
}

/** The values of a page's JSON-LD blocks; of a document that is JSON-LD itself, its own. Linear; pure. */
export function jsonLdOf(html: string): JsonLd {
  const bare = /^\s*[[{]/.test(html.slice(0, 1000)) ? parseJsonBlock(html) : undefined
  return bare === undefined ? blocksOf(html) : { values: [bare], unreadable: [] }
}

function blocksOf(html: string): JsonLd {
  const values: unknown[] = []
  const unreadable: string[] = []
  for (const tag of scanTags(html)) {
    if (tag.kind === 'close' || tag.name !== 'script') continue
    if (!JSON_LD.test(attributesOf(tag).get('type')?.trim() ?? '')) continue
    const block = html.slice(tag.end, startOfClosing(html, 'script', tag.end))
    if (block.trim() === '') continue
    const value = parseJsonBlock(block)
    if (value === undefined) unreadable.push(block)
    else values.push(value)
    if (values.length + unreadable.length >= MAX_BLOCKS) break
  }
  return { values, unreadable }
}
