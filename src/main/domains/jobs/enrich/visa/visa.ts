import type { VisaFact } from '#shared/facts.ts'
import { readLanguage } from '../language.ts'
import type { Section } from '../sections.ts'
import { namesNeed, readAnswer, readCompliance, readException, readFollowUp, readRetraction } from './answers.ts'
import { foldSentence } from './fold-sentence.ts'
import { readVisaHeader } from './header.ts'
import { readySentences } from './languages.ts'
import type { ReadySentence, SentenceOfText } from './languages.ts'
import type { VisaLexicon } from './lexicon.ts'
import { readTagged, readTone } from './sentence.ts'
import type { VisaVerdict } from './sentence.ts'
import { TOPIC } from './tags.ts'
import { findVisaCandidates, sectionReader } from './topics.ts'

const UNSTATED: VisaFact = { status: 'unstated', evidence: null, rule: null }
const MAX_LANGUAGE_CHARS = 800
/** "Need a visa? Great. We help.": a word between question and answer. */
const MAX_INTERJECTION_CHARS = 12
const MAX_TITLE_CHARS = 300
/** Lines from the top that may be a header of fields. */
const HEAD_LINES = 3
/** Which verdict wins among equally specific ones: a condition qualifies a plain yes or no; a no outweighs a yes. */
const RANK = { conditional: 3, refuses: 2, offers: 1 } as const

interface Finding extends VisaVerdict {
  readonly evidence: string
}

/** Whether a posting offers a visa, by the definitions in docs/READING.md. Reads sentence by sentence; where sentences clash the
 *  more specific wins (this role over a general line, a word about help over a demand for the right to work). `evidence` is
 *  one sentence or line, word for word out of the title or the text. Pure; linear in the length of the text. */
export function readVisa(input: { title: string; descriptionText: string }): VisaFact {
  const findings = [...readText(input.title.slice(0, MAX_TITLE_CHARS), true), ...readText(input.descriptionText, false)]
  const best = findings.reduce<Finding | null>(
    (best, finding) => (best === null || outweighs(finding, best) ? finding : best),
    null,
  )
  return best ? { status: best.status, evidence: best.evidence, rule: best.rule } : UNSTATED
}

function outweighs(finding: Finding, best: Finding): boolean {
  if (finding.weight !== best.weight) return finding.weight > best.weight
  return RANK[finding.status] > RANK[best.status]
}

/** The lexicons in which the sentence before asked, named a need, demanded, offered or refused, for the next one to go on. */
interface Pending {
  readonly asked: readonly VisaLexicon[]
  readonly needed: readonly VisaLexicon[]
  readonly demanded: readonly VisaLexicon[]
  readonly offered: readonly VisaLexicon[]
  readonly refused: readonly VisaLexicon[]
}

const NOTHING_PENDING: Pending = { asked: [], needed: [], demanded: [], offered: [], refused: [] }

function readText(text: string, isTitle: boolean): Finding[] {
  const findings: Finding[] = []
  const { candidates, sentences } = findVisaCandidates(text)
  const sectionAt = sectionReader(sentences)
  let language: string | null | undefined
  const ofText = (): string | null => {
    if (language === undefined) language = readLanguage(text.slice(0, MAX_LANGUAGE_CHARS))
    return language
  }
  let pending = NOTHING_PENDING
  for (const { sentence, index, isTopical } of candidates) {
    const evidence = sentence.text
    const folded = foldSentence(evidence)
    const header = isTopical ? readVisaHeader(evidence, isTitle || index < HEAD_LINES) : null
    const settled = header ?? readPending(pending, folded)
    if (settled) findings.push({ ...settled, evidence })
    const isInterjection = evidence.length <= MAX_INTERJECTION_CHARS && !settled
    pending = isInterjection ? { ...NOTHING_PENDING, asked: pending.asked } : NOTHING_PENDING
    if (settled || !isTopical) continue
    const read = readTopical({ text: evidence, folded, ofText, section: sectionAt(index) })
    if (read.verdict) findings.push({ ...read.verdict, evidence })
    pending = { ...read, asked: read.asked.length > 0 ? read.asked : pending.asked }
  }
  return findings
}

function readPending({ asked, needed, demanded, offered, refused }: Pending, folded: string): VisaVerdict | null {
  return (
    readAnswer(asked, folded) ??
    readFollowUp(needed, folded) ??
    readCompliance(demanded, folded) ??
    readRetraction(offered, folded) ??
    readException(refused, folded)
  )
}

interface TopicalSentence extends SentenceOfText {
  readonly section: Section
}

/** What a sentence about the subject says, in the first language that makes something of it. */
function readTopical({ section, ...sentence }: TopicalSentence): Pending & { readonly verdict: VisaVerdict | null } {
  const isQuestion = sentence.text.endsWith('?')
  const ready = readySentences(sentence)
  const read = (reader: typeof readTagged): VisaVerdict | null =>
    ready.reduce<VisaVerdict | null>(
      (verdict, { lexicon, ...tags }) => verdict ?? reader(lexicon, { ...tags, section, isQuestion }),
      null,
    )
  const verdict = read(readTagged) ?? read(readTone)
  const isDemand = verdict?.rule.endsWith('-demanded') ?? false
  const lexiconsWhere = (holds: (sentence: ReadySentence) => boolean): VisaLexicon[] =>
    ready.filter(holds).map(({ lexicon }) => lexicon)
  return {
    verdict,
    asked: lexiconsWhere(({ tagged }) => isQuestion && TOPIC.test(tagged)),
    needed: lexiconsWhere(({ lexicon, tagged }) => !isQuestion && namesNeed(lexicon, tagged)),
    demanded: lexiconsWhere(() => isDemand),
    offered: lexiconsWhere(() => verdict?.status === 'offers' || verdict?.status === 'conditional'),
    refused: lexiconsWhere(() => verdict?.status === 'refuses' && !isDemand),
  }
}
