import type { VisaStatus } from '#shared/facts.ts'
import { findPhrases, hasPhrase } from '../phrase-pattern.ts'
import type { Section } from '../sections.ts'
import { readClause } from './clause.ts'
import type { ClauseReading } from './clause.ts'
import { splitClauses } from './clauses.ts'
import {
  isExcepted,
  isHedged,
  isNeedWelcome,
  isOnlyAsked,
  isOnlyTakenOver,
  isOnlyWished,
  isProvided,
} from './conditions.ts'
import { acts, helps, isByEmployer } from './help.ts'
import type { VisaLexicon } from './lexicon.ts'
import { endsInNegation, hasNegation, startsWith } from './negation.ts'
import { isAboutOthers, isForThirdParty, isTaskForOthers } from './others.ts'
import { TOPIC } from './tags.ts'
import type { TaggedSentence } from './tags.ts'

/** What one sentence says. `weight` grows with how specific it is: 0.5 a word about the whole group, 1 a demand, 2 a word about
 *  the employer's help, 3 the same about this very role. */
export interface VisaVerdict {
  readonly status: Exclude<VisaStatus, 'unstated'>
  readonly weight: number
  readonly rule: string
}

/** The part of a rule's name after language and status, which are the verdict's own. */
type Ruling = Pick<VisaVerdict, 'status' | 'weight'> & { readonly name: string }

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

/** A sentence cut into clauses and what each says. */
interface ReadSentence extends SentenceInput {
  readonly clauses: readonly string[]
  readonly readings: readonly ClauseReading[]
}

/** Reads one tagged sentence; null when it says nothing about visas or the right to work. Pure. */
export function readTagged(lexicon: VisaLexicon, input: SentenceInput): VisaVerdict | null {
  return readWith(readWhole, { lexicon, input })
}

/** Reads one tagged sentence in which no phrase told what is said of the topic; null as above. Pure. */
export function readTone(lexicon: VisaLexicon, input: SentenceInput): VisaVerdict | null {
  return readWith(judgeTone, { lexicon, input })
}

type Reader = (lexicon: VisaLexicon, input: SentenceInput) => Ruling | null

function readWith(
  reader: Reader,
  { lexicon, input }: { lexicon: VisaLexicon; input: SentenceInput },
): VisaVerdict | null {
  const tagged = dropEqualOpportunity(lexicon, input.tagged)
  if (input.isQuestion || !TOPIC.test(tagged)) return null
  const ruling = reader(lexicon, { ...input, tagged })
  if (ruling === null) return null
  const { status, name, weight } = ruling
  return { status, rule: `${lexicon.language}.${status}.${name}`, weight: weighted(lexicon, { tagged, weight }) }
}

/** A word about this very role weighs more, one about the whole group less than a plain demand. */
function weighted(lexicon: VisaLexicon, { tagged, weight }: { tagged: string; weight: number }): number {
  if (weight > 1 && hasPhrase(lexicon.thisRole, tagged)) return weight + 1
  return weight > 1 && hasPhrase(lexicon.general, tagged) ? 0.5 : weight
}

/** What a sentence about permits says when no verb of helping or demanding is known in it: the employer speaks of them, with a
 *  denial, a condition or neither. */
function judgeTone(lexicon: VisaLexicon, sentence: SentenceInput): Ruling | null {
  const { plain, tagged } = sentence
  if (!/ (?:PERMIT|HELP) /.test(tagged) || / WAIVED /.test(tagged) || hasPhrase(lexicon.inform, plain)) return null
  const isTrade = [lexicon.trade, lexicon.thirdParty, lexicon.elsewhere, lexicon.form].some((list) =>
    hasPhrase(list, plain),
  )
  const isLimited = isHedged(lexicon, plain) || isProvided(lexicon, tagged)
  const isSpokenOf = isByEmployer(lexicon, plain) || (isLimited && hasPhrase(lexicon.deed, plain))
  if (isTrade || !isSpokenOf || isAboutOthers(lexicon, sentence)) return null
  if (hasNegation(lexicon, plain)) {
    const topical = splitClauses(lexicon, tagged).filter((clause) => TOPIC.test(clause))
    const isDenied = topical.some((clause) => hasNegation(lexicon, clause))
    return isDenied ? refuses('employer-denies') : conditional('employer-limits')
  }
  if (isLimited) return conditional('employer-hedges')
  return { status: 'offers', name: 'employer', weight: 2 }
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

function readWhole(lexicon: VisaLexicon, input: SentenceInput): Ruling | null {
  const { tagged, plain, section } = input
  if (hasPhrase(lexicon.excluded, tagged) && !isExcepted(lexicon, plain)) return refuses('not-considered')
  const labelled = readLabelled(lexicon, tagged)
  if (labelled) return { status: labelled, name: 'label', weight: 2 }
  if (isElsewhere(lexicon, input)) return null
  if (isOnlyTakenOver(lexicon, input)) return conditional('taken-over')
  const clauses = splitClauses(lexicon, tagged)
  const readings = clauses.map((clause) => readClause(lexicon, { clause, sentence: tagged, section }))
  return readClauses(lexicon, { ...input, clauses, readings })
}

/** Products and business trips, unless the employer gives the candidate something. */
function isElsewhere(lexicon: VisaLexicon, { tagged, plain, words }: SentenceInput): boolean {
  if (hasPhrase(lexicon.receive, plain) && isByEmployer(lexicon, plain)) return false
  return hasPhrase(lexicon.elsewhere, tagged) || hasPhrase(lexicon.elsewhere, words)
}

/** "Visa support: yes, including for your partner", "Work permit: not provided"; null without a plain answer. */
function readLabelled(lexicon: VisaLexicon, sentence: string): VisaVerdict['status'] | null {
  const colon = sentence.indexOf(' : ')
  if (colon === -1 || !LABEL.test(sentence.slice(Math.max(0, colon - MAX_LABEL_CHARS), colon + 1))) return null
  const answer = sentence.slice(colon + 2)
  const isNo = [lexicon.answerNo, lexicon.negation, lexicon.negationNoun].some((list) => startsWith(list, answer))
  const isYes = startsWith(lexicon.yes, answer) || answer.startsWith(' SPONSOR ')
  if (isNo === isYes || FORM_CHOICE.test(answer)) return null
  if (isNo) return 'refuses'
  const isPartly = isHedged(lexicon, answer) || hasNegation(lexicon, answer) || / PARTLY /.test(answer)
  return isPartly ? 'conditional' : 'offers'
}

function readClauses(lexicon: VisaLexicon, sentence: ReadSentence): Ruling | null {
  const { readings, clauses, plain, words } = sentence
  if (hasPhrase(lexicon.form, plain) && !readings.includes('refuse')) return null
  const isOffered = isHelpOffered(lexicon, sentence)
  if (isOffered && hasPhrase(lexicon.notHere, words)) return refuses('not-here')
  if (isOffered && isOnlyWished(lexicon, plain)) return refuses('only-wished')
  const isDenied = readings.includes('lack') && !isOffered
  if (isDenied || readings.includes('refuse') || refusesAcrossClauses(lexicon, clauses)) {
    const isOthers = isForThirdParty(lexicon, plain) && !isByEmployer(lexicon, plain) && !/ OUTSIDER /.test(plain)
    if (isOthers || isTaskForOthers(lexicon, plain)) return null
    const isPartly = readings.includes('open') || (isOffered && readings.includes('offer'))
    return isPartly || isExcepted(lexicon, plain) ? conditional('partly') : refuses('no-sponsorship')
  }
  return (isOffered ? readOffer(lexicon, sentence) : null) ?? readRest(lexicon, sentence)
}

function isHelpOffered(lexicon: VisaLexicon, sentence: ReadSentence): boolean {
  if (isAboutOthers(lexicon, sentence)) return false
  if (sentence.readings.includes('offer') || isNeedWelcome(lexicon, sentence)) return true
  return helpsAcrossClauses(lexicon, sentence.clauses)
}

/** "If you need a permit, we arrange it": the topic stands in one clause, the help in another. */
function helpsAcrossClauses(lexicon: VisaLexicon, clauses: readonly string[]): boolean {
  const hasTopic = clauses.some((clause) => / (?:PERMIT|HELP|RIGHT) /.test(clause) && !isAsserted(lexicon, clause))
  return hasTopic && clauses.some((clause) => isHelpWithoutTopic(lexicon, clause) && !hasNegation(lexicon, clause))
}

/** Whether a clause demands the permit or right outright, or leaves it to the candidate ("your own"). */
function isAsserted(lexicon: VisaLexicon, clause: string): boolean {
  if (hasPhrase(lexicon.ownCare, clause) && !acts(lexicon, clause)) return true
  if (hasPhrase(lexicon.ifWord, clause) || / WAIVED /.test(clause)) return false
  return hasPhrase(lexicon.valid, clause) || / RIGHT /.test(clause)
}

/** "If you need a visa, we cannot help", "… this is not the job for you". */
function refusesAcrossClauses(lexicon: VisaLexicon, clauses: readonly string[]): boolean {
  const hasNeed = clauses.some(
    (clause) =>
      / (?:PERMIT|HELP|RIGHT|STATUS) /.test(clause) &&
      (hasPhrase(lexicon.ifWord, clause) || hasPhrase(lexicon.need, clause)),
  )
  const denials = clauses.filter((clause) => !TOPIC.test(clause) && hasNegation(lexicon, clause))
  return hasNeed && denials.some((clause) => helps(lexicon, clause) || hasPhrase(lexicon.job, clause))
}

function isHelpWithoutTopic(lexicon: VisaLexicon, clause: string): boolean {
  return !TOPIC.test(clause) && helps(lexicon, clause)
}

function readOffer(lexicon: VisaLexicon, sentence: ReadSentence): Ruling | null {
  const { plain, tagged, clauses, readings } = sentence
  const demand = readings.find((reading, at) => isDemand(reading) && hasPhrase(lexicon.only, clauses[at] ?? ''))
  if (isDemand(demand)) return { ...demanded(demand), weight: 2 }
  if (isOnlyAsked(lexicon, sentence)) return null
  if (/ PARTLY /.test(plain) || clauses.some((clause) => isEllipticDenial(lexicon, clause)))
    return conditional('partly')
  if (isHedged(lexicon, plain)) return conditional('hedged')
  return isProvided(lexicon, tagged) ? conditional('provided') : { status: 'offers', name: 'help', weight: 2 }
}

/** "…; in Graz we cannot.": a denial as the last word leaves out the help that it denies. */
function isEllipticDenial(lexicon: VisaLexicon, clause: string): boolean {
  if (TOPIC.test(clause) || hasPhrase(lexicon.perk, clause)) return false
  return endsInNegation(lexicon, clause) || (startsWith(lexicon.otherwise, clause) && hasNegation(lexicon, clause))
}

function readRest(lexicon: VisaLexicon, sentence: ReadSentence): Ruling | null {
  const { plain, tagged, readings } = sentence
  const isPartly = / PARTLY /.test(plain) && / (?:PERMIT|HELP|SPONSOR) /.test(tagged)
  const isLeftOpen = (isPartly || readings.includes('open')) && !isOnlyAsked(lexicon, sentence)
  if (isLeftOpen && !isAboutOthers(lexicon, sentence)) return conditional('open')
  const demand = readings.find(isDemand)
  if (demand === 'demand-permit' && isForThirdParty(lexicon, plain) && !hasPhrase(lexicon.you, plain)) return null
  if (demand) return isTaskForOthers(lexicon, plain) || asksForForm(lexicon, plain) ? null : demanded(demand)
  if (!/ OUTSIDER /.test(tagged) || !(isHedged(lexicon, plain) || isProvided(lexicon, tagged))) return null
  return [lexicon.company, lexicon.negotiable].some((list) => hasPhrase(list, tagged))
    ? conditional('from-abroad')
    : null
}

/** "In the form we ask about your work permit." */
function asksForForm(lexicon: VisaLexicon, plain: string): boolean {
  return hasPhrase(lexicon.inform, plain) && !hasPhrase(lexicon.demand, plain)
}

type Demand = Extract<ClauseReading, `demand-${string}`>

function isDemand(reading: ClauseReading | undefined): reading is Demand {
  return reading?.startsWith('demand-') ?? false
}

function demanded(demand: Demand): Ruling {
  return { ...refuses(`${demand.slice('demand-'.length)}-demanded`), weight: 1 }
}

function refuses(name: string): Ruling {
  return { status: 'refuses', name, weight: 2 }
}

function conditional(name: string): Ruling {
  return { status: 'conditional', name, weight: 2 }
}
