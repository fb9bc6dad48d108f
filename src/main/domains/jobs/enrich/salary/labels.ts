import { CONJUNCTION } from './joints.ts'
import { clauseStart, firstWord, lastWord, leads, type Surroundings } from './surroundings.ts'
import { afterWord, type SalaryWord } from './words.ts'

/** How a figure is spoken of as pay: a name of pay leads straight to it, stands in its clause, only hints ("gross", "package"),
 *  an offer is made ("we offer"), or a name stands in an earlier clause of the sentence. */
export type PayLabel = 'introduced' | 'named' | 'hinted' | 'offered' | 'distant'

export interface Labels {
  /** The last name of pay and the last hint before the figure. */
  readonly name: SalaryWord | null
  readonly hint: SalaryWord | null
  readonly label: PayLabel | null
}

const NAME = ['pay', 'base', 'ote'] as const
const HINT = ['hint', 'gross', 'net'] as const
const OWNER_REACH = 40
const MAX_NAMES_TRIED = 3

/** The last name of pay before the figure that is not itself part of something else ("travel compensation"). */
function nameBefore(around: Surroundings): SalaryWord | null {
  let to = around.span.start
  for (let tries = 0; tries < MAX_NAMES_TRIED; tries += 1) {
    const name = lastWord(around, NAME, [around.left, to])
    if (name === null) return null
    const from = Math.max(around.left, name.start - OWNER_REACH)
    const owner = lastWord(around, ['perk', 'bonus', 'equity'], [from, name.start])
    if (owner === null || !/^[\s-]?$/.test(around.text.slice(owner.end, name.start))) return name
    to = name.start
  }
  return null
}

/** "Competitive pay and a €10,000 loan": a conjunction leads on to something else, without a sign of money a comma does too. */
function isJoined({ text, span }: Surroundings, word: SalaryWord): boolean {
  const between = text.slice(afterWord(text, word.end), span.start)
  return CONJUNCTION.test(between) || (span.currencyToken === null && between.includes(','))
}

function introduces(around: Surroundings, word: SalaryWord | null): boolean {
  return word !== null && leads(around, word.end, around.span.start) && !isJoined(around, word)
}

/** What speaks of a figure as pay. */
export function readLabels(around: Surroundings): Labels {
  const { span, left, right } = around
  const name = nameBefore(around)
  const hint = lastWord(around, [...HINT, 'offer'], [left, span.start])
  const clause = clauseStart(around)
  const decide = (): PayLabel | null => {
    if (introduces(around, name)) return 'introduced'
    if (name && name.end > clause) return 'named'
    if (firstWord(around, NAME, [span.start, right])) return 'named'
    if (lastWord(around, HINT, [clause, span.start]) ?? firstWord(around, HINT, [span.start, right])) return 'hinted'
    if (lastWord(around, ['offer'], [clause, span.start])) return 'offered'
    return name ? 'distant' : null
  }
  return { name, hint, label: decide() }
}

/** "Gross monthly: 4.200": tax words lead straight to the figure. */
export function isTaxed(around: Surroundings): boolean {
  return introduces(around, lastWord(around, ['gross', 'net'], [around.left, around.span.start]))
}
