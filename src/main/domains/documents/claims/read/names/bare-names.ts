import names from '#resources/claim-names.json' with { type: 'json' }
import tables from '#resources/claim-words.json' with { type: 'json' }

const FUNCTION_WORDS = new Set(tables.countedStops)
const LEAST_LETTERS = 5

interface Bare {
  readonly word: string
  /** The word before it, and the one before that. */
  readonly before: string
  readonly one: string
}

/** Whether a word in lower case, of which its clause says no more, is a name: "in Zusammenarbeit mit trinkgut, …", "a year at zentra.".
 *  What else stands there is a closed class: people, places, times, and forms that endings tell. All folded. Pure. */
export function isBareName(bare: Bare, isGerman: boolean): boolean {
  const { word } = bare
  if (word.length < LEAST_LETTERS || !/^[a-z]+$/.test(word) || FUNCTION_WORDS.has(word)) return false
  return isGerman ? isBareGerman(bare) : isBareEnglish(bare)
}

const GERMAN_BEFORE = new Set(['bei', 'von'])
const TOGETHER = new Set(['zusammenarbeit', 'kooperation', 'partnerschaft', 'gemeinsam', 'zusammen', 'abstimmung'])
const GERMAN = new Set(names.bareGerman.split(' '))
const GERMAN_ENDING = /(?:e[nmrs]?|st|ns|warts|lich|ig|ing|halb|mal|seits|aber|ein)$/

function isBareGerman({ word, before, one }: Bare): boolean {
  if (!GERMAN_BEFORE.has(before) && !(before === 'mit' && TOGETHER.has(one))) return false
  return !GERMAN.has(word) && !GERMAN_ENDING.test(word)
}

const ENGLISH_BEFORE = new Set(['at', 'joined', 'joining'])
const ENGLISH = new Set(names.bareEnglish.split(' '))
const NOT_AFTER = new Set(names.bareNotAfter.split(' '))
const ENGLISH_ENDING = /(?:s|ing|ion|ty|ment|nce|ime|ship|ness|al|day|night|ed|ly|ure|age|ers?|ism|ics?|hood|self)$/

function isBareEnglish({ word, before, one }: Bare): boolean {
  return ENGLISH_BEFORE.has(before) && !NOT_AFTER.has(one) && !ENGLISH.has(word) && !ENGLISH_ENDING.test(word)
}
