import type { Hunk, HunkType } from '#shared/document-hunks.ts'
import type { DocumentContent } from '#shared/documents.ts'
import { SECTION_WORDS } from '../words.ts'

export const HUNK_WORDS: Readonly<Record<HunkType, string>> = {
  changed: 'Changed',
  added: 'Added',
  removed: 'Removed',
  moved: 'Moved',
  shown: 'Shown again',
  hidden: 'Left out',
  cited: 'Rests on other facts',
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  name: 'Name',
  headline: 'Headline',
  email: 'E-mail',
  phone: 'Phone',
  city: 'City',
  countryCode: 'Country',
  links: 'Links',
  isPlaceShown: 'City and country shown',
  'recipient.name': 'Name of the recipient',
  'recipient.company': 'Company',
  'recipient.address': 'Address',
  dateLine: 'Place and date',
  subject: 'Subject',
  greeting: 'Greeting',
  closing: 'Closing',
  signature: 'Signature',
}

/** Where in the document a hunk is, from the outside in: "Experience › Engineer, Northwind". `contents`: the two that were compared. Pure. */
export function placeWords({ what, at, place }: Hunk, contents: readonly DocumentContent[]): string {
  if (what === 'section') return sectionWords(at, contents)
  if (what === 'field') return FIELD_WORDS[at] ?? at
  const { section, item } = place
  const words = [
    section === null ? '' : section.title === '' ? SECTION_WORDS[section.kind] : section.title,
    item === null ? '' : [item.title, item.organisation].filter((part) => part !== '').join(', '),
  ].filter((part) => part !== '')
  return words.length === 0 ? 'Text' : words.join(' › ')
}

function sectionWords(id: string, contents: readonly DocumentContent[]): string {
  const section = contents
    .flatMap((content) => (content.kind === 'resume' ? content.sections : []))
    .find((one) => one.id === id)
  if (section === undefined) return 'Section'
  return section.title === '' ? SECTION_WORDS[section.kind] : section.title
}
