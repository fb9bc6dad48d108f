import { wantsAPerson } from '#main/infra/http/challenge.ts'
import { HttpProblem } from '#main/infra/http/http.ts'
import { textOf } from '../parts/elements.ts'
import { toItem, UNSAID } from '../parts/item.ts'
import type { ParsedItem, Payload, SourceAnswer } from '../source.ts'
import { readCards, type Card } from './cards.ts'
import { isPostingPage, parsePostingPage } from './posting-page.ts'

type Answer = Pick<SourceAnswer, 'text' | 'url'>

const WALL_PATH = /^\/(authwall|login|signup|join|uas\/login|checkpoint)(\/|$)/i
const WALL = /\/authwall\b|["'](?:session_key|session_password|join-form)["']|\/checkpoint\/(?:challenge|lg)/i

/** The cards of a page of results; none for an empty one. Throws HttpProblem 'challenge' for the page that asks one to sign in, and
 *  'unreadable' for what is neither. Pure. */
export function parseList(answer: Answer): readonly Card[] {
  const cards = readCards(answer.text)
  if (cards.length > 0) return cards
  refuseWall(answer)
  if (textOf(withoutHead(answer.text)) === null) return []
  throw unreadable(answer, 'a page without postings')
}

/** The posting of a posting's own page. Throws as `parseList`. Pure. */
export function parsePosting(answer: Answer, card: Partial<Card>): ParsedItem {
  if (isPostingPage(answer.text)) return parsePostingPage(answer, card)
  refuseWall(answer)
  throw unreadable(answer, 'a page without a posting')
}

/** Any page of LinkedIn's public job search. Pure. */
export function parsePage({ text, url, context }: Payload): readonly ParsedItem[] {
  // The page of a search shows the first of its postings beside the list.
  const isList = /\/jobs\/search|seeMoreJobPostings/i.test(URL.parse(url)?.pathname ?? '')
  if (!isList && isPostingPage(text)) return [parsePosting({ text, url }, { id: context['id'] ?? null })]
  return parseList({ text, url }).map(cardItem)
}

/** What a card alone says. Pure. */
export function cardItem(card: Card, index = 0): ParsedItem {
  const where = `card ${index + 1} (${card.id ?? 'without an id'})`
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: card.id,
      title: card.title,
      company: card.company,
      url: card.url,
      locations: card.location === null ? [] : [card.location],
      descriptionHtml: '',
      postedAt: card.postedAt,
    },
    where,
  )
}

function refuseWall({ text, url }: Answer): void {
  const path = URL.parse(url)?.pathname ?? ''
  const page = { status: 200, headers: {}, text }
  if (!WALL_PATH.test(path) && !WALL.test(text) && !wantsAPerson(page)) return
  throw new HttpProblem('challenge', 'LinkedIn wants somebody to sign in before it shows more')
}

function withoutHead(html: string): string {
  return html.slice(0, 20_000).replace(/<(head|script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
}

function unreadable({ url }: Answer, what: string): HttpProblem {
  return new HttpProblem('unreadable', `${URL.parse(url)?.host ?? 'The server'} sent ${what}`)
}
