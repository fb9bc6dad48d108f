import { hasPhrase, replacePhrases } from '../phrase-pattern.ts'
import { isHedged } from './conditions.ts'
import { acts, gives, isByEmployer } from './help.ts'
import type { VisaLexicon } from './lexicon.ts'
import { endsInNegation, hasNegation, startsWith } from './negation.ts'
import { TOPIC } from './tags.ts'

/** Nobody writes a sentence of more clauses. */
const MAX_CLAUSES = 20
/** "…, the visa you must bring yourself" */
const OPENS_WITH_TOPIC = /^ (?:[^ ]+ ){0,2}(?:PERMIT|HELP) /
/** "Work permit – to be discussed": a dash after a topic that opens the line is a colon. */
const LABEL_DASH =
  /^( (?:[^ ,;:.]+ ){0,4}(?:PERMIT|HELP|SPONSOR|STATUS|RIGHT) (?:[^ ,;:.–—-]+ ){0,2})[–—-]( [^ ]+ (?:[^ ]+ ){0,7})$/
/** "Es ist uns nicht möglich, Sie … zu unterstützen." */
const INFINITIVE = / (?:zu|te) [^ ]+ (?:[.!] )?$/
const CUT = '\u0001'
const COMMA = '\u0002'
const COLON = '\u0003'

/** Cuts a tagged sentence where one statement ends and another begins, so that a negation reaches only its own. */
export function splitClauses(lexicon: VisaLexicon, sentence: string): string[] {
  const labelled = sentence.replace(LABEL_DASH, '$1:$2')
  return replacePhrases(lexicon.contrast, { folded: labelled, replacement: (words) => `${CUT} ${words}` })
    .replaceAll(/ (?:[;[\]|•·–—!]|-) /g, ` ${CUT} `)
    .replaceAll(/ [()] /g, hasNegation(lexicon, sentence) ? ` ${CUT} ` : ' , ')
    .replaceAll(', ', `, ${COMMA}`)
    .replaceAll(' : ', ` : ${COLON}`)
    .split(CUT)
    .flatMap((part) => splitAtColons(lexicon, part))
    .flatMap((part) => splitAtSubjects(lexicon, part))
    .filter((clause) => clause.trim() !== '')
    .slice(0, MAX_CLAUSES)
}

/** What a colon announces is a statement of its own when somebody acts in it; "what we cannot do: visas" is one statement. */
function splitAtColons(lexicon: VisaLexicon, part: string): string[] {
  return splitWhere(part.split(COLON), (piece) => acts(lexicon, ` ${piece.trim()} `))
}

/** A comma followed by a subject ("…, we help you"), a denial ("…, no relocation"), a demand ("…, a visa you must have") or
 *  another place ("…, in Graz that is ruled out") starts a clause of its own. */
function splitAtSubjects(lexicon: VisaLexicon, part: string): string[] {
  const pieces = splitWhere(part.split(COMMA), (piece, before) =>
    opensClause(lexicon, { piece: ` ${piece.trimStart()}`, before }),
  )
  return pieces.map((clause) => ` ${clause.trim()} `)
}

function opensClause(lexicon: VisaLexicon, { piece, before }: { piece: string; before: string }): boolean {
  if (INFINITIVE.test(piece) && !startsWith(lexicon.company, piece) && hasPhrase(lexicon.negation, before)) return false
  if (startsWith(lexicon.subject, piece) || startsWith(lexicon.negationNoun, piece)) return true
  const helpsBefore = (): boolean => / HELP /.test(before) || (TOPIC.test(before) && gives(lexicon, before))
  if (startsWith(lexicon.ifWord, before.replace(/^ ?/, ' ')) && !TOPIC.test(piece) && acts(lexicon, piece)) return true
  if (TOPIC.test(piece) && startsWith(lexicon.otherwise, piece) && helpsBefore()) return true
  if (TOPIC.test(piece)) return OPENS_WITH_TOPIC.test(piece) && (hasPhrase(lexicon.demand, piece) || helpsBefore())
  const speaksBefore = (): boolean => helpsBefore() || (TOPIC.test(before) && isByEmployer(lexicon, before))
  const isOtherwise = startsWith(lexicon.otherwise, piece)
  return (
    endsInNegation(lexicon, piece) ||
    (isOtherwise && (hasNegation(lexicon, piece) ? speaksBefore() || isHedged(lexicon, before) : helpsBefore()))
  )
}

/** Joins the pieces that start no clause to the one before. A sentence of very many pieces is a list and stays whole. */
function splitWhere(pieces: readonly string[], isStart: (piece: string, before: string) => boolean): string[] {
  if (pieces.length > MAX_CLAUSES) return [pieces.join('')]
  const clauses: string[] = []
  for (const piece of pieces) {
    const last = clauses.at(-1)
    if (last === undefined || isStart(piece, last)) clauses.push(piece)
    else clauses[clauses.length - 1] = last + piece
  }
  return clauses
}
