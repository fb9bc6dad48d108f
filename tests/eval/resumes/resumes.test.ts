import { beforeAll, describe, expect, test } from 'vitest'
import { readResumeBytes } from '#main/domains/documents/import/read-resume-bytes.ts'
import type { ResumeReading, Suggestion } from '#shared/resume-import.ts'
import { docxResume } from './docx-resumes.ts'
import { pdfResume } from './pdf-resumes.ts'
import { OTHER_PART, type ResumeCase, resumeCases } from './resume-set.ts'
import { judgeResume, type Measure, sumScores, type Verdict } from './score-resumes.ts'

interface Outcome extends Verdict {
  readonly resume: ResumeCase
  readonly kind: 'pdf' | 'docx'
  readonly reading: ResumeReading
}

const outcomes: Outcome[] = []

beforeAll(async () => {
  for (const kind of ['pdf', 'docx'] as const) {
    for (const resume of resumeCases(kind)) {
      const bytes = await (kind === 'pdf' ? pdfResume(resume) : docxResume(resume))
      const reading = await readResumeBytes({ name: `${resume.id}.${kind}`, bytes })
      outcomes.push({ resume, kind, reading, ...judgeResume(resume, reading) })
    }
  }
}, 240_000)

/** What is promised: of what stands in a file this share is read, and of what is read this share stands there. */
const BARS: Readonly<Record<Measure, number>> = {
  name: 0.98,
  email: 0.98,
  phone: 0.98,
  employers: 0.9,
  dates: 0.9,
  employersAndDates: 0.85,
  titles: 0.85,
  education: 0.85,
  degrees: 0.8,
  skills: 0.95,
  languages: 0.95,
}

describe.each(['tuned', 'held'] as const)('the %s half', (half) => {
  test.each(Object.entries(BARS))('%s', (measure, bar) => {
    const own = outcomes.filter(({ resume }) => resume.half === half)
    expect(own.length).toBeGreaterThanOrEqual(40)
    const { right, there, read } = sumScores(own.map(({ score }) => score))[measure as Measure]
    const misses = own.flatMap((outcome) => outcome.misses).filter((miss) => miss.includes(`: ${measure.slice(0, 5)}`))
    if (process.env['RESUME_SCORES'])
      console.log(
        half,
        measure,
        `recall ${(right / there).toFixed(3)} precision ${(right / read).toFixed(3)} of ${there}`,
      )
    expect(right / there, misses.join('\n')).toBeGreaterThanOrEqual(bar)
    expect(right / read, misses.join('\n')).toBeGreaterThanOrEqual(bar)
  })
})

test('nothing is invented: each value stands in its lines, and its lines stand in the file', () => {
  for (const { resume, reading } of outcomes) {
    const file = squeezed(textOf(resume))
    for (const suggestion of reading.suggestions) {
      for (const value of valuesOf(suggestion)) {
        expect(squeezed(suggestion.source), `${resume.id}: ${value}`).toContain(squeezed(value))
        expect(file, `${resume.id}: ${value}`).toContain(squeezed(value))
      }
    }
  }
})

test('what is sure is right, and what is not is so less often', () => {
  const judged = outcomes.flatMap((outcome) => outcome.judged)
  const shareOf = (what: string, own: typeof judged) => {
    const right = own.filter(({ isRight }) => isRight).length
    if (process.env['RESUME_SCORES']) console.log(`${what}: ${right} of ${own.length} right`)
    return { count: own.length, right: right / own.length }
  }
  const sure = shareOf(
    'sure',
    judged.filter(({ doubts }) => doubts.length === 0),
  )
  const others = shareOf(
    'to check',
    judged.filter(({ doubts }) => doubts.length > 0),
  )
  expect(sure.count).toBeGreaterThan(1000)
  expect(sure.right).toBeGreaterThan(0.98)
  expect(others.right).toBeLessThan(sure.right)
})

test('every suggestion has lines, and every line is read or told', () => {
  for (const { resume, reading } of outcomes) {
    expect(new Set(reading.suggestions.map(({ id }) => id)).size).toBe(reading.suggestions.length)
    expect(
      reading.suggestions.every(({ source }) => source.trim() !== ''),
      resume.id,
    ).toBe(true)
    const told = squeezed([...reading.suggestions.map(({ source }) => source), ...reading.unread].join(' '))
    for (const bullet of resume.posts.flatMap(({ bullets }) => bullets))
      expect(told, resume.id).toContain(squeezed(bullet))
  }
})

/** Letters and digits only: a line's end, a hyphen or the sign of a list makes no difference. */
function squeezed(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/\(0\)|[^\p{L}\p{N}+#]/gu, '')
}

function textOf({ person, wording, posts, schools, skills, languages, email, link }: ResumeCase): string {
  return [
    person.name,
    person.headline,
    person.phone,
    person.home,
    email,
    `https://www.${link}`,
    `https://${link}`,
    wording.summary,
    wording.interests,
    OTHER_PART.line,
    ...posts.flatMap(({ title, company, place, dates, bullets }) => [title, company, place, dates, ...bullets]),
    ...schools.flatMap(({ degree, school, dates }) => [degree, school, dates]),
    ...skills,
    ...languages.flatMap(({ name, said }) => [name, said]),
  ].join('\n')
}

/** What a suggestion says in words of the file; skills are under the table's names, dates and countries in codes. */
function valuesOf(suggestion: Suggestion): string[] {
  switch (suggestion.kind) {
    case 'person':
      return suggestion.field === 'countryCode' ? [] : [suggestion.value]
    case 'summary':
      return [suggestion.value]
    case 'experience': {
      const { company, title, place, summary, bullets, start, end } = suggestion.value
      return [
        company,
        title,
        place,
        summary,
        ...bullets.map(({ text }) => text),
        ...[start, end].map((date) => date?.slice(0, 4) ?? ''),
      ]
    }
    case 'education': {
      const { institution, degree, field, place, grade, start, end } = suggestion.value
      return [institution, degree, field, place, grade, ...[start, end].map((date) => date?.slice(0, 4) ?? '')]
    }
    case 'project':
      return [suggestion.value.name]
    case 'extra':
      return [suggestion.value.name, suggestion.value.by, suggestion.value.text]
    case 'link':
    case 'skill':
    case 'language':
      break
  }
  return []
}
