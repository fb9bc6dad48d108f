import { z } from 'zod'
import { HttpProblem, parseJson } from '#main/infra/http/http.ts'
import { isoInstant, unixInstant } from '../parts/instants.ts'
import { anything, identifier, list, rejected, text, toItem, UNSAID } from '../parts/item.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { linesOf, linkedRoles, listedRoles } from './comment.ts'
import { type Header, readHeader } from './header.ts'

const commentSchema = z.object({
  id: identifier,
  objectID: identifier,
  text: text,
  comment_text: text,
  created_at_i: anything,
  created_at: text,
  time: anything,
  deleted: anything,
  dead: anything,
})
type Comment = z.infer<typeof commentSchema>

const storySchema = z.object({ type: text, title: text, children: list })
const ITEM_ADDRESS = 'https://news.ycombinator.com/item?id='
const ID = /^\d{1,20}$/
const GONE = /^\s*\[(?:deleted|flagged|dead)\]\s*$/i
const OTHER_THREAD = /wants? to be hired|freelancer/i
const TITLE_ROLES = 5

/** The postings of any answer: a thread with its comments, a page of a search for comments, a single comment. Throws HttpProblem
 *  'unreadable' for an answer that is none of these. Pure. */
export function parseComments(answer: Pick<SourceAnswer, 'text' | 'url'>): readonly ParsedItem[] {
  return commentsOf(answer).flatMap(parseComment)
}

/** The comments of an answer, unread. Only comments to the thread itself are postings; replies to them are left out. Throws
 *  HttpProblem 'unreadable'. Pure. */
export function commentsOf(answer: Pick<SourceAnswer, 'text' | 'url'>): readonly unknown[] {
  const comments = commentsIn(parseJson({ ...answer, status: 200 }))
  if (comments !== null) return comments
  throw new HttpProblem('unreadable', `${URL.parse(answer.url)?.host ?? 'The server'} sent JSON that is no thread`)
}

/** Null for what is no answer of Hacker News. */
function commentsIn(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value as readonly unknown[]
  if (typeof value !== 'object' || value === null) return null
  if ('hits' in value && Array.isArray(value.hits)) return value.hits.filter(isTopLevelHit)
  const isComment = 'comment_text' in value || ('type' in value && value.type === 'comment')
  if (isComment) return [value]
  const story = storySchema.parse(value)
  if ('children' in value && Array.isArray(value.children))
    return OTHER_THREAD.test(story.title ?? '') ? [] : story.children
  if (story.type === 'story') return 'children' in value ? null : []
  return 'text' in value && 'id' in value ? [value] : null
}

/** A search finds stories and replies, too. A comment to the thread has the thread for its parent. */
function isTopLevelHit(hit: unknown): boolean {
  if (typeof hit !== 'object' || hit === null || !('comment_text' in hit)) return false
  const { parent_id: parent, story_id: story, story_title: title } = hit as Readonly<Record<string, unknown>>
  if (typeof title === 'string' && OTHER_THREAD.test(title)) return false
  return parent === undefined || story === undefined || parent === story
}

/** What a comment comes to: a posting, several, or why it is none. Pure. */
export function parseComment(value: unknown, index: number): readonly ParsedItem[] {
  const parsed = commentSchema.safeParse(value)
  if (!parsed.success) return [rejected('bad_shape', `comment ${index} is none`)]
  const comment = parsed.data
  const id = [comment.id, comment.objectID].find((given) => given !== null && ID.test(given)) ?? null
  const where = `comment ${index} (${id ?? 'no id'})`
  const html = comment.text ?? comment.comment_text
  const isGone =
    comment.deleted === true || comment.dead === true || html === null || GONE.test(html) || html.trim() === ''
  if (isGone || html === null) return [rejected('closed', `${where} was deleted`)]
  const lines = linesOf(html)
  const header = readHeader(lines[0]?.text ?? '')
  if (header === null) return [rejected('bad_shape', `${where} does not begin as a posting does`)]
  return postingsOf({ comment, id, html, lines, header, where })
}

interface Opening {
  readonly comment: Comment
  readonly id: string | null
  readonly html: string
  readonly lines: ReturnType<typeof linesOf>
  readonly header: Header
  readonly where: string
}

/** One posting, or one for each of several roles that have a line and a link of their own. */
function postingsOf(opening: Opening): readonly ParsedItem[] {
  const { id, header, lines, where } = opening
  const linked = linkedRoles(lines.slice(1))
  if (id !== null && linked.length > 1) {
    const slugs = linked.map(({ title }, at) => slugOf(title) || String(at + 1))
    return linked.map(({ title, url }, at) => {
      const slug = slugs[at] ?? ''
      const isRepeated = slugs.indexOf(slug) !== at
      return posting(opening, { sourcePostingId: `${id}/${isRepeated ? `${slug}-${at + 1}` : slug}`, title, url })
    })
  }
  const title = titleOf(header, lines)
  if (title === null) return [rejected('no_title', `${where} names no role`)]
  return [
    posting(opening, {
      sourcePostingId: id,
      title,
      url: id === null ? null : `${ITEM_ADDRESS}${id}`,
    }),
  ]
}

/** The header's own roles, else those that stand in lines of their own, else "Multiple roles". */
function titleOf(header: Header, lines: Opening['lines']): string | null {
  const roles = header.roles.length > 0 ? header.roles : listedRoles(lines.slice(1)).slice(0, TITLE_ROLES)
  return roles.length > 0 ? roles.join(', ') : header.looseRole
}

function posting(
  { comment, html, header, where }: Opening,
  own: { readonly sourcePostingId: string | null; readonly title: string; readonly url: string | null },
): ParsedItem {
  return toItem(
    {
      ...UNSAID,
      ...own,
      company: header.company,
      locations: header.places,
      // With the header, whose words about visa, place and pay are read there.
      descriptionHtml: paragraphs(html),
      postedAt: unixInstant(comment.created_at_i) ?? unixInstant(comment.time) ?? isoInstant(comment.created_at),
      salaryText: header.pay,
      workplace: header.workplace,
      employmentType: header.employmentType,
    },
    where,
  )
}

/** Hacker News puts a <p> between paragraphs, and none before the first. */
function paragraphs(html: string): string {
  const parts = html.split(/<p>/i).map((part) => part.replace(/<\/p>/gi, '').trim())
  return parts.length === 1 ? html : parts.flatMap((part) => (part === '' ? [] : [`<p>${part}</p>`])).join('\n')
}

function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
}
