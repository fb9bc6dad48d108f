import {
  companyWords,
  degreeWords,
  hasLegalForm,
  institutionWords,
  isAllFields,
  isSelfEmployment,
  isTitleWord,
  legalFormEnd,
  titleWords,
} from '../lexicon.ts'
import { type Part, trimmed } from '../person/header-parts.ts'

/** Whether words of it say that it is an employer. Pure. */
export const looksAsEmployer = ({ text, hasPlace, label }: Part): boolean =>
  label === 'company' || hasPlace || isEmployerName(text)

/** "Digital" and "Data Services" may be what somebody works on. */
const isEmployerName = (text: string) =>
  hasLegalForm(text) || institutionWords(text) > 0 || (companyWords(text) > 0 && !isAllFields(text))

/** Which commas part a title from an employer: those beside words of an employer, those beside words of a title too, or all. */
type CommaRule = 'named' | 'said' | 'all'

/** The title and the employer of a header of one piece: where its letters begin to look otherwise, at a comma if words say what stands on
 *  its sides, or where the words of a title end and a name with a legal form begins. One piece when none of it does. Pure. */
export function titleAndEmployer(part: Part, commas: CommaRule): readonly Part[] {
  const mayBeTitleOnly = commas === 'named'
  const atTurn = cutAt(part, part.turn)
  if (atTurn !== null && (!mayBeTitleOnly || isTitleAndName(atTurn) || isNamed(atTurn))) return atTurn
  const sides = sidesOf(part)
  const named = sides.find((cut) => isNamed(cut) && !isField(cut))
  const plain = sides.find((cut) => isTwoThings(cut) && !isField(cut))
  const last = commas === 'all' ? sides.at(-1) : undefined
  const best = named ?? (mayBeTitleOnly ? undefined : (plain ?? last))
  if (best !== undefined) return isNamed(best) ? best : best.map((side) => ({ ...side, isCut: true }))
  return titleEnd(part) ?? [part]
}

/** "Engineering Manager, Data Platform, ACME": behind the first comma stands what is managed. */
const isField = ([, { text }]: Sides) => isAllFields(text.split(',')[0] ?? '') && text.includes(',')

/** The two sides of each comma. */
const sidesOf = (part: Part): Sides[] =>
  [...part.text.matchAll(/,\s+/gu)].flatMap(({ index }) => {
    const cut = cutAt(part, index)
    return cut === null || (hasLegalForm(cut[1].text) && !cut[1].text.includes(' ')) ? [] : [cut]
  })

/** The degree and the school of a header of one piece. `isLoose`: also where no word says that one side is a school. Pure. */
export function degreeAndSchool(part: Part, isLoose = false): readonly Part[] {
  const atTurn = cutAt(part, part.turn)
  if (atTurn !== null && isDegreeAndSchool(atTurn)) return atTurn
  const sides = sidesOf(part)
  const known = sides.findLast(isDegreeAndSchool) ?? sides.find(isBesideSchool)
  if (known !== undefined) return known
  const loose = isLoose ? (sides.find(isBesideAcronym) ?? sides.find(isTwoThings)) : undefined
  if (loose !== undefined) return loose.map((side) => ({ ...side, isCut: true }))
  const begin = SCHOOL.exec(part.text)?.index ?? null
  const before = cutAt(part, begin)
  return before !== null && isDegreeAndSchool(before) ? before.map((side) => ({ ...side, isCut: true })) : [part]
}

/** Where a school's name begins that ends with where it is. */
const SCHOOL =
  /(?:(?:technical|technische|royal|national|open|free|freie|vrije|queen|king)\s)*(?:university|universit(?:ät|é|à|at|y)|universidade?|universiteit|uniwersytet|politechnika|politecnico|hochschule|institute|école|institut)\s(?:of|de|des|di|do|da|van|för|w|\p{Lu})/iu

type Sides = readonly [Part, Part]

function cutAt(part: Part, at: number | null): Sides | null {
  if (at === null || at < 2) return null
  const [left, right] = [trimmed(part.text.slice(0, at)), trimmed(part.text.slice(at))]
  if (left === '' || right === '') return null
  return [
    { ...part, text: left, turn: null, hasPlace: false },
    { ...part, text: right, turn: null, slot: `${part.slot},` },
  ]
}

function isTwoThings([{ text: left }, { text: right }]: Sides): boolean {
  if (isSelfEmployment(right)) return false
  return titleWords(left) > 0 !== titleWords(right) > 0 && !(hasLegalForm(right) && !right.includes(' '))
}

/** Whether one side alone has the words of an employer, or a place behind it, and is no title. */
function isNamed([left, right]: Sides): boolean {
  const [one, other] = [looksAsEmployer(left), looksAsEmployer(right)]
  if (one !== other) return titleWords((one ? left : right).text) === 0 || hasLegalForm((one ? left : right).text)
  return one && titleWords(left.text) > 0 !== titleWords(right.text) > 0
}

const isTitleAndName = (sides: Sides) => titleWords(sides[0].text) > 0 !== titleWords(sides[1].text) > 0

/** "BE in Electronics, University of Limerick": a degree that no table has. */
const isBesideSchool = ([{ text: left }, { text: right }]: Sides) =>
  institutionWords(left) === 0 && institutionWords(right) > 0 && degreeWords(right) === 0

/** "BSc Computer Science, SUPSI". */
const isBesideAcronym = ([{ text: left }, { text: right }]: Sides) =>
  degreeWords(left) > 0 && degreeWords(right) === 0 && /^\p{Lu}{3,8}$/u.test(right)

function isDegreeAndSchool([{ text: left }, { text: right }]: Sides): boolean {
  const isDegree = (text: string) => degreeWords(text) > 0 && institutionWords(text) === 0
  const isSchool = (text: string) => institutionWords(text) > 0 && degreeWords(text) === 0
  return (isDegree(left) && institutionWords(right) > 0) || (isSchool(left) && isDegree(right))
}

/** "SENIOR ENGINEER ACME LTD": nothing but the kinds of the words parts them. */
function titleEnd(part: Part): Sides | null {
  const words = [...part.text.matchAll(/\S+/gu)]
  const last = words.findLastIndex(({ 0: word }) => isTitleWord(word))
  const form = legalFormEnd(part.text)
  if (last === -1 || form === null) return null
  const lastWord = words[last]
  const at = lastWord === undefined ? 0 : lastWord.index + lastWord[0].length
  const first = words.findIndex(({ 0: word }) => isTitleWord(word))
  const sides =
    at < form ? cutAt(part, at) : (words[first]?.index ?? 0) >= form ? cutAt(part, words[first]?.index ?? null) : null
  if (sides === null || !isTitleAndName(sides)) return null
  const name = titleWords(sides[0].text) > 0 ? sides[1].text : sides[0].text
  return hasLegalForm(name) && name.includes(' ')
    ? [
        { ...sides[0], isCut: true },
        { ...sides[1], isCut: true },
      ]
    : null
}
