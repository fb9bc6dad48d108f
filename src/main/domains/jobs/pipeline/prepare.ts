import type { JobFacts } from '#shared/facts.ts'
import { type DedupIncoming, incomingOf } from '../dedup/candidate.ts'
import { readFacts } from '../enrich/enrich.ts'
import type { NormalisedPosting } from '../posting.ts'
import type { ParsedItem, Rejection } from '../sources/source.ts'
import { normalise } from './normalise.ts'

export interface PreparedPosting {
  readonly kind: 'posting'
  readonly posting: NormalisedPosting
  readonly facts: JobFacts
  readonly incoming: DedupIncoming
}

/** An item of a page after everything that needs no database. */
export type PreparedItem = PreparedPosting | { readonly kind: 'rejected'; readonly reason: Rejection }

/** Normalises, reads and keys one item. Pure. Loads the sanitiser: import this module lazily. */
export function prepareItem(item: ParsedItem, sourceId: string): PreparedItem {
  if (!item.ok) return { kind: 'rejected', reason: item.reason }
  const normalised = normalise(item.posting, { sourceId })
  if (!normalised.ok) return { kind: 'rejected', reason: normalised.reason }
  const { posting } = normalised
  const facts = readFacts(posting)
  return { kind: 'posting', posting, facts, incoming: incomingOf({ posting, facts }) }
}
