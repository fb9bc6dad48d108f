import type { DocumentContent, ResumeSection } from '#shared/documents.ts'

/** What a proposal is compared with where there is no document to start from: its lines on top and its sections, with nothing in them,
 *  so that each thing in it can be taken or left by itself. Pure. */
export function blankBase(proposal: DocumentContent): DocumentContent {
  const { header } = proposal
  if (proposal.kind === 'resume') {
    const sections = proposal.sections.map((section) => ({ ...section, paragraphs: [], items: [], groups: [] }))
    return { kind: 'resume', header, sections }
  }
  return {
    kind: 'letter',
    header,
    recipient: { name: '', company: '', address: '' },
    dateLine: '',
    subject: '',
    greeting: '',
    paragraphs: [],
    closing: '',
    signature: '',
  }
}

/** Without the sections in which nothing is left. Pure. */
export function withoutEmptySections(content: DocumentContent): DocumentContent {
  if (content.kind === 'letter') return content
  const isFilled = ({ paragraphs, items, groups }: ResumeSection) =>
    paragraphs.length + items.length + groups.length > 0
  return { ...content, sections: content.sections.filter(isFilled) }
}
