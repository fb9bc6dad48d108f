import type { PostingDraft } from '#shared/intake.ts'
import { type PreparedItem, prepareItem } from '../pipeline/prepare.ts'

/** A confirmed draft on the way that every posting goes. Loads the sanitiser: import lazily. */
export function prepareDraft(draft: PostingDraft, at: { now: number; sourcePostingId: string }): PreparedItem {
  const { sourceId, sourcePostingId: _own, description, company, ...said } = draft
  const posting = {
    ...said,
    sourcePostingId: at.sourcePostingId,
    company: company === '' ? null : company,
    descriptionHtml: description,
  }
  return prepareItem({ ok: true, posting }, { sourceId, now: at.now, isUrlOptional: true, isKnown: () => false })
}
