import type { ResumeItem, ResumeSection, WordGroup } from '#shared/documents.ts'
import { SECTION_WORDS } from '../words.ts'

/** What the parts of a résumé are called where they are moved and removed; `index` counts from 0. All pure. */

export function sectionName({ title, kind }: ResumeSection): string {
  return title === '' ? SECTION_WORDS[kind] : title
}

export function itemName({ title, organisation }: ResumeItem, index: number): string {
  return [title, organisation].filter((part) => part !== '').join(', ') || `Entry ${index + 1}`
}

export function groupName({ label }: WordGroup, index: number): string {
  return label === '' ? `Row ${index + 1}` : label
}
