import { decodeHTMLStrict } from 'entities'
import type { Node } from './graph.ts'
import { attributesOf, scanTags } from './scan-tags.ts'

/** No posting has more; a page that does is not worth reading on. */
const MAX_VALUES = 5000
const MAX_VALUES_OF_ONE = 100
const MAX_TEXT_CHARS = 5000

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])
/** Where an element's value stands, by HTML's microdata section; `content` is also written on others. */
const VALUE_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  meta: ['content'],
  a: ['href'],
  area: ['href'],
  link: ['href'],
  img: ['src'],
  iframe: ['src'],
  time: ['datetime'],
  data: ['value'],
  meter: ['value'],
}
/** Properties whose value is the markup and not only the text in it. */
const MARKUP = new Set([
  'description',
  'responsibilities',
  'qualifications',
  'skills',
  'jobBenefits',
  'experienceRequirements',
])

type Item = Record<string, unknown>

interface Open {
  readonly name: string
  /** The item that the properties inside belong to. */
  readonly item: Item | null
  /** Properties whose value is the element's content, and whose they are. */
  readonly captures: { readonly names: readonly string[]; readonly owner: Item; readonly contentStart: number } | null
}

/** The top-level items that a page has as microdata (itemscope, itemtype, itemprop), in the shape of JSON-LD nodes. Linear; pure. */
export function microdataNodes(html: string): readonly Node[] {
  const roots: Item[] = []
  const stack: Open[] = []
  const openNames = new Map<string, number>()
  let values = 0

  const close = (end: number): Open | undefined => {
    const closed = stack.pop()
    if (closed === undefined) return undefined
    openNames.set(closed.name, (openNames.get(closed.name) ?? 1) - 1)
    const { captures } = closed
    if (captures === null) return closed
    const markup = html.slice(captures.contentStart, end)
    for (const name of captures.names) {
      add(captures.owner, name, MARKUP.has(name) ? markup : withoutTags(markup))
    }
    return closed
  }

  for (const tag of scanTags(html)) {
    if (values > MAX_VALUES) break
    if (tag.kind === 'close') {
      // An end tag without its start is nothing; looking for it through all that is open would be slow on purpose-made pages.
      if ((openNames.get(tag.name) ?? 0) === 0) continue
      while (close(tag.start)?.name !== tag.name);
      continue
    }
    const outer = stack.at(-1)?.item ?? null
    const opened = openElement(tag, outer)
    values += opened.names.length
    if (opened.item !== null && opened.names.length === 0) roots.push(opened.item)
    if (VOID.has(tag.name)) continue
    openNames.set(tag.name, (openNames.get(tag.name) ?? 0) + 1)
    const captures =
      opened.isValueInside && outer !== null ? { names: opened.names, owner: outer, contentStart: tag.end } : null
    stack.push({ name: tag.name, item: opened.item ?? outer, captures })
  }
  while (close(html.length) !== undefined);
  return roots
}

interface Opened {
  readonly names: readonly string[]
  /** The item that this element begins. */
  readonly item: Item | null
  /** Its properties are what is inside of it. */
  readonly isValueInside: boolean
}

const NOTHING: Opened = { names: [], item: null, isValueInside: false }

function openElement(tag: { readonly name: string; readonly attributes: string }, outer: Item | null): Opened {
  if (!/\bitem(?:prop|scope)\b/i.test(tag.attributes)) return NOTHING
  const attributes = attributesOf(tag)
  const names = outer === null ? [] : wordsOf(attributes.get('itemprop'))
  if (attributes.has('itemscope')) {
    const item: Item = { '@type': wordsOf(attributes.get('itemtype')) }
    const id = attributes.get('itemid')
    if (id !== undefined) item['@id'] = id
    if (outer !== null) for (const name of names) add(outer, name, item)
    return { names, item, isValueInside: false }
  }
  if (outer === null || names.length === 0) return NOTHING
  const given = ['content', ...(VALUE_ATTRIBUTES[tag.name] ?? [])].map((name) => attributes.get(name)).find(isGiven)
  if (given !== undefined) for (const name of names) add(outer, name, given)
  return { names, item: null, isValueInside: given === undefined }
}

function isGiven(value: string | undefined): value is string {
  return value !== undefined
}

function add(item: Item, name: string, value: unknown): void {
  const known = Object.hasOwn(item, name) ? item[name] : undefined
  if (known === undefined) item[name] = value
  else if (!Array.isArray(known)) item[name] = [known, value]
  else if (known.length < MAX_VALUES_OF_ONE) known.push(value)
}

/** Property names may be addresses of the vocabulary's terms. */
function wordsOf(value: string | undefined): string[] {
  return (value ?? '')
    .split(/\s+/)
    .filter((word) => word !== '' && word !== '__proto__')
    .slice(0, 20)
}

function withoutTags(markup: string): string {
  return decodeHTMLStrict(markup.slice(0, MAX_TEXT_CHARS).replace(/<[^<>]*>/g, ' '))
}
