import { CLOSED_TOKEN, countryToken, roleToken, seniorityToken, skillToken } from '../search/filter-tokens.ts'
import { quote } from '../search/rule.ts'
import type { Statements } from '../search/statements.ts'
import { foldText, wordsOf } from '../search/words.ts'
import type { ComparedJob } from './likeness.ts'
import type { WordShares } from './word-shares.ts'

/** Each way of looking brings so many of its newest hits. */
const HITS_A_WAY = 120
const RARE_SKILLS = 4
const RARE_WORDS = 3
/** A word in more titles than this says nothing about the work ("m", "senior", "engineer"). */
const COMMON_TITLE_SHARE = 0.12
const MIN_WORD_LENGTH = 2

export interface SearchedJob extends ComparedJob {
  readonly title: string
  readonly placeKey: string
}

/** `ways`: how many ways of looking came upon it. */
export interface Candidate {
  readonly id: number
  readonly ways: number
}

/** Jobs that may be like this one, the likeliest first: those that several ways of looking came upon, then newer ones. Each way is one
 *  look into an index that ends after a few hits or some hundred thousand jobs, so that the time stays bounded. */
export function findCandidates(
  statements: Statements,
  job: SearchedJob,
  { shares, limit }: { shares: WordShares; limit: number },
): Candidate[] {
  const found = new Map<number, number>()
  const lowestId = shares.lowestId()
  const count = (ids: readonly number[]) => {
    for (const id of ids) found.set(id, (found.get(id) ?? 0) + 1)
  }
  for (const clauses of waysOf(job, shares)) {
    count(
      statements.numbers('select rowid from job_fts where job_fts match ? and rowid >= ? order by rowid desc limit ?', [
        `(${clauses.join(' AND ')}) NOT ${quote(CLOSED_TOKEN)}`,
        lowestId,
        HITS_A_WAY,
      ]),
    )
  }
  if (job.titleKey !== '') {
    const ofTitle = 'select id from job where title_key = ? and closed_at is null'
    count(statements.numbers(`${ofTitle} and place_key = ? limit ?`, [job.titleKey, job.placeKey, HITS_A_WAY]))
    count(statements.numbers(`${ofTitle} limit ?`, [job.titleKey, HITS_A_WAY]))
  }
  return [...found]
    .map(([id, ways]) => ({ id, ways }))
    .sort((a, b) => b.ways - a.ways || b.id - a.id)
    .slice(0, limit)
}

/** Full-text clauses of each way, all of which have to hold. */
function waysOf(job: SearchedJob, shares: WordShares): string[][] {
  const rarest = (names: readonly string[], shareOf: (name: string) => number, limit: number) =>
    names
      .map((name) => ({ name, share: shareOf(name) }))
      .sort((a, b) => a.share - b.share)
      .slice(0, limit)
  const skills = rarest(job.skills, shares.ofSkill, RARE_SKILLS).map(({ name }) => quote(skillToken(name)))
  const words = rarest(titleWords(job.title), shares.ofTitleWord, RARE_WORDS)
    .filter(({ share }) => share <= COMMON_TITLE_SHARE)
    .map(({ name }) => quote(name))
  const role = job.roleFamily === 'other' ? [] : [quote(roleToken(job.roleFamily))]
  const level = job.seniority === 'unknown' ? [] : [quote(seniorityToken(job.seniority))]
  const [place] = job.places
  const city = place?.city ? cityClause(place.city) : []
  const country = place?.countryCode ? [quote(countryToken(place.countryCode))] : []
  const alike = skills.length > 1 ? [twoOf(skills)] : skills
  const any = skills.length > 0 ? [anyOf(skills)] : []
  const inTitle = words.length > 0 ? [`title : ${anyOf(words)}`] : []
  const ways = [
    [...alike, ...role, ...level],
    [...any, ...role, ...level, ...(city.length > 0 ? city : country)],
    [...inTitle, ...role, ...level],
    [...inTitle, ...(city.length > 0 ? city : country)],
    words.length > 1 ? [`title : (${words.slice(0, 2).join(' AND ')})`] : [],
    skills.length > 2 ? [skills.slice(0, 3).join(' AND ')] : [],
  ]
  // A way that asks only for role or level would bring anything.
  const isTelling = (way: readonly string[]) => way.some((clause) => [...alike, ...any, ...inTitle].includes(clause))
  return ways.filter((way, index) => way.length > 0 && (index > 3 || isTelling(way)))
}

function anyOf(clauses: readonly string[]): string {
  return `(${clauses.join(' OR ')})`
}

/** Some two of them. */
function twoOf(clauses: readonly string[]): string {
  const [first = '', ...rest] = clauses
  const withFirst = `(${first} AND ${anyOf(rest)})`
  return rest.length < 2 ? withFirst : `(${withFirst} OR ${twoOf(rest)})`
}

function titleWords(title: string): string[] {
  return [...new Set(wordsOf(title).map((word) => word.toLowerCase()))].filter((word) => word.length >= MIN_WORD_LENGTH)
}

function cityClause(city: string): string[] {
  const words = wordsOf(foldText(city))
  return words.length === 0 ? [] : [`place : ${quote(words.join(' '))}`]
}
