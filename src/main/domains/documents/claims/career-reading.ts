import type { FactBook } from './fact-book.ts'
import { readDegrees } from './read/degrees-said.ts'
import { isSchool } from './read/names/schools-said.ts'
import { readTitle, type TitleSaid } from './read/titles-said.ts'
import { readTokens } from './read/tokens.ts'
import { wordsOf } from './read/words.ts'

/** What the whole career says of the person, whichever facts a sentence rests on. */
export interface CareerReading {
  /** The posts held. */
  readonly titles: readonly TitleSaid[]
  readonly degrees: ReadonlySet<string>
  /** At a school that gives degrees, or a degree that is not known by its words. */
  readonly hasStudied: boolean
  /** Folded words of the names of all employers. */
  readonly employerWords: ReadonlySet<string>
}

const VOCATIONAL = /apprentice|ausbildung|vocational|abitur|gesell|meister|school|schule|facharbeiter/iu
const known = new WeakMap<FactBook, CareerReading>()

/** Reads a career once for all its sentences. Pure but for what it keeps. */
export function readCareer(book: FactBook): CareerReading {
  const kept = known.get(book)
  if (kept) return kept
  const entries = [...book.facts.values()].filter(({ isEntry }) => isEntry)
  const posts = entries.filter(({ part }) => part === 'experience')
  const schooling = entries.filter(({ part }) => part === 'education')
  const reading = {
    titles: posts.flatMap(({ titles }) => titles.flatMap((title) => readTitle(title) ?? [])),
    degrees: new Set(
      schooling.flatMap(({ titles }) =>
        titles.flatMap((title) => readDegrees(readTokens(title)).map(({ name }) => name)),
      ),
    ),
    hasStudied: schooling.some(
      ({ titles, schools }) => schools.some(isSchool) || titles.every((title) => !VOCATIONAL.test(title)),
    ),
    employerWords: new Set(posts.flatMap(({ organisations }) => organisations.flatMap(wordsOf))),
  }
  known.set(book, reading)
  return reading
}
