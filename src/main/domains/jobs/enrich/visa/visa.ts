import type { VisaFact } from '#shared/facts.ts'
import { readLanguage } from '../language.ts'
import { hasPhrase } from '../phrase-pattern.ts'
import type { Section } from '../sections.ts'
import {
  asksAbout,
  asksOfSelf,
  namesNeed,
  readAnswer,
  readArrival,
  readCompliance,
  readEnd,
  readException,
  readExemption,
  readFollowUp,
  readLimit,
  readOwnAnswer,
  readRetraction,
} from './answers.ts'
import { foldSentence } from './fold-sentence.ts'
import { readVisaHeader } from './header.ts'
import { readySentences } from './languages.ts'
import type { ReadySentence, SentenceOfText } from './languages.ts'
import type { VisaLexicon } from './lexicon.ts'
import { headingOf } from './lists.ts'
import { isMaskedBusiness } from './others.ts'
import { mentionsPayments } from './payments.ts'
import { NOTHING_PENDING } from './pending.ts'
import type { Pending } from './pending.ts'
import type { VisaVerdict } from './rulings.ts'
import { isScoped, readDivided, readOtherPlace, readOtherwise } from './scopes.ts'
import type { Placed } from './scopes.ts'
import { isOthersBusiness, readTagged, readTone } from './sentence.ts'
import { TOPIC } from './tags.ts'
import { findVisaCandidates, sectionReader } from './topics.ts'

const UNSTATED: VisaFact = { status: 'unstated', evidence: null, rule: null }
const MAX_LANGUAGE_CHARS = 800
/** A topic other than where somebody comes from. */
const NAMED = / (?:PERMIT|RIGHT|STATUS|HELP|SPONSOR) /
/** "Need a visa? Great. We help.": a word between question and answer. */
const MAX_INTERJECTION_CHARS = 12
const MAX_TITLE_CHARS = 300
/** Lines from the top that may be a header of fields. */
const HEAD_LINES = 3
/** A "permit" or "papers" are those that this many sentences before spoke of. */
const CONTEXT_SENTENCES = 2
/** Which verdict wins among equally specific ones: a condition qualifies a plain yes or no; a no outweighs a yes. */
const RANK = { conditional: 3, refuses: 2, offers: 1 } as const

export interface VisaInput {
  readonly title: string
  readonly descriptionText: string
  /** Places as the source wrote them ("Copenhagen (visa sponsorship available)"). */
  readonly locations?: readonly string[]
}

/** Whether a posting offers a visa, by the definitions in docs/READING.md. Reads sentence by sentence; where sentences clash the
 *  more specific wins (this role over a general line, a word about help over a demand for the right to work). `evidence` is
 *  one sentence or line, word for word out of the title, the places or the text. Pure; linear in the length of the text. */
export function readVisa({ title, descriptionText, locations = [] }: VisaInput): VisaFact {
  const heads = [title, locations.join('\n')].map((head) => readText(head.slice(0, MAX_TITLE_CHARS), true))
  const texts = [...heads, readText(descriptionText, false)]
  const isOthersBusiness = texts.some((text) => text.isOthersBusiness)
  const findings = texts.flatMap(({ placed }) => placed).filter(({ isAddressed }) => isAddressed || !isOthersBusiness)
  const best = findings.reduce<Placed | null>(
    (best, finding) => (best === null || outweighs(finding.verdict, best.verdict) ? finding : best),
    null,
  )
  return best ? { status: best.verdict.status, evidence: best.evidence, rule: best.verdict.rule } : UNSTATED
}

function outweighs(verdict: VisaVerdict, best: VisaVerdict): boolean {
  if (verdict.weight !== best.weight) return verdict.weight > best.weight
  return RANK[verdict.status] > RANK[best.status]
}

interface ReadText {
  readonly placed: readonly Placed[]
  /** Whether it tells of permits of customers or travellers: then only what is said to the candidate counts. */
  readonly isOthersBusiness: boolean
}

function readText(text: string, isTitle: boolean): ReadText {
  const placed: Placed[] = []
  let isOthersBusiness = false
  const { candidates, sentences } = findVisaCandidates(text)
  const sectionAt = sectionReader(sentences)
  const ofText = once(() => readLanguage(text.slice(0, MAX_LANGUAGE_CHARS)))
  const isAboutPayments = once(() => mentionsPayments(text))
  let pending = NOTHING_PENDING
  let namedAt = -Infinity
  for (const { sentence, index, isTopical } of candidates) {
    const evidence = sentence.text
    if (!isTopical && pending === NOTHING_PENDING) continue
    const folded = foldSentence(evidence, isAboutPayments)
    const header = isTopical ? readVisaHeader(evidence, isTitle || index < HEAD_LINES) : null
    const isNear = index - namedAt <= CONTEXT_SENTENCES
    const readHere = once(() =>
      readTopical({
        text: evidence,
        folded,
        ofText,
        isNear,
        where: () => ({ section: sectionAt(index), heading: headingOf({ text, sentences, index }) }),
      }),
    )
    const followed = readPending(pending, { text: evidence, folded })
    const settled = header ?? (isTopical && followed?.status === 'offers' ? limited(followed, readHere()) : followed)
    const isQuestion = evidence.endsWith('?')
    const isInterjection = !settled && (evidence.length <= MAX_INTERJECTION_CHARS || (isQuestion && pending.isInquiry))
    const { asked, askedOfArrival, askedOfSelf } = isInterjection ? pending : NOTHING_PENDING
    if (settled)
      placed.push({
        verdict: settled,
        evidence,
        index,
        isAddressed: true,
        isScoped: isScoped(pending.offered, { text: evidence, folded }),
      })
    const isOpen = asked.length + askedOfArrival.length + askedOfSelf.length > 0
    pending = isOpen
      ? { ...NOTHING_PENDING, asked, askedOfArrival, askedOfSelf, isInquiry: pending.isInquiry }
      : NOTHING_PENDING
    if (settled || !isTopical) continue
    const read = readHere()
    if (read.verdict) placed.push({ ...read, verdict: read.verdict, evidence, index })
    isOthersBusiness ||= read.verdict === null && read.isOthersBusiness
    pending = { ...read, asked: read.asked.length > 0 ? read.asked : pending.asked }
    if (read.namesTopic) namedAt = index
  }
  const divided = readDivided(placed)
  return { placed: divided ? [...placed, divided] : placed, isOthersBusiness }
}

/** "Coming from abroad? We take over a permit but cannot apply for a first one.": an answer that itself names a condition. */
function limited(followed: VisaVerdict, { verdict }: TopicalReading): VisaVerdict {
  if (verdict?.status !== 'conditional' || verdict.rule.includes('.employer-')) return followed
  const [language] = followed.rule.split('.', 1)
  return verdict.rule.startsWith(`${language}.`) ? verdict : followed
}

/** Computes at the first call only. */
function once<Value>(compute: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined
  return () => (kept ??= { value: compute() }).value
}

function readPending(
  { asked, askedOfArrival, askedOfSelf, needed, demanded, offered, offeredForSome, offeredOnce, refused }: Pending,
  { text, folded }: { text: string; folded: string },
): VisaVerdict | null {
  return (
    readAnswer(asked, folded) ??
    readArrival(askedOfArrival, folded) ??
    readOwnAnswer(askedOfSelf, folded) ??
    readFollowUp(needed, folded) ??
    readCompliance(demanded, folded) ??
    readRetraction(offered, folded) ??
    readEnd(offeredOnce, folded) ??
    (isScoped(offeredForSome, { text, folded }) ? readOtherPlace(offeredForSome, folded) : null) ??
    readOtherwise(offered, { text, folded }) ??
    readLimit(offered, folded) ??
    readException(refused, folded) ??
    readExemption(demanded, folded)
  )
}

interface TopicalSentence extends SentenceOfText {
  /** The section and the heading of the list that it stands in; asked only when needed. */
  readonly where: () => { readonly section: Section; readonly heading: string | null }
}

interface TopicalReading extends Pending {
  readonly verdict: VisaVerdict | null
  readonly isScoped: boolean
  readonly isAddressed: boolean
  readonly isOthersBusiness: boolean
  readonly namesTopic: boolean
}

/** What a sentence about the subject says, in the first language that makes something of it. */
function readTopical({ where, ...sentence }: TopicalSentence): TopicalReading {
  const isQuestion = sentence.text.endsWith('?')
  const ready = readySentences(sentence)
  const place = once(where)
  const read = (reader: typeof readTagged): VisaVerdict | null =>
    ready.reduce<VisaVerdict | null>(
      (verdict, { lexicon, ...tags }) => verdict ?? reader(lexicon, { ...tags, ...place(), isQuestion }),
      null,
    )
  const lexiconsWhere = (holds: (sentence: ReadySentence) => boolean): VisaLexicon[] =>
    ready.filter(holds).map(({ lexicon }) => lexicon)
  const inquiring = lexiconsWhere(({ lexicon, plain, tagged }) => !isQuestion && asksAbout(lexicon, { plain, tagged }))
  const questioned = lexiconsWhere(({ tagged }) => isQuestion && NAMED.test(tagged))
  const arriving = lexiconsWhere(({ tagged }) => isQuestion && !NAMED.test(tagged) && TOPIC.test(tagged))
  const isOfSelf = isQuestion && asksOfSelf(sentence.folded)
  const verdict = inquiring.length > 0 ? null : (read(readTagged) ?? read(readTone))
  const isDemand = verdict?.rule.endsWith('-demanded') ?? false
  const isRefusal = verdict?.status === 'refuses' && !isDemand
  const isOffer = verdict?.status === 'offers' || verdict?.status === 'conditional'
  const offered = lexiconsWhere(() => isOffer)
  const isForSome =
    verdict !== null &&
    isScoped(
      lexiconsWhere(() => true),
      sentence,
    )
  return {
    verdict,
    isScoped: isForSome,
    isAddressed: ready.some(({ lexicon, plain }) => / OUTSIDER /.test(plain) || hasPhrase(lexicon.you, plain)),
    isOthersBusiness:
      ready.some(({ lexicon, ...tags }) => isOthersBusiness(lexicon, tags)) ||
      (ready.length === 0 && isMaskedBusiness(sentence.folded)),
    namesTopic: ready.some(({ tagged }) => TOPIC.test(tagged)),
    isInquiry: inquiring.length > 0,
    asked: [...inquiring, ...(isOfSelf ? [] : questioned)],
    askedOfArrival: arriving,
    askedOfSelf: isOfSelf ? questioned : [],
    needed: lexiconsWhere(({ lexicon, tagged }) => !isQuestion && !isRefusal && namesNeed(lexicon, tagged)),
    demanded: lexiconsWhere(() => isDemand),
    offered,
    offeredForSome: isForSome ? offered : [],
    offeredOnce: lexiconsWhere(({ lexicon, plain }) => isOffer && hasPhrase(lexicon.past, plain)),
    refused: lexiconsWhere(() => isRefusal),
  }
}
