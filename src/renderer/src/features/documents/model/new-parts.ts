import type { ClaimText, ResumeItem, ResumeSection, SectionKind, WordGroup } from '#shared/documents.ts'

/** A name for a part that the user adds. */
function newId(): string {
  return crypto.randomUUID().replaceAll('-', '').slice(0, 20)
}

type PartKind = 'paragraphs' | 'items' | 'groups'

/** What a section of this kind is filled with. */
const PART_OF: Readonly<Record<SectionKind, PartKind>> = {
  summary: 'paragraphs',
  experience: 'items',
  education: 'items',
  projects: 'items',
  skills: 'groups',
  languages: 'groups',
  certificates: 'items',
  publications: 'items',
  awards: 'items',
  volunteering: 'items',
  interests: 'items',
  other: 'items',
}

const ONE_DATE: ReadonlySet<SectionKind> = new Set(['certificates', 'publications', 'awards'])

export function newClaim(): ClaimText {
  return { id: newId(), text: '', isShown: true, cites: [] }
}

export function newItem(kind: SectionKind): ResumeItem {
  return {
    id: newId(),
    isShown: true,
    title: '',
    organisation: '',
    place: '',
    start: null,
    end: null,
    isDated: ONE_DATE.has(kind),
    url: '',
    note: '',
    bullets: [],
    cites: [],
  }
}

export function newGroup(): WordGroup {
  return { id: newId(), isShown: true, label: '', words: [] }
}

/** A section with the first, empty part of its kind. */
export function newSection(kind: SectionKind): ResumeSection {
  const part = PART_OF[kind]
  return {
    id: newId(),
    kind,
    title: '',
    isShown: true,
    paragraphs: part === 'paragraphs' ? [newClaim()] : [],
    items: part === 'items' ? [newItem(kind)] : [],
    groups: part === 'groups' ? [newGroup()] : [],
  }
}

/** Which parts a section shows to be edited: that of its kind, and whatever else it holds. Pure. */
export function partsOf(section: ResumeSection): readonly PartKind[] {
  const all: readonly PartKind[] = ['paragraphs', 'items', 'groups']
  return all.filter((part) => section[part].length > 0 || PART_OF[section.kind] === part)
}
