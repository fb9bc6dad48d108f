import type { FactId } from '#shared/career.ts'
import type { DocumentLanguage } from '#shared/documents.ts'
import type { TailoringOptions } from '#shared/tailoring.ts'

const TONE: Readonly<Record<TailoringOptions['tone'], string>> = {
  plain: 'plain and matter-of-fact',
  warm: 'warm, and still matter-of-fact',
  formal: 'formal',
}
const RESUME_LENGTH: Readonly<Record<TailoringOptions['length'], string>> = {
  short: 'one page: at most three bullets a post, one for old posts, a summary of two sentences',
  usual: 'at most five bullets a post, fewer for old posts, a summary of three sentences',
  long: 'every bullet that helps, a summary of up to four sentences',
}
const LETTER_LENGTH: Readonly<Record<TailoringOptions['length'], string>> = {
  short: 'about 150 words in three paragraphs',
  usual: 'about 250 words in four paragraphs',
  long: 'about 400 words in five paragraphs',
}

/** The user's wishes in the words of the prompt. Highlights that are no facts are passed over. Pure. */
export function optionsText(
  { kind, tone, length, highlights }: TailoringOptions,
  { language, facts }: { language: DocumentLanguage; facts: ReadonlySet<FactId> },
): string {
  const wanted = [...new Set(highlights)].filter((id) => facts.has(id))
  return [
    `- Language: ${languageName(language)}`,
    `- Tone: ${TONE[tone]}`,
    `- Length: ${(kind === 'letter' ? LETTER_LENGTH : RESUME_LENGTH)[length]}`,
    ...(wanted.length === 0 ? [] : [`- Facts that have to be in it: ${wanted.join(', ')}`]),
  ].join('\n')
}

/** In English, as the prompts are. Pure. */
function languageName(language: DocumentLanguage): string {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language
}
