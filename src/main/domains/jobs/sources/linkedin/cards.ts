import { elementOf, elementsOf, hasClass, innerOf, textOf, type Element, type OpenTag } from '../parts/elements.ts'
import { isoInstant } from '../parts/instants.ts'
import { attributesOf, scanTags } from '../json-ld/scan-tags.ts'
import { webAddress } from '../parts/web-address.ts'

/** What a page of results shows of one posting. */
export interface Card {
  readonly id: string | null
  readonly title: string | null
  readonly company: string | null
  readonly location: string | null
  readonly url: string | null
  readonly postedAt: number | null
}

const SITE = 'https://www.linkedin.com'
const URN = /urn:li:jobPosting:(\d{1,20})/
const POSTING_PATH = /\/jobs\/view\/(?:[^/?#]*-)?(\d{1,20})(?=[/?#]|$)/
const isCard = hasClass('base-card', 'base-search-card', 'job-search-card', 'result-card')
const isLink = hasClass('base-card__full-link', 'result-card__full-card-link')

/** The cards of a page of results, in its order, however they are nested. Pure. */
export function readCards(html: string): readonly Card[] {
  const starts = startsOf(html)
  return starts.map((start, index) => readCard(html.slice(start, starts[index + 1] ?? html.length)))
}

/** Where each card begins: at the element that names a posting or is a card by its class, once for each item of the list; in a list
 *  without such elements at a card's own link. */
function startsOf(html: string): readonly number[] {
  const [roots, links] = [new Array<number>(), new Array<number>()]
  let last: string | null = null
  let isNewItem = true
  for (const tag of scanTags(html)) {
    if (tag.name === 'li') isNewItem = true
    if (tag.kind !== 'open') continue
    if (isLink(tag)) links.push(tag.start)
    if (!isRoot(tag)) continue
    // The same posting named again, or a card by its class, is further inside the same card.
    const id = idOfUrn(attributesOf(tag).get('data-entity-urn'))
    if (isNewItem || (id !== null && id !== last)) roots.push(tag.start)
    if (isNewItem || id !== null) last = id
    isNewItem = false
  }
  return roots.length > 0 ? roots : links
}

function isRoot(tag: OpenTag): boolean {
  return tag.attributes.includes('data-entity-urn') || isCard(tag)
}

function readCard(html: string): Card {
  const link = elementOf(html, isLink)
  const href = hrefOf(link) ?? hrefOf(elementOf(html, isPostingLink))
  const named = elementOf(html, (tag) => tag.attributes.includes('data-entity-urn'))
  const id = (named === null ? null : idOfUrn(attributesOf(named).get('data-entity-urn'))) ?? idOfAddress(href)
  const [time] = elementsOf(html, (tag) => tag.name === 'time')
  return {
    id,
    title:
      textOf(innerOf(html, hasClass('base-search-card__title', 'job-result-card__title'))) ??
      textOf(link?.inner ?? null),
    company:
      textOf(innerOf(html, hasClass('hidden-nested-link'))) ??
      textOf(innerOf(html, hasClass('base-search-card__subtitle', 'job-result-card__subtitle'))),
    location: textOf(innerOf(html, hasClass('job-search-card__location', 'job-result-card__location'))),
    url: postingAddress(href, id),
    postedAt: time === undefined ? null : isoInstant(attributesOf(time).get('datetime')),
  }
}

function hrefOf(element: Element | null): string | null {
  return element === null ? null : (attributesOf(element).get('href') ?? null)
}

function isPostingLink(tag: OpenTag): boolean {
  return tag.name === 'a' && POSTING_PATH.test(tag.attributes)
}

/** The posting's own address without what tells where one comes from; made out of the id when the page gives none. Pure. */
export function postingAddress(href: string | null, id: string | null): string | null {
  const written = POSTING_PATH.test(href ?? '') ? webAddress(href, SITE) : null
  if (written === null) return id === null ? null : `${SITE}/jobs/view/${id}`
  const { origin, pathname } = new URL(written)
  return `${origin}${pathname}`
}

export function idOfAddress(address: string | null): string | null {
  return POSTING_PATH.exec(address ?? '')?.[1] ?? null
}

export function idOfUrn(text: string | undefined): string | null {
  return URN.exec(text ?? '')?.[1] ?? null
}
