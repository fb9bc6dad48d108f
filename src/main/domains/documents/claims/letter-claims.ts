import words from '#resources/claim-words.json' with { type: 'json' }
import type { Finding } from '#shared/claims.ts'
import type { ClaimText, LetterContent } from '#shared/documents.ts'
import { splitSentences } from '../../jobs/enrich/reading-words.service.ts'
import type { Checker } from './checker.ts'
import type { ClaimContext } from './claim-context.ts'
import { checkHeader } from './resume-claims.ts'
import { readTokens, spaced, spacedPhrase } from './read/tokens.ts'
import { wordsOf } from './read/words.ts'

/** Holds a letter against the facts. The company addressed may be named anywhere, the job in a sentence that applies for it; what the
 *  posting asks for in a sentence that says so, or that says it is missing. Pure but for what the checker keeps. */
export function checkLetter(letter: LetterContent, checker: Checker, context: ClaimContext): Finding[] {
  const { header, recipient, subject, greeting, closing, signature, paragraphs } = letter
  const shown = paragraphs.filter(({ isShown }) => isShown)
  checker.speaks(shown.map(({ text }) => text).join('\n'))
  const addressed = phrasesOf([context.company, context.city, recipient.name, recipient.company, recipient.address])
  const job = phrasesOf([context.title, subject])
  const lines = [
    { id: 'subject', text: subject },
    { id: 'greeting', text: greeting },
    { id: 'closing', text: closing },
  ]
  return [
    ...checkHeader(header, checker),
    ...lines.flatMap((line) =>
      checkAround({ ...line, cites: [] }, { named: [...addressed, ...job], checker, isWhole: true }),
    ),
    ...checkSignature(signature, { header: header.name, checker }),
    ...shown.flatMap((paragraph) => checkParagraph(paragraph, { addressed, job, checker })),
  ]
}

function phrasesOf(texts: readonly (string | undefined)[]): string[] {
  return texts.flatMap((text) => (text === undefined || text.trim() === '' ? [] : [text.trim()]))
}

interface Around {
  /** Names and titles that are the other side's. */
  readonly named: readonly string[]
  readonly checker: Checker
  readonly isWhole?: boolean
}

/** A sentence without the names that are the other side's, each as a whole; their words alone may stand there as names. */
function checkAround(
  { text, ...claim }: Pick<ClaimText, 'id' | 'text' | 'cites'>,
  { named, checker, isWhole = false }: Around,
): Finding[] {
  const masked = named
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, phrase) => rest.replaceAll(phrase, '…'), text)
  const allowed = new Set(named.flatMap(wordsOf))
  return checker.check({ ...claim, text: masked, allowed, isWhole }).map((finding) => ({ ...finding, text }))
}

function checkSignature(signature: string, { header, checker }: { header: string; checker: Checker }): Finding[] {
  const known = new Set([...wordsOf(header), ...wordsOf(checker.book.person.name)])
  if (wordsOf(signature).every((word) => known.has(word))) return []
  return [checker.finding({ id: 'signature', text: signature, cites: [] }, { kind: 'name', words: signature })]
}

const ASKS = words.mine.map(spacedPhrase)
const NEGATIONS = words.negated.map(spacedPhrase)
const OWN = words.experienced.map(spacedPhrase)
/** Kinds that a sentence about the posting may hold. */
const ASKED_KINDS = new Set(['skill', 'number', 'title', 'name', 'language', 'degree', 'certificate', 'uncited'])

interface Sides {
  readonly addressed: readonly string[]
  readonly job: readonly string[]
  readonly checker: Checker
}

/** Sentence by sentence: what one of them asks for is no licence for the next. */
function checkParagraph(paragraph: ClaimText, { addressed, job, checker }: Sides): Finding[] {
  const unknown = checker.check({ ...paragraph, text: '' })
  const { id, cites } = paragraph
  const known = cites.filter((cited) => checker.book.facts.has(cited))
  return [
    ...unknown,
    ...splitSentences(paragraph.text).flatMap(({ text }) => {
      const named = has(text, ASKS) ? [...addressed, ...job] : addressed
      const found = checkAround({ id, text, cites: known }, { named, checker })
      return isAboutPosting(text) ? found.filter(({ kind }) => !ASKED_KINDS.has(kind)) : found
    }),
  ]
}

function has(sentence: string, phrases: readonly string[]): boolean {
  const text = spaced(readTokens(sentence))
  return phrases.some((phrase) => text.includes(phrase))
}

function isAboutPosting(sentence: string): boolean {
  return has(sentence, NEGATIONS) || (has(sentence, ASKS) && !has(sentence, OWN))
}
