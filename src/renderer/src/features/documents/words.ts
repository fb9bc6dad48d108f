import type {
  CHECK_KINDS,
  DocumentFont,
  DocumentKind,
  PageSize,
  SectionKind,
  Template,
  VersionHead,
} from '#shared/documents.ts'
import type { LENGTHS, TONES } from '#shared/tailoring.ts'

export const KIND_WORDS: Readonly<Record<DocumentKind, string>> = { resume: 'Résumé', letter: 'Letter' }

export const TEMPLATE_WORDS: Readonly<Record<Template, { readonly name: string; readonly note: string }>> = {
  plain: { name: 'Plain', note: 'One column, no ornament: the safest for parsers' },
  modern: { name: 'Modern', note: 'One column with an accent' },
  two_column: { name: 'Two-column', note: 'Skills and languages at the side' },
  academic: { name: 'Academic', note: 'Education and publications, in a quiet type' },
  compact: { name: 'Compact', note: 'Close lines for much to say' },
  lebenslauf: { name: 'Lebenslauf', note: 'The German table of dates' },
}

export const PAGE_SIZE_WORDS: Readonly<Record<PageSize, string>> = { a4: 'A4', letter: 'US Letter' }

export const FONT_WORDS: Readonly<Record<DocumentFont, string>> = {
  inter: 'Inter',
  noto_sans: 'Noto Sans',
  noto_serif: 'Noto Serif',
}

/** '105 %': the size of the text against the template's own. Pure. */
export function scaleWords(scale: number): string {
  return `${Math.round(scale * 100)} %`
}

export const SECTION_WORDS: Readonly<Record<SectionKind, string>> = {
  summary: 'Summary',
  experience: 'Experience',
  education: 'Education',
  projects: 'Projects',
  skills: 'Skills',
  languages: 'Languages',
  certificates: 'Certificates',
  publications: 'Publications',
  awards: 'Awards',
  volunteering: 'Volunteering',
  interests: 'Interests',
  other: 'Other',
}

export const ORIGIN_WORDS: Readonly<Record<VersionHead['origin'], string>> = {
  user: 'Kept by you',
  composer: 'Made by rules',
  ai: 'Made with a language model',
  import: 'Imported',
  restore: 'Kept before going back',
  sent: 'Sent',
}

export const CHECK_WORDS: Readonly<Record<(typeof CHECK_KINDS)[number], string>> = {
  text: 'Text',
  contact: 'Contact details',
  order: 'Order of the sections',
  glyphs: 'Letters',
  hyphenation: 'Whole words',
  links: 'Links',
  pages: 'Pages',
}

export const TONE_WORDS: Readonly<Record<(typeof TONES)[number], string>> = {
  plain: 'Plain',
  warm: 'Warm',
  formal: 'Formal',
}

export const LENGTH_WORDS: Readonly<Record<(typeof LENGTHS)[number], string>> = {
  short: 'Short',
  usual: 'Usual',
  long: 'Long',
}
