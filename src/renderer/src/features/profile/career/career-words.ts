import type { EXTRA_KINDS } from '#shared/career.ts'

export const EXTRA_KIND_WORDS: Readonly<Record<(typeof EXTRA_KINDS)[number], string>> = {
  certificate: 'Certificate',
  publication: 'Publication',
  award: 'Award',
  volunteering: 'Volunteering',
  course: 'Course',
  interest: 'Interest',
  other: 'Other',
}

/** The element that a part of the career can be reached by: hints lead to it. */
export function sectionId(part: string): string {
  return `career-${part.replaceAll('.', '-')}`
}

const REACHED = new Set([
  'person.name',
  'person.email',
  'person.headline',
  'person.phone',
  'person.city',
  'person.links',
  'summary',
  'experiences',
  'education',
])

/** Where a hint leads on this screen; null: it is about another one. Pure. */
export function hintTarget(field: string): string | null {
  return REACHED.has(field) ? sectionId(field) : null
}
