import { foldLetters } from '#main/infra/text/fold.ts'
import type { Finding } from '#shared/claims.ts'
import type { ClaimText, LetterContent } from '#shared/documents.ts'
import { splitSentences } from '../../jobs/enrich/reading-words.service.ts'
import type { Checker } from './checker.ts'
import type { ClaimContext } from './claim-context.ts'
import { checkHeader } from './resume-claims.ts'
import { clausesOf, isApplying, type SidedClause, sidedClauses } from './read/letter-sides.ts'
import { type PostingWords, readPosting } from './read/posting-words.ts'
import { wordsOf } from './read/words.ts'

/** Holds a letter against the facts. The company addressed may be named anywhere, the job where somebody applies for it; what the posting
 *  asks for where a clause says so, or says that it is missing. Pure but for what the checker keeps. */
export function checkLetter(letter: LetterContent, checker: Checker, context: ClaimContext): Finding[] {
  const { header, recipient, subject, greeting, closing, signature, paragraphs } = letter
  const shown = paragraphs.filter(({ isShown }) => isShown)
  checker.speaks(shown.map(({ text }) => text).join('\n'))
  const addressed = phrasesOf([context.company, context.city, recipient.name, recipient.company, recipient.address])
  const job = titlesOf(context.title)
  const posting = readPosting(context)
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
    ...shown.flatMap((paragraph) => checkParagraph(paragraph, { addressed, job, posting, checker })),
  ]
}

function phrasesOf(texts: readonly (string | undefined)[]): string[] {
  return texts.flatMap((text) => (text === undefined || text.trim() === '' ? [] : [text.trim()]))
}

/** A job's title as the posting writes it, without brackets, and without what stands behind a dash or bar. */
function titlesOf(title: string | undefined): string[] {
  const bare = (title ?? '').replaceAll(/\s*[([][^)\]]*[)\]]/g, '').trim()
  return [...new Set(phrasesOf([title, bare, bare.split(/\s+[-–—|]\s+/)[0]]))]
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
  const masked = withoutNames(text, named)
  const allowed = new Set(named.flatMap(wordsOf))
  return checker.check({ ...claim, text: masked, allowed, isWhole }).map((finding) => ({ ...finding, text }))
}

function checkSignature(signature: string, { header, checker }: { header: string; checker: Checker }): Finding[] {
  const known = new Set([...wordsOf(header), ...wordsOf(checker.book.person.name)])
  if (wordsOf(signature).every((word) => known.has(word))) return []
  return [checker.finding({ id: 'signature', text: signature, cites: [] }, { kind: 'name', words: signature })]
}

/** Kinds that a clause about the posting may hold. */
const ASKED_KINDS = new Set(['skill', 'number', 'title', 'name', 'language', 'degree', 'certificate', 'uncited'])
/** Of these no clause in the first person is let off: "not a day of sickness in 20 years" claims the years. */
const NEVER_MISSING = new Set(['number', 'title', 'language', 'degree', 'certificate'])

interface Sides {
  readonly addressed: readonly string[]
  readonly job: readonly string[]
  readonly posting: PostingWords
  readonly checker: Checker
}

/** Sentence by sentence: what one of them asks for is no licence for the next. */
function checkParagraph(paragraph: ClaimText, { addressed, job, posting, checker }: Sides): Finding[] {
  const unknown = checker.check({ ...paragraph, text: '' })
  const { id, cites } = paragraph
  const known = cites.filter((cited) => checker.book.facts.has(cited))
  return [
    ...unknown,
    ...splitSentences(paragraph.text).flatMap(({ text }) => {
      const masked = withoutJob(withoutNames(text, addressed), job)
      const found = checkAround({ id, text: masked, cites: known }, { named: addressed, checker })
      const clauses = sidedClauses(masked)
      return found
        .filter((finding) => !isOfPosting(finding, { clauses, posting }))
        .map((finding) => ({ ...finding, text }))
    }),
  ]
}

function withoutNames(text: string, names: readonly string[]): string {
  return names
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, phrase) => rest.replaceAll(phrase, '…'), text)
}

/** Stands for the job's title while a sentence is cut into clauses: a title may hold a comma. */
const JOB = '\u{E000}'

/** The sentence without the job's title where a clause applies for it; elsewhere to bear it is a claim. */
function withoutJob(text: string, job: readonly string[]): string {
  return job.reduce((rest, title) => {
    if (!rest.includes(title)) return rest
    const marked = rest.replaceAll(title, JOB)
    return clausesOf(marked)
      .map((clause) => clause.text.replaceAll(JOB, isApplying(clause.text) ? '…' : title))
      .join('')
  }, text)
}

interface Asked {
  readonly clauses: readonly SidedClause[]
  readonly posting: PostingWords
}

/** Whether what is not backed stands in the posting, and in a clause that says that it is asked for or missing. */
function isOfPosting(finding: Finding, { clauses, posting }: Asked): boolean {
  if (!ASKED_KINDS.has(finding.kind) || !posting.has(finding)) return false
  const said = foldLetters(finding.words)
  const around = clauses.filter(({ text }) => foldLetters(text).includes(said))
  // Words that cross a border belong to none of the clauses: all of them must allow it.
  return (around.length > 0 ? around : clauses).every(({ side }) => {
    if (side === 'missing') return !NEVER_MISSING.has(finding.kind)
    if (side !== 'posting') return false
    return !NEVER_MISSING.has(finding.kind) || clauses.every((other) => other.side !== 'own')
  })
}
