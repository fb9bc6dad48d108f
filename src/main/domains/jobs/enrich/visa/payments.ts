import visaPhrases from '#resources/visa-phrases.json' with { type: 'json' }
import { foldForPhrases } from '../fold-text.ts'
import { compilePhrases, hasPhrase } from '../phrase-pattern.ts'
import type { PhraseList } from '../phrase-pattern.ts'

/** A posting that is about payments says so near its beginning. */
const MAX_TELLING_CHARS = 4_000
const BARE_VISA = /(?<= )visa (?!sponsor|support|assist|help|and relocation|application)/g
/** "Visa" with a capital in mid-sentence, as the company is written. */
const CAPITAL_VISA =
  /(?<=[\p{Ll}\p{N},;:(] )Visa(?:['’]s|s)?(?![\p{L}-])(?! (?:[Ss]ponsor|[Ss]upport|[Aa]ssist|[Hh]elp|[Aa]nd|[Aa]pplication|[Pp]rocess|[Cc]osts|[Ff]ees|&|\+|\/))/gu

let sentencePayments: PhraseList | undefined
let textPayments: PhraseList | undefined

/** Beside words about payments a bare "Visa" is the company. Pure. */
export function blankCompany(folded: string): string {
  sentencePayments ??= compilePhrases(visaPhrases.payments)
  return folded.includes(' visa ') && hasPhrase(sentencePayments, folded) ? folded.replace(BARE_VISA, '_ ') : folded
}

/** In a text about payments so is one with a capital in mid-sentence. Pure. */
export function blankCapitals(sentence: string, isAboutPayments: () => boolean): string {
  if (!sentence.includes('Visa')) return sentence
  const blanked = sentence.replace(CAPITAL_VISA, '_')
  return blanked !== sentence && isAboutPayments() ? blanked : sentence
}

/** Whether a posting is about payments. Pure. */
export function mentionsPayments(text: string): boolean {
  textPayments ??= compilePhrases(visaPhrases.paymentTexts)
  return hasPhrase(textPayments, foldForPhrases(text.slice(0, MAX_TELLING_CHARS)))
}
