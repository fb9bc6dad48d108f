import { decodeHTMLAttribute } from 'entities'
import { z } from 'zod'
import { foldForKey } from '#main/infra/text/fold.ts'
import { parseJson } from '../../../../infra/http/http.ts'
import { attributesOf, scanTags } from '../../sources/json-ld/scan-tags.ts'
import { plainText } from '../../sources/parts/markup.ts'
import { webAddress } from '../../sources/parts/web-address.ts'

/** A link of a page: where it leads and what it is called, folded. */
export interface PageLink {
  readonly url: string
  readonly text: string
}

const MAX_LINKS = 5_000
const MAX_TEXT_CHARS = 300

/** The links of a page in order. Pure, linear. */
export function linksOf(page: { readonly url: string; readonly text: string }): readonly PageLink[] {
  const links: PageLink[] = []
  let open: { readonly url: string; readonly from: number } | null = null
  const end = (at: number) => {
    if (open === null) return
    const text = page.text.slice(open.from, Math.min(at, open.from + 10 * MAX_TEXT_CHARS)).replace(/<[^<>]*>/g, ' ')
    links.push({ url: open.url, text: foldForKey(plainText(text) ?? '').slice(0, MAX_TEXT_CHARS) })
    open = null
  }
  for (const tag of scanTags(page.text)) {
    if (links.length === MAX_LINKS) break
    if (tag.name !== 'a') continue
    end(tag.start)
    const url = tag.kind === 'open' ? webAddress(attributesOf(tag).get('href'), page.url) : null
    if (url !== null) open = { url, from: tag.end }
  }
  end(page.text.length)
  return links
}

const attachmentSchema = z.object({
  url: z.string(),
  title: z.string().catch(''),
  filename: z.string().catch(''),
  content_type: z.string().catch(''),
})
const contentSchema = z.object({
  details: z.object({
    attachments: z.array(z.unknown()).catch([]),
    documents: z.array(z.string()).catch([]),
  }),
  public_updated_at: z.string().nullable().catch(null),
})

/** The files that GOV.UK's content API lists for a publication: its attachments, or the links of its documents in older answers.
 *  Throws HttpProblem for what is no such answer. */
export function govUkFiles(answer: { readonly url: string; readonly text: string; readonly status: number }): {
  readonly files: readonly PageLink[]
  readonly updatedOn: string | null
} {
  const content = contentSchema.safeParse(parseJson(answer))
  if (!content.success) return { files: [], updatedOn: null }
  const { details, public_updated_at: updatedAt } = content.data
  const files = details.attachments.flatMap((value): PageLink[] => {
    const attachment = attachmentSchema.safeParse(value)
    const url = attachment.success ? webAddress(decodeHTMLAttribute(attachment.data.url), answer.url) : null
    if (!attachment.success || url === null) return []
    const { title, filename, content_type: type } = attachment.data
    return [{ url, text: foldForKey(`${title} ${filename} ${type}`) }]
  })
  const linked = details.documents.flatMap((text) => linksOf({ url: answer.url, text }))
  return { files: [...files, ...linked], updatedOn: updatedAt?.slice(0, 10) ?? null }
}
