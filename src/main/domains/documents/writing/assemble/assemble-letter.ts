import type { DocumentLanguage, LetterContent } from '#shared/documents.ts'
import type { LetterAnswer } from '../answer/answers.ts'
import type { Assembled } from './assemble-resume.ts'
import type { Sentences } from './sentences.ts'

const PARAGRAPH_CHARS = 1800
const LINE_CHARS = 200
const GAP_CHARS = 120

export interface LetterAssembly {
  readonly base: LetterContent
  readonly company: string
  readonly sentences: Sentences
  readonly isPart: boolean
}

/** A letter as a model would have it. Sender, addressee, place and date, and the signature are no part of the answer. Pure but for new
 *  ids. */
export function assembleLetter(
  answer: LetterAnswer,
  { base, company, sentences, isPart }: LetterAssembly,
): Assembled<LetterContent> {
  const placed = sentences.place(answer.paragraphs, {
    at: 'paragraphs',
    mostChars: PARAGRAPH_CHARS,
    base: base.paragraphs,
    needsFact: false,
    owner: null,
  })
  const ids = new Set(placed.sentences.map(({ id }) => id))
  const others = base.paragraphs
    .filter(({ id }) => !ids.has(id))
    .map((one) => (isPart ? one : { ...one, isShown: false }))
  const reasons = [...placed.reasons]
  const line = (written: string, before: string) => {
    const cleaned = sentences.clean(written, LINE_CHARS)
    if (cleaned === '' && written.trim() !== '')
      reasons.push({ at: 'letter', message: 'A line of the model was left out: it holds an address or code.' })
    return cleaned || before
  }
  const { recipient, header } = base
  const content: LetterContent = {
    ...base,
    recipient: { ...recipient, company: recipient.company === '' ? company.slice(0, 160) : recipient.company },
    subject: line(answer.subject, base.subject),
    greeting: line(answer.greeting, base.greeting),
    paragraphs: [...placed.sentences, ...others],
    closing: line(answer.closing, base.closing),
    signature: base.signature === '' ? header.name : base.signature,
  }
  const gaps = answer.gaps.map((gap) => sentences.clean(gap, GAP_CHARS)).filter((gap) => gap !== '')
  return { content, reasons, gaps: [...new Set(gaps)], refused: [] }
}

/** "Berlin, 3 March 2026", as it stands over a letter. `now` in UTC epoch ms. Pure. */
export function dateLine(about: { city: string; now: number; zone: string; language: DocumentLanguage }): string {
  const { city, now, zone: timeZone, language } = about
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone }).format(
    now,
  )
  return city === '' ? day : `${city}, ${day}`
}
