import names from '#resources/claim-names.json' with { type: 'json' }
import tables from '#resources/claim-words.json' with { type: 'json' }
import { foldLetters } from '#main/infra/text/fold.ts'
import { remembered } from '../../remembered.ts'
import { isNounForm } from './noun-table.ts'

/** Words of working life that the table of nouns has not, folded. */
export const MORE_NOUNS: ReadonlySet<string> = new Set(
  [
    ...names.moreNouns.split(' '),
    ...tables.ledPeople,
    ...Object.values(tables.counted).flat(),
    ...Object.keys({ ...tables.units.bytes, ...tables.units.seconds, ...tables.units.months }),
  ].map(foldLetters),
)
/** What is put before a noun to make another: adjectives, numbers, prepositions, parts of foreign words. */
const STEMS: ReadonlySet<string> = new Set(names.nounStems.split(' '))
const LINKS = ['s', 'es', 'n', 'en', 'er', 'e', 'ens']
/** What names are made of as often as nouns: "Nordmoor", "Silberpfad". */
const NAMING = new Set(names.namingHeads.split(' '))
/** By these a word is made a noun of. */
const ENDING = new RegExp(`.{4}(?:${names.germanEndings.replaceAll(' ', '|')})$`)
/** German endings of case, number and gender. */
export const INFLECTION = /(?:innen|in|en|es|n|s|e)$/
/** "das Portieren", "die Kundinnen", "Interessierte", "Teilnehmende" */
const VERBAL = /(?:ier|el|ig)en$|[^aeiou]ern$|innen$|.{4}(?:iert|end)e[nmrs]?$|.{4}ing$/
const LEAST_VERBAL = 7
const LEAST_PART = 3
const LEAST_HEAD = 4
/** A noun so long says what a word is, whatever stands before it ("Noroviren"). */
const TELLING_HEAD = 5
const LONGEST = 60

/** How a folded word in a German sentence is told from a name: it is a noun; it is made like one, as names also may be; or neither. */
export type NounLook = 'noun' | 'made' | 'none'

/** "Disponentin", "Kolleginnen", "Staates" */
const MORE_FORMS = /(?:in(?:nen)?|es)$/
/** "Trenner", "Optimierern" */
const DOER = /er[ns]?$|erin(?:nen)?$/
/** Of a foreign word. */
const FOREIGN_FORMS = /(?:s|n|en|e)$/

/** Whether a folded word is a German noun in itself, and not one that is only made of others. Pure. */
export function isNoun(plain: string): boolean {
  if (MORE_NOUNS.has(plain) || isNounForm(plain) || MORE_NOUNS.has(plain.replace(FOREIGN_FORMS, ''))) return true
  const bare = plain.replace(MORE_FORMS, '')
  if (bare !== plain && bare.length >= LEAST_HEAD && (isNounForm(bare) || isNounForm(`${bare}e`))) return true
  const doing = plain.replace(DOER, '')
  return doing !== plain && doing.length >= LEAST_HEAD && isNounForm(`${doing}en`)
}

/** What a folded German word looks like: one of the table, or a compound of its nouns ("noun"); or a word that ends with a noun
 *  whatever stands before it, or with one that names are made with, too ("made"). Pure. */
export const nounLook = remembered((plain: string): NounLook => {
  if (isNoun(plain) || ENDING.test(plain)) return 'noun'
  if (plain.length >= LEAST_VERBAL && VERBAL.test(plain)) return 'noun'
  if (plain.length > LONGEST) return 'none'
  const head = headOf(plain)
  if (isCompound(plain)) return head !== null && NAMING.has(head) ? 'none' : 'noun'
  return head !== null && head.length >= TELLING_HEAD && !NAMING.has(head) ? 'made' : 'none'
})

/** Whether a folded German word looks like a noun rather than a name. Pure. */
export function looksLikeNoun(plain: string): boolean {
  return nounLook(plain) !== 'none'
}

/** The longest noun that a word ends with. */
function headOf(plain: string): string | null {
  for (let cut = 2; plain.length - cut >= LEAST_HEAD; cut++) if (isNoun(plain.slice(cut))) return plain.slice(cut)
  return null
}

/** Nouns and stems with their linking letters, the last of them a noun. Each end of the word is looked at once. */
function isCompound(plain: string): boolean {
  const ends = new Set([plain.length])
  for (let start = plain.length - LEAST_PART; start >= 0; start--) {
    for (const end of ends) {
      const part = plain.slice(start, end)
      const fits =
        end === plain.length
          ? isNoun(part) && (part.length >= LEAST_HEAD || start >= LEAST_HEAD)
          : end - start >= 2 && isFirstPart(part)
      if (fits && start === 0) return end < plain.length
      if (fits) {
        ends.add(start)
        break
      }
    }
  }
  return false
}

/** A part that another follows: "rund", "lungen" (Lunge), "arbeits" (Arbeit), "greif" (Greifen), "schul" (Schule). */
export const isFirstPart = remembered((part: string): boolean => {
  if (STEMS.has(part)) return true
  if (part.length < LEAST_PART) return false
  if (isNoun(part) || ['e', 'n', 'en'].some((ending) => isNounForm(part + ending))) return true
  return LINKS.some((link) => {
    const bare = part.slice(0, -link.length)
    return (
      part.endsWith(link) && bare.length >= LEAST_PART && (isNoun(bare) || isNounForm(`${bare}e`) || ENDING.test(bare))
    )
  })
}, 20_000)
