import type { ClaimText, DocumentContent, ResumeItem, ResumeSection } from '#shared/documents.ts'

/** Gives each sentence and item to `change`; null takes it out. */
interface Change {
  readonly claim: (claim: ClaimText) => ClaimText | null
  readonly item: (item: ResumeItem) => ResumeItem | null
}

function mapped(content: DocumentContent, change: Change): DocumentContent {
  const claims = (list: readonly ClaimText[]) => list.flatMap((claim) => change.claim(claim) ?? [])
  if (content.kind === 'letter') return { ...content, paragraphs: claims(content.paragraphs) }
  const section = (one: ResumeSection): ResumeSection => ({
    ...one,
    paragraphs: claims(one.paragraphs),
    items: one.items.flatMap((item) => {
      const kept = change.item(item)
      return kept === null ? [] : [{ ...kept, bullets: claims(kept.bullets) }]
    }),
  })
  return { ...content, sections: content.sections.map(section) }
}

/** The sentence or item `at` rests on this fact, too. Pure. */
export function citing(content: DocumentContent, at: string, factId: string): DocumentContent {
  const cite = <One extends ClaimText | ResumeItem>(one: One): One =>
    one.id === at && !one.cites.includes(factId) ? { ...one, cites: [...one.cites, factId].slice(-20) } : one
  return mapped(content, { claim: cite, item: cite })
}

/** The document without what is said at `at`: the sentence or the item; of a row of words only those that are not backed. Null when
 *  `at` is nothing that could be taken out (a line of the header). Pure. */
export function dropped(content: DocumentContent, at: string, words: string): DocumentContent | null {
  const kept = mapped(content, {
    claim: (claim) => (claim.id === at ? null : claim),
    item: (item) => (item.id === at ? null : item),
  })
  const next =
    kept.kind === 'letter' ? kept : { ...kept, sections: kept.sections.map((one) => wordless(one, at, words)) }
  return JSON.stringify(next) === JSON.stringify(content) ? null : next
}

function wordless(section: ResumeSection, at: string, words: string): ResumeSection {
  const wanted = words.trim().toLowerCase()
  const groups = section.groups.map((group) =>
    group.id === at ? { ...group, words: group.words.filter((word) => word.trim().toLowerCase() !== wanted) } : group,
  )
  return { ...section, groups }
}
