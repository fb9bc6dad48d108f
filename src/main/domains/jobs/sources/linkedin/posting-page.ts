import { foldLetters } from '#main/infra/text/fold.ts'
import type { RawPosting } from '../../posting.ts'
import { elementOf, elementsOf, hasClass, innerOf, textOf, type OpenTag } from '../parts/elements.ts'
import { employmentTypeOf } from '../parts/employment-words.ts'
import { over, toItem, UNSAID } from '../parts/item.ts'
import { readJobPostings } from '../json-ld/read-job-postings.ts'
import { attributesOf } from '../json-ld/scan-tags.ts'
import { unescapeMarkup } from '../parts/markup.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { idOfAddress, idOfUrn, postingAddress, type Card } from './cards.ts'
import words from './criteria-words.json' with { type: 'json' }

const EMPLOYMENT_HEADINGS = new Set(words.employmentType)
/** Pay that LinkedIn reckons, or that it does not say who stands for. */
const NOT_THE_EMPLOYER = /estim|stimat|schat|szacun|odhad|uppskatt|linkedin/
const isTitle = hasClass('top-card-layout__title', 'topcard__title')

const isBullet = hasClass('topcard__flavor--bullet')
/** How many applied and how long ago stand in bullets, too. */
const isPlace = (tag: OpenTag): boolean =>
  isBullet(tag) && !/num-applicants|posted-time|topcard__flavor--metadata/.test(tag.attributes)

/** Whether a page shows a posting at all. Pure. */
export function isPostingPage(html: string): boolean {
  return (
    html.includes('topcard__') ||
    html.includes('top-card-layout__title') ||
    html.includes('show-more-less-html__markup')
  )
}

/** The posting of its own public page; what the page does not say comes from the card that led there. The page tells its age only in
 *  words ("3 days ago"), so the date is the card's or that of its structured data. Pure. */
export function parsePostingPage(answer: Pick<SourceAnswer, 'text' | 'url'>, card: Partial<Card>): ParsedItem {
  const { text, url } = answer
  const description =
    elementOf(text, hasClass('show-more-less-html__markup')) ?? elementOf(text, hasClass('description__text'))
  // What the employer wrote may speak of anything; the rest of the page is LinkedIn's.
  const around = description === null ? text : text.slice(0, description.start) + text.slice(description.end)
  const link = elementOf(around, hasClass('topcard__link'))
  const href = link === null ? null : (attributesOf(link).get('href') ?? null)
  const id = card.id ?? idOfAddress(href) ?? idInPage(around) ?? idOfAddress(url)
  const where = `posting ${id ?? 'without an id'}`
  if (isClosed(around)) return over(id, `${where} no longer takes applications`)
  const structured = structuredOf(answer)
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: id,
      title: textOf(innerOf(around, isTitle)) ?? card.title ?? structured?.title ?? null,
      company:
        textOf(innerOf(around, hasClass('topcard__org-name-link'))) ??
        card.company ??
        textOf(innerOf(around, hasClass('topcard__flavor'))) ??
        structured?.company ??
        null,
      url: card.url ?? postingAddress(href, id),
      locations: locationsOf(around, card, structured),
      descriptionHtml: unescapeMarkup(description?.inner ?? structured?.descriptionHtml ?? '').trim(),
      postedAt: card.postedAt ?? structured?.postedAt ?? null,
      closesAt: structured?.closesAt ?? null,
      salaryText: payOf(around),
      employmentType: employmentOf(around) ?? structured?.employmentType ?? null,
    },
    where,
  )
}

function locationsOf(html: string, card: Partial<Card>, structured: RawPosting | null): readonly string[] {
  const shown = textOf(innerOf(html, isPlace)) ?? card.location ?? null
  return shown === null ? (structured?.locations ?? []) : [shown]
}

function isClosed(html: string): boolean {
  return elementOf(html, hasClass('closed-job__flavor--closed', 'closed-job')) !== null
}

/** "Base pay range": only what the employer is said to have given. */
function payOf(html: string): string | null {
  const said = textOf(innerOf(html, hasClass('compensation__description')))
  if (said !== null && NOT_THE_EMPLOYER.test(foldLetters(said))) return null
  return textOf(innerOf(html, hasClass('compensation__salary')))
}

/** The second of LinkedIn's criteria (level, kind of employment, function, industries) when no heading is known. */
function employmentOf(html: string): RawPosting['employmentType'] {
  const criteria = [...elementsOf(html, hasClass('description__job-criteria-item'))].map(({ inner }) => ({
    heading: foldLetters(textOf(innerOf(inner, hasClass('description__job-criteria-subheader'))) ?? '').replaceAll(
      '’',
      "'",
    ),
    text: textOf(innerOf(inner, hasClass('description__job-criteria-text'))),
  }))
  const headed = criteria.find(({ heading }) => EMPLOYMENT_HEADINGS.has(heading))
  const { text } = headed ?? (criteria.length > 2 ? criteria[1] : undefined) ?? { text: null }
  return text === null ? null : employmentTypeOf([text])
}

function idInPage(html: string): string | null {
  const urn = idOfUrn(html)
  if (urn !== null) return urn
  return /id="?decoratedJobPostingId"?[^>]*>\s*(?:<!--)?\s*"?(\d{1,20})/.exec(html)?.[1] ?? null
}

function structuredOf(answer: Pick<SourceAnswer, 'text' | 'url'>): RawPosting | null {
  if (!answer.text.includes('JobPosting')) return null
  const item = readJobPostings(answer.text, answer.url).find(({ ok }) => ok)
  return item?.ok === true ? item.posting : null
}
