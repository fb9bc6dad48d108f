import type { ResumeDoubt, ResumeReading, Suggestion } from '#shared/resume-import.ts'
import type { ResumeCase } from './resume-set.ts'

export interface Counts {
  right: number
  /** What stands in the file. */
  there: number
  /** What was read. */
  read: number
}

export const MEASURES = [
  'name',
  'email',
  'phone',
  'employers',
  'dates',
  'employersAndDates',
  'titles',
  'education',
  'degrees',
  'skills',
  'languages',
] as const
export type Measure = (typeof MEASURES)[number]
export type Score = Record<Measure, Counts>

/** Whether a suggestion was right, with what spoke against it. */
export interface Judged {
  readonly kind: Suggestion['kind']
  readonly doubts: readonly ResumeDoubt[]
  readonly isRight: boolean
}

export interface Verdict {
  readonly score: Score
  readonly misses: readonly string[]
  readonly judged: readonly Judged[]
}

const same = (left: string, right: string) => plain(left) === plain(right)
const plain = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}+]/gu, '')
const digits = (text: string) => text.replaceAll(/\(0\)|\D/gu, '')

type Of<K extends Suggestion['kind']> = Extract<Suggestion, { kind: K }>
function all<K extends Suggestion['kind']>({ suggestions }: ResumeReading, kind: K): Of<K>[] {
  return suggestions.filter((each): each is Of<K> => each.kind === kind)
}

/** How well a résumé was read, fact by fact. */
export function judgeResume(resume: ResumeCase, reading: ResumeReading): Verdict {
  const person = (field: string) => all(reading, 'person').find((each) => each.field === field)
  const misses: string[] = []
  const judged: Judged[] = []
  const one = (
    measure: Measure,
    found: { value: string; doubts: readonly ResumeDoubt[]; kind: Suggestion['kind'] } | undefined,
    isRight: boolean,
  ): Counts => {
    if (!isRight) misses.push(`${resume.id}: ${measure}: ${found?.value ?? 'nothing'}`)
    if (found) judged.push({ kind: found.kind, doubts: found.doubts, isRight })
    return { right: isRight ? 1 : 0, there: 1, read: found ? 1 : 0 }
  }
  const [name, email, phone] = [person('name'), person('email'), person('phone')]
  for (const { kind, value, doubts } of all(reading, 'skill'))
    judged.push({ kind, doubts, isRight: resume.skills.includes(value) })
  for (const { kind, code, level, doubts } of all(reading, 'language')) {
    const isRight = resume.languages.some((each) => each.code === code && each.level === (level ?? ''))
    judged.push({ kind, doubts, isRight })
  }
  const posts = postsOf(resume, all(reading, 'experience'), { misses, judged })
  return {
    score: {
      name: one('name', name, name !== undefined && same(name.value, resume.person.name)),
      email: one('email', email, email?.value === resume.email),
      phone: one('phone', phone, phone !== undefined && digits(phone.value) === digits(resume.person.phone)),
      ...posts,
      ...schoolsOf(resume, all(reading, 'education'), { misses, judged }),
      skills: setOf(
        resume.skills,
        all(reading, 'skill').map(({ value }) => value),
        (miss) => misses.push(`${resume.id}: skill ${miss}`),
      ),
      languages: setOf(
        resume.languages.map(({ code, level }) => `${code} ${level}`),
        all(reading, 'language').map(({ code, level }) => `${code} ${level ?? ''}`),
        (miss) => misses.push(`${resume.id}: language ${miss}`),
      ),
    },
    misses,
    judged,
  }
}

interface Notes {
  readonly misses: string[]
  readonly judged: Judged[]
}

function postsOf({ id, posts }: ResumeCase, found: readonly Of<'experience'>[], { misses, judged }: Notes) {
  const count = (
    isSame: (post: ResumeCase['posts'][number], read: Of<'experience'>['value']) => boolean,
    what: string,
  ): Counts => {
    const free = [...found]
    let right = 0
    for (const post of posts) {
      const at = free.findIndex(({ value }) => isSame(post, value))
      if (at >= 0) {
        right += 1
        free.splice(at, 1)
      } else misses.push(`${id}: ${what} ${post.title} | ${post.company} | ${post.start} | ${String(post.end)}`)
    }
    for (const { value } of free)
      misses.push(
        `${id}: ${what} not there: ${value.title} | ${value.company} | ${String(value.start)} | ${String(value.end)}`,
      )
    return { right, there: posts.length, read: found.length }
  }
  for (const { value, doubts } of found) {
    const isRight = posts.some(
      (post) =>
        same(post.company, value.company) &&
        same(post.title, value.title) &&
        post.start === value.start &&
        post.end === value.end,
    )
    judged.push({ kind: 'experience', doubts, isRight })
  }
  return {
    employers: count((post, read) => same(post.company, read.company), 'employer'),
    dates: count((post, read) => post.start === read.start && post.end === read.end, 'dates'),
    employersAndDates: count(
      (post, read) => same(post.company, read.company) && post.start === read.start && post.end === read.end,
      'employer and dates',
    ),
    titles: count((post, read) => same(post.company, read.company) && same(post.title, read.title), 'title'),
  }
}

function schoolsOf({ id, schools }: ResumeCase, found: readonly Of<'education'>[], { misses, judged }: Notes) {
  const degree = ({ value }: Of<'education'>) => plain(value.degree + value.field)
  const isDegree = (written: string, read: Of<'education'>) =>
    degree(read) ===
      plain(written).replace(
        /in(?=computer|artificial|software|information|economics|informatics|graphic|history|mathematics|ingegn|statist)/u,
        '',
      ) ||
    degree(read) === plain(written) ||
    (written.includes(read.value.degree) && written.includes(read.value.field) && read.value.degree !== '')
  for (const read of found) {
    const isRight = schools.some(
      ({ school, degree: written, start, end }) =>
        same(school, read.value.institution) &&
        isDegree(written, read) &&
        start === read.value.start &&
        end === read.value.end,
    )
    judged.push({ kind: 'education', doubts: read.doubts, isRight })
  }
  const wrong = found.filter(({ value }) => !schools.some(({ school }) => same(school, value.institution)))
  for (const { value } of wrong) misses.push(`${id}: school not there: ${value.degree} | ${value.institution}`)
  const missing = schools.filter(({ school }) => !found.some(({ value }) => same(school, value.institution)))
  for (const { school } of missing) misses.push(`${id}: school ${school}`)
  const degrees = schools.filter((school) =>
    found.some((read) => same(school.school, read.value.institution) && isDegree(school.degree, read)),
  )
  return {
    education: { right: schools.length - missing.length, there: schools.length, read: found.length },
    degrees: {
      right: degrees.length,
      there: schools.length,
      read: found.filter(({ value }) => value.degree !== '').length,
    },
  }
}

function setOf(there: readonly string[], read: readonly string[], miss: (text: string) => void): Counts {
  for (const each of there) if (!read.includes(each)) miss(`${each} missing`)
  for (const each of read) if (!there.includes(each)) miss(`${each} not there`)
  return { right: there.filter((each) => read.includes(each)).length, there: there.length, read: read.length }
}

/** All scores together. */
export function sumScores(scores: readonly Score[]): Score {
  const sum = (measure: Measure): Counts =>
    scores.reduce<Counts>(
      (total, { [measure]: { right, there, read } }) => ({
        right: total.right + right,
        there: total.there + there,
        read: total.read + read,
      }),
      { right: 0, there: 0, read: 0 },
    )
  return Object.fromEntries(MEASURES.map((measure) => [measure, sum(measure)])) as Score
}
