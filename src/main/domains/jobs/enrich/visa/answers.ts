import { findPhrases, hasPhrase, replacePhrases } from '../phrase-pattern.ts'
import { splitClauses } from './clauses.ts'
import { gives, helps } from './help.ts'
import type { VisaLexicon } from './lexicon.ts'
import { hasNegation, startsWith } from './negation.ts'
import type { VisaVerdict } from './rulings.ts'
import { tagSentence, TOPIC } from './tags.ts'

/** An answer says yes or no in its first words. */
const MAX_ANSWER_WORDS = 12
/** "(yes / no)", "options: yes, no, do not know" */
const FORM_ANSWERS =
  / (?:yes|ja|oui|si|tak|sim) (?:[^a-z0-9 ]+ ){0,3}(?:o |or |oder |ou |of |o |lub |eller )?(?:no|nein|non|nee|nie|nej|nao) /
/** "Not at the moment.": so short an answer needs no verb. */
const MAX_CURT_WORDS = 10
const MAX_ENDING_WORDS = 20
/** "… for staff hires only." */
const ENDS_IN_ONLY = / only [.!]? ?$/
/** "Do I need …?", "Must I have …?" */
const ASKS_OF_SELF =
  / (?:do i (?:already )?(?:need|have to)|must i|should i|muss ich|brauche ich|benotige ich|moet ik|maste jag|behover jag|czy (?:musze|potrzebuje)|dois je|ai je besoin|est ce que je dois|necesito|tengo que|debo|devo|ho bisogno|preciso|tenho de) /
/** "Sí, …" is written like "si …" once accents are gone. */
const IS_INTERJECTED = /^ \S+ (?:[,.!;:] |$)/
/** "An exception", not the "except" of another subject. */
const EXCEPTION_NOUN =
  / (?:exceptions?|excepcion(?:es)?|eccezion[ei]|exce(?:p?cao|p?coes)|ausnahmen?|uitzondering(?:en)?|undantag|wyjat\S+) /
/** "Not for this role.", "… but this opening is not." */
const MAX_REST_WORDS = 4

/** Words that point back to the sentence before, when they open the next one. */
const POINTERS: Readonly<Record<string, string>> = {
  en: 'this|that|it|they|these',
  de: 'das|dies|es|dafur|dazu|hierfur',
  fr: 'cela|ca|ceci',
  nl: 'dit|dat|hiervoor|daarvoor',
  es: 'esto|eso|ello',
  pl: 'to|tym',
  sv: 'det|detta',
  it: 'questo|cio',
  pt: 'isso|isto',
}
/** "However, this …", "Dotyczy to …": what may stand before one. */
const OPENING = String.raw`(?:\S+ , |please note (?:that )?|(?:dotyczy|zalezy|decydujemy o|voraussetzung|bedingung) )?`

/** The sentence after a question ("Need a visa? We've got you covered.", "Do you sponsor? No.") answers it; "(Yes/No)" is a
 *  choice of a form. Pure. */
export function readAnswer(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  if (folded.endsWith(' ? ')) return null
  const words = folded.trim().split(' ')
  const opening = ` ${words.slice(0, MAX_ANSWER_WORDS).join(' ')} `
  for (const lexicon of lexicons) {
    const plain = replacePhrases(lexicon.neutral, { folded, replacement: '_ ' })
    const plainOpening = ` ${plain.trim().split(' ').slice(0, MAX_ANSWER_WORDS).join(' ')} `
    const isSupposed = startsWith(lexicon.ifWord, opening) && !IS_INTERJECTED.test(opening)
    const [yes] = isSupposed ? [] : findPhrases(lexicon.answerYes, opening)
    const [no] = findPhrases(lexicon.answerNo, plainOpening)
    if (FORM_ANSWERS.test(opening)) return null
    if (isTakenBack(lexicon, plainOpening)) return answer(lexicon, 'refuses')
    if (hasPhrase(lexicon.excluded, plain) && !yes) return answer(lexicon, 'refuses')
    if (!yes && startsWith(lexicon.noProblem, opening)) return answer(lexicon, 'offers')
    const isNo = no?.start === 1 && !startsWith(lexicon.noProblem, opening)
    if (isNo && (!yes || no.start < yes.start)) return answer(lexicon, 'refuses')
    const isLimited = startsWith(lexicon.only, opening) && tagSentence(lexicon, { folded, isNear: true }).hasTopic
    if (isLimited || startsWith(lexicon.onlyFor, opening)) return answer(lexicon, 'conditional')
    const status = yes ? 'offers' : readDeed(lexicon, { plain, isCurt: words.length <= MAX_CURT_WORDS })
    if (status === null) continue
    return answer(lexicon, status === 'offers' && hasPhrase(lexicon.hedge, folded) ? 'conditional' : status)
  }
  return null
}

/** "Coming from abroad? We pay the move and a tax adviser.": help with anything but a permit offers none. Pure. */
export function readArrival(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  return readAnswer(
    lexicons.filter((lexicon) => !isAside(lexicon, folded)),
    folded,
  )
}

function isAside(lexicon: VisaLexicon, folded: string): boolean {
  if (!hasPhrase(lexicon.aside, folded) || hasPhrase(lexicon.paper, folded)) return false
  return !tagSentence(lexicon, { folded, isNear: true }).hasTopic
}

/** "At present we do not", "Natürlich nicht": a yes that the next word denies. */
function isTakenBack(lexicon: VisaLexicon, opening: string): boolean {
  const [yes] = findPhrases(lexicon.answerYes, opening)
  return yes !== undefined && startsWith(lexicon.negation, ` ${opening.slice(yes.end)}`)
}

/** What an answer without a yes or no says: help, no help, "it depends", or a curt "not yet". */
function readDeed(
  lexicon: VisaLexicon,
  { plain, isCurt }: { plain: string; isCurt: boolean },
): VisaVerdict['status'] | null {
  const helping = splitClauses(lexicon, plain).filter((clause) => helps(lexicon, clause))
  if (helping.some((clause) => !hasNegation(lexicon, clause))) return 'offers'
  if (helping.length > 0) return 'refuses'
  if (hasPhrase(lexicon.negotiable, plain)) return 'conditional'
  return (isCurt || hasPhrase(lexicon.company, plain)) && hasNegation(lexicon, plain) ? 'refuses' : null
}

/** "You may need a work permit. We take care of it.": what follows a need speaks of it only with a word that points back. Pure. */
export function readFollowUp(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  const lexicon = lexicons.find((lexicon) => helps(lexicon, folded) && hasPhrase(lexicon.pronoun, folded))
  if (!lexicon || tagSentence(lexicon, { folded, isNear: false }).hasTopic) return null
  const plain = replacePhrases(lexicon.neutral, { folded, replacement: '_ ' })
  const status = readDeed(lexicon, { plain, isCurt: false })
  if (status === null) return null
  return answer(lexicon, status === 'offers' && hasPhrase(lexicon.hedge, plain) ? 'conditional' : status)
}

/** "A permit is required by law. We apply for it.": after a demand only a known idiom of acting speaks of it, and no list
 *  of benefits does. Pure. */
export function readCompliance(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  return readFollowUp(
    lexicons.filter(({ act, perk }) => hasPhrase(act, folded) && !hasPhrase(perk, folded)),
    folded,
  )
}

/** "We do not sponsor as a rule. For outstanding people we make an exception." Pure. */
export function readException(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  const lexicon = lexicons.find(({ exception }) => hasPhrase(exception, folded))
  if (!lexicon) return null
  const plain = replacePhrases(lexicon.neutral, { folded, replacement: '_ ' })
  return hasNegation(lexicon, plain)
    ? null
    : { ...answer(lexicon, 'conditional'), rule: `${lexicon.language}.conditional.exception` }
}

/** "We ask for a permit as a rule. For outstanding people we make an exception." Pure. */
export function readExemption(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  return EXCEPTION_NOUN.test(folded)
    ? readException(
        lexicons.filter(({ agent }) => hasPhrase(agent, folded)),
        folded,
      )
    : null
}

/** "The group sponsors visas. At our site this is not possible." Pure. */
export function readRetraction(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  const lexicon = lexicons.find(
    (lexicon) => hasPhrase(lexicon.retract, folded) || endsHelp(lexicon, folded) || leavesOutThisPost(lexicon, folded),
  )
  return lexicon ? { status: 'refuses', rule: `${lexicon.language}.refuses.not-here`, weight: 3 } : null
}

/** "We sponsor visas. This depends on the level of the role." Pure. */
export function readLimit(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  if (folded.trim().split(' ').length > MAX_ENDING_WORDS) return null
  const lexicon = lexicons.find((lexicon) => {
    const part = afterPointer(lexicon, folded)
    return part !== null && (limits(lexicon, part) || ENDS_IN_ONLY.test(folded))
  })
  if (!lexicon || tagSentence(lexicon, { folded, isNear: false }).hasTopic) return null
  return { ...answer(lexicon, 'conditional'), rule: `${lexicon.language}.conditional.limited` }
}

/** What a sentence that opens by pointing back says up to the next comma. */
function afterPointer({ language }: VisaLexicon, folded: string): string | null {
  const opening = new RegExp(`^ ${OPENING}(?:${POINTERS[language] ?? '(?!)'}) `).exec(folded)?.[0]
  return opening === undefined ? null : ` ${opening.trim()} ${folded.slice(opening.length).split(' , ', 1)[0] ?? ''} `
}

function limits(lexicon: VisaLexicon, part: string): boolean {
  return hasPhrase(lexicon.onlyFor, part) || (hasPhrase(lexicon.negotiable, part) && !hasNegation(lexicon, part))
}

/** "Do I need a permit already? No, we apply for it.": what is asked is a demand, so a yes demands and a no alone says nothing. Pure. */
export function readOwnAnswer(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  for (const lexicon of lexicons) {
    const [no] = findPhrases(lexicon.answerNo, folded)
    const answered = no?.start === 1 ? ` ${folded.slice(no.end)}` : folded
    const rest = replacePhrases(lexicon.neutral, { folded: answered, replacement: '_ ' })
    const helping = splitClauses(lexicon, rest).filter((clause) => helps(lexicon, clause))
    const isMeant = no?.start === 1 || hasPhrase(lexicon.pronoun, rest)
    if (isMeant && helping.some((clause) => !hasNegation(lexicon, clause)))
      return answer(lexicon, hasPhrase(lexicon.hedge, folded) ? 'conditional' : 'offers')
    if (startsWith(lexicon.yes, folded)) return answer(lexicon, 'refuses')
  }
  return null
}

/** Whether a question asks what the candidate has to have rather than what the employer does. Pure. */
export function asksOfSelf(folded: string): boolean {
  return ASKS_OF_SELF.test(folded)
}

/** "Since April we no longer do." */
function endsHelp(lexicon: VisaLexicon, folded: string): boolean {
  if (folded.trim().split(' ').length > MAX_ENDING_WORDS || !hasPhrase(lexicon.noLonger, folded)) return false
  return [lexicon.company, lexicon.pronoun, lexicon.negotiable].some((list) => hasPhrase(list, folded))
}

/** "We sponsored visas in the past. With the present funding we cannot." Pure. */
export function readEnd(lexicons: readonly VisaLexicon[], folded: string): VisaVerdict | null {
  if (folded.trim().split(' ').length > MAX_ENDING_WORDS) return null
  const lexicon = lexicons.find((lexicon) => hasNegation(lexicon, folded))
  return lexicon ? { status: 'refuses', rule: `${lexicon.language}.refuses.no-longer`, weight: 3 } : null
}

/** "This vacancy is not part of the scheme": the post is named, left out, and what it is left out of is pointed back at. */
export function leavesOutThisPost(lexicon: VisaLexicon, folded: string): boolean {
  const [post] = findPhrases(lexicon.thisPost, folded)
  if (!post) return false
  const rest = ` ${folded.slice(post.end)}`
  if (!hasNegation(lexicon, folded) && !hasPhrase(lexicon.outOf, folded)) return false
  return (
    hasPhrase(lexicon.outOf, folded) ||
    hasPhrase(lexicon.scheme, folded) ||
    rest.trim().split(' ').length <= MAX_REST_WORDS
  )
}

/** "Many ask about visas", "I have no permit": what follows answers it. Pure. */
export function asksAbout(lexicon: VisaLexicon, { plain, tagged }: { plain: string; tagged: string }): boolean {
  return [plain, tagged].some((text) => {
    const [inquiry] = findPhrases(lexicon.inquiry, text)
    if (!inquiry || !TOPIC.test(text) || hasPhrase(lexicon.negotiable, text)) return false
    return !gives(lexicon, ` ${text.slice(inquiry.end)}`)
  })
}

/** Whether a tagged sentence says that the candidate needs a permit, so that the next one may answer. Pure. */
export function namesNeed(lexicon: VisaLexicon, tagged: string): boolean {
  if (!/ PERMIT /.test(tagged)) return false
  const isYours = [lexicon.you, lexicon.receive].some((list) => hasPhrase(list, tagged))
  return / WAIVED /.test(tagged) || (isYours && hasPhrase(lexicon.need, tagged))
}

function answer(lexicon: VisaLexicon, status: VisaVerdict['status']): VisaVerdict {
  return { status, rule: `${lexicon.language}.${status}.answer`, weight: 2 }
}
