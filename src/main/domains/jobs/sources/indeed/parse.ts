import { wantsAPerson } from '#main/infra/http/challenge.ts'
import { HttpProblem } from '#main/infra/http/http.ts'
import type { RawPosting } from '../../posting.ts'
import { readJobPostings } from '../json-ld/read-job-postings.ts'
import type { ParsedItem, Payload, SourceAnswer } from '../source.ts'
import { embeddedJson, type Embedded } from './embedded-json.ts'
import { cardItem, countryOf } from './job-card.ts'
import { countryOfAddress, postingAddress } from './sites.ts'
import { viewJobItem } from './view-job.ts'

type Answer = Pick<SourceAnswer, 'text' | 'url'>

const CARDS = /providerData\s*\[\s*(["'])mosaic-provider-jobcards\1\s*\]\s*=\s*/g
const INITIAL = /\b_initialData\s*=\s*/g
const ROOT = /\b_rootProps\s*=\s*/g
const RESULTS_PAGE = /window\.mosaic\b|mosaic-data|jobsearch-NoResult/
const WALL_ADDRESS = /^https?:\/\/secure\.indeed\.com\/|\/account\/login\b|\bfrom=bot-detection/i
const WALL = /from=bot-detection|__CF\$cv\$params|cf_chl_|secure\.indeed\.com\/(?:auth|account)/i
const KEY = /[?&]v?jk=([0-9a-z]{6,40})(?=[&#]|$)/i

/** What a page of Indeed has: the entries of its list of results, and the posting that it shows in full. */
interface Contents {
  /** Null when the page has no list. */
  readonly results: readonly unknown[] | null
  readonly view: ParsedItem | null
}

export interface ResultsPage {
  readonly items: readonly ParsedItem[]
  /** The posting that the page shows in full; its item has the full text. */
  readonly fullKey: string | null
}

/** The postings of a page of results; none for an empty page. Throws HttpProblem 'challenge' for a check of the visitor or a sign-in,
 *  'unreadable' for any other page. Pure. */
export function parseResults(answer: Answer, country: string | null): ResultsPage {
  const { results, view } = contentsOf(answer, country)
  if (results !== null) {
    const items = results.map((value, index) => withFullText(cardItem(value, { country, index }), view))
    return { items, fullKey: view?.ok === true ? view.posting.sourcePostingId : null }
  }
  refuseWall(answer)
  if (RESULTS_PAGE.test(answer.text)) return { items: [], fullKey: null }
  throw unreadable(answer, 'a page without results')
}

/** The posting of this key that a page shows in full; null when it shows none or another. Throws 'challenge' as `parseResults`. Pure. */
export function parseView(answer: Answer, at: { key: string; country: string | null }): ParsedItem | null {
  const { results, view } = contentsOf(answer, at.country)
  const shown = view ?? structuredOf(answer, at)
  if (shown === null && results === null) refuseWall(answer)
  return shown?.ok === true && shown.posting.sourcePostingId !== at.key ? null : shown
}

/** Any page of Indeed, or the data of one by itself. `context.country` is that of the site. Pure. */
export function parsePage({ text, url, context }: Payload): readonly ParsedItem[] {
  const country = countryOf(context['country']) ?? countryOfAddress(url)
  const answer = { text, url }
  const { results, view } = contentsOf(answer, country)
  const only = results === null ? (view ?? structuredOf(answer, { key: context['id'] ?? null, country })) : null
  return only === null ? parseResults(answer, country).items : [only]
}

function contentsOf({ text, url }: Answer, country: string | null): Contents {
  const bare = bareJson(text)
  const cards = bare ?? embeddedJson(text, CARDS)
  const results = resultsIn(cards)
  if (cards.kind === 'broken') throw unreadable({ url }, 'results that break off')
  const pages = bare === null ? [embeddedJson(text, ROOT), embeddedJson(text, INITIAL)] : [bare]
  const views = pages.flatMap((page) => (page.kind === 'json' ? viewsIn(page.value) : []))
  const items = views.flatMap((view) => viewJobItem(view, country) ?? [])
  return { results, view: items.find(({ ok }) => ok) ?? items[0] ?? null }
}

/** Null for a page. */
function bareJson(text: string): Embedded | null {
  if (!/^\s*[[{]/.test(text)) return null
  try {
    return { kind: 'json', value: JSON.parse(text) as unknown }
  } catch {
    // It only begins like JSON.
    return null
  }
}

function resultsIn(cards: Embedded): readonly unknown[] | null {
  if (cards.kind !== 'json') return null
  const { value } = cards
  if (Array.isArray(value)) return value as readonly unknown[]
  const model =
    at(value, 'metaData', 'mosaicProviderJobCardsModel') ?? at(value, 'mosaicProviderJobCardsModel') ?? value
  const results = at(model, 'results')
  if (Array.isArray(results)) return results as readonly unknown[]
  if (typeof results === 'object' && results !== null) return [results]
  return at(model, 'jobkey') === undefined ? null : [model]
}

/** Where the layouts keep the posting's own data. */
function viewsIn(value: unknown): readonly unknown[] {
  return [
    at(value, 'preloadedVJData'),
    at(value, 'autoOpenTwoPaneViewjobResponse', 'body'),
    at(value, 'autoOpenTwoPaneViewjobResponse'),
    at(value, 'body'),
    value,
  ].filter((view) => view !== undefined)
}

function at(value: unknown, ...path: readonly string[]): unknown {
  let current = value
  for (const key of path) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) return undefined
    current = (current as Readonly<Record<string, unknown>>)[key]
  }
  return current ?? undefined
}

/** A card with what the full posting of the same key says. Pure. */
export function withFullText(item: ParsedItem, view: ParsedItem | null): ParsedItem {
  if (!item.ok || view === null) return item
  if (!view.ok) return item
  const [card, full] = [item.posting, view.posting]
  if (card.sourcePostingId !== full.sourcePostingId) return item
  const predicted = card.predictedSalary ?? full.predictedSalary
  return {
    ok: true,
    posting: {
      ...card,
      descriptionHtml: full.descriptionHtml === '' ? card.descriptionHtml : full.descriptionHtml,
      postedAt: card.postedAt ?? full.postedAt,
      closesAt: full.closesAt,
      statedSalary: card.statedSalary ?? full.statedSalary,
      salaryText: card.salaryText ?? full.salaryText,
      workplace: card.workplace ?? full.workplace,
      employmentType: card.employmentType ?? full.employmentType,
      ...(predicted === undefined ? {} : { predictedSalary: predicted }),
    },
  }
}

/** The posting of a page by its structured data, under Indeed's own key. */
function structuredOf(answer: Answer, known: { key: string | null; country: string | null }): ParsedItem | null {
  if (!answer.text.includes('JobPosting')) return null
  const item = readJobPostings(answer.text, answer.url).find(({ ok }) => ok)
  if (item?.ok !== true) return null
  const { posting } = item
  const key = known.key ?? KEY.exec(posting.url)?.[1] ?? KEY.exec(answer.url)?.[1] ?? null
  return { ok: true, posting: key === null ? posting : keyed(posting, { key, country: known.country }) }
}

function keyed(posting: RawPosting, { key, country }: { key: string; country: string | null }): RawPosting {
  const countryCode = posting.countryCode ?? country
  return { ...posting, sourcePostingId: key, url: postingAddress(country ?? countryCode, key), countryCode }
}

function refuseWall({ text, url }: Answer): void {
  const isWall = WALL_ADDRESS.test(url) || WALL.test(text) || wantsAPerson({ status: 200, headers: {}, text })
  if (isWall) throw new HttpProblem('challenge', 'Indeed wants to see a person, or somebody who signed in')
}

function unreadable({ url }: Pick<Answer, 'url'>, what: string): HttpProblem {
  return new HttpProblem('unreadable', `${URL.parse(url)?.host ?? 'The server'} sent ${what}`)
}
