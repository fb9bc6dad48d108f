import { isTaxed, type Labels, readLabels } from './labels.ts'
import { isAmongOthers, isOtherMoney } from './other-money.ts'
import { type Periods, readPeriods } from './periods.ts'
import { type FigurePlace, readSurroundings, type Surroundings } from './surroundings.ts'
import { firstWordWithin, lastWordWithin } from './words.ts'

/** What the words around a figure say it is, and the stretch of text that says so. */
export interface MoneyContext
  extends Periods, Pick<Labels, 'label'>, Pick<Surroundings, 'sentenceStart' | 'sentenceEnd' | 'left' | 'right'> {
  readonly isTaxed: boolean
  /** Spoken of as something else: a perk, a price, a budget, a threshold. */
  readonly isNotPay: boolean
  readonly isAmongOthers: boolean
  /** 'target': with bonus and commission in it. */
  readonly kind: 'base' | 'plain' | 'target'
}

/** Base pay or earnings with bonus and commission in them: the nearest word after the figure decides, else the nearest before. */
function readKind({ text, words, span, left, right, nextStart }: Surroundings): MoneyContext['kind'] {
  if (firstWordWithin(words.of.base, span.end, right)) return 'base'
  const targetAfter = firstWordWithin(words.of.ote, span.end, right)
  // "€65,000 OTE €85,000": the word leads to the next figure.
  if (targetAfter && !/^[\s:]{0,3}$/.test(text.slice(targetAfter.end, nextStart))) return 'target'
  const target = lastWordWithin(words.of.ote, left, span.start)
  const base = lastWordWithin(words.of.base, left, span.start)
  if ((target?.end ?? -1) > (base?.end ?? -1)) return 'target'
  return base ? 'base' : 'plain'
}

/** Reads the words around a figure. */
export function readContext(place: FigurePlace): MoneyContext {
  const around = readSurroundings(place)
  const labels = readLabels(around)
  const { sentenceStart, sentenceEnd, left, right } = around
  return {
    label: labels.label,
    isTaxed: isTaxed(around),
    isNotPay: isOtherMoney(around, labels),
    isAmongOthers: isAmongOthers(around),
    kind: readKind(around),
    ...readPeriods(around),
    sentenceStart,
    sentenceEnd,
    left,
    right,
  }
}
