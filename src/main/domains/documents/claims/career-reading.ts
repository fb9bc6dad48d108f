import type { FactBook } from './fact-book.ts'
import { readDegrees, readFields } from './read/degrees-said.ts'
import { glossOf } from './read/gloss/gloss.ts'
import { GLOSSED } from './read/gloss/language-tables.ts'
import { languageOf } from './read/sentence-language.ts'
import { isSchool } from './read/names/schools-said.ts'
import { readTitle, type TitleSaid } from './read/titles-said.ts'
import { readTokens } from './read/tokens.ts'
import { wordsOf } from './read/words.ts'

/** What the whole career says of the person, whichever facts a sentence rests on. */
export interface CareerReading {
  /** In which most of it is written, where that is neither English nor German; else ''. */
  readonly language: string
  /** The posts held. */
  readonly titles: readonly TitleSaid[]
  readonly degrees: ReadonlySet<string>
  /** Of study. */
  readonly fields: ReadonlySet<string>
  /** Folded words of a trade that was learnt, and of no degree. */
  readonly tradeWords: readonly string[]
  /** At a school that gives degrees, or a degree that is not known by its words. */
  readonly hasStudied: boolean
  /** All folded words of its facts. */
  readonly words: ReadonlySet<string>
  /** Folded words of the names of all employers. */
  readonly employerWords: ReadonlySet<string>
}

const VOCATIONAL =
  /apprentice|ausbildung|vocational|abitur|gesell|meister|school|schule|facharbeiter|certificate|zertifikat|course|kurs|lehrgang|bootcamp/iu
const known = new WeakMap<FactBook, CareerReading>()

/** A post's title in whatever language it is written; null where no word of it names a post. Pure. */
export function readPost(title: string): TitleSaid | null {
  const readings = ['', ...GLOSSED].map((language) => readTitle(glossOf(title, language).text))
  return readings.find((said) => said !== null) ?? null
}

/** The degrees that the title of one names in any of the languages. Pure. */
export function degreesIn(title: string): string[] {
  return ['', ...GLOSSED].flatMap((language) =>
    readDegrees(readTokens(glossOf(title, language).text)).map(({ name }) => name),
  )
}

/** Reads a career once for all its sentences. Pure but for what it keeps. */
export function readCareer(book: FactBook): CareerReading {
  const kept = known.get(book)
  if (kept) return kept
  const entries = [...book.facts.values()].filter(({ isEntry }) => isEntry)
  const posts = entries.filter(({ part }) => part === 'experience')
  const schooling = entries.filter(({ part }) => part === 'education')
  const language = languageOf([...book.facts.values()].flatMap(({ lines }) => lines).join('\n'), '')
  const reading = {
    language: GLOSSED.includes(language) ? language : '',
    titles: posts.flatMap(({ titles }) => titles.flatMap((title) => readPost(title) ?? [])),
    degrees: new Set(schooling.flatMap(({ titles }) => titles.flatMap(degreesIn))),
    fields: new Set(
      schooling.flatMap(({ titles }) =>
        titles.flatMap((title) => readFields(readTokens(title)).map(({ name }) => name)),
      ),
    ),
    tradeWords: schooling.flatMap(({ titles }) =>
      titles.flatMap((title) => (degreesIn(title).length === 0 ? wordsOf(title) : [])),
    ),
    hasStudied: schooling.some(
      ({ titles, schools }) => schools.some(isSchool) || titles.every((title) => !VOCATIONAL.test(title)),
    ),
    words: new Set(entries.flatMap(({ lines, titles, skills }) => [...lines, ...titles, ...skills].flatMap(wordsOf))),
    employerWords: new Set(posts.flatMap(({ organisations }) => organisations.flatMap(wordsOf))),
  }
  known.set(book, reading)
  return reading
}
