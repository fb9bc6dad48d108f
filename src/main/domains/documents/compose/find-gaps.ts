import type { Career } from '#shared/career.ts'
import type { Profile } from '#shared/profile.ts'
import { meetsDegree, readDegreeAsks } from '../ats/degree-terms.ts'
import { readFactBook } from '../claims/fact-book.ts'
import { wholeGround } from '../claims/ground.ts'
import type { AskedPosting } from './asked-posting.ts'

const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language' })

/** What a posting asks for and the career does not have, musts first. `skills` are those of the table. */
export interface Gaps {
  readonly all: readonly string[]
  readonly skills: readonly string[]
}

/** Skills, spoken languages and degrees that are asked for, as a must or a plus, and that neither career nor profile has. Pure. */
export function findGaps(posting: AskedPosting, { career, profile }: { career: Career; profile: Profile }): Gaps {
  const ground = wholeGround(readFactBook({ career, profile, now: 0 }))
  const { skills: askedSkills, asksLanguages } = posting.facts
  const wanted = askedSkills.filter(({ need, name }) => need !== null && !ground.skills.has(name))
  const skills = wanted
    .toSorted((one, other) => Number(other.need === 'required') - Number(one.need === 'required'))
    .map(({ name }) => name)
  const spoken = new Set(profile.languages.map(({ code }) => code))
  const languages = asksLanguages
    .filter(({ code, need }) => need === 'required' && !spoken.has(code))
    .map(({ code }) => LANGUAGES.of(code) ?? code)
  const asks = readDegreeAsks(posting.descriptionText).filter(({ isNice }) => !isNice)
  const degrees = asks.filter((ask) => meetsDegree(ask, ground.degrees) === null).map(({ evidence }) => evidence)
  return { all: [...new Set([...skills, ...languages, ...degrees])], skills }
}
