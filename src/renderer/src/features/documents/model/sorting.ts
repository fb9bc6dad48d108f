import type { DocumentContent, ResumeSection } from '#shared/documents.ts'
import { movedTo } from './list-edits.ts'
import { groupName, itemName, sectionName } from './part-names.ts'

/** The lists of a document whose members can be put in another order. `of`: the section or item that they stand in. */
type SortableKind = 'sections' | 'items' | 'groups' | 'claims'

/** What the paragraphs of a letter stand in. */
export const LETTER_LIST = 'letter'

export function listId(kind: SortableKind, of = ''): string {
  return `${kind}:${of}`
}

interface Listed<One> {
  readonly list: string
  readonly members: One[]
  readonly nameOf: (one: One, index: number) => string
}

type Visit = <One extends { readonly id: string }>(listed: Listed<One>) => One[]

/** The document with each of its lists as `visit` gives it back. */
function withLists(content: DocumentContent, visit: Visit): DocumentContent {
  if (content.kind === 'letter') {
    const list = listId('claims', LETTER_LIST)
    return { ...content, paragraphs: visit({ list, members: content.paragraphs, nameOf: numbered('Paragraph') }) }
  }
  const sections = content.sections.map((section) => sectionWithLists(section, visit))
  return { ...content, sections: visit({ list: listId('sections'), members: sections, nameOf: sectionName }) }
}

function sectionWithLists(section: ResumeSection, visit: Visit): ResumeSection {
  const { id } = section
  const items = section.items.map((item) => ({
    ...item,
    bullets: visit({ list: listId('claims', item.id), members: item.bullets, nameOf: numbered('Point') }),
  }))
  return {
    ...section,
    paragraphs: visit({ list: listId('claims', id), members: section.paragraphs, nameOf: numbered('Paragraph') }),
    items: visit({ list: listId('items', id), members: items, nameOf: itemName }),
    groups: visit({ list: listId('groups', id), members: section.groups, nameOf: groupName }),
  }
}

const numbered = (word: string) => (_one: unknown, index: number) => `${word} ${index + 1}`

/** The document with one member of a list at the place `to`, from 0; the same words where there is no such list or member. Pure. */
export function sorted(
  content: DocumentContent,
  move: { readonly list: string; readonly id: string; readonly to: number },
): DocumentContent {
  return withLists(content, ({ list, members }) => (list === move.list ? movedTo(members, move) : members))
}

/** What the members of a list are called, in their order; empty when there is no such list. Pure. */
export function namesIn(content: DocumentContent, list: string): readonly string[] {
  const names: string[] = []
  withLists(content, (listed) => {
    if (listed.list === list) names.push(...listed.members.map(listed.nameOf))
    return listed.members
  })
  return names
}
