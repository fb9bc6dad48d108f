import { hasPhrase, replacePhrases } from '../phrase-pattern.ts'
import type { Section } from '../sections.ts'
import {
  grantsOthersOnly,
  helpsAcrossClauses,
  helpsAfterAll,
  isEllipticDenial,
  isOver,
  leavesOutKinds,
  leavesOutPost,
  refusesAcrossClauses,
} from './across.ts'
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
import { dropEqualOpportunity } from './equal-opportunity.ts'
import { acts, isByEmployer } from './help.ts'
import { readLabelled } from './label.ts'
import type { VisaLexicon } from './lexicon.ts'
import { deniesList } from './lists.ts'
import { startsWith } from './negation.ts'
import { isAboutOthers, isForThirdParty, isNeededByOthers, isTaskForOthers } from './others.ts'
import { conditional, offers, refuses } from './rulings.ts'
import type { Ruling, VisaVerdict } from './rulings.ts'
import { TOPIC } from './tags.ts'
import type { TaggedSentence } from './tags.ts'
import { judgeTone } from './tone.ts'

/** "Visto: sim / não", "(sí/no)": the answers of a form. */
const ENDS_IN_CHOICE =
  / (?:yes|ja|oui|si|tak|sim) (?:(?:or|oder|ou|of|o|lub|eller) )?(?:no|nein|non|nee|nie|nej|nao) (?:[.)\]] )*$/

export interface SentenceInput extends TaggedSentence {
  readonly section: Section
  readonly isQuestion: boolean
  /** The heading of the list that it stands in, folded. */
  readonly heading: string | null
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
  if (input.isQuestion || ENDS_IN_CHOICE.test(tagged) || !TOPIC.test(tagged)) return null
  const ruling = reader(lexicon, { ...input, tagged })
  if (ruling === null) return null
  const { status, name, weight } = ruling
  return { status, rule: `${lexicon.language}.${status}.${name}`, weight: weighted(lexicon, { tagged, weight }) }
}

/** A word about this very role weighs more, one about the whole group less than a plain demand. */
function weighted(lexicon: VisaLexicon, { tagged, weight }: { tagged: string; weight: number }): number {
  const isSpecific = [lexicon.thisRole, lexicon.thisPost].some((list) => hasPhrase(list, tagged))
  if (weight > 1 && isSpecific) return weight + 1
  return weight > 1 && hasPhrase(lexicon.general, tagged) ? 0.5 : weight
}

function readWhole(lexicon: VisaLexicon, input: SentenceInput): Ruling | null {
  const { tagged, plain, section } = input
  const isOnList = input.heading !== null && / (?:HELP|PERMIT|SPONSOR|OUTSIDER) /.test(tagged)
  if (isOnList && deniesList(lexicon, input.heading ?? '')) return refuses('listed')
  if (isOnlyTakenOver(lexicon, input)) return conditional('taken-over')
  const isExcluded = [tagged, plain].some((text) => hasPhrase(lexicon.excluded, text)) && !isExcepted(lexicon, plain)
  if (isExcluded && !helpsAfterAll(lexicon, tagged)) return refuses('not-considered')
  const labelled = readLabelled(lexicon, tagged)
  if (labelled) return { status: labelled, name: 'label', weight: 2 }
  if (isElsewhere(lexicon, input)) return null
  const clauses = splitClauses(lexicon, tagged)
  const readings = clauses.map((clause) => readClause(lexicon, { clause, sentence: tagged, section }))
  return readClauses(lexicon, { ...input, clauses, readings })
}

/** Whether a sentence is about permits of customers or travellers. Pure. */
export function isOthersBusiness(lexicon: VisaLexicon, sentence: TaggedSentence): boolean {
  if (!/ (?:PERMIT|HELP) /.test(sentence.tagged)) return false
  return isForThirdParty(lexicon, sentence.plain) || isElsewhere(lexicon, sentence)
}

/** Products and business trips, unless the employer gives the candidate something. */
function isElsewhere(lexicon: VisaLexicon, { tagged, plain, words }: TaggedSentence): boolean {
  const isForYou = [lexicon.receive, lexicon.act].some((list) => hasPhrase(list, plain))
  if (isForYou && isByEmployer(lexicon, plain)) return false
  const isWelcome = (): boolean =>
    isByEmployer(lexicon, replacePhrases(lexicon.elsewhere, { folded: plain, replacement: '_ ' }))
  if (/ OUTSIDER /.test(tagged) && isWelcome()) return false
  return hasPhrase(lexicon.elsewhere, tagged) || hasPhrase(lexicon.elsewhere, words)
}

function readClauses(lexicon: VisaLexicon, sentence: ReadSentence): Ruling | null {
  const { readings, clauses, plain, tagged } = sentence
  const isHelped = clauses.some((clause, at) => readings[at] === 'offer' && / HELP /.test(clause))
  if (
    hasPhrase(lexicon.form, plain) &&
    !readings.includes('refuse') &&
    !isHelped &&
    !helpsAcrossClauses(lexicon, clauses)
  )
    return null
  const consequence = helpsAfterAll(lexicon, sentence.tagged)
  if (consequence) return isHedged(lexicon, consequence) ? conditional('hedged') : offers('help')
  const isOffered = isHelpOffered(lexicon, sentence)
  if (isOffered && isElsewhereOnly(lexicon, sentence)) return refuses('not-here')
  if (isOffered && isOnlyWished(lexicon, plain)) return refuses('only-wished')
  if (isOffered && isOver(lexicon, tagged)) return refuses('no-longer')
  const isDenied = readings.includes('lack') && !isOffered
  if (isDenied || readings.includes('refuse') || refusesAcrossClauses(lexicon, clauses)) {
    const isOthers = isForThirdParty(lexicon, plain) && !isByEmployer(lexicon, plain) && !/ OUTSIDER /.test(plain)
    if (isOthers || isTaskForOthers(lexicon, plain)) return null
    const isPartly = readings.includes('open') || (isOffered && readings.includes('offer'))
    return isPartly || isExcepted(lexicon, plain) ? conditional('partly') : refuses('no-sponsorship')
  }
  return (isOffered ? readOffer(lexicon, sentence) : null) ?? readRest(lexicon, sentence)
}

function isElsewhereOnly(lexicon: VisaLexicon, { plain, clauses }: ReadSentence): boolean {
  if (hasPhrase(lexicon.notHere, plain)) return true
  return leavesOutPost(lexicon, clauses) || grantsOthersOnly(lexicon, clauses)
}

function isHelpOffered(lexicon: VisaLexicon, sentence: ReadSentence): boolean {
  if (isAboutOthers(lexicon, sentence)) return false
  if (sentence.readings.includes('offer') || isNeedWelcome(lexicon, sentence)) return true
  return helpsAcrossClauses(lexicon, sentence.clauses)
}

function readOffer(lexicon: VisaLexicon, sentence: ReadSentence): Ruling | null {
  const { plain, tagged, clauses, readings } = sentence
  const demand = readings.find((reading, at) => isDemand(reading) && hasPhrase(lexicon.only, clauses[at] ?? ''))
  if (isDemand(demand)) return { ...demanded(demand), weight: 2 }
  if (isOnlyAsked(lexicon, sentence)) return null
  const isElsewhereDemanded = readings.some(
    (reading, at) => at > 0 && isDemand(reading) && startsWith(lexicon.otherwise, clauses[at] ?? ''),
  )
  if (isElsewhereDemanded) return conditional('partly')
  if (
    / PARTLY /.test(plain) ||
    leavesOutKinds(lexicon, clauses) ||
    clauses.some((clause) => isEllipticDenial(lexicon, clause))
  )
    return conditional('partly')
  if (isHedged(lexicon, withoutException(lexicon, plain))) return conditional('hedged')
  return isProvided(lexicon, tagged) ? conditional('provided') : offers('help')
}

/** "This post is an exception: we apply for your permit": a word of exception then limits nothing. */
function withoutException(lexicon: VisaLexicon, plain: string): string {
  if (!hasPhrase(lexicon.thisPost, plain) || !acts(lexicon, plain)) return plain
  return replacePhrases(lexicon.exception, { folded: plain, replacement: '_ ' })
}

function readRest(lexicon: VisaLexicon, sentence: ReadSentence): Ruling | null {
  const { plain, tagged, clauses, readings } = sentence
  const isDivided = isHedged(lexicon, plain) && clauses.some((clause) => isEllipticDenial(lexicon, clause))
  const isPartly = (isDivided || / PARTLY /.test(plain)) && / (?:PERMIT|HELP|SPONSOR) /.test(tagged)
  const isLeftOpen = (isPartly || readings.includes('open')) && !isOnlyAsked(lexicon, sentence)
  if (isLeftOpen && !isAboutOthers(lexicon, sentence)) return conditional('open')
  const demand = readings.find(isDemand)
  if (demand === 'demand-permit' && isNeededByOthers(lexicon, plain)) return null
  if (demand) return isTaskForOthers(lexicon, plain) || asksForForm(lexicon, plain) ? null : demanded(demand)
  if (!/ OUTSIDER /.test(tagged) || hasPhrase(lexicon.wish, plain)) return null
  if (!isHedged(lexicon, plain) && !isProvided(lexicon, tagged)) return null
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
