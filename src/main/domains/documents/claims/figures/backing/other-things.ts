import sums from '#resources/claim-sums.json' with { type: 'json' }
import { foldLetters } from '#main/infra/text/fold.ts'
import { alike } from '../../read/alike.ts'
import type { NumberSaid } from '../number-said.ts'
import type { FactNumber } from './fact-number.ts'

const LEAST_LETTERS = 4

/** Words for one thing, or parts of such ("Geschäftsprozesse", "Prozessmodelle"). Pure. */
export function shareNoun(own: readonly string[], known: readonly string[]): boolean {
  return own.some((noun) => known.some((other) => alike(noun, other) || shareStem(noun, other)))
}

const STEM_LETTERS = 6

function shareStem(one: string, other: string): boolean {
  if (one.length < STEM_LETTERS || other.length < STEM_LETTERS) return false
  return one.includes(other.slice(0, STEM_LETTERS)) || other.includes(one.slice(0, STEM_LETTERS))
}

interface Around {
  readonly facts: readonly FactNumber[]
  /** All numbers of the sentence. */
  readonly said: readonly NumberSaid[]
}

/** "31 train drivers and 54 trains" of a fact that tells of 54 drivers and 31 trains: the value is of another thing than the one that the
 *  sentence counts, and the same line tells how many of that there are. Pure. */
export function isOfAnother(number: NumberSaid, fact: FactNumber, { facts, said }: Around): boolean {
  if (number.is !== 'count' || number.nouns.length === 0 || (fact.nouns.length === 0 && fact.is !== 'money'))
    return false
  if (isNamed(number, fact)) return false
  const others = facts.filter(
    ({ line, at, is, value }) => line === fact.line && at !== fact.at && is === 'count' && value !== fact.value,
  )
  if (others.some((other) => isNamed(number, other))) return true
  if (isOfClass(number, fact)) return false
  return others.some(
    (other) => isOfClass(number, other) && said.some((one) => one.value === other.value && !isOfClass(one, other)),
  )
}

function isOfClass({ counted }: NumberSaid, other: NumberSaid): boolean {
  return counted !== null && counted.some((kind) => other.counted?.includes(kind))
}

/** By the nouns themselves, in one language or by those that are each other's translation. */
function isNamed(one: NumberSaid, other: NumberSaid): boolean {
  const [own, known] = [headOf(one), headOf(other)]
  if (own.length < LEAST_LETTERS || known.length < LEAST_LETTERS) return false
  return shareNoun([own], [known]) || (SAME.has(own) && SAME.get(own) === SAME.get(known))
}

function headOf({ nouns }: NumberSaid): string {
  return foldLetters(nouns[0] ?? '')
}
const SAME = new Map(sums.sameNouns.flatMap((list, at) => list.split(' ').map((noun) => [noun, at] as const)))
