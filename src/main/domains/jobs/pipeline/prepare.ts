import type { JobFacts } from '#shared/facts.ts'
import type { ExchangeRates } from '../../../infra/money/exchange-rates.ts'
import { type DedupIncoming, incomingOf } from '../dedup/candidate.ts'
import { readFacts } from '../enrich/enrich.ts'
import type { NormalisedPosting } from '../posting.ts'
import type { ParsedItem, Rejection } from '../sources/source.ts'
import { normalise, type NormaliseOptions } from './normalise.ts'

export interface PreparedPosting {
  readonly kind: 'posting'
  readonly posting: NormalisedPosting
  readonly facts: JobFacts
  readonly incoming: DedupIncoming
}

/** An item of a page after everything that is not writing. A known posting says what it said before: reading it again would
 *  say the same. */
export type PreparedItem =
  | PreparedPosting
  | { readonly kind: 'known'; readonly sourcePostingId: string }
  | {
      readonly kind: 'rejected'
      readonly reason: Rejection
      /** Of a posting that is over. */
      readonly closedId: string | null
      /** Of a posting that is there but cannot be used as it is now. */
      readonly presentId: string | null
    }

export interface PrepareOptions extends NormaliseOptions {
  /** Whether this posting of this source is stored with this content. */
  readonly isKnown: (posting: NormalisedPosting) => boolean
  /** The bundled ones when absent. */
  readonly rates?: ExchangeRates
}

/** Normalises, reads and keys one item. Loads the sanitiser: import this module lazily. */
export function prepareItem(item: ParsedItem, options: PrepareOptions): PreparedItem {
  const opened = openItem(item, options)
  return opened.kind === 'unread' ? readItem(opened, options) : opened
}

/** A posting that has to be read. */
interface UnreadPosting {
  readonly kind: 'unread'
  readonly posting: NormalisedPosting
}

/** As far as no reader is needed: most of what a source lists is known. */
export function openItem(
  item: ParsedItem,
  options: PrepareOptions,
): Exclude<PreparedItem, PreparedPosting> | UnreadPosting {
  if (!item.ok) return { kind: 'rejected', reason: item.reason, closedId: item.closedId ?? null, presentId: null }
  const normalised = normalise(item.posting, options)
  if (!normalised.ok) {
    return { kind: 'rejected', reason: normalised.reason, closedId: null, presentId: item.posting.sourcePostingId }
  }
  const { posting } = normalised
  if (options.isKnown(posting)) return { kind: 'known', sourcePostingId: posting.sourcePostingId }
  return { kind: 'unread', posting }
}

export function readItem({ posting }: UnreadPosting, { rates }: Pick<PrepareOptions, 'rates'>): PreparedPosting {
  const facts = readFacts(posting, rates)
  return { kind: 'posting', posting, facts, incoming: incomingOf({ posting, facts }) }
}
