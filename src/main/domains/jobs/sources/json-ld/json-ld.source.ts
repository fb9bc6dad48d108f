import { HttpProblem } from '#main/infra/http/http.ts'
import { wantsAPerson } from '#main/infra/http/challenge.ts'
import { canonicalUrl } from '../../pipeline/canonical-url.ts'
import { rejected } from '../parts/item.ts'
import { partAt } from '../plan/part-cursor.ts'
import { AFTER_ANYTHING, problemOf } from '../plan/part-problem.ts'
import { queriesInTurn } from '../plan/position.ts'
import { createRoleFit } from '../plan/role-fit.ts'
import type { ParsedItem, Source, SourceAnswer, SourceContext, SourcePage } from '../source.ts'
import { manifest } from './manifest.ts'
import type { PageLink } from './page-links.ts'
import { readEach } from './read-each.ts'

/** Pages of single postings that one run reads from all lists together; the next run goes on. */
const FOLLOWED_A_RUN = 25

/** One request for each page of the user's, and one for each new posting that a list leads to. The pages were chosen on purpose, so
 *  what they carry is not filtered. */
export const jsonLd: Source = {
  manifest,
  parse: async (payload) => {
    const url = payload.context['url'] ?? payload.context['page'] ?? payload.url
    const { readJobPostings, speaksSchemaOrg } = await loadReader()
    const items = readJobPostings(payload.text, url)
    // A page that says in schema.org's words what it is about, and names no posting, has none.
    const isAnswer = items.length > 0 || (speaksSchemaOrg(payload.text) && !wantsAPerson(pageOf(payload)))
    if (!isAnswer) await refuseNeither({ ...payload, url })
    return items
  },
  fetchPage: async (context, cursor) => {
    const [, followedText = '0', cursorPage = null] = /^(\d+) (.*)$/.exec(cursor ?? '') ?? []
    const followed = Number(followedText)
    const at = partAt(context.plan.pages, cursorPage)
    if (at === null) return { items: [], nextCursor: null, problem: null }
    const next = (more: number): string | null =>
      at.nextCursor === null ? null : `${followed + more} ${at.nextCursor}`
    try {
      const answer = await context.get({ url: at.part, accept: 'html' })
      const page = await readPage(context, { answer, address: at.part, allowed: FOLLOWED_A_RUN - followed })
      return { items: page.items, stored: page.stored, nextCursor: next(page.followed), problem: page.problem }
    } catch (error) {
      const problem = problemOf(error, { part: `Page ${at.number}`, goesOnAfter: AFTER_ANYTHING })
      return { items: [], nextCursor: next(0), problem }
    }
  },
}

interface PageRead extends Required<Pick<SourcePage, 'items' | 'stored' | 'problem'>> {
  /** Pages of single postings that were asked for. */
  readonly followed: number
}

async function readPage(
  context: SourceContext,
  at: { answer: SourceAnswer; address: string; allowed: number },
): Promise<PageRead> {
  const { readJobPostings } = await loadReader()
  const items = readJobPostings(at.answer.text, at.answer.url).map((item) => named(item, at))
  const whole = items.filter((item) => !isOnlyNamed(item, at))
  if (whole.length > 0) return { items, stored: [], followed: 0, problem: null }
  const links = items.length === 0 ? await refuseNeither(at.answer) : (await listingIn(at.answer)).links
  if (links.length === 0) return { items, stored: [], followed: 0, problem: null }
  return follow(context, { links, allowed: at.allowed })
}

async function listingIn({ text, url }: Pick<SourceAnswer, 'text' | 'url'>) {
  const { listingOf } = await import('./posting-links.ts')
  return listingOf(text, url)
}

/** What a page without postings leads to. Throws for one that is no list either: it is not what the user meant. */
async function refuseNeither(answer: Pick<SourceAnswer, 'text' | 'url'>): Promise<readonly PageLink[]> {
  const { links, isList } = await listingIn(answer)
  if (links.length === 0 && !isList) throw nothingThere(answer)
  return links
}

/** The only posting of a page goes by the address that was asked for, before redirects: that is what `isStored` is asked about. */
function named(item: ParsedItem, at: { answer: SourceAnswer; address: string }): ParsedItem {
  if (!item.ok || item.posting.sourcePostingId !== canonicalUrl(at.answer.url)) return item
  return { ok: true, posting: { ...item.posting, sourcePostingId: canonicalUrl(at.address) } }
}

/** Lists often name their postings in schema.org's words without saying anything about them. */
function isOnlyNamed(item: ParsedItem, { answer }: { answer: SourceAnswer }): boolean {
  if (!item.ok) return false
  const { descriptionHtml, company, url } = item.posting
  return descriptionHtml === '' && company === null && canonicalUrl(url) !== canonicalUrl(answer.url)
}

async function follow(
  context: SourceContext,
  { links, allowed }: { links: readonly PageLink[]; allowed: number },
): Promise<PageRead> {
  const { readJobPostings } = await loadReader()
  const stored = links.map(({ url }) => canonicalUrl(url)).filter(context.isStored)
  const chosen = linksInTurn(context, { links, allowed })
  let followed = 0
  const { items, problem } = await readEach(chosen, {
    isAllowed: () => context.requestsLeft() > 0,
    read: async ({ url }) => {
      followed += 1
      const answer = await context.get({ url, accept: 'html' })
      const found = readJobPostings(answer.text, answer.url).map((item) => named(item, { answer, address: url }))
      return found.length > 0 ? found : [rejected('bad_shape', `${url.slice(0, 300)} carries no job posting`)]
    },
  })
  return { items, stored, followed, problem }
}

/** New ones, those first whose link fits the roles; in turn, so that pages that never become a posting do not stand in the way. */
function linksInTurn(
  context: SourceContext,
  { links, allowed }: { links: readonly PageLink[]; allowed: number },
): readonly PageLink[] {
  const fits = createRoleFit(context.plan.roles)
  const fresh = links.filter(({ url }) => !context.isStored(canonicalUrl(url)))
  const byUrl = new Map(fresh.map((link) => [link.url, link]))
  const pick = (from: readonly PageLink[], count: number): readonly PageLink[] =>
    queriesInTurn(
      from.map(({ url }) => url),
      { turn: context.turn, count },
    ).flatMap((url) => byUrl.get(url) ?? [])
  const first = pick(
    fresh.filter(({ text }) => fits(text)),
    allowed,
  )
  return [
    ...first,
    ...pick(
      fresh.filter(({ text }) => !fits(text)),
      allowed - first.length,
    ),
  ]
}

function nothingThere(answer: Pick<SourceAnswer, 'text' | 'url'>): HttpProblem {
  const host = URL.parse(answer.url)?.host ?? 'The page'
  return wantsAPerson(pageOf(answer))
    ? new HttpProblem('challenge', `${host} wants to see a person: it sent a login form or a bot check`)
    : new HttpProblem('unreadable', `${host} carries no schema.org job posting and no links to any`)
}

function pageOf({ text }: Pick<SourceAnswer, 'text'>) {
  return { status: 200, headers: {}, text }
}

/** The readers bring the gazetteer along, which most starts never need. */
function loadReader() {
  return import('./read-job-postings.ts')
}
