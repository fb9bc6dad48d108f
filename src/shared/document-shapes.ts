import {
  type ClaimText,
  DOCUMENT_LIST_MAX,
  type DocumentHeader,
  type LetterContent,
  type ResumeContent,
  type ResumeItem,
  type ResumeSection,
  type WordGroup,
} from './documents.ts'
import { type Field, listOf, type PartList, type Shape } from './hunk-steps.ts'

/** How résumés and letters are compared: of what they consist, and how that reads. */

export interface Whole<T> {
  readonly fields: readonly Field<T>[]
  readonly lists: readonly PartList<T>[]
}

const SENTENCE: Shape<ClaimText> = {
  what: 'sentence',
  own: ({ text }) => ({ text }),
  cites: ({ cites }) => ({ cites }),
  line: ({ text }) => text,
  whole: ({ text }) => text,
  inside: (_sentence, place) => place,
  lists: [],
}

const ITEM: Shape<ResumeItem> = {
  what: 'item',
  own: ({ title, organisation, place, start, end, isDated, url, note }) => ({
    title,
    organisation,
    place,
    start,
    end,
    isDated,
    url,
    note,
  }),
  cites: ({ cites }) => ({ cites }),
  line: itemLine,
  whole: (item) => lines([itemLine(item), ...item.bullets.map(SENTENCE.whole)]),
  inside: ({ id, title, organisation }, { section }) => ({ section, item: { id, title, organisation } }),
  lists: [
    listOf({
      name: 'bullets',
      most: DOCUMENT_LIST_MAX.bullets,
      shape: SENTENCE,
      get: ({ bullets }: ResumeItem) => bullets,
      put: (bullets) => ({ bullets }),
    }),
  ],
}

const GROUP: Shape<WordGroup> = {
  what: 'group',
  own: ({ label, words }) => ({ label, words }),
  cites: () => ({}),
  line: groupLine,
  whole: groupLine,
  inside: (_group, place) => place,
  lists: [],
}

const SECTION: Shape<ResumeSection> = {
  what: 'section',
  own: ({ kind, title }) => ({ kind, title }),
  cites: () => ({}),
  line: ({ title }) => title,
  whole: ({ title, paragraphs, items, groups }) =>
    lines([title, ...paragraphs.map(SENTENCE.whole), ...items.map(ITEM.whole), ...groups.map(groupLine)]),
  inside: ({ id, kind, title }) => ({ section: { id, kind, title }, item: null }),
  lists: [
    listOf({
      name: 'paragraphs',
      most: DOCUMENT_LIST_MAX.sectionParagraphs,
      shape: SENTENCE,
      get: ({ paragraphs }: ResumeSection) => paragraphs,
      put: (paragraphs) => ({ paragraphs }),
    }),
    listOf({
      name: 'items',
      most: DOCUMENT_LIST_MAX.items,
      shape: ITEM,
      get: ({ items }: ResumeSection) => items,
      put: (items) => ({ items }),
    }),
    listOf({
      name: 'groups',
      most: DOCUMENT_LIST_MAX.groups,
      shape: GROUP,
      get: ({ groups }: ResumeSection) => groups,
      put: (groups) => ({ groups }),
    }),
  ],
}

type Headed = ResumeContent | LetterContent

const HEADER_LINES = ['name', 'headline', 'email', 'phone', 'city', 'countryCode'] as const

function headerField<T extends Headed, K extends keyof DocumentHeader>(
  key: K,
  words: (value: DocumentHeader[K], header: DocumentHeader) => string,
): Field<T> {
  return {
    name: key,
    type: () => 'changed',
    value: ({ header }) => header[key],
    put: (whole, other) => ({ ...whole, header: { ...whole.header, [key]: other.header[key] } }),
    words: ({ header }) => words(header[key], header),
  }
}

function headerFields<T extends Headed>(): Field<T>[] {
  return [
    ...HEADER_LINES.map((key) => headerField<T, typeof key>(key, (value) => value ?? '')),
    headerField('links', (links) => lines(links.map(({ label, url }) => said([label, url])))),
    {
      ...headerField<T, 'isPlaceShown'>('isPlaceShown', (_isShown, { city }) => city),
      type: ({ header }) => (header.isPlaceShown ? 'shown' : 'hidden'),
    },
  ]
}

export const RESUME: Whole<ResumeContent> = {
  fields: headerFields(),
  lists: [
    listOf({
      name: 'sections',
      most: DOCUMENT_LIST_MAX.sections,
      shape: SECTION,
      get: ({ sections }: ResumeContent) => sections,
      put: (sections) => ({ sections }),
    }),
  ],
}

const RECIPIENT_LINES = ['name', 'company', 'address'] as const
const LETTER_HEAD = ['dateLine', 'subject', 'greeting'] as const
const LETTER_END = ['closing', 'signature'] as const

function recipientField(key: (typeof RECIPIENT_LINES)[number]): Field<LetterContent> {
  return {
    name: `recipient.${key}`,
    type: () => 'changed',
    value: ({ recipient }) => recipient[key],
    put: (whole, other) => ({ ...whole, recipient: { ...whole.recipient, [key]: other.recipient[key] } }),
    words: ({ recipient }) => recipient[key],
  }
}

function letterField(key: (typeof LETTER_HEAD | typeof LETTER_END)[number]): Field<LetterContent> {
  return {
    name: key,
    type: () => 'changed',
    value: (letter) => letter[key],
    put: (whole, other) => ({ ...whole, [key]: other[key] }),
    words: (letter) => letter[key],
  }
}

export const LETTER: Whole<LetterContent> = {
  fields: [
    ...headerFields<LetterContent>(),
    ...RECIPIENT_LINES.map(recipientField),
    ...[...LETTER_HEAD, ...LETTER_END].map(letterField),
  ],
  lists: [
    listOf({
      name: 'paragraphs',
      most: DOCUMENT_LIST_MAX.letterParagraphs,
      shape: SENTENCE,
      get: ({ paragraphs }: LetterContent) => paragraphs,
      put: (paragraphs) => ({ paragraphs }),
    }),
  ],
}

function itemLine({ title, organisation, place, start, end, isDated, url, note }: ResumeItem): string {
  return said([title, organisation, place, spanOf({ start, end, isDated }), note, url])
}

function spanOf({ start, end, isDated }: Pick<ResumeItem, 'start' | 'end' | 'isDated'>): string {
  if (start === null || isDated) return start ?? end ?? ''
  return `${start} – ${end ?? ''}`.trim()
}

function groupLine({ label, words }: WordGroup): string {
  return label === '' ? words.join(', ') : `${label}: ${words.join(', ')}`
}

function said(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' · ')
}

function lines(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n')
}
