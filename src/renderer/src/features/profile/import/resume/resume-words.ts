import type { ResumeDoubt, ResumeFileState, Suggestion } from '#shared/resume-import.ts'
import { languageName, regionName } from '../../../../ui/format.ts'
import type { Tone } from '../../../../ui/tone-badge.tsx'

export const KIND_WORDS: Readonly<Record<Suggestion['kind'], string>> = {
  person: 'Person',
  link: 'Links',
  summary: 'Summary',
  experience: 'Experience',
  education: 'Education',
  project: 'Projects',
  extra: 'Certificates, publications and more',
  skill: 'Skills',
  language: 'Languages',
}

export const PERSON_FIELD_WORDS: Readonly<Record<Extract<Suggestion, { kind: 'person' }>['field'], string>> = {
  name: 'Name',
  headline: 'Headline',
  email: 'E-mail',
  phone: 'Phone',
  city: 'City',
  countryCode: 'Country',
}

/** Why nothing was read from a file, and what to do. */
export const STATE_WORDS: Readonly<
  Record<Exclude<ResumeFileState, 'ok'>, { readonly title: string; readonly next: string }>
> = {
  no_text: {
    title: 'The pages are pictures',
    next: 'There is no text in the file, only scans. Choose the file that it was printed from, or run text recognition over it first.',
  },
  empty: {
    title: 'The file is empty',
    next: 'There is no word in it. Choose another file, or write your career yourself.',
  },
  encrypted: {
    title: 'The file asks for a password',
    next: 'Open it in a PDF reader or Word, save a copy without a password, and choose that.',
  },
  corrupt: {
    title: 'The file is broken',
    next: 'It begins as a PDF or DOCX and does not go on as one. Export it again, or download it again.',
  },
  unsupported: {
    title: 'This kind of file cannot be read',
    next: 'PDF, DOCX and JSON Resume can. Open it where you wrote it, and export it as a PDF.',
  },
}

export const SURE_WORDS: { readonly words: string; readonly tone: Tone } = { words: 'Sure', tone: 'good' }
export const CHECK_WORDS: { readonly words: string; readonly tone: Tone } = { words: 'Check this', tone: 'warn' }

const DOUBT_WORDS: Readonly<Record<ResumeDoubt, string>> = {
  rivals: 'the file has several',
  unlabelled: 'nothing in the file says that it is this',
  order: 'only the order of the words says which is which',
  above: 'the employer is that of the entry above',
  incomplete: 'a part of it was not found',
  date: 'its dates are not said whole',
  leftover: 'words beside it found no place',
  uneven: 'it is laid out unlike the others',
  passing: 'the file names it in passing',
}

/** Why a suggestion is to be looked at: 'a part of it was not found; words beside it found no place'. Pure. */
export function doubtWords(doubts: readonly ResumeDoubt[]): string {
  return doubts.map((doubt) => DOUBT_WORDS[doubt]).join('; ')
}

/** How a suggestion is called, for buttons. Pure. */
export function suggestionName(suggestion: Suggestion): string {
  switch (suggestion.kind) {
    case 'person': {
      const { field, value } = suggestion
      return `${PERSON_FIELD_WORDS[field]}: ${field === 'countryCode' ? regionName(value) : value}`
    }
    case 'link':
      return suggestion.url
    case 'summary':
      return 'Summary'
    case 'experience':
      return [suggestion.value.title, suggestion.value.company].filter((part) => part !== '').join(', ')
    case 'education':
      return [suggestion.value.degree, suggestion.value.institution].filter((part) => part !== '').join(', ')
    case 'project':
    case 'extra':
      return suggestion.value.name
    case 'skill':
      return suggestion.value
    case 'language':
      break
  }
  return languageName(suggestion.code)
}

interface AcceptedCounts {
  readonly added: number
  readonly merged: number
  readonly known: number
  readonly kept: number
  readonly noRoom: readonly string[]
}

/** So many names are told of those for which there was no room. */
const NAMED_MOST = 5

/** '3 added, 1 completed, 2 known already, 1 not taken, as yours stays. No room for: Cook, Acme'. Pure. */
export function acceptedWords({ added, merged, known, kept, noRoom }: AcceptedCounts): string {
  const words = [
    `${added} added, ${merged} completed, ${known} known already`,
    ...(kept === 0 ? [] : [`${kept} not taken, as yours stays`]),
  ].join(', ')
  if (noRoom.length === 0) return words
  const more = noRoom.length - NAMED_MOST
  return `${words}. No room for: ${noRoom.slice(0, NAMED_MOST).join('; ')}${more > 0 ? `; and ${more} more` : ''}`
}
