import type { DocumentStyle } from '#shared/documents.ts'
import { languageName } from '../../../ui/format.ts'
import { FONT_WORDS, PAGE_SIZE_WORDS, scaleWords, TEMPLATE_WORDS } from '../words.ts'

/** Something of the looks that two versions have differently, in words. */
export interface StyleChange {
  readonly label: string
  readonly before: string
  readonly after: string
}

/** What each part of the looks is called, and how a style has it. */
const PARTS: Readonly<Record<keyof DocumentStyle, readonly [label: string, words: (style: DocumentStyle) => string]>> =
  {
    template: ['Template', ({ template }) => TEMPLATE_WORDS[template].name],
    pageSize: ['Page', ({ pageSize }) => PAGE_SIZE_WORDS[pageSize]],
    font: ['Font', ({ font }) => FONT_WORDS[font]],
    scale: ['Text size', ({ scale }) => scaleWords(scale)],
    language: ['Language', ({ language }) => languageName(language)],
    accent: ['Accent', ({ accent }) => accent],
    isOnePage: ['Fit on one page', ({ isOnePage }) => (isOnePage ? 'On' : 'Off')],
  }

/** Everything in which two looks differ, in the order in which they are chosen. Pure. */
export function styleChangesOf(before: DocumentStyle, after: DocumentStyle): StyleChange[] {
  return Object.values(PARTS)
    .map(([label, words]) => ({ label, before: words(before), after: words(after) }))
    .filter((change) => change.before !== change.after)
}
