import { foldLetters } from '#main/infra/text/fold.ts'
import type { Finding } from '#shared/claims.ts'
import type { ClaimText, LetterContent } from '#shared/documents.ts'
import { splitSentences } from '../../jobs/enrich/reading-words.service.ts'
import type { Checker } from './checker.ts'
import type { ClaimContext } from './claim-context.ts'
import { checkHeader } from './resume-claims.ts'
import { readNumbers } from './figures/numbers.ts'
import { readTokens } from './read/tokens.ts'
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
const ASKED_KINDS = new Set([
  'skill',
  'number',
  'date',
  'title',
  'name',
  'language',
  'degree',
  'certificate',
  'uncited',
])
/** Of these no clause in the first person is let off: "not a day of sickness in 20 years" claims the years. */
const NEVER_MISSING = new Set(['title', 'language', 'degree', 'certificate'])

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
      const masked = withoutJob(withoutNames(withoutGreeting(text), addressed), job)
      const found = checkAround({ id, text: masked, cites: known }, { named: addressed, checker })
      const clauses = sidedClauses(masked, checker.languageOf(masked))
      return found
        .filter((finding) => !isOfPosting(finding, { clauses, posting }))
        .map((finding) => ({ ...finding, text }))
    }),
  ]
}

/** "Dear Dr. Okafor, …": who is greeted is no claim. */
const GREETING =
  /^(?:Dear|Hello|Hi|Sehr geehrte[rsn]?|Guten Tag|Liebe[rs]?|Hallo)\s[^,;:.!?\d]{0,12}(?:\.\s)?[^,;:.!?\d]{1,60},\s/u

function withoutGreeting(text: string): string {
  return text.replace(GREETING, (greeting) => '…'.padEnd(greeting.length - 1) + ' ')
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

/** Whether what is not backed stands in the posting, and in a clause that says that it is asked for, missing or wished. */
function isOfPosting(finding: Finding, { clauses, posting }: Asked): boolean {
  if (!ASKED_KINDS.has(finding.kind)) return false
  const said = foldLetters(finding.words)
  const around = clauses.filter(({ text }) => foldLetters(text).includes(said))
  const isClaimed = NEVER_MISSING.has(finding.kind) || isStretch(finding)
  // Words that cross a border belong to none of the clauses: all of them must allow it.
  return (around.length > 0 ? around : clauses).every(({ side, text }) => {
    const before = textBefore(foldLetters(text), said)
    // What somebody says to lack is no claim, whether the posting asks for it or not.
    if (finding.kind === 'skill' && (side === 'missing' || LEFT_OUT.test(before))) return true
    if (side === 'own' || !posting.has(finding)) return false
    if (side === 'none') return posting.isKnown && TOLD_OF_OTHERS.has(finding.kind) && !isClaimed
    if (side === 'missing') return !isClaimed || finding.kind === 'degree' || finding.kind === 'certificate'
    if (side === 'wish' && OWN_WORDS.test(before)) return false
    return !isClaimed || (side === 'posting' && clauses.every((other) => other.side !== 'own'))
  })
}

/** What a sentence in which its author does not stand may tell of the posting: "a platform for 380,000 households needs …". */
const TOLD_OF_OTHERS = new Set(['number', 'name', 'date'])
/** "in PostgreSQL rather than in Feast" */
const LEFT_OUT = /(?<!\p{L})(?:rather than|instead of|statt|anstatt|anstelle von)\s(?:[^\s,;]+\s){0,2}$/u
/** "I would bring my ten years of Kafka" */
const OWN_WORDS = /(?<!\p{L})(?:my|our|mein\p{Ll}{0,2}|unser\p{Ll}{0,2})\s(?:[^\s,;]+\s){0,4}$/u

function textBefore(clause: string, said: string): string {
  return clause.slice(0, Math.max(0, clause.indexOf(said)))
}

const DAY_SECONDS = 86_400

/** "not a day of sickness in 20 years", "could start in three months": time is the author's, wherever it stands. */
function isStretch({ kind, words }: Finding): boolean {
  if (kind !== 'number') return false
  return readNumbers(readTokens(words), () => false).some(
    ({ is, value }) => is === 'months' || (is === 'seconds' && value >= DAY_SECONDS),
  )
}
