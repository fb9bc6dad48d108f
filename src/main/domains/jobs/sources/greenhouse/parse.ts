import { z } from 'zod'
import { isoInstant } from '../instants.ts'
import { anything, identifier, list, rejected, text, toItem, UNSAID } from '../item.ts'
import { listUnder } from '../json-page.ts'
import { plainText, unescapeMarkup } from '../markup.ts'
import { eachPlaceOnce } from '../place-lines.ts'
import type { ParsedItem, SourceAnswer } from '../source.ts'
import { webAddress } from '../web-address.ts'

const placeSchema = z.object({ name: text, location: anything })
const itemSchema = z.object({
  id: identifier,
  internal_job_id: identifier,
  title: text,
  absolute_url: text,
  location: placeSchema.nullable().catch(null),
  offices: list,
  first_published: text,
  updated_at: text,
  application_deadline: text,
  company_name: text,
  content: text,
})

interface Board {
  readonly slug: string
  /** The employer's name, for a board that gives none. */
  readonly company: string | null
}

/** All postings of one employer's board. Throws HttpProblem 'unreadable' for an answer that is no board. Pure. */
export function parseBoard(answer: Pick<SourceAnswer, 'text' | 'url'>, board: Board): readonly ParsedItem[] {
  return listUnder(answer, 'jobs').map((value, index) => parsePosting(value, { board, index }))
}

function parsePosting(value: unknown, { board, index }: { board: Board; index: number }): ParsedItem {
  const where = `${board.slug}: item ${index}`
  const parsed = itemSchema.safeParse(value)
  if (!parsed.success) return rejected('bad_shape', `${where} is no posting`)
  const item = parsed.data
  return toItem(
    {
      ...UNSAID,
      sourcePostingId: item.id === null ? null : `${board.slug}/${item.id}`,
      title: plainText(item.title),
      company: plainText(item.company_name) ?? board.company ?? board.slug,
      url: webAddress(item.absolute_url),
      locations: placesOf(item.location?.name ?? null, item.offices),
      descriptionHtml: unescapeMarkup(item.content ?? ''),
      postedAt: isoInstant(item.first_published) ?? isoInstant(item.updated_at),
      closesAt: isoInstant(item.application_deadline),
      requisitionId: item.internal_job_id,
    },
    `${where} (${item.id ?? 'no id'})`,
  )
}

/** The posting's own place first, then the offices it is filed under, unless they only repeat it. */
function placesOf(location: string | null, offices: readonly unknown[]): readonly string[] {
  const own = (location ?? '').split(';').flatMap((part) => plainText(part) ?? [])
  const filed = offices.flatMap((value) => {
    const office = placeSchema.safeParse(value).data
    return plainText(office?.location) ?? plainText(office?.name) ?? []
  })
  return eachPlaceOnce([...own, ...filed])
}
