import type { VisaFact } from '#shared/facts.ts'
import { foldForPhrases } from './fold-text.ts'
import { countFunctionWords, readLanguage } from './language.ts'
import { findPhrases, hasPhrase, replacePhrases } from './phrase-pattern.ts'
import { hasNegation, helps } from './visa-clause.ts'
import { readVisaHeader } from './visa-header.ts'
import { visaLexicons } from './visa-lexicon.ts'
import type { VisaLexicon } from './visa-lexicon.ts'
import { readTagged } from './visa-sentence.ts'
import type { VisaVerdict } from './visa-sentence.ts'
import { tagSentence } from './visa-tags.ts'
import type { TaggedSentence } from './visa-tags.ts'
import { findVisaCandidates, sectionReader } from './visa-topics.ts'

const UNSTATED: VisaFact = { status: 'unstated', evidence: null, rule: null }
/** Fewer function words than this do not tell a sentence's language. */
const MIN_TELLING_WORDS = 2
const MIN_SHARE_OF_WORDS = 0.7
/** With this many, twice as many as any other language's, the language of the whole text adds nothing. */
const PLAIN_LEAD = 4
const MAX_LANGUAGE_CHARS = 800
/** An answer says yes or no in its first words. */
const MAX_ANSWER_WORDS = 12
/** "Need a visa? Great. We help.": a word between question and answer. */
const MAX_INTERJECTION_CHARS = 12
const MAX_TITLE_CHARS = 300
/** Payment brands: beside them a bare "Visa" is a company. */
const PAYMENT_BRAND =
  / (?:mastercards?|master card|amex|american express|maestro|paypal|apple pay|google pay|unionpay|girocard|sepa) /
const BARE_VISA = /(?<= )visa (?!sponsor|support|assist|help|and relocation|application)/g
/** Which verdict wins among equally specific ones: a condition qualifies a plain yes or no; a no outweighs a yes. */
const RANK = { conditional: 3, refuses: 2, offers: 1 } as const

/** A language that knows the word for the permit is the sentence's own rather than one that only knows "sponsoring". */
const NAMED_TOPIC = / (?:PERMIT|HELP|RIGHT) /

interface Finding extends VisaVerdict {
  readonly evidence: string
}

/** Whether a posting offers a visa, by the definitions in docs/READING.md. Reads sentence by sentence; where sentences clash the
 *  more specific wins (this role over a general line, a word about help over a demand for the right to work). `evidence` is
 *  one sentence or line, word for word out of the title or the text. Pure; linear in the length of the text. */
export function readVisa(input: { title: string; descriptionText: string }): VisaFact {
  const findings: Finding[] = []
  const title = input.title.slice(0, MAX_TITLE_CHARS)
  findings.push(...readText(title, true), ...readText(input.descriptionText, false))
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
  let asked: VisaLexicon[] = []
  let needed: VisaLexicon[] = []
  const { candidates, sentences } = findVisaCandidates(text)
  const sectionAt = sectionReader(sentences)
  let language: string | null | undefined
  const ofText = (): string | null => {
    if (language === undefined) language = readLanguage(text.slice(0, MAX_LANGUAGE_CHARS))
    return language
  }
  for (const { sentence, index, isTopical } of candidates) {
    const [question, need] = [asked, needed]
    asked = []
    needed = []
    if (isTopical && add(readVisaHeader(sentence.text, isTitle || index < 3), sentence.text)) continue
    if (question.length > 0) {
      if (add(readAnswer(question, foldForPhrases(sentence.text)), sentence.text)) continue
      if (sentence.text.length <= MAX_INTERJECTION_CHARS) asked = question
    }
    if (need.length > 0 && add(readFollowUp(need, foldForPhrases(sentence.text)), sentence.text)) continue
    if (!isTopical) continue
    const folded = withoutPaymentBrand(foldForPhrases(sentence.text))
    const isQuestion = sentence.text.endsWith('?')
    const section = sectionAt(index)
    for (const { lexicon, ...tags } of lexiconsFor({ text: sentence.text, folded, ofText })) {
      if (isQuestion && / (?:PERMIT|HELP|SPONSOR|RIGHT|OUTSIDER) /.test(tags.tagged)) asked.push(lexicon)
      if (!isQuestion && namesNeed(lexicon, tags.tagged)) needed.push(lexicon)
      if (add(readTagged(lexicon, { ...tags, section, isQuestion }), sentence.text)) break
    }
  }
  return findings
}

function withoutPaymentBrand(folded: string): string {
  return PAYMENT_BRAND.test(folded) ? folded.replace(BARE_VISA, '_ ') : folded
}

/** The lexicons whose topics a sentence names, in the order its function words point to. Another language's lexicon never reads
 *  a sentence whose language is plain: "con" or "no" mean something else next door. A sentence with too few such words is read
 *  in the language of the whole text or in English. */
function lexiconsFor(input: {
  text: string
  folded: string
  ofText: () => string | null
}): (TaggedSentence & { lexicon: VisaLexicon })[] {
  const words = countFunctionWords(input.text)
  const most = Math.max(0, ...words.values())
  const [first = 0, second = 0] = [...words.values()].sort((a, b) => b - a)
  const ofText = first >= PLAIN_LEAD && second * 2 <= first ? null : input.ofText()
  const isOurs = visaLexicons().some((lexicon) => lexicon.language === ofText)
  const count = (lexicon: VisaLexicon): number =>
    (words.get(lexicon.language) ?? 0) + (lexicon.language === ofText ? 0.5 : 0)
  const canRead = (lexicon: VisaLexicon): boolean => {
    if (most >= MIN_TELLING_WORDS) return count(lexicon) >= most * MIN_SHARE_OF_WORDS
    return !isOurs || lexicon.language === ofText || lexicon.language === 'en'
  }
  return visaLexicons()
    .filter(canRead)
    .map((lexicon) => ({ lexicon, ...tagSentence(lexicon, input.folded) }))
    .filter(({ hasTopic }) => hasTopic)
    .map((tagged) => ({ tagged, score: count(tagged.lexicon) + (NAMED_TOPIC.test(tagged.tagged) ? 1 : 0) }))
    .sort((a, b) => b.score - a.score)
    .map(({ tagged }) => tagged)
}

/** The sentence after a question ("Need a visa? We've got you covered.", "Do you sponsor? No.") answers it; "(Yes/No)" is a
 *  choice of a form. */
function readAnswer(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  const opening = ` ${folded.trim().split(' ').slice(0, MAX_ANSWER_WORDS).join(' ')} `
  for (const lexicon of lexicons) {
    const [yes] = findPhrases(lexicon.answerYes, opening)
    const [no] = findPhrases(lexicon.answerNo, opening)
    if (yes && no && (yes.end === no.start || no.end === yes.start)) return null
    if (no && no.start <= 1 && (!yes || no.start < yes.start)) return answer(lexicon, 'refuses')
    const plain = replacePhrases(lexicon.neutral, { folded, replacement: '_ ' })
    if (!yes && !helps(lexicon, plain)) continue
    if (!yes && hasNegation(lexicon, plain)) return answer(lexicon, 'refuses')
    return answer(lexicon, hasPhrase(lexicon.hedge, folded) ? 'conditional' : 'offers')
  }
  return null
}

/** "You may need a work permit. We take care of it.": what follows a need speaks of it only with a word that points back. */
function readFollowUp(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  const lexicon = lexicons.find((lexicon) => helps(lexicon, folded) && hasPhrase(lexicon.pronoun, folded))
  if (!lexicon || tagSentence(lexicon, folded).hasTopic) return null
  const plain = replacePhrases(lexicon.neutral, { folded, replacement: '_ ' })
  if (hasNegation(lexicon, plain)) return answer(lexicon, 'refuses')
  return answer(lexicon, hasPhrase(lexicon.hedge, plain) ? 'conditional' : 'offers')
}

function namesNeed(lexicon: VisaLexicon, tagged: string): boolean {
  return / PERMIT /.test(tagged) && hasPhrase(lexicon.need, tagged) && hasPhrase(lexicon.you, tagged)
}

function answer(lexicon: VisaLexicon, status: VisaVerdict['status']): VisaVerdict {
  return { status, rule: `${lexicon.language}.${status}.answer`, weight: 2 }
}
