import { createHash } from 'node:crypto'
import type { ExchangeRates } from '../../../infra/money/exchange-rates.ts'
import { type PreparedItem, prepareItem } from '../pipeline/prepare.ts'
import type { RawPosting } from '../posting.ts'

/** A posting from the user's own hand on the way that every posting goes. One that has no id of its own is known by its address, else
 *  by its title, company and text: the same one added twice is one. Loads the sanitiser: import lazily. */
export function prepareAdded(
  posting: RawPosting,
  at: { sourceId: string; now: number; rates: ExchangeRates },
): PreparedItem {
  const sourcePostingId = posting.sourcePostingId === '' ? idOf(posting) : posting.sourcePostingId
  const item = { ok: true, posting: { ...posting, sourcePostingId } } as const
  return prepareItem(item, { ...at, isUrlOptional: true, isKnown: () => false })
}

function idOf({ url, title, company, descriptionHtml }: RawPosting): string {
  if (url !== '') return url
  const said = [title, company ?? '', descriptionHtml].join('\n')
  return createHash('sha256').update(said).digest('hex').slice(0, 32)
}
