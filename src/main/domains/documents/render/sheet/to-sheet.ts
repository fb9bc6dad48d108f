import type {
  ClaimText,
  DocumentContent,
  DocumentHeader,
  DocumentLanguage,
  LetterContent,
  ResumeItem,
  ResumeSection,
} from '#shared/documents.ts'
import { datesText, wordsOf } from './document-words.ts'
import { plainText, type Span, spansOf } from './inline-text.ts'
import type { Contact, LetterSheet, Sheet, SheetGroup, SheetHeader, SheetItem, SheetSection } from './sheet.ts'

interface Asked {
  readonly content: DocumentContent
  readonly language: DocumentLanguage
  /** Ids of points, items and groups that are left out beside what is switched off. */
  readonly left: ReadonlySet<string>
}

/** What is shown of the content, as text: without what is switched off, left out or empty; headings and dates in the language. Pure. */
export function toSheet({ content, language, left }: Asked): Sheet {
  const words = wordsOf(language)
  const header = toHeader(content.header, language)
  if (content.kind === 'letter') return toLetter(content, { language, header, called: words.letter })
  const isKept = (part: { id: string; isShown: boolean }) => part.isShown && !left.has(part.id)
  const sections = content.sections
    .filter(isKept)
    .map((section) => toSection(section, { language, isKept }))
    .filter(({ paragraphs, items, groups }) => paragraphs.length + items.length + groups.length > 0)
  return { kind: 'resume', language, called: words.resume, header, sections }
}

/** An address as people write it: without scheme, "www." and the last slash. Pure. */
function shortAddress(url: string): string {
  return plainText(url)
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/\/$/, '')
}

function toHeader(header: DocumentHeader, language: DocumentLanguage): SheetHeader {
  const place = header.isPlaceShown ? placeText(header, language) : ''
  const phone = plainText(header.phone)
  const email = plainText(header.email)
  const contacts: Contact[] = [
    { kind: 'place', text: place, url: null },
    { kind: 'phone', text: phone, url: dialled(phone) },
    { kind: 'email', text: email, url: email === '' ? null : `mailto:${email}` },
    ...header.links.map(toLink),
  ]
  return {
    name: plainText(header.name),
    headline: plainText(header.headline),
    contacts: contacts.filter(({ text }) => text !== ''),
  }
}

function placeText({ city, countryCode }: DocumentHeader, language: DocumentLanguage): string {
  const country =
    countryCode === null ? '' : (new Intl.DisplayNames([language], { type: 'region' }).of(countryCode) ?? '')
  return [plainText(city), country].filter((part) => part !== '').join(', ')
}

const LEAST_DIGITS = 5

/** What a telephone dials: without the zero in brackets of numbers abroad and without an extension in words. */
function dialled(phone: string): string | null {
  const [number = ''] = phone.replace('(0)', '').split(/\p{L}/u)
  const digits = number.replace(/[^\d+]/g, '')
  return digits.length < LEAST_DIGITS ? null : `tel:${digits}`
}

function toLink({ label, url }: { label: string; url: string }): Contact {
  const address = shortAddress(url)
  const said = plainText(label)
  const isTold =
    said === '' ||
    address
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .includes(said.toLowerCase().replace(/\s/g, ''))
  const text = address === '' || isTold ? address || said : `${said}: ${address}`
  return { kind: 'web', text, url: webUrl(url) }
}

function webUrl(url: string): string | null {
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null
}

interface Shown {
  readonly language: DocumentLanguage
  readonly isKept: (part: { id: string; isShown: boolean }) => boolean
}

function toSection(section: ResumeSection, shown: Shown): SheetSection {
  return {
    kind: section.kind,
    title: plainText(section.title) || wordsOf(shown.language).sections[section.kind],
    paragraphs: toParagraphs(section.paragraphs.filter(shown.isKept)),
    items: section.items
      .filter(shown.isKept)
      .map((item) => toItem(item, shown))
      .filter(isSaid),
    groups: section.groups
      .filter(shown.isKept)
      .map(toGroup)
      .filter(({ words }) => words !== ''),
  }
}

function toParagraphs(claims: readonly ClaimText[]): Span[][] {
  return claims.flatMap(({ text }) => text.split(/\r?\n/).map(spansOf)).filter((spans) => spans.length > 0)
}

function toGroup({ label, words }: { label: string; words: readonly string[] }): SheetGroup {
  return {
    label: plainText(label),
    words: words
      .map(plainText)
      .filter((word) => word !== '')
      .join(', '),
  }
}

function toItem(item: ResumeItem, { language, isKept }: Shown): SheetItem {
  const title = plainText(item.title)
  const organisation = plainText(item.organisation)
  const web = shortAddress(item.url)
  return {
    // Something has to stand in front: a post without a title is named after its employer.
    title: title === '' ? organisation : title,
    organisation: title === '' ? '' : organisation,
    place: plainText(item.place),
    note: plainText(item.note),
    dates: datesText(item, language),
    web: web === '' ? null : { text: web, url: webUrl(item.url) },
    bullets: item.bullets
      .filter(isKept)
      .map(({ text }) => spansOf(text))
      .filter((spans) => spans.length > 0),
  }
}

function isSaid(item: SheetItem): boolean {
  return item.title !== '' || item.place !== '' || item.note !== '' || item.web !== null || item.bullets.length > 0
}

interface LetterFrame {
  readonly language: DocumentLanguage
  readonly header: SheetHeader
  readonly called: string
}

function toLetter(content: LetterContent, { language, header, called }: LetterFrame): LetterSheet {
  const { name, company, address } = content.recipient
  // DIN 5008 puts the company above the person.
  const addressed = language === 'de' ? [company, name] : [name, company]
  return {
    kind: 'letter',
    language,
    called,
    header,
    recipient: [...addressed, ...address.split(/\r?\n/)].map(plainText).filter((line) => line !== ''),
    dateLine: plainText(content.dateLine),
    subject: plainText(content.subject),
    greeting: plainText(content.greeting),
    paragraphs: toParagraphs(content.paragraphs.filter((paragraph) => paragraph.isShown)),
    closing: plainText(content.closing),
    signature: plainText(content.signature),
  }
}
