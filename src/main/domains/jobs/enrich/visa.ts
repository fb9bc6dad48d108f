import type { VisaFact } from '#shared/facts.ts'
import { foldForPhrases } from './fold-text.ts'
import { countFunctionWords } from './language.ts'
import { findPhrases, hasPhrase } from './phrase-pattern.ts'
import { splitSentences } from './sentences.ts'
import { readSectionHeading } from './sections.ts'
import type { Section } from './sections.ts'
import { readVisaHeader } from './visa-header.ts'
import { mentionsVisaSubject, visaLexicons } from './visa-lexicon.ts'
import type { VisaLexicon } from './visa-lexicon.ts'
import { readTagged } from './visa-sentence.ts'
import type { VisaVerdict } from './visa-sentence.ts'
import { tagSentence } from './visa-tags.ts'
import type { TaggedSentence } from './visa-tags.ts'

const UNSTATED: VisaFact = { status: 'unstated', evidence: null, rule: null }
/** Fewer function words than this do not tell a sentence's language. */
const MIN_TELLING_WORDS = 2
const MIN_SHARE_OF_WORDS = 0.7
/** An answer says yes or no in its first words. */
const MAX_ANSWER_WORDS = 12
/** Payment brands: beside them "Visa" is a company. */
const PAYMENT_BRAND =
  / (?:mastercard|master card|amex|american express|maestro|paypal|apple pay|google pay|discover card|unionpay|klarna|stripe|adyen) /
/** Which verdict wins among equally specific ones: a condition qualifies a plain yes or no; a no outweighs a yes. */
const RANK = { conditional: 3, refuses: 2, offers: 1 } as const

interface Finding extends VisaVerdict {
  readonly evidence: string
}

/** Whether a posting offers a visa, by the definitions in docs/READING.md. Reads sentence by sentence; where sentences clash the
 *  more specific wins (this role over a general line, a word about help over a demand for the right to work). `evidence` is
 *  one sentence or line, word for word out of the title or the text. Pure; linear in the length of the text. */
export function readVisa(input: { title: string; descriptionText: string }): VisaFact {
  const findings: Finding[] = []
  for (const text of [input.title, input.descriptionText]) {
    if (mentionsVisaSubject(text)) findings.push(...readText(text, text === input.title))
  }
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

function readText(text: string, isTitle: boolean): Finding[] {
  const findings: Finding[] = []
  const add = (verdict: VisaVerdict | null, evidence: string): boolean => {
    if (verdict) findings.push({ ...verdict, evidence })
    return verdict !== null
  }
  let section: Section = null
  let asked: VisaLexicon[] = []
  for (const [index, sentence] of splitSentences(text).entries()) {
    section = readSectionHeading(sentence.text) ?? section
    const question = asked
    asked = []
    if (add(readVisaHeader(sentence.text, isTitle || index < 3), sentence.text)) continue
    if (question.length > 0 && add(readAnswer(question, foldForPhrases(sentence.text)), sentence.text)) continue
    if (!mentionsVisaSubject(sentence.text)) continue
    const folded = foldForPhrases(sentence.text)
    if (PAYMENT_BRAND.test(folded)) continue
    const isQuestion = sentence.text.endsWith('?')
    for (const { lexicon, ...tags } of lexiconsFor(sentence.text, folded)) {
      if (isQuestion && / (?:PERMIT|HELP|SPONSOR|RIGHT|OUTSIDER) /.test(tags.tagged)) asked.push(lexicon)
      if (add(readTagged(lexicon, { ...tags, section, isQuestion }), sentence.text)) break
    }
  }
  return findings
}

/** The lexicons whose topics a sentence names, in the order its function words point to. Another language's lexicon reads a
 *  sentence only when the words leave it open: "con" or "no" mean something else next door. */
function lexiconsFor(text: string, folded: string): (TaggedSentence & { lexicon: VisaLexicon })[] {
  const words = countFunctionWords(text)
  const most = Math.max(0, ...words.values())
  const count = (lexicon: VisaLexicon): number => words.get(lexicon.language) ?? 0
  return visaLexicons()
    .filter((lexicon) => most < MIN_TELLING_WORDS || count(lexicon) >= most * MIN_SHARE_OF_WORDS)
    .sort((a, b) => count(b) - count(a))
    .map((lexicon) => ({ lexicon, ...tagSentence(lexicon, folded) }))
    .filter(({ hasTopic }) => hasTopic)
}

/** The sentence after a question ("Need a visa? We've got you covered.", "Do you sponsor? No.") answers it. */
function readAnswer(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  const opening = ` ${folded.trim().split(' ').slice(0, MAX_ANSWER_WORDS).join(' ')} `
  for (const lexicon of lexicons) {
    const yesAt = findPhrases(lexicon.answerYes, opening)[0]?.start
    const noAt = findPhrases(lexicon.answerNo, opening)[0]?.start
    if (noAt !== undefined && noAt <= 1 && (yesAt === undefined || noAt < yesAt)) return answer(lexicon, 'refuses')
    if (yesAt === undefined) continue
    return answer(lexicon, hasPhrase(lexicon.hedge, folded) ? 'conditional' : 'offers')
  }
  return null
}

function answer(lexicon: VisaLexicon, status: VisaVerdict['status']): VisaVerdict {
  return { status, rule: `${lexicon.language}.${status}.answer`, weight: 2 }
}
