import type { DocumentLanguage, SectionKind } from '#shared/documents.ts'
import type { Span } from './inline-text.ts'

/** A document as it will stand on paper, before it is given a look: every word that is shown, in its order, and nothing else. */

/** A line of the header. `url`: where it leads; null for a place. */
export interface Contact {
  readonly kind: 'place' | 'phone' | 'email' | 'web'
  readonly text: string
  readonly url: string | null
}

export interface SheetHeader {
  readonly name: string
  readonly headline: string
  readonly contacts: readonly Contact[]
}

export interface SheetItem {
  readonly title: string
  readonly organisation: string
  readonly place: string
  readonly note: string
  readonly dates: string
  /** As it is read ("github.com/ada"), and where it leads; null when there is none. */
  readonly web: { readonly text: string; readonly url: string | null } | null
  readonly bullets: readonly (readonly Span[])[]
}

export interface SheetGroup {
  readonly label: string
  readonly words: string
}

export interface SheetSection {
  readonly kind: SectionKind
  readonly title: string
  readonly paragraphs: readonly (readonly Span[])[]
  readonly items: readonly SheetItem[]
  readonly groups: readonly SheetGroup[]
}

interface SheetBase {
  readonly language: DocumentLanguage
  /** What the document is called: "Lebenslauf". */
  readonly called: string
  readonly header: SheetHeader
}

export interface ResumeSheet extends SheetBase {
  readonly kind: 'resume'
  readonly sections: readonly SheetSection[]
}

export interface LetterSheet extends SheetBase {
  readonly kind: 'letter'
  readonly recipient: readonly string[]
  readonly dateLine: string
  readonly subject: string
  readonly greeting: string
  readonly paragraphs: readonly (readonly Span[])[]
  readonly closing: string
  readonly signature: string
}

export type Sheet = ResumeSheet | LetterSheet
