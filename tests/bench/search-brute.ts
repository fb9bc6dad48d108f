import type { JobFacts } from '#shared/facts.ts'
import { parseFacts } from '#main/domains/jobs/facts-json.ts'
import { placeWords } from '#main/domains/jobs/pipeline/job-columns.ts'
import type { JobSearch } from '#main/domains/jobs/search/search.ts'
import { wordsOf } from '#main/domains/jobs/search/words.ts'
import type { Database } from '#main/infra/db/driver.ts'
import type { Question } from './search-questions.ts'

const DAY_MS = 86_400_000

interface ReadJob {
  readonly id: number
  readonly facts: JobFacts
  readonly sources: readonly string[]
  readonly postedAt: number
  readonly isClosed: boolean
  /** The words of each place that is searched. */
  readonly words: readonly (readonly string[])[]
}

/** Reads every n-th job and decides for each question which of them it means, without the index. Gives the number of decisions, and the
 *  names of questions where the engine decided otherwise. */
export function checkByReading(options: {
  db: Database
  engine: JobSearch
  questions: readonly Question[]
  nowMs: number
  jobCount: number
}): { decisions: number; meant: number; wrong: readonly string[] } {
  const { db, engine, questions, nowMs, jobCount } = options
  const jobs = readSome(db, jobCount)
  const ids = jobs.map(({ id }) => id)
  const wrong: string[] = []
  let meant = 0
  for (const { name, input } of questions) {
    const terms = termsOf(input.text)
    const expected = jobs.filter((job) => isMeant(job, terms, { input, nowMs })).map(({ id }) => id)
    const found = new Set(engine.among(input, ids).ids)
    meant += expected.length
    if (found.size !== expected.length || !expected.every((id) => found.has(id))) wrong.push(name)
  }
  return { decisions: jobs.length * questions.length, meant, wrong }
}

function readSome(db: Database, jobCount: number): ReadJob[] {
  const all = db.raw.prepare<[], number>('select id from job order by id').pluck().all()
  const step = Math.max(1, Math.floor(all.length / jobCount))
  const row = db.raw.prepare<
    [number],
    { title: string; company: string; body: string; facts: string; postedAt: number; closedAt: number | null }
  >(
    `select j.title, j.company, t.description_text as body, t.facts, coalesce(j.posted_at, j.first_seen_at) as postedAt,
     j.closed_at as closedAt from job j join job_text t on t.job_id = j.id where j.id = ?`,
  )
  const sources = db.raw.prepare<[number], string>('select source_id from posting where job_id = ?').pluck()
  const locations = db.raw
    .prepare<[number], string>('select location from posting where job_id = ? and location is not null')
    .pluck()
  return all.flatMap((id, index) => {
    const job = index % step === 0 ? row.get(id) : undefined
    if (job === undefined) return []
    const facts = parseFacts(job.facts)
    const texts = [job.title, job.company, placeWords(facts.places, locations.all(id)), job.body]
    return [
      {
        id,
        facts,
        sources: sources.all(id),
        postedAt: job.postedAt,
        isClosed: job.closedAt !== null,
        words: texts.map((text) => wordsOf(text).map(folded)),
      },
    ]
  })
}

interface Term {
  readonly words: readonly string[]
  readonly isPrefix: boolean
}

function termsOf(text: string): Term[] {
  return [...text.matchAll(/"([^"]+)"|(\S+)/g)].map(([, phrase, word = '']) => ({
    words: wordsOf(phrase ?? word).map(folded),
    isPrefix: word.endsWith('*'),
  }))
}

/** The index tells neither cases nor accents apart. */
function folded(word: string): string {
  return word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

function says(words: readonly string[], { words: wanted, isPrefix }: Term): boolean {
  return words.some((_, at) =>
    wanted.every((word, index) => {
      const there = words[at + index] ?? ''
      return isPrefix && index === wanted.length - 1 ? there.startsWith(word) : there === word
    }),
  )
}

function isMeant(
  { facts, sources, postedAt, isClosed, words }: ReadJob,
  terms: readonly Term[],
  { input, nowMs }: { input: Question['input']; nowMs: number },
): boolean {
  const any = (wanted: readonly string[], values: readonly (string | null)[]): boolean =>
    wanted.length === 0 || values.some((value) => value !== null && wanted.includes(value))
  const pay = facts.salary?.yearEur
  const reach = pay?.max ?? pay?.min ?? null
  const skills = new Set(facts.skills.map(({ name }) => name.toLowerCase()))
  return (
    !isClosed &&
    terms.every((term) => words.some((column) => says(column, term))) &&
    any(
      input.countries,
      facts.places.map(({ countryCode }) => countryCode),
    ) &&
    any(
      input.cities,
      facts.places.map(({ city }) => city),
    ) &&
    any(input.visa, [facts.visa.status]) &&
    any(input.workplaces, [facts.workplace]) &&
    any(input.seniorities, [facts.seniority]) &&
    any(input.employmentTypes, [facts.employmentType]) &&
    any(input.sources, sources) &&
    input.skills.every((skill) => skills.has(skill.toLowerCase())) &&
    (input.salaryMinEur === null || (reach !== null && reach >= input.salaryMinEur)) &&
    (input.postedWithinDays === null || postedAt >= nowMs - input.postedWithinDays * DAY_MS)
  )
}
