import type { VisaLexicon } from './lexicon.ts'

/** The lexicons in which the sentence before asked, named a need, demanded, offered (in general, for one place only or in the past) or refused,
 *  for the next one to go on. */
export interface Pending {
  /** Whether it was asked in a statement ("I have no permit"), so that a question may follow before the answer. */
  readonly isInquiry: boolean
  readonly asked: readonly VisaLexicon[]
  /** Asked whether the candidate comes from abroad, no permit named. */
  readonly askedOfArrival: readonly VisaLexicon[]
  /** Asked whether the candidate has to have a permit. */
  readonly askedOfSelf: readonly VisaLexicon[]
  readonly needed: readonly VisaLexicon[]
  readonly demanded: readonly VisaLexicon[]
  readonly offered: readonly VisaLexicon[]
  readonly offeredForSome: readonly VisaLexicon[]
  readonly offeredOnce: readonly VisaLexicon[]
  readonly refused: readonly VisaLexicon[]
}

export const NOTHING_PENDING: Pending = {
  isInquiry: false,
  asked: [],
  askedOfArrival: [],
  askedOfSelf: [],
  needed: [],
  demanded: [],
  offered: [],
  offeredForSome: [],
  offeredOnce: [],
  refused: [],
}
