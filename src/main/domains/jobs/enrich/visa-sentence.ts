import type { VisaStatus } from '#shared/facts.ts'
import { findPhrases, hasPhrase, replacePhrases } from './phrase-pattern.ts'
import type { PhraseList } from './phrase-pattern.ts'
import type { Section } from './sections.ts'
import { hasNegation, helps, readClause, splitClauses } from './visa-clause.ts'
import type { VisaLexicon } from './visa-lexicon.ts'
import { TOPIC } from './visa-tags.ts'
import type { TaggedSentence } from './visa-tags.ts'

/** What one sentence says. `weight` grows with how specific it is: 1 a demand, 2 a word about the employer's help,
 *  3 the same about this very role. */
export interface VisaVerdict {
  readonly status: Exclude<VisaStatus, 'unstated'>
  readonly weight: number
  readonly rule: string
}

/** A full sentence states something about the job even among tasks, where a bare phrase is one of them. */
const STATEMENT =
  / (?:is|are|will|can|may|ist|sind|wird|werden|kann|est|sont|es|son|jest|sa|ar|e|sao|wordt|worden|kunnen) /

const MAX_LABEL_CHARS = 90
const LABEL = / (?:HELP|PERMIT|SPONSOR) (?:[^ ,;.]+ ){0,3}$/
/** "Visa needed: yes / no" is a question on a form. */
const FORM_CHOICE =
  / (?:yes|ja|oui|si|tak|sim) (?:\( )?(?:or |oder |ou |of |o |lub |eller )?(?:no|nein|non|nee|nie|nej|nao) /
/** How many nationalities a team has is no demand. */
const COUNTED_STATUS = / \d+ STATUS /

export interface SentenceInput extends TaggedSentence {
  readonly section: Section
  readonly isQuestion: boolean
}

/** Reads one tagged sentence; null when it says nothing about visas or the right to work. Pure. */
export function readTagged(lexicon: VisaLexicon, input: SentenceInput): VisaVerdict | null {
  if (input.isQuestion) return null
  const { plain, section } = input
  const sentence = dropEqualOpportunity(lexicon, input.tagged)
  if (!TOPIC.test(sentence)) return null
  const verdict = (status: VisaVerdict['status'], rule: string, weight: number): VisaVerdict => ({
    status,
    rule: `${lexicon.language}.${status}.${rule}`,
    weight: weight + (weight > 1 && hasPhrase(lexicon.thisRole, sentence) ? 1 : 0),
  })
  const isExcepted = hasPhrase(lexicon.exception, plain) && !hasPhrase(lexicon.only, plain)
  if (hasPhrase(lexicon.excluded, sentence) && !isExcepted) return verdict('refuses', 'not-considered', 2)
  const labelled = readLabelled(lexicon, sentence)
  if (labelled) return verdict(labelled, 'label', 2)
  if (hasPhrase(lexicon.elsewhere, sentence) || hasPhrase(lexicon.elsewhere, input.words)) return null
  if (isOnlyTakenOver(lexicon, input)) return verdict('conditional', 'taken-over', 2)
  const clauses = splitClauses(lexicon, sentence)
  const readings = new Set(clauses.map((clause) => readClause(lexicon, { clause, sentence, section })))
  const isOffered =
    (readings.has('offer') || helpsAcrossClauses(lexicon, clauses)) && !isAboutOthers(lexicon, { plain, section })
  if (readings.has('refuse') || refusesAcrossClauses(lexicon, clauses)) {
    const isPartly = isExcepted || (isOffered && readings.has('offer'))
    return isPartly ? verdict('conditional', 'partly', 2) : verdict('refuses', 'no-sponsorship', 2)
  }
  const isHedged = isHedgedSentence(lexicon, plain)
  if (isOffered && !isOnlyAsked(lexicon, plain)) {
    return isHedged ? verdict('conditional', 'hedged', 2) : verdict('offers', 'help', 2)
  }
  if (readings.has('demand')) return isTaskForOthers(lexicon, plain) ? null : verdict('refuses', 'right-demanded', 1)
  const isAbroadHedged = / OUTSIDER /.test(sentence) && isHedged && hasPhrase(lexicon.company, sentence)
  return isAbroadHedged ? verdict('conditional', 'from-abroad', 2) : null
}

/** Sentences against discrimination name citizenship and nationality without demanding them; a word about help survives. */
function dropEqualOpportunity(lexicon: VisaLexicon, sentence: string): string {
  if (COUNTED_STATUS.test(sentence)) return sentence.replaceAll('STATUS ', '_ ')
  if (!hasPhrase(lexicon.eeo, sentence)) return sentence
  const stripped = sentence.replaceAll(/(?:STATUS|OUTSIDER) /g, '_ ')
  const marker = findPhrases(lexicon.eeo, stripped)[0]?.start ?? 0
  return hasPhrase(lexicon.demand, stripped) && / RIGHT /.test(stripped.slice(0, marker + 1))
    ? stripped
    : stripped.replaceAll('RIGHT ', '_ ')
}

/** "Visa support: yes, including for your partner", "Work permit: not provided"; null without a plain answer. */
function readLabelled(lexicon: VisaLexicon, sentence: string): VisaVerdict['status'] | null {
  const colon = sentence.indexOf(' : ')
  if (colon === -1 || !LABEL.test(sentence.slice(Math.max(0, colon - MAX_LABEL_CHARS), colon + 1))) return null
  const answer = sentence.slice(colon + 2)
  const starts = (list: PhraseList): boolean => findPhrases(list, answer)[0]?.start === 1
  const isNo = starts(lexicon.answerNo) || starts(lexicon.negation) || starts(lexicon.negationNoun)
  const isYes = starts(lexicon.yes)
  if (isNo === isYes || FORM_CHOICE.test(answer)) return null
  if (isNo) return 'refuses'
  return isHedgedSentence(lexicon, answer) || hasNegation(lexicon, answer) ? 'conditional' : 'offers'
}

/** "We take over a permit you have but do not apply for a first one": help with one kind, none with the other. */
function isOnlyTakenOver(lexicon: VisaLexicon, { plain, words }: TaggedSentence): boolean {
  return hasPhrase(lexicon.takeover, words) && hasPhrase(lexicon.firstTime, plain) && hasNegation(lexicon, plain)
}

/** "If you need a permit, we arrange it": the topic stands in one clause, the help in another. */
function helpsAcrossClauses(lexicon: VisaLexicon, clauses: readonly string[]): boolean {
  const hasTopic = clauses.some((clause) => / (?:PERMIT|HELP|RIGHT) /.test(clause) && !demandsOutright(lexicon, clause))
  return hasTopic && clauses.some((clause) => isHelpWithoutTopic(lexicon, clause) && !hasNegation(lexicon, clause))
}

function refusesAcrossClauses(lexicon: VisaLexicon, clauses: readonly string[]): boolean {
  const hasTopic = clauses.some(
    (clause) =>
      / (?:PERMIT|HELP|RIGHT|STATUS) /.test(clause) &&
      (hasPhrase(lexicon.ifWord, clause) || hasPhrase(lexicon.need, clause)),
  )
  return hasTopic && clauses.some((clause) => isHelpWithoutTopic(lexicon, clause) && hasNegation(lexicon, clause))
}

function isHelpWithoutTopic(lexicon: VisaLexicon, clause: string): boolean {
  return !TOPIC.test(clause) && helps(lexicon, clause)
}

function demandsOutright(lexicon: VisaLexicon, clause: string): boolean {
  return !hasPhrase(lexicon.ifWord, clause) && (hasPhrase(lexicon.valid, clause) || / RIGHT /.test(clause))
}

function isHedgedSentence(lexicon: VisaLexicon, plain: string): boolean {
  const rest = replacePhrases(lexicon.unhedge, { folded: plain, replacement: '_ ' })
  return hasPhrase(lexicon.hedge, rest) || hasPhrase(lexicon.only, rest)
}

/** Helping customers or travellers with visas is a task or a product, not an offer to the candidate. */
function isAboutOthers(lexicon: VisaLexicon, { plain, section }: { plain: string; section: Section }): boolean {
  const isDuty = hasPhrase(lexicon.duty, plain) && !hasPhrase(lexicon.receive, plain)
  if (isDuty) return true
  const isByCompany = hasPhrase(lexicon.company, plain) || hasPhrase(lexicon.act, plain)
  if (hasPhrase(lexicon.thirdParty, plain) && !(hasPhrase(lexicon.you, plain) && isByCompany)) return true
  if (section === 'benefits' || isByCompany) return false
  return (
    (section === 'tasks' && !STATEMENT.test(plain) && !hasPhrase(lexicon.yes, plain)) || startsAsTask(lexicon, plain)
  )
}

/** "You prepare the papers that travellers need for their visa" demands nothing of the candidate. */
function isTaskForOthers(lexicon: VisaLexicon, plain: string): boolean {
  return hasPhrase(lexicon.thirdParty, plain) && (hasPhrase(lexicon.duty, plain) || startsAsTask(lexicon, plain))
}

function startsAsTask(lexicon: VisaLexicon, plain: string): boolean {
  return findPhrases(lexicon.taskStart, plain)[0]?.start === 1
}

/** "If you need sponsorship, please tell us" asks; it promises nothing. */
function isOnlyAsked(lexicon: VisaLexicon, plain: string): boolean {
  if (hasPhrase(lexicon.inform, plain)) return true
  return (
    hasPhrase(lexicon.need, plain) &&
    hasPhrase(lexicon.ifWord, plain) &&
    ![lexicon.give, lexicon.act].some((list) => hasPhrase(list, plain))
  )
}
