import { HttpProblem } from '#main/infra/http/http.ts'
import { foldLetters } from '#main/infra/text/fold.ts'
import type { RawPosting } from '../../posting.ts'
import { hasClass, innerOf } from '../parts/elements.ts'
import { toItem, UNSAID } from '../parts/item.ts'
import { readJobPostings } from '../json-ld/read-job-postings.ts'
import { attributesOf, scanTags } from '../json-ld/scan-tags.ts'
import { plainText, unescapeMarkup } from '../parts/markup.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { webAddress } from '../parts/web-address.ts'
import { postingAddress, type PostingAddress } from './posting-address.ts'

/** The board appends this to the titles of its structured data; every posting has it, so it says nothing about this one. */
const OWN_SUFFIX = /\s*\|\s*relocation offered\s*$/i
const TAG = /<\/?[a-z][^<>]*>/gi

/** A posting's page: its JSON-LD, else its markup with the place out of its address. Throws HttpProblem 'unreadable' for a page that
 *  has neither. Pure. */
export function parsePostingPage(answer: Pick<SourceAnswer, 'text' | 'url'>): ParsedItem {
  const items = readJobPostings(answer.text, answer.url)
  const structured = items.find((item) => item.ok)
  if (structured?.ok === true) return toPosting(structured.posting, answer)
  const shown = shownOn(answer)
  const [broken] = items
  if (shown === null && broken !== undefined) return broken
  if (shown === null) {
    const host = URL.parse(answer.url)?.host ?? 'The server'
    throw new HttpProblem('unreadable', `${host} sent a page without a posting`)
  }
  return shown
}

function toPosting(read: RawPosting, answer: Pick<SourceAnswer, 'url'>): ParsedItem {
  const address = postingAddress(answer.url) ?? postingAddress(read.url)
  const title = titleIn(read.title)
  return toItem(
    {
      ...read,
      sourcePostingId: address?.id ?? read.sourcePostingId,
      title,
      url: address?.url ?? read.url,
      locations: read.locations.length > 0 ? read.locations : placesIn(address),
      countryCode: read.countryCode ?? (read.locations.length > 0 ? null : (address?.countryCode ?? null)),
    },
    `posting ${address?.id ?? ''} ("${title?.slice(0, 80) ?? ''}")`,
  )
}

/** What the page shows to people. Its name for the company comes before the one in the address, which has lost its spelling. */
function shownOn(answer: Pick<SourceAnswer, 'text' | 'url'>): ParsedItem | null {
  const { text, url } = answer
  const address = postingAddress(url)
  const title = titleIn(innerOf(text, (tag) => tag.name === 'h1'))
  if (title === null || address === null || !isTitleOf(title, address)) return null
  const social = metaOf(text, 'og:title')
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: address.id,
      title,
      company:
        titleIn(innerOf(text, hasClass('job-info__company'))) ??
        plainText(/ at (.{1,100}?) in /i.exec(social ?? '')?.[1]) ??
        address.company,
      url: webAddress(address.url),
      locations: placesIn(address),
      countryCode: address.countryCode,
      descriptionHtml: unescapeMarkup(
        innerOf(text, hasClass('job-info__description')) ?? innerOf(text, hasClass('job-info')) ?? '',
      ),
      postedAt: null,
    },
    `posting ${address.id}`,
  )
}

/** Whether a heading says any of the words in the address; what stands in place of a posting that is over does not. */
function isTitleOf(heading: string, address: PostingAddress): boolean {
  const words = new Set(foldLetters(heading).match(/[\p{L}\p{N}]+/gu))
  return (address.title.match(/[a-z0-9]+/g) ?? []).some((word) => words.has(word))
}

function placesIn(address: PostingAddress | null): readonly string[] {
  return address?.place === null || address === null ? [] : [address.place]
}

/** One line of text: the board escapes its titles twice and leaves tags in them. */
function titleIn(markup: string | null): string | null {
  const text = plainText(plainText(markup)?.slice(0, 5000).replace(TAG, ' '))
  return plainText(text?.replace(OWN_SUFFIX, ''))
}

function metaOf(html: string, property: string): string | null {
  for (const tag of scanTags(html)) {
    if (tag.kind === 'close' || tag.name !== 'meta' || !tag.attributes.includes(property)) continue
    const attributes = attributesOf(tag)
    if ((attributes.get('property') ?? attributes.get('name')) === property) return plainText(attributes.get('content'))
  }
  return null
}
